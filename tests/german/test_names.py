import string
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.german.names import could_be_name, is_given_name, looks_like_name, parse_name

DATA = files("pipeline.german")
TABLE = tomllib.loads(DATA.joinpath("name_particles.toml").read_text(encoding="utf-8"))
NAMES = DATA.joinpath("given_names.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("printed", "title", "first", "family"),
    [
        pytest.param("Anna Beispiel", None, "Anna", "Beispiel", id="two words"),
        pytest.param("Dr. Brigitte Brück", "Dr.", "Brigitte", "Brück", id="doctor"),
        pytest.param(
            "Prof. Dr. med. Anna von der Schulenburg-Müller",
            "Prof. Dr. med.",
            "Anna",
            "von der Schulenburg-Müller",
            id="professor and particles",
        ),
        pytest.param(
            "Dipl.-Päd. (FH) Jan Kern", "Dipl.-Päd. (FH)", "Jan", "Kern", id="diploma, FH"
        ),
        pytest.param(
            "Dipl. Soz. Päd. Jan Kern", "Dipl. Soz. Päd.", "Jan", "Kern", id="Dipl. apart"
        ),
        pytest.param(
            "Dipl.-Ing. agr. Jan Kern", "Dipl.-Ing. agr.", "Jan", "Kern", id="field behind"
        ),
        pytest.param("Dr. h. c. Jan Kern", "Dr. h. c.", "Jan", "Kern", id="honorary, spaced"),
        pytest.param("Maria Müller M. A.", "M. A.", "Maria", "Müller", id="master, spaced"),
        pytest.param("Maria Müller, M.A.", "M.A.", "Maria", "Müller", id="master, comma"),
        pytest.param("Maria Müller (M.Sc.)", "(M.Sc.)", "Maria", "Müller", id="master, brackets"),
        pytest.param("Dr. Maria Müller, MPH", "Dr. MPH", "Maria", "Müller", id="both sides"),
        pytest.param("Müller, Maria", None, "Maria", "Müller", id="family first, comma"),
        pytest.param("Müller, Dr. Maria", "Dr.", "Maria", "Müller", id="title behind the comma"),
        pytest.param("von Beispiel, Jan", None, "Jan", "von Beispiel", id="particle, comma"),
        pytest.param("MARIA MÜLLER", None, "MARIA", "MÜLLER", id="capitals"),
        pytest.param("DR. MARIA MÜLLER", "DR.", "MARIA", "MÜLLER", id="capitals with title"),
        pytest.param("M. Müller", None, "M.", "Müller", id="initial"),
        pytest.param("K.-H. Müller", None, "K.-H.", "Müller", id="two initials"),
        pytest.param("Maria L. Müller", None, "Maria L.", "Müller", id="middle initial"),
        pytest.param(
            "Karl-Heinz Graf von und zu Tannenau",
            None,
            "Karl-Heinz",
            "Graf von und zu Tannenau",
            id="count",
        ),
        pytest.param("Jan Freiherr von Aue", None, "Jan", "Freiherr von Aue", id="baron"),
        pytest.param("Nguyễn Thị Lan", None, "Thị Lan", "Nguyễn", id="Vietnamese order"),
        pytest.param("Lan Nguyễn", None, "Lan", "Nguyễn", id="Vietnamese, German order"),
        pytest.param("Tran Van Minh", None, "Van Minh", "Tran", id="Vietnamese without marks"),
        pytest.param("Dr. Phạm Minh Đức", "Dr.", "Minh Đức", "Phạm", id="Vietnamese doctor"),
        pytest.param("Ayşe Yılmaz-Öztürk", None, "Ayşe", "Yılmaz-Öztürk", id="Turkish"),
        pytest.param("Fatma Nur Demir", None, "Fatma Nur", "Demir", id="Turkish, two given"),
        pytest.param("Mohammed al-Rahman", None, "Mohammed", "al-Rahman", id="Arabic article"),
        pytest.param("Omar Abd al-Rahman", None, "Omar", "Abd al-Rahman", id="Arabic, three"),
        pytest.param("Samir Al Masri", None, "Samir", "Al Masri", id="Arabic, article apart"),
        pytest.param("Abd al-Rahman Khalil", None, "Abd al-Rahman", "Khalil", id="Abd in front"),
        pytest.param("María García López", None, "María", "García López", id="Spanish"),
        pytest.param("José Luis Ortega Ruiz", None, "José Luis", "Ortega Ruiz", id="Spanish, four"),
        pytest.param("Joana da Silva Pereira", None, "Joana", "da Silva Pereira", id="Portuguese"),
        pytest.param("Jan van de Velde", None, "Jan", "van de Velde", id="Dutch"),
        pytest.param("Geert ten Brink", None, "Geert", "ten Brink", id="Dutch ten"),
        pytest.param("Enno tom Dieck", None, "Enno", "tom Dieck", id="Low German"),
        pytest.param("Gianna D'Angelo", None, "Gianna", "D'Angelo", id="Italian apostrophe"),
        pytest.param("Sean O’Neill", None, "Sean", "O’Neill", id="Irish apostrophe"),
        pytest.param("Iwona Wiśniewska", None, "Iwona", "Wiśniewska", id="Polish"),
        pytest.param("Oleksandra Kovalenko", None, "Oleksandra", "Kovalenko", id="Ukrainian"),
        pytest.param("Selamawit Tesfay Haile", None, "Selamawit Tesfay", "Haile", id="Eritrean"),
        pytest.param("Anna-Lena Maria Huber", None, "Anna-Lena Maria", "Huber", id="double given"),
        pytest.param("Anna Müller Schulze", None, "Anna", "Müller Schulze", id="double, no hyphen"),
        pytest.param("Frau Müller", None, None, "Müller", id="salutation only"),
        pytest.param("Herrn Dr. Jan Kern", "Dr.", "Jan", "Kern", id="dative salutation"),
        pytest.param("Huber Maria", None, "Maria", "Huber", id="common family in front"),
        pytest.param("Anna Huber", None, "Anna", "Huber", id="common family behind"),
        pytest.param("Jan Frhr. von Roth", None, "Jan", "Frhr. von Roth", id="short for Freiherr"),
        pytest.param("JAN GRAF VON ROTH", None, "JAN", "GRAF VON ROTH", id="noble in capitals"),
        pytest.param("Fatima az-Zahra", None, "Fatima", "az-Zahra", id="article before z"),
        pytest.param(
            "Eva Kurz, Dipl. Sozialpädagogin (FH)",
            "Dipl. Sozialpädagogin (FH)",
            "Eva",
            "Kurz",
            id="diploma in two words behind",
        ),
        pytest.param("Günter Kamleiter", None, "Günter", "Kamleiter", id="family in -leiter"),
        pytest.param("Thomas Richter", None, "Thomas", "Richter", id="family is an office"),
        pytest.param("Petra Neubauer", None, "Petra", "Neubauer", id="family in -bauer"),
        pytest.param("Uwe Zimmermann", None, "Uwe", "Zimmermann", id="family in -mann"),
        pytest.param("Peter Müller, MdL", None, "Peter", "Müller", id="mandate"),
    ],
)
def test_name_is_taken_apart(
    printed: str, title: str | None, first: str | None, family: str
) -> None:
    name = parse_name(printed)
    assert (name.title, name.given, name.family) == (title, first, family)


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        pytest.param("Frau Dr. Anna Beispiel", "Dr. Anna Beispiel", id="salutation"),
        pytest.param("Herrn Jan Kern", "Jan Kern", id="Herrn"),
        pytest.param("Anna Beispiel, M. A.", "Anna Beispiel, M. A.", id="degree stays"),
        pytest.param("Anna Beispiel, MdB", "Anna Beispiel", id="mandate goes"),
        pytest.param("MARIA  MÜLLER", "MARIA MÜLLER", id="as printed, folded"),
    ],
)
def test_full_name_is_as_printed(printed: str, full: str) -> None:
    assert parse_name(printed).full == full


