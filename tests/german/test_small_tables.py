"""Every entry of the small tables is proved: sub-headings, speech, asides, mailboxes, places."""

from itertools import zip_longest
from typing import Any

import pytest

from pipeline.german import load_csv, load_toml
from pipeline.german.abbreviations import ends_in_abbreviation
from pipeline.german.asides import is_aside, is_caption
from pipeline.german.grammar import words
from pipeline.german.mailboxes import address_forms, functional_words, house_of
from pipeline.german.places import distinguishes
from pipeline.german.postal_regions import fits_postal_code
from pipeline.german.speakers import person_noun, stands_in
from pipeline.german.speech import said_behind, speaks_re, verbs
from pipeline.german.subheadings import SubheadingKind, subheading_kind
from tests.reading import read_section

SUBHEADINGS = load_toml("subheadings.toml")["kind"]
SPEECH = load_toml("speech.toml")["speaks"]
BRACKETS = load_toml("speech.toml")["brackets"]
SPEAKERS = load_toml("speakers.toml")
ASIDES = load_toml("asides.toml")["asides"]
MAILBOXES = load_toml("mailboxes.toml")["functional"]
PLACES = load_toml("places.toml")["distinguishing"]
BODY = "Wir wollen, dass alle, die hier leben, sich hier auch zu Hause fühlen."


@pytest.mark.parametrize("kind", SUBHEADINGS, ids=lambda kind: kind["name"])
def test_each_beginning_is_known_alone(kind: dict[str, Any]) -> None:
    for stem in kind["stems"]:
        for printed in (stem, stem.capitalize(), stem.upper(), f"{stem}:"):
            assert subheading_kind(printed) == kind["name"], printed


@pytest.mark.parametrize(
    ("example", "kind"),
    [
        pytest.param(example, kind["name"], id=example)
        for kind in SUBHEADINGS
        for example in kind["examples"]
    ],
)
def test_example_orders_the_section(example: str, kind: SubheadingKind) -> None:
    assert subheading_kind(example) == kind
    section = read_section(f"{BODY}\n\n{example}\n\n{BODY}")
    if kind != "outside":
        assert [passage.text for passage in section.subheadings] == [example]
        assert [paragraph.heading for paragraph in section.paragraphs] == [None, example]
    else:
        assert [paragraph.text for paragraph in section.paragraphs] == [BODY]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Partnerschaftsverein Celle", id="compound"),
        pytest.param("Kontaktlinsen", id="another word"),
        pytest.param("Zielgerade", id="begins alike"),
        pytest.param("Dr. Eva Kurz", id="name"),
        pytest.param("Amt für Soziales", id="office"),
        pytest.param("Die Partner vor Ort treffen sich jeden Monat im Kreishaus", id="long line"),
    ],
)
def test_line_is_no_subheading(line: str) -> None:
    assert subheading_kind(line) is None


@pytest.mark.parametrize("verb", verbs())
def test_verb_of_speech_attributes_the_quote(verb: str) -> None:
    assert speaks_re().fullmatch(verb)
    (quote,) = read_section(f"„Wir packen an und geben nicht auf“, {verb} Eva Kurz.").quotes
    assert quote.attribution == f"{verb} Eva Kurz"
    assert quote.speaker is not None
    assert quote.speaker.name == "Eva Kurz"


@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param(first, last, id=f"{first} … {last}")
        for row in BRACKETS
        for first, last in zip_longest(row["first"], row["last"])
    ],
)
def test_verb_of_two_parts_stands_around_the_speaker(first: str | None, last: str | None) -> None:
    row = next(row for row in BRACKETS if first in row["first"] or last in row["last"])
    first, last = first or row["first"][0], last or row["last"][0]
    assert said_behind(f"{first} Eva Kurz im Mai {last}")
    (quote,) = read_section(f"„Wir packen hier an“, {first} Eva Kurz im Mai {last}.").quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Eva Kurz"


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(
            example,
            marks=pytest.mark.xfail(strict=True, reason="nobody named so stands before it")
            if "so Kurz" in example
            else (),
        )
        for example in SPEECH["examples"]
    ],
)
def test_example_of_speech_is_read(example: str) -> None:
    (quote,) = read_section(example).quotes
    assert quote.text in {"Wir packen an", "Es lohnt sich."}
    assert quote.speaker is not None
    assert quote.speaker.name in {"Dr. Eva Kurz", "Kurz"}


