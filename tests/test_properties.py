"""What the contract promises of every output, tried on texts that nobody thought of."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.run import Result
from pipeline.text import Span, fold
from pipeline.write import as_json
from schemas import Landkreis
from schemas.publish import PUBLISHED
from tests.reading import read_brochure

HEADINGS = [
    "Landkreis Celle",
    "KREIS PLÖN",
    "Kassel, Hessen",
    "Stadt Kassel",
    "H a r z",
    "Börde ..... 17",
    "Landkreis Altmühlau",
    "Programmlandkreise 2023 – 2024",
]
ORDER = [
    "Ziele",
    "Ansprechpartnerin:",
    "Kontakt: Eva Kurz",
    "Partner vor Ort",
    "Unsere Partner: Volkshochschule und Jobcenter.",
    "Zitat",
    "Impressum",
    "Redaktion: Eva Kurz, Tel. 030 23125-014",
]
CONTACTS = [
    "Dr. Eva Kurz",
    "Kurz, Eva",
    "Frau Ayşe Yıldız, M. A.",
    "Landrätin",
    "Fachbereich 3 – Jugend, Familie und Soziales, Landratsamt Celle",
    "Leitung: Jan Roth",
    "Tel.: 030 23125-014 | Fax: -015 | E-Mail: eva.kurz@kreis-altmuehlau.de",
    "Telefon",
    "030 23125-120/-121",
    "Mobil 0171 3920012 oder 0176 04069012",
    "eva.kurz (at) kreis-altmuehlau (dot) de",
    "E-Mail: eva kurz@kreis,de",
    "www.kreis-altmuehlau.de/ehrenamt",
    "Am Bölt 15 - 21, 29221 Celle",
    "Postfach 14 20",
    "29221 Celle",
    "Mo–Fr 8.30–12.00 Uhr",
    "Raum 2.07 (1. OG)",
]
PROSE = [
    "Der Landkreis Celle fördert gemeinsam mit der Volkshochschule, dem Jugendamt und der AWO das",
    "Ehrenamt. Fragen beantwortet Frau Steffi Kern, Telefon 030 23125-014, gern.",
    "Unterstützt wird das Vorhaben durch die Sparkasse e. V. (Ortsgruppe Zuge-",
    "wanderte, Bau- und Umweltamt) sowie Herrn Jan Roth, Leiter der Tafel.",
    "• AWO Kreisverband Celle e. V.",
    "1. Jobcenter und Kreissportbund",
    "Wir sprechen vom „Think Tank“ und meinen es auch so, wie es hier steht.",
    "Foto: Eva Kurz",
]
QUOTES = [
    "„Wir packen an und geben nicht auf.“",
    "»Wir nennen es ‚Brücke‘«, sagt Landrätin Dr. Eva Kurz.",
    "Landrat Jan Roth betont: „Es lohnt sich für alle.“",
    "„Wir packen an“, so Eva Kurz, „und geben nicht auf.“",
    "– Dr. Eva Kurz, Landrätin des Landkreises Celle",
    "(Jan Roth, Ehrenamtskoordinator)",
    "„Dieses Zitat hört",
    "nie auf, sagt sie.",
    '"Englisch", er says.',
]
JUNK = ["•", "–", "@", "„", "“", "(", ":", "…", "1", "a-", "030", "\t x \t", "\u00ad", "\x00", "Ã¼"]
LINES = [*HEADINGS, *ORDER, *CONTACTS, *PROSE, *QUOTES, *JUNK]
ENDS = ["\n", "\n\n", "\r\n", "\n \n", " ", "\f"]


def _assembled() -> st.SearchStrategy[str]:
    """Texts of lines that brochures are made of, in any order, with a bit of anything between."""
    line = st.sampled_from(LINES) | st.sampled_from(HEADINGS) | st.text(max_size=8)
    ends = st.sampled_from(ENDS) | st.sampled_from(["\n", "\n\n"])
    return st.lists(st.tuples(line, ends), max_size=40).map(
        lambda pairs: "".join(line + end for line, end in pairs)
    )


TEXTS = st.one_of(st.text(), _assembled()).filter(lambda characters: characters.strip() != "")


@given(TEXTS)
@example("\u200b")
@example("x" * 100)
@example("Landkreis Celle")
@example("\n\nLandkreis Celle\n\n" + "\n".join(LINES))
@example("\n\n".join(["Titel", *LINES]))
@example("\n".join(heading + "\n\n" + "\n\n".join(CONTACTS + QUOTES) for heading in HEADINGS))
def test_text_keeps_the_promises(characters: str) -> None:
    result = read_brochure(characters)
    assert list(_ungrounded(result)) == []
    for landkreis in result.brochure.landkreise:
        assert _misplaced(landkreis, result.text.characters) == []
    assert _outside(result) == fold(result.brochure.title or "").replace(" ", "")
    published = as_json(result.brochure)
    _validator().validate(json.loads(published))
    assert as_json(read_brochure(characters).brochure) == published


@cache
def _validator() -> Any:
    return jsonschema.Draft202012Validator(json.loads(PUBLISHED.read_text(encoding="utf-8")))


def _ungrounded(result: Result) -> Iterator[str]:
    """Yield the values whose span does not lead back to them."""
    text = result.text
    record = result.brochure.model_dump(mode="json")
    for path, node in _with_span(record, ""):
        span = Span(node["span"]["start"], node["span"]["end"])
        if not 0 <= span.start < span.end <= len(text.characters):
            yield f"{path}: {span}"
            continue
        passage = text.fold(span)
        if passage == "" or "message" in node:
            continue
        # a quote's text lacks its marks and what interrupts it; the pieces are looked at below
        values = [node.get("raw"), node.get("attribution")]
        values += [] if "speaker" in node else [node.get("text")]
        for value in values:
            if value is not None and _squashed(value) not in _squashed(passage):
                yield f"{path}: {value!r} is not in {passage!r}"
        if "speaker" in node and not _is_said_in(node["text"], passage):
            yield f"{path}: {node['text']!r} is not said in {passage!r}"


def _with_span(node: object, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, list):
        for i, value in enumerate(node):
            yield from _with_span(value, f"{path}/{i}")
    elif isinstance(node, dict):
        if node.get("span"):
            yield path, node
        for key, value in node.items():
            yield from _with_span(value, f"{path}/{key}")


def _squashed(passage: str) -> str:
    """Leave out white space, and the hyphens of words that are parted at a line end."""
    return "".join(passage.split()).replace("-", "")


def _is_said_in(spoken: str, passage: str) -> bool:
    """Whether words stand in a passage, in one piece or with one gap for `so X`."""
    squashed, whole = _squashed(spoken), _squashed(passage)
    if squashed in whole:
        return True
    cuts = range(1, len(squashed))
    return any(
        (at := whole.find(squashed[:cut])) >= 0 and squashed[cut:] in whole[at + cut :]
        for cut in cuts
    )


def _misplaced(landkreis: Landkreis, characters: str) -> list[str]:
    """Return the characters of a section that lie in no block of it, or in two."""
    start, end = landkreis.span.start, landkreis.span.end
    owners = Counter(range(start, _end_of_heading(landkreis, characters)))
    for span in _blocks(landkreis):
        owners.update(range(span.start, span.end))
    assert all(start <= i < end for i in owners)
    return [
        f"{i}: {characters[i]!r} {owners[i]}"
        for i in range(start, end)
        if owners[i] != 1 and not characters[i].isspace()
    ]


def _end_of_heading(landkreis: Landkreis, characters: str) -> int:
    assert characters.startswith(landkreis.heading, landkreis.span.start)
    return landkreis.span.start + len(landkreis.heading)


def _blocks(landkreis: Landkreis) -> Iterator[Span]:
    """Yield the outermost blocks: contacts and quotes may stand inside a paragraph."""
    paragraphs = [Span(p.span.start, p.span.end) for p in landkreis.paragraphs]
    yield from paragraphs
    for passage in (*landkreis.subheadings, *landkreis.residue):
        yield Span(passage.span.start, passage.span.end)
    spans = [contact.span for contact in landkreis.contacts]
    for nested in (*spans, *(quote.span for quote in landkreis.quotes)):
        span = Span(nested.start, nested.end)
        if not any(paragraph.holds(span) for paragraph in paragraphs):
            yield span


def _outside(result: Result) -> str:
    """Return the characters that lie in no section and not in the residue: the title's."""
    left = list(result.text.characters)
    spans = [part.span for part in result.brochure.landkreise]
    for span in (*spans, *(passage.span for passage in result.brochure.residue)):
        for i in range(span.start, span.end):
            assert left[i], f"{i} lies in two parts"
            left[i] = ""
    return "".join("".join(left).split())


