"""Who speaks in running text: what stands beside the quote, and whom the text names before it."""

from typing import Literal

import pytest

from pipeline.assemble.attributions import parse_attribution
from pipeline.assemble.lone_names import lone_name, name_behind_office
from pipeline.assemble.speakers import FoundSpeaker
from pipeline.assemble.wording import (
    several_persons,
    without_listener,
    without_occasion,
    writer,
)
from schemas import Speaker
from tests.reading import read_section

SAID = "„Wir packen an und geben nicht auf“"
WHOLE = "„Wir packen an und geben nicht auf.“"


def speaker_of(passage: str) -> Speaker | None:
    return read_section(passage).quotes[-1].speaker


@pytest.mark.parametrize(
    ("attribution", "name", "roles", "organisation"),
    [
        pytest.param("sagte Eva Kurz am Dienstag", "Eva Kurz", (), None, id="day"),
        pytest.param("sagte Eva Kurz bei der Eröffnung", "Eva Kurz", (), None, id="occasion"),
        pytest.param("sagt Eva Kurz, die das Haus leitet", "Eva Kurz", (), None, id="clause"),
        pytest.param("sagt Eva Kurz (SPD)", "Eva Kurz", (), None, id="party"),
        pytest.param("sagt Eva Kurz (41)", "Eva Kurz", (), None, id="age"),
        pytest.param("sagt Eva Kurz von der Tafel", "Eva Kurz", (), "Tafel", id="body"),
        pytest.param("sagte Eva Kurz der Deutschen Presse-Agentur", "Eva Kurz", (), None, id="dpa"),
        pytest.param("betont Landrat Kurz", "Kurz", ("Landrat",), None, id="family name"),
        pytest.param("merkt Eva Kurz, Landrätin an", "Eva Kurz", ("Landrätin",), None, id="an"),
        pytest.param(
            "fügt Eva Kurz, Leiterin der Tafel hinzu",
            "Eva Kurz",
            ("Leiterin der Tafel",),
            None,
            id="hinzu",
        ),
        pytest.param(
            "sagt Präsident Ngalu Obiang", "Ngalu Obiang", ("Präsident",), None, id="in no list"
        ),
        pytest.param(
            "Eva Kurz, ehrenamtliche Fahrerin",
            "Eva Kurz",
            ("ehrenamtliche Fahrerin",),
            None,
            id="adjective",
        ),
        pytest.param(
            "Eva Kurz, Leiterin der Tafel im Landkreis Celle",
            "Eva Kurz",
            ("Leiterin der Tafel im Landkreis Celle",),
            None,
            id="where",
        ),
    ],
)
def test_person_is_parted_from_what_stands_beside(
    attribution: str, name: str, roles: tuple[str, ...], organisation: str | None
) -> None:
    assert parse_attribution(attribution) == FoundSpeaker(name, "person", roles, organisation)


@pytest.mark.parametrize(
    ("attribution", "organisation"),
    [
        pytest.param("teilte die Kreisverwaltung auf Anfrage mit", "Kreisverwaltung", id="mit"),
        pytest.param("heißt es aus dem Jobcenter", "Jobcenter", id="heißt es"),
        pytest.param("Im Mai schrieb das Jugendamt", "Jugendamt", id="turned"),
        pytest.param("teilt der Kreissportbund (KSB) mit", "Kreissportbund", id="abbreviation"),
        pytest.param(
            "In einer Mitteilung des Jugendamtes heißt es", "Jugendamt", id="what it writes"
        ),
        pytest.param("Laut Polizei war die Straße", "Polizei", id="laut"),
        pytest.param("stellt das Jugendamt klar", "Jugendamt", id="verb in two parts"),
        pytest.param("meldet die Fähranstalt", "Fähranstalt", id="unknown behind an article"),
        pytest.param(
            "Nach Überzeugung des Gerichts handelte er", "Gericht", id="noun for what is said"
        ),
        pytest.param("Auch der BUND reagierte enttäuscht", "BUND", id="adverbs"),
        pytest.param("heißt es von der Deutschen Fähre", "Deutsche Fähre", id="in no list"),
        pytest.param("Der Polizei zufolge", "Polizei", id="zufolge"),
        pytest.param("Angaben des Jugendamts zufolge war", "Jugendamt", id="zufolge, verb behind"),
        pytest.param("Nach Angaben der Deutschen Fähre wird", "Deutsche Fähre", id="on whose word"),
    ],
)
def test_body_speaks(attribution: str, organisation: str) -> None:
    assert parse_attribution(attribution) == FoundSpeaker(None, "group", (), organisation)