@pytest.mark.parametrize(
    "example",
    [
        next(cell for cell in row if cell.startswith("„"))
        for block in (*SPEAKERS["persons"], *map(SPEAKERS.get, ("neuter", "adjectival", "endings")))
        for row in block["rows"]
    ],
)
def test_noun_beside_a_verb_of_speech_denotes_the_speaker(example: str) -> None:
    (quote,) = read_section(example).quotes
    assert quote.attribution is not None
    nouns = quote.attribution.replace("Eva Kurz", "").replace("Jan Roth", "").split()
    assert quote.speaker is not None
    assert quote.speaker.roles == (nouns[-1],)


@pytest.mark.parametrize("word", SPEAKERS["not"]["words"])
def test_word_that_ends_like_a_person_is_none(word: str) -> None:
    assert person_noun(word.capitalize()) is None


@pytest.mark.parametrize("word", SPEAKERS["stand_ins"]["words"])
def test_noun_may_stand_for_whoever_was_named_before(word: str) -> None:
    assert stands_in(f"SPD-{word.capitalize()}")
    (quote,) = read_section(SPEAKERS["stand_ins"]["example"]).quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Jan Roth"


@pytest.mark.parametrize("word", [*ASIDES["words"], *ASIDES["examples"]])
def test_aside_says_nothing_about_who_it_is(word: str) -> None:
    assert is_aside(word)
    assert is_aside(f"12 {word}") or word in ASIDES["examples"]


@pytest.mark.parametrize("start", ASIDES["starts"])
def test_piece_that_begins_so_is_an_aside(start: str) -> None:
    assert is_aside(f"{start} und")


@pytest.mark.parametrize("start", ASIDES["numbered"])
def test_number_makes_it_an_aside(start: str) -> None:
    assert is_aside(f"{start} 12")
    assert is_aside(f"{start} B")
    assert not is_aside(f"{start} der Begegnung")


@pytest.mark.parametrize("example", ASIDES["examples"])
def test_aside_stays_in_the_block_of_the_contact(example: str) -> None:
    block = f"Eva Kurz\nKoordinatorin\n{example}\nTel. 030 23125-014"
    (contact,) = read_section(block).contacts
    assert contact.name is not None
    assert (contact.name.full, contact.roles) == ("Eva Kurz", ("Koordinatorin",))
    assert (contact.organisation, contact.units, len(contact.phones)) == (None, (), 1)


@pytest.mark.parametrize(
    "piece",
    ["Amt für Soziales", "Eva Kurz", "Moritz Roth", "Raumplanung", "Standesamt", "Frau Stock-Roth"],
)
def test_piece_is_no_aside(piece: str) -> None:
    assert not is_aside(piece)


def test_providers_are_nobody_s_house() -> None:
    providers = load_toml("mailboxes.toml")["providers"]
    assert house_of(providers["example"]) is None
    assert all(house_of(f"eva@{word}.de") is None for word in providers["words"])


def test_mailboxes_are_written_as_in_addresses() -> None:
    assert len(set(MAILBOXES["words"])) == len(MAILBOXES["words"])
    for word in functional_words():
        assert word.isascii()
        assert word == word.lower()


@pytest.mark.parametrize("example", MAILBOXES["examples"])
def test_functional_mailbox_fits_everybody(example: str) -> None:
    assert example.partition("@")[0] in functional_words()
    section = read_section(f"Eva Kurz\nTel. 030 23125-014\n{example}")
    assert [f.code for f in section.findings if f.code.startswith("email.")] == []


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        pytest.param("Müller", {"mueller", "muller"}, id="umlaut"),
        pytest.param("Groß", {"gross"}, id="ß"),
        pytest.param("Yıldız", {"yildiz"}, id="Turkish"),
        pytest.param("Łukasz", {"lukasz"}, id="Polish"),
        pytest.param("Nguyễn", {"nguyen"}, id="Vietnamese"),
        pytest.param("O’Neill", {"oneill"}, id="apostrophe"),
        pytest.param("Kurz-Öz", {"kurzoez", "kurzoz"}, id="double name"),
    ],
)
def test_name_is_written_so_in_addresses(name: str, forms: set[str]) -> None:
    assert address_forms(name) == forms


@pytest.mark.parametrize("word", PLACES["words"])
def test_word_tells_places_apart(word: str) -> None:
    assert distinguishes(word)


@pytest.mark.parametrize("example", PLACES["examples"])
def test_place_is_kept_whole(example: str) -> None:
    section = read_section(f"Gemeinsam mit der Volkshochschule {example} öffnen wir Räume.")
    assert [partner.name for partner in section.partners] == [f"Volkshochschule {example}"]
    assert distinguishes(example.rsplit(maxsplit=1)[-1])


