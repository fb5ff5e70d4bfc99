"""Comma lines cut into names, functions, departments and bodies."""

import pytest

from pipeline.mentions.designations import (
    find_designations,
    is_authority,
    is_designation,
    is_person,
    is_role_label,
    might_be_person,
    stands_alone,
)
from tests.reading import unmark

SHORT = {"N": "NAME", "R": "ROLE", "U": "UNIT", "O": "ORGANISATION", "?": "UNKNOWN"}


@pytest.mark.parametrize(
    ("passage", "kinds"),
    [
        pytest.param("⟦Dr. Eva Kurz⟧, ⟦Leiterin⟧", "NR", id="name and function"),
        pytest.param("⟦Leiterin⟧ ⟦Dr. Eva Kurz⟧", "RN", id="function and name"),
        pytest.param("⟦Landrat⟧ ⟦Jan Roth⟧", "RN", id="office and name"),
        pytest.param("⟦Kurz, Eva⟧", "N", id="family name in front"),
        pytest.param("⟦Eva Kurz, M. A.⟧", "N", id="degree behind"),
        pytest.param("⟦Prof. Dr. med. Jan von der Ahe⟧", "N", id="titles and particles"),
        pytest.param("⟦Ayşe Yıldız⟧, ⟦Integrationslotsin⟧", "NR", id="Turkish name"),
        pytest.param("⟦Eva Kurz⟧ (⟦Koordinatorin⟧)", "NR", id="function in brackets"),
        pytest.param("⟦Koordinator*in⟧, ⟦Jan Roth⟧", "RN", id="gendered function"),
        pytest.param("⟦Beauftragte/r für Teilhabe⟧", "R", id="gendered with slash"),
        pytest.param("⟦Beauftragte des Landkreises Celle⟧", "R", id="genitive is no body"),
        pytest.param("⟦Leiter des Amtes für Soziales⟧", "R", id="head is the function"),
        pytest.param("⟦Fachbereich 3 – Jugend, Familie und Soziales⟧", "U", id="number and name"),
        pytest.param("⟦Amt für Soziales⟧, ⟦Landratsamt Celle⟧", "UO", id="department and body"),
        pytest.param(
            "⟦Stabsstelle Integration⟧ im ⟦Landratsamt Celle⟧", "UO", id="department in a body"
        ),
        pytest.param("⟦Eva Kurz⟧ | ⟦Leiterin⟧ | ⟦Landkreis Celle⟧", "NRO", id="bars"),
        pytest.param("⟦Eva Kurz⟧ – ⟦Leiterin⟧", "NR", id="spaced dash"),
        pytest.param("⟦Eva Kurz⟧; ⟦Leiterin⟧", "NR", id="semicolon"),
        pytest.param("⟦Team Jugend⟧: ⟦Eva Kurz⟧", "UN", id="colon before a blank"),
        pytest.param("Name: ⟦Kurz, Eva⟧", "N", id="label and family name in front"),
        pytest.param("⟦Eva Kurz⟧ und Team", "N", id="name and team"),
        pytest.param("⟦Hebamme⟧ ⟦Eva Kurz⟧ (", "RN", id="bracket of a number behind"),
        pytest.param("c/o Haus der Jugend", "", id="house behind c/o"),
        pytest.param("c/o ⟦Eva Kurz⟧", "N", id="person behind c/o"),
        pytest.param(
            "⟦Ministerium für Soziales, Gesundheit und Sport⟧", "O", id="body with a list"
        ),
        pytest.param("⟦Ehrenamtlicher Beauftragter⟧", "R", id="adjective of a function"),
        pytest.param("⟦Leiterin⟧ der ⟦Wärme Lippe gGmbH⟧", "RO", id="function in a company"),
        pytest.param("⟦Leiter des Amtes⟧ beim ⟦Kreis Lippe⟧", "RO", id="function at a Kreis"),
        pytest.param("⟦Eva Kurz⟧ / ⟦Jan Roth⟧", "NN", id="spaced slash"),
        pytest.param("⟦AWO Kreisverband Celle e. V.⟧", "O", id="legal form"),
        pytest.param("⟦Haus der Jugend gGmbH⟧", "O", id="legal form decides"),
        pytest.param("⟦Landkreis Celle⟧", "O", id="Kreis"),
        pytest.param("⟦Regionalverband Saarbrücken⟧", "O", id="Regionalverband"),
        pytest.param("⟦Kinder- und Jugendamt⟧", "U", id="shared head"),
        pytest.param("⟦Kurz, Eva⟧   ⟦Leiterin⟧", "NR", id="family name in front, in a column"),
        pytest.param("⟦Kurz, Eva⟧ (⟦Leiterin⟧) | ⟦Roth, Jan⟧", "NRN", id="in front, in cells"),
        pytest.param("⟦Eva Kurz⟧, ⟦Jan Roth⟧", "NN", id="two persons are not one turned round"),
        pytest.param("⟦Eva Kurz⟧ ........ ⟦Leiterin⟧", "NR", id="dotted leader"),
        pytest.param("⟦Eva Kurz⟧ I ⟦Leiterin⟧ I ", "NR", id="a letter for a stroke"),
        pytest.param("⟦Huber Maria⟧, ⟦Leiterin⟧", "NR", id="common family name in front"),
        pytest.param("⟦Anna Richter⟧, ⟦Leiterin⟧", "NR", id="family that is an office"),
        pytest.param("⟦Günter Kamleiter⟧", "N", id="family that ends in an office"),
        pytest.param("⟦Dipl.-Sozialpädagogin Eva Kurz⟧", "N", id="diploma that is an office"),
        pytest.param("⟦Eva Kurz M.A.⟧ Sozialmanagement", "N", id="subject behind a degree"),
        pytest.param("⟦Eva Kurz⟧ (Arabisch)", "N", id="language in brackets"),
        pytest.param("⟦Eva Kurz⟧ (Montag und Mittwoch)", "N", id="days in brackets"),
        pytest.param("(⟦Eva Kurz⟧, ⟦Leiterin⟧)", "NR", id="all in brackets"),
        pytest.param("⟦Jugendamt⟧ (⟦Eva Kurz⟧, ", "UN", id="bracket that ends later"),
        pytest.param("Anmeldung bei der ⟦Volkshochschule Celle⟧", "O", id="where one is to ask"),
        pytest.param("Durchwahl ⟦Frau Kurz⟧", "N", id="label and salutation"),
        pytest.param("⟦Head of Welcome Center⟧", "R", id="English function"),
        pytest.param("⟦Abt. 50 – Soziales und Pflege⟧", "U", id="abbreviated department"),
        pytest.param("⟦Amt 50 / Soziales⟧", "U", id="number and field"),
        pytest.param("⟦Integrationslotse*in⟧", "R", id="gendered behind an e"),
        pytest.param("derzeit nicht besetzt", "", id="nobody has the post"),
        pytest.param("⟦Gut zu wissen⟧", "?", id="nothing that is known"),
        pytest.param("i. A. ⟦Eva Kurz⟧", "N", id="on behalf of"),
        pytest.param("z. Hd. ⟦Eva Kurz⟧", "N", id="attention of"),
        pytest.param("⟦Eva Kurz⟧, Raum 2.07, ⟦Leiterin⟧", "NR", id="room is an aside"),
        pytest.param("Mo–Fr 8.30–12.00 Uhr", "", id="hours are an aside"),
        pytest.param("", "", id="nothing"),
        pytest.param(" , – ", "", id="marks only"),
    ],
)
def test_passage_is_cut_into_designations(passage: str, kinds: str) -> None:
    text, expected = unmark(passage)
    found = find_designations(text.characters)
    assert [(piece.start, piece.end) for piece in found] == expected
    assert [piece.kind.name for piece in found] == [SHORT[kind] for kind in kinds]
    assert [piece.text for piece in found] == [text.at(span) for span in expected]