@pytest.mark.parametrize(
    ("attribution", "kind", "role"),
    [
        pytest.param("sagt ein Anwohner", "person", "Anwohner", id="in no office"),
        pytest.param("Der Fahrer verteidigt sich", "person", "Fahrer", id="ahead"),
        pytest.param("Der Vermieter habe ihm gesagt", "person", "Vermieter", id="verb at the end"),
        pytest.param(
            "sagt das Oberhaupt der Kirche", "person", "Oberhaupt der Kirche", id="genitive"
        ),
        pytest.param("riefen die Anwohner", "group", "Anwohner", id="verb in the plural"),
        pytest.param("so die Anwohner", "group", "Anwohner", id="article in the plural"),
        pytest.param("schrieb die Ärztin an den Kreis", "person", "Ärztin", id="to whom"),
        pytest.param("fragte die Ärztin das Kind", "person", "Ärztin", id="whom she asks"),
        pytest.param("Ein Leser aus Celle schreibt", "person", "Leser", id="from where"),
        pytest.param("sagt ein Jodler", "person", "Jodler", id="article that is a particle too"),
        pytest.param(
            "mahnen sowohl Landrat Jan Roth als auch Ärztin Eva Kurz",
            "group",
            "Landrat Jan Roth als auch Ärztin Eva Kurz",
            id="two",
        ),
    ],
)
def test_function_speaks(attribution: str, kind: Literal["person", "group"], role: str) -> None:
    assert parse_attribution(attribution) == FoundSpeaker(None, kind, (role,), None)


@pytest.mark.parametrize(
    ("attribution", "roles"),
    [
        pytest.param("berichtet Zeugin Eva Kurz", ("Zeugin",), id="in the list"),
        pytest.param("berichtet Jodlerin Eva Kurz", ("Jodlerin",), id="by its end"),
        pytest.param("Ähnlich sieht es Kunde Eva Kurz", ("Kunde",), id="ahead"),
        pytest.param("In Hannover sagt Eva Kurz", (), id="place"),
        pytest.param(
            "gibt Pegelbeobachterin Eva Kurz Entwarnung", ("Pegelbeobachterin",), id="object"
        ),
        pytest.param("sah Ärztin Eva Kurz (ÖVP) das anders", ("Ärztin",), id="party and verb"),
        pytest.param("erklärte Ärztin Eva Kurz, Celle müsse", ("Ärztin",), id="indirect speech"),
        pytest.param("so Ärztin Eva Kurz zur APA", ("Ärztin",), id="agency"),
        pytest.param("sagt Ärztin Eva Kurz der „Celler Zeitung“", ("Ärztin",), id="paper in marks"),
    ],
)
def test_noun_before_a_name_is_its_function(attribution: str, roles: tuple[str, ...]) -> None:
    assert parse_attribution(attribution) == FoundSpeaker("Eva Kurz", "person", roles, None)


def test_two_speak_together() -> None:
    both = "Landrat Jan Roth und Eva Kurz"
    assert parse_attribution(f"kündigten {both} an") == FoundSpeaker(None, "group", (both,), None)