@pytest.mark.parametrize(
    ("before", "is_abbreviation"),
    [
        pytest.param("Prof. Dr", True, id="title"),
        pytest.param("am 3", True, id="ordinal"),
        pytest.param("von J", True, id="initial"),
        pytest.param("z. B", True, id="two letters"),
        pytest.param("bzw", True, id="word"),
        pytest.param("die Tafel", False, id="noun"),
        pytest.param("im Jahr 2024", False, id="year"),
    ],
)
def test_full_stop_ends_a_sentence(before: str, is_abbreviation: bool) -> None:
    assert ends_in_abbreviation(before) is is_abbreviation


@pytest.mark.parametrize(
    ("e164", "postal_code", "fits"),
    [
        pytest.param("+493023125014", "10115", True, id="Berlin in Berlin"),
        pytest.param("+493023125014", "14467", True, id="Berlin next to it"),
        pytest.param("+493023125014", "54516", False, id="Berlin at the Mosel"),
        pytest.param("+498999998123", "80331", True, id="Munich in Munich"),
        pytest.param("+498999998123", "20095", False, id="Munich in Hamburg"),
        pytest.param("+43123125014", "80331", True, id="foreign numbers are not known"),
        pytest.param("+493023125014", "A-10", True, id="no German post code"),
    ],
)
def test_number_rings_at_a_post_code(e164: str, postal_code: str, fits: bool) -> None:
    assert fits_postal_code(e164, postal_code) is fits


def test_postal_regions_are_two_digits_each() -> None:
    rows = list(load_csv("postal_regions.csv"))
    assert len({row["area_zone"] for row in rows}) == len(rows)
    for row in rows:
        zones = [row["area_zone"], *row["postal_zones"].split()]
        assert all(len(zone) == 2 and zone.isdigit() for zone in zones)


@pytest.mark.parametrize("label", load_toml("subheadings.toml")["facts"]["labels"])
def test_label_opens_a_fact(label: str) -> None:
    section = read_section(f"{BODY}\n\n{label.capitalize()}: viele im Kreis\n\n{BODY}")
    texts = [paragraph.text for paragraph in section.paragraphs]
    assert texts == [BODY, f"{label.capitalize()}: viele im Kreis", BODY]


@pytest.mark.parametrize("words", load_toml("subheadings.toml")["facts"]["before_figures"])
def test_words_open_a_fact_with_a_figure(words: str) -> None:
    line = f"{words[0].upper()}{words[1:]} 2021 Kurse"
    section = read_section(f"{BODY}\n\n{line}\n2022 Kurse\n\n{BODY}")
    assert [p.text for p in section.paragraphs] == [BODY, line, "2022 Kurse", BODY]


@pytest.mark.parametrize("mark", load_toml("subheadings.toml")["imprint"]["marks"])
def test_terms_of_use_end_the_last_section(mark: str) -> None:
    section = read_section(f"{BODY}\n\nHinweis\nGestattet ist, was folgt: {mark} Quelle.")
    assert [paragraph.text for paragraph in section.paragraphs] == [BODY]


@pytest.mark.parametrize("line", load_toml("subheadings.toml")["ours"]["examples"])
def test_our_own_subheading_is_known(line: str) -> None:
    assert subheading_kind(line) == "topic"


@pytest.mark.parametrize("end", SPEAKERS["collectives"]["ends"])
def test_several_sign_together(end: str) -> None:
    (quote,) = read_section(f"„Wir packen es nun an.“\nDie {end.capitalize()} am See").quotes
    assert quote.speaker is not None
    assert (quote.speaker.kind, quote.speaker.name) == ("group", None)


@pytest.mark.parametrize("word", SPEAKERS["collectives"]["several"])
def test_number_of_those_who_sign(word: str) -> None:
    (quote,) = read_section(f"„Wir packen es nun an.“\n{word.capitalize()} Kinder am See").quotes
    assert quote.speaker is not None
    assert quote.speaker.roles == (f"{word.capitalize()} Kinder am See",)


@pytest.mark.parametrize("stem", SPEECH["of_persons"])
def test_somebody_in_no_list_is_the_subject(stem: str) -> None:
    verb = next(form for form in verbs() if form.startswith(stem))
    (quote,) = read_section(f"„Wir packen an und geben nicht auf“, {verb} Dilnaz Ahmadi.").quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Dilnaz Ahmadi"


@pytest.mark.parametrize("word", sorted(words("abbreviated_enders")))
def test_abbreviation_ends_no_line(word: str) -> None:
    section = read_section(f"Moderiert wird der Runde Tisch im Kreis {word}\nKurz und gut ist das.")
    assert len(section.paragraphs) == 1


@pytest.mark.parametrize("line", load_toml("asides.toml")["captions"]["examples"])
def test_captions_are_told_by_their_words(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize("line", load_toml("asides.toml")["captions"]["counterexamples"])
def test_what_begins_like_a_caption_may_be_none(line: str) -> None:
    assert not is_caption(line)