NO_NAMES = [
    pytest.param("Landkreis Auetal", id="Kreis"),
    pytest.param("Robert Beispiel Stiftung", id="foundation named after somebody"),
    pytest.param("Max-Planck-Gymnasium", id="school"),
    pytest.param("Landrat Peter Müller", id="role in front"),
    pytest.param("Peter Müller Landrat", id="role behind"),
    pytest.param("Jugendamt", id="office"),
    pytest.param("Jobcenter Musterstadt", id="body with place"),
    pytest.param("Caritas Oberland", id="body's name"),
    pytest.param("Tel. 030 23125-014", id="number"),
    pytest.param("Anna Beispiel, 030 23125-014", id="number behind"),
    pytest.param("anna.beispiel@kreis-altmuehlau.de", id="mail"),
    pytest.param("Frau und Beruf", id="und"),
    pytest.param("", id="empty"),
    pytest.param("Wir laden ein", id="sentence"),
    pytest.param("Das Ehrenamt stärken", id="slogan"),
    pytest.param("Herr Landrat", id="office holder"),
]


@pytest.mark.parametrize("printed", NO_NAMES)
def test_no_name(printed: str) -> None:
    with pytest.raises(ValueError, match="not a person's name"):
        parse_name(printed)
    assert not looks_like_name(printed)
    assert not could_be_name(printed)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Frühe Hilfen", id="programme"),
        pytest.param("Bildung Integration", id="topics"),
        pytest.param("Ziele und Maßnahmen", id="sub-heading"),
        pytest.param("Aktuelle Situation", id="adjective"),
        pytest.param("Kontakt Impressum", id="labels"),
        pytest.param("Haltestelle Kirchplatz", id="stop"),
    ],
)
def test_capitals_are_no_name(line: str) -> None:
    assert not could_be_name(line)
    assert not looks_like_name(line)


