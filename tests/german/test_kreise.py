"""The 400 Kreise of the register as brochures print them."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from pipeline.german import load_csv
from pipeline.german.kreise import Kreis, is_former, parse_heading, register
from tests.reading import read_brochure

NAMES = Counter(kreis.name for kreis in register())
ABBREVIATIONS = [
    (" an der ", " a.d. "),
    (" an der ", " a. d. "),
    (" an der ", "/"),
    (" in der ", " i. d. "),
    (" in der Oberpfalz", " i.d.OPf."),
    (" am Main", " a. M."),
    (" am Main", " a.Main"),
    (" im ", " i. "),
    ("St. ", "Sankt "),
    ("St. ", "St.\u00a0"),
    (" (Wümme)", "/Wümme"),
    (" (Weser)", " a. d. Weser"),
    ("ö", "oe"),
]


def _spaced(words: str) -> str:
    return "  ".join(" ".join(word) for word in words.upper().split(" "))


def _with_kind(kreis: Kreis) -> Iterator[str]:
    """Yield ways of printing a Kreis with its kind."""
    official = kreis.official_name
    yield official
    yield official.upper()
    yield _spaced(official)
    yield f"{official}, {kreis.land}"
    yield f"{official} ({kreis.land})"
    yield f"{official} | {kreis.land}"
    yield f"{official} ........ 17"
    yield f"3.2 {official}"
    yield f"## {official}"
    yield f"{official} (Nordost)"
    for full, short in ABBREVIATIONS:
        if full in official:
            yield official.replace(full, short)
    if kreis.is_stadt:
        yield f"Stadt {kreis.name}"
        yield f"{kreis.name} (Stadt)"
    elif re.search(r"\wkreis$|-Kreis$", kreis.name):
        stem = re.sub(r"-?[Kk]reis$", "", kreis.name)
        yield from (f"Kreis {stem}", f"Landkreis {stem}", f"{stem} Kreis", f"{stem}-Kreis")
    elif "kreis" not in kreis.name.lower() and kreis.kind in {"Landkreis", "Kreis"}:
        for kind in ("Landkreis", "Kreis", "LK", "Lkr.", "LANDKREIS"):
            yield f"{kind} {kreis.name}"
        yield f"{kreis.name} (Landkreis)"


def _bare(kreis: Kreis) -> Iterator[str]:
    """Yield ways of printing a Kreis without its kind, where that leaves no doubt."""
    if (kreis.is_stadt and NAMES[kreis.name] > 1) or kreis.name == "Brandenburg":
        return
    name = kreis.name
    yield from (name, name.upper(), _spaced(name))
    yield from (f"{name}, {kreis.land}", f"{name} ({kreis.land})", f"{name} – {kreis.land}")
    yield from (f"{name} 17", f"{name} ..... 17", f"• {name}", f"{name}:")
    yield f"{name} (Programmregion)"
    for full, short in ABBREVIATIONS:
        if full in name:
            yield name.replace(full, short)


def _ags(line: str) -> str | None:
    heading = parse_heading(" ".join(line.split()) if "\u00a0" in line else line)
    return heading.kreis.ags if heading and heading.kreis else None


def test_each_kreis_is_known_in_six_printed_forms_with_its_kind() -> None:
    assert len(register()) == 400
    wrong = []
    for kreis in register():
        forms = set(_with_kind(kreis))
        assert len(forms) >= 6
        wrong += [(form, kreis.ags, _ags(form)) for form in forms if _ags(form) != kreis.ags]
    assert wrong == []


def test_each_kreis_is_known_without_its_kind() -> None:
    wrong = [
        (form, kreis.ags, _ags(form))
        for kreis in register()
        for form in _bare(kreis)
        if _ags(form) != kreis.ags
    ]
    assert wrong == []


def test_each_kreis_is_a_section_of_its_own() -> None:
    body = (
        "Wir wollen, dass alle, die hier leben, sich hier auch zu Hause fühlen, ob jung oder alt."
    )
    lines = [f"{kreis.official_name}\n\n{body}" for kreis in register()]
    brochure = read_brochure("\n\n".join(["Alle Kreise", *lines])).brochure
    assert [part.ags for part in brochure.landkreise] == [kreis.ags for kreis in register()]
    for part, kreis in zip(brochure.landkreise, register(), strict=True):
        assert (part.name, part.nuts3, part.land) == (kreis.official_name, kreis.nuts3, kreis.land)
        assert [paragraph.text for paragraph in part.paragraphs] == [body]
    assert brochure.title == "Alle Kreise"


@pytest.mark.parametrize(
    ("line", "official"),
    [
        pytest.param("Stadt Kassel", "Kreisfreie Stadt Kassel", id="city printed"),
        pytest.param("Kassel, Stadt", "Kreisfreie Stadt Kassel", id="city printed behind"),
        pytest.param("Documenta-Stadt Kassel", "Kreisfreie Stadt Kassel", id="byname of a city"),
        pytest.param("Landkreis Kassel", "Landkreis Kassel", id="Landkreis printed"),
        pytest.param("Kassel (Landkreis)", "Landkreis Kassel", id="Landkreis printed behind"),
        pytest.param("Kassel", "Landkreis Kassel", id="neither is the Landkreis"),
        pytest.param("Stadt Aschaffenburg", "Kreisfreie Stadt Aschaffenburg", id="Bavarian city"),
        pytest.param("Aschaffenburg", "Landkreis Aschaffenburg", id="Bavarian Landkreis"),
        pytest.param("Flensburg", "Kreisfreie Stadt Flensburg", id="only a city"),
        pytest.param("Hansestadt Rostock", "Kreisfreie Stadt Rostock", id="Hansestadt"),
        pytest.param("Landkreis Rostock", "Landkreis Rostock", id="Landkreis beside it"),
        pytest.param("Landeshauptstadt Kiel", "Kreisfreie Stadt Kiel", id="capital"),
        pytest.param("Region Hannover", "Region Hannover", id="Region"),
        pytest.param("Städteregion Aachen", "Städteregion Aachen", id="Städteregion"),
        pytest.param("STÄDTEREGION AACHEN", "Städteregion Aachen", id="in capitals"),
        pytest.param("StädteRegion Aachen", "Städteregion Aachen", id="inner capital"),
        pytest.param(
            "Regionalverband Saarbrücken", "Regionalverband Saarbrücken", id="Regionalverband"
        ),
        pytest.param("Altenkirchen", "Landkreis Altenkirchen (Westerwald)", id="without bracket"),
        pytest.param(
            "Altenkirchen/Westerwald", "Landkreis Altenkirchen (Westerwald)", id="slash for bracket"
        ),
        pytest.param("Rhein-Sieg", "Rhein-Sieg-Kreis", id="-Kreis left out"),
        pytest.param("Rhein-Sieg Kreis", "Rhein-Sieg-Kreis", id="blank before Kreis"),
        pytest.param("Kreis Rhein-Sieg", "Rhein-Sieg-Kreis", id="Kreis in front"),
        pytest.param("Landkreis Ortenau", "Ortenaukreis", id="Landkreis in front"),
        pytest.param("Landkreis Bodensee", "Bodenseekreis", id="landscape with its kind"),
        pytest.param("Landkreis Erzgebirge", "Erzgebirgskreis", id="without linking s"),
        pytest.param("MÄRKISCHER KREIS", "Märkischer Kreis", id="adjective and Kreis"),
        pytest.param("Bördekreis", "Landkreis Börde", id="joined with kreis"),
        pytest.param("Börde-Kreis", "Landkreis Börde", id="hyphen and Kreis"),
        pytest.param("Dithmarschen", "Kreis Dithmarschen", id="bare name of the north"),
        pytest.param("Vorpommern-Rügen (Nordost)", "Landkreis Vorpommern-Rügen", id="remark"),
        pytest.param("Celle | Seite 17", "Landkreis Celle", id="page in words"),
        pytest.param("IV. Landkreis Celle", "Landkreis Celle", id="Roman numeral"),
        pytest.param(
            "Neustadt a.d. Aisch-Bad Windsheim",
            "Landkreis Neustadt an der Aisch-Bad Windsheim",
            id="double name abbreviated",
        ),
    ],
)
def test_kind_and_name_are_told(line: str, official: str) -> None:
    heading = parse_heading(line)
    assert heading is not None
    assert heading.kreis is not None
    assert heading.kreis.official_name == official


SENTENCES = [
    "Der {0} fördert das Ehrenamt in allen Gemeinden.",
    "{0} fördert das Ehrenamt.",
    "{0} geht voran",
    "{0}: ein Ort, an dem alle willkommen sind",
    "Willkommen im {0}!",
    "Im {0} leben viele, die helfen wollen",
    "Gemeinsam für {0}",
    "Das Jobcenter {0}",
    "Jobcenter {0} und Agentur für Arbeit",
    "{0} und Umgebung",
    "Kreisverwaltung {0}",
    "{0} e. V.",
    "Eva Kurz, {0}",
    "{0}, Fachdienst Soziales, Eva Kurz",
    "Wer ins {0} zieht, bleibt gern.",
    "Volkshochschule {0}",
]


def test_no_sentence_is_a_heading() -> None:
    wrong = []
    for i, kreis in enumerate(register()):
        for name in (kreis.official_name, kreis.name):
            line = SENTENCES[i % len(SENTENCES)].format(name)
            if parse_heading(line):
                wrong.append(line)
    assert wrong == []


def test_no_sentence_opens_a_section() -> None:
    lines = [
        SENTENCES[i % len(SENTENCES)].format(kreis.official_name)
        for i, kreis in enumerate(register())
    ]
    brochure = read_brochure("Landkreis Celle\n\n" + "\n\n".join(lines)).brochure
    assert [part.ags for part in brochure.landkreise] == ["03351"]


BODY = (
    "Wir wollen, dass alle, die hier leben, sich zu Hause fühlen und mitmachen, ob jung oder alt."
)
SECTIONS = f"Landkreis Celle\n\n{BODY}\n\nLandkreis Harz\n\n{BODY}\n\nStadt Kassel\n\n{BODY}"
ENTRIES = ["Landkreis Celle", "Landkreis Harz", "Stadt Kassel"]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("Inhalt\n\n" + "\n".join(ENTRIES), id="contents"),
        pytest.param("\n".join(f"{entry} ..... {i}" for i, entry in enumerate(ENTRIES)), id="dots"),
        pytest.param("\n".join(f"{i} {entry}" for i, entry in enumerate(ENTRIES)), id="numbers"),
        pytest.param("\n\n".join(f"{entry}\n{i}" for i, entry in enumerate(ENTRIES)), id="below"),
        pytest.param(
            "Teilnehmende:\n" + "\n".join(f"• {entry}" for entry in ENTRIES), id="bullets"
        ),
        pytest.param("Dabei sind\n" + ",\n".join(ENTRIES) + ".", id="list with commas"),
        pytest.param("\n\n".join(ENTRIES), id="blank lines between"),
        pytest.param("\n".join(["Landkreis Plön", *ENTRIES, "Landkreis Börde"]), id="more of them"),
        pytest.param("Celle\nHarz\nKassel", id="bare names"),
    ],
)
def test_list_of_kreise_opens_no_section(before: str) -> None:
    brochure = read_brochure(f"Zu Hause auf dem Land\n\n{before}\n\n{SECTIONS}").brochure
    assert [part.heading for part in brochure.landkreise] == ENTRIES
    assert brochure.title == "Zu Hause auf dem Land"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("Landkreis Altmühlau", "Altmühlau", id="invented"),
        pytest.param("KREIS ALTMÜHLAU", "ALTMÜHLAU", id="in capitals"),
        pytest.param("Landkreis Bad Altmühl-Au", "Bad Altmühl-Au", id="two words"),
        pytest.param("LK Altmühlau 17", "Altmühlau", id="page number"),
        pytest.param("Oberaltkreis", "Oberaltkreis", id="joined"),
        pytest.param("Ober-Alt-Kreis", "Ober-Alt-Kreis", id="hyphens"),
        pytest.param("Landkreis Demmin", "Demmin", id="dissolved in 2011"),
        pytest.param("Landkreis Osterode am Harz", "Osterode am Harz", id="dissolved in 2016"),
    ],
)
def test_unknown_kreis_is_a_heading_without_key(line: str, name: str) -> None:
    heading = parse_heading(line)
    assert heading is not None
    assert (heading.kreis, heading.name) == (None, name)


@pytest.mark.parametrize(
    "line",
    [
        "Kreis Plön und Umgebung",
        "Landkreis Celle, Landkreis Harz",
        "Landkreis Celle,",
        "Bodensee",
        "Arbeitskreis",
        "Kirchenkreis",
        "Unterstützerkreis",
        "Landkreis",
        "Kreis",
        "Brandenburg",
        "Bayern",
        "Kreis der Unterstützer",
        "Die Landkreise",
        "Arbeitskreis Celle",
    ],
)
def test_line_is_no_kreis(line: str) -> None:
    assert parse_heading(line) is None


def test_former_kreise_are_known_as_such() -> None:
    for row in load_csv("former_kreise.csv"):
        assert is_former(row["name"]), row["name"]
        assert not is_former(f"{row['name']} und Umgebung")
    assert not any(is_former(kreis.name) for kreis in register() if not kreis.is_stadt)