@pytest.mark.parametrize(
    ("passage", "name", "roles"),
    [
        pytest.param(
            f"Landrätin Eva Kurz kam. {SAID}, sagt sie.", "Eva Kurz", ("Landrätin",), id="pronoun"
        ),
        pytest.param(
            f"Landrätin Eva Kurz kam. Sie sagt: {WHOLE}", "Eva Kurz", ("Landrätin",), id="ahead"
        ),
        pytest.param(
            f"Landrätin Eva Kurz begrüßt Landrat Jan Roth. {SAID}, sagt sie.",
            "Eva Kurz",
            ("Landrätin",),
            id="gender decides",
        ),
        pytest.param(f"Jan Roth half. {SAID}, sagt der 19-Jährige.", "Jan Roth", (), id="age"),
        pytest.param(
            f"Landrätin Eva Kurz kam. {SAID}, so Kurz.", "Eva Kurz", ("Landrätin",), id="family"
        ),
        pytest.param(
            f"Eva Kurz nickt. {WHOLE} Die Halle ist voll.", "Eva Kurz", (), id="sentence before"
        ),
        pytest.param(
            f"Jan Roth kam. Es sei spät, sagte er. {WHOLE} Es wurde still.",
            "Jan Roth",
            (),
            id="pronoun in the sentence before",
        ),
        pytest.param(
            f"SPD-Chefin Eva Kurz und CDU-Chef Jan Roth kamen. {SAID}, dämpfte Roth den Jubel.",
            "Jan Roth",
            ("CDU-Chef",),
            id="unknown verb and family name",
        ),
        pytest.param(f"{WHOLE} Eva Kurz nickt.", "Eva Kurz", (), id="sentence behind"),
        pytest.param(
            f"{SAID}, sagt Eva Kurz. Dann lacht sie. {WHOLE}", "Eva Kurz", (), id="she goes on"
        ),
        pytest.param(
            f"Landrätin Eva Kurz kam. {SAID}, so die Landrätin.",
            "Eva Kurz",
            ("Landrätin",),
            id="the same function",
        ),
        pytest.param(
            f"Innenminister Jan Roth kam. {SAID}, so der Minister.",
            "Jan Roth",
            ("Minister",),
            id="a shorter word for it",
        ),
        pytest.param(
            f"Landrat Jan Roth kam. {SAID}, so der CDU-Politiker.",
            "Jan Roth",
            ("CDU-Politiker",),
            id="another word for anybody",
        ),
        pytest.param(
            f"Landrat Jan Roth kam. {SAID}, so der Richter.", None, ("Richter",), id="another man"
        ),
        pytest.param(
            f"Landrat Jan Roth kam. {SAID}, so ein Landrat.", None, ("Landrat",), id="any of them"
        ),
        pytest.param(
            f"Der Abgeordnete Jan Roth kam. {SAID}, sagt er.",
            "Jan Roth",
            ("Abgeordnete",),
            id="gender by the article",
        ),
        pytest.param(
            f"Landrat Jan Roth kam. {SAID}, heißt es in seinem Brief.",
            "Jan Roth",
            ("Landrat",),
            id="in his paper",
        ),
        pytest.param(
            f"Jan Roth kam. {SAID}, sagte er zu Eva Kurz.", "Jan Roth", (), id="to somebody named"
        ),
        pytest.param(
            f"Eva Kurz und Ute Roth kamen. {SAID}, sagt sie.", None, (), id="two may be meant"
        ),
        pytest.param(f"Die Halle war voll. {SAID}, so Kurz.", None, (), id="nobody named before"),
        pytest.param(
            f"Landrat Jan Roth kam. {SAID}, sagt sie.", None, (), id="somebody else named before"
        ),
    ],
)
def test_text_before_says_who_is_meant(passage: str, name: str | None, roles: object) -> None:
    speaker = speaker_of(passage)
    assert speaker is not None
    assert (speaker.name, speaker.roles) == (name, roles)


@pytest.mark.parametrize(
    ("passage", "spoken"),
    [
        pytest.param(f"{SAID}, hatte Eva Kurz im Mai gesagt.", 1, id="verb at the end"),
        pytest.param(
            "Eva Kurz nannte es „einen Gewinn für alle im Ort“.", 1, id="part of a sentence"
        ),
        pytest.param(
            "Der Kreis teilte mit, man werde „keine Stellen in Celle streichen“.", 1, id="of a body"
        ),
        pytest.param(
            "Laut Polizei war er „mit viel zu hohem Tempo unterwegs“.", 1, id="laut a body"
        ),
        pytest.param("Ihr Fazit: „Es hat sich gelohnt.“", 1, id="noun for what is said"),
        pytest.param("Unser Motto: „Wir packen es jetzt an!“", 0, id="motto"),
        pytest.param("In der Reihe „Kino auf dem Land“ zeigt Eva Kurz Filme.", 0, id="series"),
        pytest.param(
            "Es gilt „Wer zuerst kommt, mahlt zuerst“, so dass viele eilen.", 0, id="so dass"
        ),
        pytest.param("„Wir packen hier alles an!“, kräht Wirtin Eva Kurz.", 1, id="unknown verb"),
        pytest.param("„Wir packen jetzt an!“, macht Eva Kurz deutlich.", 1, id="two parts"),
        pytest.param("„Wir packen jetzt an!“ – so lautet ihr Rat.", 1, id="dash and so"),
        pytest.param("„Wir packen an“: Mit diesen Worten grüßt Eva Kurz.", 1, id="colon behind"),
        pytest.param("„Tausend Dank“, rief Eva Kurz.", 1, id="two words"),
        pytest.param("„Frische Luft“, sagt Eva Kurz, sei gesund.", 0, id="two words of a sentence"),
        pytest.param("Eva Kurz nickt: „Das war knapp.“", 1, id="three words ahead"),
        pytest.param(
            "Eva Kurz sagte der „Celler Zeitung“, es sei „viel ernster als gedacht“.",
            1,
            id="paper in marks",
        ),
        pytest.param(
            "Er sei „am Ende“, sagte Jan Roth. „Es geht nicht mehr.“", 1, id="term, then a quote"
        ),
        pytest.param("„Wir packen an“, sagt Eva Kurz. Und weiter: „Es eilt sehr.“", 2, id="weiter"),
        pytest.param("Eva Kurz zufolge „war es sehr spät geworden“.", 1, id="zufolge"),
        pytest.param("„Ein Käfig voller Narren“, dirigiert von Eva Kurz.", 0, id="work by her"),
        pytest.param("Es läuft „Der alte Mann“, kocht Wirtin Eva Kurz.", 0, id="title inside"),
        pytest.param("„Alle an Bord, Leute!“ Unter diesem Motto feiert der Kreis.", 0, id="slogan"),
    ],
)
def test_utterance_in_running_text(passage: str, spoken: int) -> None:
    assert len(read_section(f"Der Abend war lang. {passage}").quotes) == spoken