def test_shape_without_evidence() -> None:
    assert could_be_name("Xhulia Qwertz")
    assert not looks_like_name("Xhulia Qwertz")


@pytest.mark.parametrize("row", TABLE["titles"]["rows"], ids=lambda row: str(row[0]))
def test_title_is_found_in_its_example(row: list[str]) -> None:
    _, printed, rest = row
    name = parse_name(printed)
    assert f"{name.given} {name.family}" == rest
    assert name.title == printed.removesuffix(rest).strip()


@pytest.mark.parametrize("row", TABLE["degrees"]["rows"], ids=lambda row: str(row[0]))
def test_degree_is_found_in_its_example(row: list[str]) -> None:
    name = parse_name(row[1])
    assert (name.given, name.family) == ("Anna", "Beispiel")
    assert name.title is not None
    assert row[1].endswith(name.title)


@pytest.mark.parametrize("row", TABLE["salutations"]["rows"], ids=lambda row: str(row[0]))
def test_salutation_is_left_out(row: list[str]) -> None:
    assert parse_name(row[1]).full == row[1].removeprefix(row[0] + " ")


@pytest.mark.parametrize("row", TABLE["particles"]["rows"], ids=lambda row: str(row[0]))
def test_particle_begins_the_family_name(row: list[str]) -> None:
    particle, printed, family = row
    assert particle in printed.split()
    assert parse_name(printed).family == family


def test_given_names_are_sorted_and_unique() -> None:
    assert len(NAMES) > 2500
    assert sorted(set(NAMES), key=lambda name: (name.casefold(), name)) == NAMES
    assert all(is_given_name(name) for name in NAMES)


@given(st.text(alphabet=string.printable + "äöüßéł„“–", max_size=120))
def test_nothing_but_a_value_error(line: str) -> None:
    looks_like_name(line)
    could_be_name(line)


@given(
    st.sampled_from(NAMES),
    st.sampled_from(["Beispiel", "von Aue", "Kern-Huber", "Yıldırım", "Szczepański"]),
    st.sampled_from(["", "Dr. ", "Prof. Dr. ", "Dipl.-Päd. ", "Frau ", "Herrn Dr. "]),
)
def test_given_and_family_give_back_the_name(first: str, family: str, front: str) -> None:
    name = parse_name(f"{front}{first} {family}")
    title = f"{name.title} " if name.title else ""
    assert f"{title}{name.given} {name.family}" == name.full
    assert looks_like_name(name.full)