@given(_assembled().filter(lambda characters: characters.strip() != ""))
def test_what_is_printed_is_taken_as_printed(characters: str) -> None:
    result = read_brochure(characters)
    for landkreis in result.brochure.landkreise:
        printed = _squashed(result.text.fold(Span(landkreis.span.start, landkreis.span.end)))
        for contact in landkreis.contacts:
            named = [contact.name.full] if contact.name else []
            for value in (*named, *contact.roles, *contact.units):
                assert _squashed(value) in printed
        for quote in landkreis.quotes:
            for role in quote.speaker.roles if quote.speaker else ():
                assert _squashed(role) in printed


@given(_assembled().filter(lambda characters: characters.strip() != ""))
def test_each_id_is_given_once(characters: str) -> None:
    landkreise = read_brochure(characters).brochure.landkreise
    ids = [landkreis.id for landkreis in landkreise]
    ids += [contact.id for landkreis in landkreise for contact in landkreis.contacts]
    assert len(ids) == len(set(ids))
    for landkreis in landkreise:
        own = {contact.id for contact in landkreis.contacts}
        assert all(identity.startswith(f"{landkreis.id}/") for identity in own)
        speakers = {q.speaker.contact_id for q in landkreis.quotes if q.speaker}
        assert speakers - {None} <= own