@pytest.mark.parametrize(
    ("line", "person", "designation"),
    [
        pytest.param("Dr. Eva Kurz", True, True, id="name"),
        pytest.param("Leiterin", False, True, id="function"),
        pytest.param("Amt für Soziales", False, True, id="office"),
        pytest.param("Gut zu wissen", False, False, id="neither"),
        pytest.param("Ziele", False, False, id="sub-heading"),
        pytest.param("Wort " * 100, False, False, id="too long for a line"),
    ],
)
def test_line_denotes_somebody(line: str, person: bool, designation: bool) -> None:
    assert is_person(line) is person
    assert is_designation(line) is designation


@pytest.mark.parametrize(
    ("line", "might"),
    [
        pytest.param("Xaverl Quendlhuber", True, id="two capitals that nobody knows"),
        pytest.param("Eva Kurz", False, id="a certain name"),
        pytest.param("Neue Wege", False, id="adjective"),
        pytest.param("Ziele", False, id="one word"),
        pytest.param("Haus Garten", False, id="nouns"),
    ],
)
def test_line_has_the_shape_of_a_name(line: str, might: bool) -> None:
    assert might_be_person(line) is might


@pytest.mark.parametrize(
    ("label", "is_role"),
    [
        pytest.param("Leitung", True, id="function"),
        pytest.param("Koordinatorin", True, id="person"),
        pytest.param("Ansprechpartner", False, id="who can be asked is none"),
        pytest.param("Telefon", False, id="data"),
    ],
)
def test_label_is_a_function(label: str, is_role: bool) -> None:
    assert is_role_label(label) is is_role


@pytest.mark.parametrize(
    ("body", "employs"),
    [
        pytest.param("Landkreis Celle", True, id="Kreis"),
        pytest.param("Landratsamt Celle", True, id="its seat"),
        pytest.param("Stadt Celle", True, id="town"),
        pytest.param("Rhein-Sieg-Kreis", True, id="Kreis by its name"),
        pytest.param("Jobcenter Celle", False, id="office"),
        pytest.param("AWO Kreisverband Celle", False, id="association"),
    ],
)
def test_body_is_an_authority(body: str, employs: bool) -> None:
    assert is_authority(body) is employs


@pytest.mark.parametrize(
    ("unit", "alone"),
    [
        pytest.param("Pflegestützpunkt Celle", True, id="known by its place"),
        pytest.param("Gesundheitsamt Celle", True, id="Amt of a place"),
        pytest.param("Amt für Soziales", False, id="Amt for a matter"),
        pytest.param("Fachbereich 3", False, id="number"),
        pytest.param("Koordinierungsstelle Ehrenamt", False, id="part of something"),
    ],
)
def test_office_is_known_without_its_body(unit: str, alone: bool) -> None:
    assert stands_alone(unit) is alone
