"""What the contract promises of every output, tried on texts that nobody thought of."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.text import Span
from pipeline.write import as_json
from tests.promises import assert_promises, squashed
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
    assert_promises(result)
    assert as_json(read_brochure(characters).brochure) == as_json(result.brochure)


@given(_assembled().filter(lambda characters: characters.strip() != ""))
def test_what_is_printed_is_taken_as_printed(characters: str) -> None:
    result = read_brochure(characters)
    for landkreis in result.brochure.landkreise:
        printed = squashed(result.text.fold(Span(landkreis.span.start, landkreis.span.end)))
        for contact in landkreis.contacts:
            named = [contact.name.full] if contact.name else []
            for value in (*named, *contact.roles, *contact.units):
                assert squashed(value) in printed
        for quote in landkreis.quotes:
            for role in quote.speaker.roles if quote.speaker else ():
                assert squashed(role) in printed


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


SIZE = 199_000  # line feeds alone make as many lines, and more are not read
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
    "Der Landkreis fördert das Ehrenamt gern und ",
    "beteiligen sich ",
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
