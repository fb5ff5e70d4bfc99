"""Every finding raised once, and nearly raised once."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from pipeline.check.phones import check_phones
from pipeline.check.sections import check_document
from pipeline.german.kreise import register
from pipeline.german.mailboxes import address_forms
from pipeline.repair import Repair, Repaired
from pipeline.text import Span, Text
from schemas import Finding, FindingCode
from tests.editions import contact, landkreis, phone
from tests.reading import read_brochure
from tests.records import brochure

SEATS = Path(__file__).parents[1] / "cases" / "kreis_seats.csv"
HEADING = "Landkreis Celle\n\n"
BODY = (
    "Wir wollen, dass alle, die hier leben, sich zu Hause fühlen und mitmachen, ob jung oder alt."
)
PARTNER = "Unterstützt werden wir durch das Jobcenter und die Volkshochschule."
QUOTE = "„Wir packen an und geben nicht auf.“\n– Eva Kurz, Landrätin"
TEL = "Tel. 030 23125-014"
MAIL = "eva.kurz@kreis-celle.de"
KURZ = f"Eva Kurz\n{TEL}\n{MAIL}"
ROTH = "Jan Roth\nTel. 030 23125-015\njan.roth@kreis-celle.de"
WHOLE = f"{BODY} {PARTNER}\n\n{QUOTE}\n\n{KURZ}"


def findings_of(characters: str) -> Iterator[Finding]:
    record = read_brochure(characters).brochure
    yield from record.findings
    for section in record.landkreise:
        yield from section.findings


def codes_of(characters: str) -> list[FindingCode]:
    return [finding.code for finding in findings_of(characters)]


# code: a text that raises it, and one that nearly does; the heading and a blank line come before
CASES: dict[FindingCode, list[tuple[str, str, str]]] = {
    "email.invalid": [
        ("blank", f"Eva Kurz\n{TEL}\nE-Mail: eva kurz@kreis-celle.de", f"Eva Kurz\n{TEL}\n{MAIL}"),
        (
            "comma in the domain",
            f"Eva Kurz\n{TEL}\nE-Mail: eva.kurz@kreis-celle,de",
            f"Eva Kurz\n{TEL}\nE-Mail: eva.kurz@kreis-celle.de,",
        ),
        (
            "two signs",
            f"Eva Kurz\n{TEL}\nE-Mail: eva@kurz@kreis-celle.de",
            f"Eva Kurz\n{TEL}\nE-Mail: eva.kurz (at) kreis-celle (dot) de",
        ),
    ],
    "email.name_mismatch": [
        (
            "somebody else's",
            f"Eva Kurz\n{TEL}\nhorst.lang@kreis-celle.de",
            f"Eva Kurz\n{TEL}\nkurz@kreis-celle.de",
        ),
        (
            "a word that is no function",
            f"Eva Kurz\n{TEL}\nbrombeere@kreis-celle.de",
            f"Eva Kurz\n{TEL}\nehrenamt@kreis-celle.de",
        ),
        (
            "initials",
            f"Eva Kurz\n{TEL}\nhl@kreis-celle.de",
            f"Eva Kurz\n{TEL}\nek@kreis-celle.de",
        ),
        (
            "double name",
            f"Eva Kurz-Berger\n{TEL}\nlang@kreis-celle.de",
            f"Eva Kurz-Berger\n{TEL}\nberger.eva@kreis-celle.de",
        ),
    ],
    "email.suspected_typo": [
        (
            "family name",
            f"Eva Berger\n{TEL}\neva.beger@kreis-celle.de",
            f"Eva Berger\n{TEL}\neva.berger2@kreis-celle.de",
        ),
        (
            "initial and family name",
            f"Doris Brodda\n{TEL}\nbordda@kreis-celle.de",
            f"Doris Brodda\n{TEL}\ndbrodda@kreis-celle.de",
        ),
        (
            "family name and initials",
            f"Doris Brodda\n{TEL}\nbrodad@kreis-celle.de",
            f"Doris Brodda\n{TEL}\nbroddado@kreis-celle.de",
        ),
        (
            "function",
            f"Eva Kurz\nIntegration\nKoordinatorin Integration\n{TEL}\nintergration@kreis-celle.de",
            f"Eva Kurz\nKoordinatorin Integration\n{TEL}\nintegration@kreis-celle.de",
        ),
        (
            "domain",
            f"{KURZ}\n\n{ROTH}\n\nUte Erz\nTel. 030 23125-016\nute.erz@kreis-cele.de",
            f"{KURZ}\n\n{ROTH}\n\nUte Erz\nTel. 030 23125-016\nute.erz@stadt-celle.de",
        ),
    ],
    "phone.invalid": [
        ("too short", "Eva Kurz\nTel. 030 1", "Jobcenter\nTel. 115"),
        ("too long", "Eva Kurz\nTel. 030 23125-0140140140140140", f"Eva Kurz\n{TEL}"),
        ("no such service", "Eva Kurz\nTel. 0800 1", "Jobcenter\nTel. 116 117"),
    ],
    "phone.area_mismatch": [
        (
            "address elsewhere",
            "Eva Kurz\nAm Bölt 15\n80331 München\nTel. 030 23125-014",
            "Eva Kurz\nAm Bölt 15\n80331 München\nTel. 089 99998-014",
        ),
        (
            "two places",
            "Eva Kurz\nTel. 030 23125-014\nFax 040 66969-014",
            "Eva Kurz\nTel. 030 23125-014\nFax 030 23125-015",
        ),
        (
            "mobile",
            "Eva Kurz\nAm Bölt 15\n20095 Hamburg\nTel. 089 99998-014",
            "Eva Kurz\nAm Bölt 15\n20095 Hamburg\nMobil 0171 3920012",
        ),
    ],
    "contact.unreachable": [
        ("website only", "Eva Kurz\nwww.kreis-celle.de", f"Eva Kurz\n{TEL}"),
        ("address only", "Eva Kurz\nAm Bölt 15\n29221 Celle", f"Eva Kurz\n{MAIL}"),
        (
            "office",
            "Ansprechpartnerin:\nEva Kurz, Koordinatorin",
            "Amt für Soziales\nAm Bölt 15\n29221 Celle",
        ),
    ],
    "contact.duplicate": [
        ("same name", f"{KURZ}\n\n{KURZ}", f"{KURZ}\n\n{ROTH}"),
        (
            "one person's mailbox shared",
            f"{KURZ}\n\nJan Roth\nTel. 030 23125-015\n{MAIL}",
            f"Eva Kurz\n{TEL}\ninfo@kreis-celle.de\n\n"
            "Jan Roth\nTel. 030 23125-015\ninfo@kreis-celle.de",
        ),
        (
            "one extension",
            f"{KURZ}\n\nJan Roth\n{TEL}\n{MAIL}",
            f"{KURZ}\n\nJan Roth\n{TEL}\njan.roth@kreis-celle.de",
        ),
    ],
    "name.variant": [
        (
            "family name in the quote",
            f"{QUOTE.replace('Kurz', 'Bergner')}\n\nEva Berger\n{TEL}",
            f"{QUOTE.replace('Kurz', 'Berger')}\n\nEva Berger\n{TEL}",
        ),
        (
            "given name in the quote",
            f"{QUOTE.replace('Eva', 'Swetlana')}\n\nSvetlana Kurz\n{TEL}",
            f"{QUOTE.replace('Eva', 'Jana')}\n\nSvetlana Kurz\n{TEL}",
        ),
        (
            "partner",
            f"Unterstützt werden wir durch Frau Eva Bergner.\n\nEva Berger\n{TEL}",
            f"Unterstützt werden wir durch Frau Eva Bergmann.\n\nEva Berger\n{TEL}",
        ),
    ],
    "quote.unattributed": [
        ("alone", "„Wir packen an und geben nicht auf.“", QUOTE),
        ("in a paragraph", f"Zitat\n„{BODY}“", f"{BODY} Das Motto ist „Wir packen an“."),
    ],
    "section.no_contacts": [("text only", BODY, KURZ), ("quote only", QUOTE, TEL)],
    "section.no_partners": [("text only", BODY, PARTNER), ("denied", f"Leider: {BODY}", PARTNER)],
    "section.no_quote": [("text only", BODY, QUOTE), ("a term", "Ein „Think Tank“ tagt.", QUOTE)],
    "text.residue": [
        ("caption", f"{BODY}\n\nFoto: Kreis", BODY),
        ("stray line", f"{BODY}\n\nSommerfest 2023", f"{BODY}\n\nSommerfest 2023\n\n{BODY}"),
        ("caption below a contact", f"{KURZ}\n\nBild: Eva Kurz", KURZ),
    ],
    "text.repaired": [
        ("soft hyphen", f"{BODY} Haus\u00adarzt", f"{BODY} Haus-Arzt"),
        ("mojibake", f"{BODY} fÃ¼r alle", f"{BODY} für alle"),
    ],
}

# of the whole document, heading included
DOCUMENTS: dict[FindingCode, list[tuple[str, str, str]]] = {
    "landkreis.unknown": [
        ("invented", f"Landkreis Altmühlau\n\n{BODY}", f"Landkreis Celle\n\n{BODY}"),
        ("dissolved", f"Landkreis Demmin\n\n{BODY}", f"Rhein-Sieg\n\n{BODY}"),
    ],
    "landkreis.duplicate": [
        (
            "same Kreis",
            f"Landkreis Celle\n\n{WHOLE}\n\nKreis Plön\n\n{WHOLE}\n\nCelle\n\n{WHOLE}",
            f"Landkreis Celle\n\n{WHOLE}\n\nKreis Plön\n\n{WHOLE}",
        ),
        (
            "city and Landkreis",
            f"Landkreis Kassel\n\n{WHOLE}\n\nKreis Plön\n\n{WHOLE}\n\nKassel\n\n{WHOLE}",
            f"Landkreis Kassel\n\n{WHOLE}\n\nStadt Kassel\n\n{WHOLE}",
        ),
    ],
    "text.residue": [
        ("no section", BODY, f"Landkreis Celle\n\n{BODY}"),
        ("imprint", f"Celle\n\n{BODY}\n\nImpressum\n\nEva Kurz", f"Titel\n\nCelle\n\n{BODY}"),
    ],
}

# kind of a remark about a page of a PDF: code
# raised by pipeline.corrections, with its cases in tests/corrections
OF_CORRECTIONS: set[FindingCode] = {"correction.stale", "correction.obsolete"}
OF_PAGES: dict[str, FindingCode] = {"picture": "page.picture", "hidden": "text.hidden"}

TEXTS = [
    pytest.param(code, HEADING + raises, HEADING + nearly, id=f"{code}: {name}")
    for code, cases in CASES.items()
    for name, raises, nearly in cases
] + [
    pytest.param(code, raises, nearly, id=f"{code}: {name}")
    for code, cases in DOCUMENTS.items()
    for name, raises, nearly in cases
]


@pytest.mark.parametrize(("code", "raises", "nearly"), TEXTS)
def test_finding_is_raised_with_cause_and_nearly(
    code: FindingCode, raises: str, nearly: str
) -> None:
    assert codes_of(raises).count(code) == 1
    assert code not in codes_of(nearly)


@pytest.mark.parametrize(("kind", "code"), OF_PAGES.items())
def test_remark_about_a_page_is_passed_on(kind: str, code: FindingCode) -> None:
    text = Text.of("Titel")

    def found(kind: str) -> list[FindingCode]:
        repaired = Repaired(text, (Repair(kind, 1, "Page 2 is odd.", Span(0, 5)),), ())
        return [finding.code for finding in check_document(brochure(), repaired)]

    assert found(kind).count(code) == 1
    assert code not in found("ligatures")


def test_each_code_has_its_cases() -> None:
    assert set(CASES) | set(DOCUMENTS) | set(OF_PAGES.values()) | OF_CORRECTIONS == set(
        get_args(FindingCode)
    )


def test_whole_section_raises_nothing() -> None:
    assert codes_of(f"Zu Hause auf dem Land\n\n{HEADING}{WHOLE}") == []


def test_each_finding_has_one_severity() -> None:
    severities: dict[str, set[str]] = {}
    for _, raises, _ in (param.values for param in TEXTS):
        for finding in findings_of(str(raises)):
            severities.setdefault(finding.code, set()).add(finding.severity)
    assert {code: len(found) for code, found in severities.items()} == dict.fromkeys(severities, 1)
    errors = {code for code, found in severities.items() if found == {"error"}}
    assert errors == {"email.invalid", "phone.invalid"}


SEAT_ROWS = list(csv.DictReader(SEATS.read_text(encoding="utf-8").splitlines()))
FAMILY = {"Müller": "Jürgen", "Weiß": "Zoë", "Kurz-Roth": "Eva-Maria", "Yıldız": "Ayşe"}


def _slug(word: str) -> str:
    return max(address_forms(word), key=len)


def _contacts(row: dict[str, str], official: str) -> Iterator[str]:
    """Yield the contacts of one Kreis, with the mailboxes that offices give to people."""
    domain = f"kreis-{_slug(row['name'])}.de"
    address = f"Am Bölt 15\n{row['postal_code']} {row['seat']}"
    for i, (family, given) in enumerate(FAMILY.items()):
        first, last = _slug(given), _slug(family)
        box = (f"{first}.{last}", last, f"{first[0]}.{last}", f"{last}.{first[0]}")[i]
        yield f"{given} {family}\n{address}\nTel. {row['area_code']} {23125 + i}-0\n{box}@{domain}"
    functions = ["integration", "info", "landratsamt", "ehrenamt", "jugendamt", "bildung"]
    for i, box in enumerate(functions):
        name = f"Jan Roth{'abcdef'[i]}"
        yield f"{name}\n{official}\nTel. {row['area_code']} {23135 + i}-0\n{box}@{domain}"


def test_seats_of_all_kreise_raise_no_finding_about_numbers_and_mails() -> None:
    official = {kreis.ags: kreis.official_name for kreis in register()}
    sections = []
    for row in SEAT_ROWS:
        contacts = "\n\n".join(_contacts(row, official[row["ags"]]))
        sections.append(f"{official[row['ags']]}\n\n{BODY}\n\n{contacts}")
    record = read_brochure("\n\n".join(sections)).brochure
    assert [part.ags for part in record.landkreise] == [row["ags"] for row in SEAT_ROWS]
    assert {len(part.contacts) for part in record.landkreise} == {10}
    wrong = [
        (part.name, finding.code, finding.message)
        for part in record.landkreise
        for finding in part.findings
        if finding.code.startswith(("phone.", "email.", "contact.", "name."))
    ]
    assert wrong == []


@pytest.mark.parametrize(("city", "codes"), [("Bad Mergentheim", 0), ("Altmühlau", 1)])
def test_number_of_the_town_itself_fits_whatever_the_post_code(city: str, codes: int) -> None:
    whole = contact(None, organisation="Amt")
    assert whole.address
    no_ring = replace(phone("+4979310"), area="Bad Mergentheim")  # numbers do not begin with 0
    at = replace(whole, address=replace(whole.address, city=city), phones=(no_ring,))
    assert len(list(check_phones(landkreis("99999", "Altmühlau", contacts=(at,)), ""))) == codes


def test_sentence_behind_an_abbreviation_ends_in_one_full_stop() -> None:
    characters = f"Kreis Altmühlau i. d. OPf.\n\n{BODY}"
    messages = [finding.message for finding in findings_of(characters)]
    assert any(message.endswith("found for Kreis Altmühlau i. d. OPf.") for message in messages), (
        messages
    )
    assert not any(message.endswith("..") for message in messages)