@pytest.mark.parametrize(
    ("attribution", "name"),
    [
        pytest.param("so Kurz", "Kurz", id="behind so"),
        pytest.param("Kurz ergänzt", "Kurz", id="before the verb"),
        pytest.param("sagt sie", None, id="pronoun"),
        pytest.param("so Experten", None, id="function"),
        pytest.param("Lebenshilfe", None, id="no verb"),
    ],
)
def test_one_word_may_be_a_name(attribution: str, name: str | None) -> None:
    assert lone_name(attribution) == name


@pytest.mark.parametrize(
    "passage", ["sagt Leiterin Pflege", "sagt Referent Klimaschutz", "Landräte Kurz"]
)
def test_field_of_work_is_no_name(passage: str) -> None:
    assert name_behind_office(passage) is None


def test_what_is_no_listener_and_no_occasion_stays() -> None:
    for passage in ("sagt die Leiterin der Kreiszeitung", "so der Pflegedienst"):
        assert without_listener(passage) == passage
    for passage in ("heißt es im Kreistag", "sagt Eva Kurz im Sozialamt"):
        assert without_occasion(passage) == passage
    assert writer("In der Stadt heißt es") is None
    assert several_persons("sagt Eva Kurz und Jan Roth nickt") is None


@pytest.mark.parametrize(
    ("second", "names"),
    [
        pytest.param("ergänzt Jan Roth.", ["Eva Kurz", "Jan Roth"], id="another person"),
        pytest.param(
            "fügt ihr Kollege Jan Roth hinzu.", ["Eva Kurz", "Jan Roth"], id="verb in two parts"
        ),
        pytest.param("ergänzt sie.", ["Eva Kurz"], id="the same person"),
        pytest.param("ruft der andere.", ["Eva Kurz", None], id="the other one"),
        pytest.param("antwortet er.", ["Eva Kurz", None], id="who answers"),
    ],
)
def test_second_quote_of_a_paragraph_may_be_of_another_speaker(
    second: str, names: list[str]
) -> None:
    quotes = read_section(f"{SAID}, meint Eva Kurz. „Das gilt überall!“, {second}").quotes
    assert [quote.speaker and quote.speaker.name for quote in quotes] == names


def test_voice_is_nobody() -> None:
    (quote,) = read_section(f"Der Saal war voll. {SAID}, tönte es aus dem Saal.").quotes
    assert (quote.speaker, quote.attribution) == (None, "tönte es aus dem Saal")


@pytest.mark.parametrize(
    ("attribution", "kind", "role"),
    [
        pytest.param("Eine Mutter aus Celle", "person", "Mutter aus Celle", id="article"),
        pytest.param("Ein Senior (82) aus Celle", "person", "Senior aus Celle", id="age inside"),
        pytest.param("Vater von Zwillingen", "person", "Vater von Zwillingen", id="bare noun"),
        pytest.param("Teilnehmer, 34", "person", "Teilnehmer", id="age behind"),
        pytest.param("Unsere Ehrenamtlichen", "group", "Ehrenamtlichen", id="our"),
        pytest.param("Die Kids vom Platz", "group", "Kids vom Platz", id="plural"),
        pytest.param("Die Klasse 4b", "group", "Klasse 4b", id="class"),
        pytest.param("Familie Al-Khatib", "group", "Familie Al-Khatib", id="family"),
        pytest.param("Drei Jungs aus Celle", "group", "Drei Jungs aus Celle", id="number"),
        pytest.param("Eva Kurz und Jan Roth, Paten", "group", "Eva Kurz und Jan Roth", id="two"),
    ],
)
def test_people_sign_without_a_name(
    attribution: str, kind: Literal["person", "group"], role: str
) -> None:
    assert parse_attribution(attribution) == FoundSpeaker(None, kind, (role,), None)