@given(_assembled().filter(lambda characters: characters.strip() != ""))
def test_each_finding_points_at_a_value(characters: str) -> None:
    brochure = read_brochure(characters).brochure
    record = brochure.model_dump(mode="json")
    for findings in (brochure.findings, *(part.findings for part in brochure.landkreise)):
        for finding in findings:
            node: Any = record
            for key in finding.path.split("/")[1:]:
                node = node[int(key)] if isinstance(node, list) else node[key]
            assert finding.message.endswith((".", "”."))


SIZE = 200_000
SECTION = "Landkreis Celle\n\n"
WORST = [
    "1",
    "0 ",
    ".",
    " ",
    "„",
    '"',
    "„ “ ",
    "a-a-a-",
    "@",
    "a@b.de ",
    "A",
    "A ",
    "(",
    "und ",
    ", ",
]
WORST += [
    "Landkreis ",
    "die Tafel, ",
    "unterstützt durch ",
    "Frau A ",
    "030 23125-014, ",
    "str. 1 ",
]
LINES_OF_ONE_KIND = [
    "",
    "xxxxxxxxx",
    "• Jobcenter",
    "Telefon:",
    "Ziele\n",
    "Eva Kurz\nTel. 030 23125-014",
]
LINES_OF_ONE_KIND += ["„Wir packen es an.“\n– Eva Kurz, Landrätin", "Landkreis Celle\n"]


@pytest.mark.parametrize("unit", [*WORST, *(f"{line}\n" for line in LINES_OF_ONE_KIND)])
def test_time_is_linear(unit: str) -> None:
    # a quadratic step would take minutes, and pytest-timeout is the assertion
    read_brochure(f"{SECTION}Tafel{unit * (SIZE // len(unit))}")


@pytest.mark.parametrize("unit", ["1", "„", "Landkreis ", "x\n\n\n\n"])
def test_time_is_linear_without_a_section(unit: str) -> None:
    read_brochure("Tafel" + unit * (SIZE // len(unit)))
