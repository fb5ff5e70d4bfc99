from pathlib import Path

import pytest

from pipeline.run import Result, extract
from pipeline.write.page.values import Value, values_of

TEXT = """\
Landkreis Börde

Uns hilft die Tafel.

Dr. Eva Kurz
Leiterin Amt für Kultur, Leiterin
Landratsamt
Börde
Tel. 030 23125-014

„Kurz und gut.“
Eva Kurz, Leiterin
"""


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    path: Path = tmp_path_factory.mktemp("values") / "brochure.txt"
    path.write_text(TEXT, encoding="utf-8")
    return extract(path)


def test_every_value_has_the_words_of_the_record(result: Result) -> None:
    (kreis,) = result.brochure.landkreise
    contact = kreis.contacts[0]
    found = {each.path: result.text.fold(each.span) for each in found_in(result)}
    at = "/landkreise/0/contacts/0"
    assert contact.name
    assert found[f"{at}/name"] == contact.name.full
    assert contact.organisation
    for n, role in enumerate(contact.roles):
        assert found[f"{at}/roles/{n}"] == role
    assert found[f"{at}/phones/0"] == "030 23125-014"
    assert found["/landkreise/0/partners/0"] == "Tafel"
    assert found["/landkreise/0/quotes/0/speaker/name"] == "Eva Kurz"


def test_no_place_is_taken_twice(result: Result) -> None:
    single = [
        each.span for each in found_in(result) if each.path.startswith("/landkreise/0/contacts/0/")
    ]
    assert not any(a.overlaps(b) for n, a in enumerate(single) for b in single[n + 1 :])


def test_speaker_is_found_behind_the_quote(result: Result) -> None:
    (name,) = [each for each in found_in(result) if each.path.endswith("speaker/name")]
    assert name.span.start > TEXT.index("gut.“")


def found_in(result: Result) -> list[Value]:
    return list(values_of(result.brochure, result.text.characters, section=0))