@pytest.mark.parametrize(
    ("attribution", "name"),
    [
        pytest.param("erzählt Dilnaz Ahmadi, die hier lernt", "Dilnaz Ahmadi", id="behind a verb"),
        pytest.param("meldet Altmühl Aktuell", None, id="verb of bodies"),
        pytest.param("Nguyễn Thị Mai, Teilnehmerin", "Nguyễn Thị Mai", id="family in front"),
        pytest.param("sagt Phạm Thu Hà", "Phạm Thu Hà", id="family that is a given name too"),
        pytest.param("Rojhat D., Schüler", "Rojhat D.", id="initial"),
        pytest.param("Xhevahire Krasniqi aus Celle", "Xhevahire Krasniqi", id="from where"),
        pytest.param("Sprichwort aus Ghana", None, id="nobody"),
        pytest.param("Jona, 9 Jahre", "Jona", id="age is no function"),
    ],
)
def test_name_in_no_list(attribution: str, name: str | None) -> None:
    speaker = parse_attribution(attribution)
    assert speaker.name == name
    assert speaker.roles in {(), ("Teilnehmerin",), ("Schüler",)}


@pytest.mark.parametrize(
    ("attribution", "roles"),
    [
        pytest.param("sagt Landrätin Dr.\nEva Kurz.", ("Landrätin",), id="title at the line end"),
        pytest.param("sagt Leiterin Eva\nKurz.", ("Leiterin",), id="name"),
        pytest.param("sagt Leiterin Eva Kurz*.", ("Leiterin",), id="footnote behind the name"),
        pytest.param("so Eva Kurz, Leiterin\ndes Amtes.", ("Leiterin des Amtes",), id="function"),
    ],
)
def test_line_feed_inside_a_sentence_parts_nothing(
    attribution: str, roles: tuple[str, ...]
) -> None:
    (quote,) = read_section(
        "Wir wollen, dass alle, die hier leben, sich hier auch\nzu Hause fühlen, ob jung oder alt, "
        f"ob neu oder\nschon lange da. „Wir packen an“, {attribution}"
    ).quotes
    assert quote.speaker is not None
    assert quote.speaker.name in {"Eva Kurz", "Dr. Eva Kurz"}
    assert quote.speaker.roles == roles


ASKED = "Frage: Wozu das alles?"
ANSWER = "Antwort: Weil es hilft. Und weil es sonst niemand tut."


@pytest.mark.parametrize(
    ("passage", "names"),
    [
        pytest.param(
            f"Interview mit Landrätin Eva Kurz\n\n{ASKED}\n\n{ANSWER}", ["Eva Kurz"], id="labels"
        ),
        pytest.param(
            "Kreisblatt: Frau Eva Kurz, wozu?\n\nKurz: Weil es sonst niemand tut.",
            ["Eva Kurz"],
            id="names",
        ),
        pytest.param(
            "Was war?\n\nEva Kurz: Weil es sonst niemand tut.", ["Eva Kurz"], id="bare question"
        ),
        pytest.param(
            "Drei Fragen an Landrätin Eva Kurz\n\nWozu ist das alles da?\n\n"
            "Weil es sonst niemand hier im Kreis tut.",
            ["Eva Kurz"],
            id="no labels",
        ),
        pytest.param(f"{ASKED}\n\n{ANSWER}", [], id="list of questions"),
        pytest.param("Noch Fragen: Wen rufe ich an?\nTelefon: 030 23125-014", [], id="contact"),
    ],
)
def test_answer_of_an_interview_is_a_quote(passage: str, names: list[str]) -> None:
    quotes = read_section(passage).quotes
    assert [quote.speaker and quote.speaker.name for quote in quotes] == names
    assert all(quote.text.startswith("Weil es") for quote in quotes)


def test_quote_goes_over_paragraphs() -> None:
    section = read_section(
        "„Es ist heute schon sehr spät.\n\nWir packen an“, sagt Eva Kurz. Es wird still."
    )
    (quote,), (paragraph,) = section.quotes, section.paragraphs
    assert quote.text == "Es ist heute schon sehr spät. Wir packen an"
    assert paragraph.span.start == quote.span.start
