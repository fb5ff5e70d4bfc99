"""Every entry of labels.toml and streets.toml is proved by its own example."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from pipeline.german import load_toml
from pipeline.german.labels import key, label_before, label_kind, label_kinds
from pipeline.mentions.addresses import find_addresses
from pipeline.mentions.emails import Email, find_emails
from pipeline.mentions.phones import Phone, find_phones
from pipeline.mentions.websites import Website, find_websites
from pipeline.text import Text

LABELS = load_toml("labels.toml")
STREETS = load_toml("streets.toml")
ENTRIES = [pytest.param(entry, id=entry["example"]) for entry in LABELS["label"]]


@pytest.mark.parametrize("entry", ENTRIES)
def test_each_spelling_is_a_label_of_its_kind(entry: dict[str, Any]) -> None:
    for spelling in entry["spellings"]:
        for ending in LABELS["gender"]["endings"] if "{in}" in spelling else ("",):
            printed = spelling.replace("{in}", ending)
            if printed not in SAID_BY_ANOTHER:
                assert label_kinds(f"{printed}:") == (entry["kind"],), printed


SAID_BY_ANOTHER = {"M"}  # mail or mobile: what stands behind it decides


@pytest.mark.parametrize("entry", ENTRIES)
def test_example_is_read(entry: dict[str, Any]) -> None:
    text = Text.of(entry["example"])
    finders: dict[str, Callable[[Text], Sequence[Phone | Email | Website]]] = {
        "phone": find_phones,
        "mobile": find_phones,
        "fax": find_phones,
        "mail": find_emails,
        "web": find_websites,
    }
    found = finders.get(entry["kind"])
    spellings = {key(spelling) for spelling in entry["spellings"]}
    if found:
        (value,) = found(text)
        assert value.label
        assert key(text.at(value.label)) in spellings
    elif entry["kind"] == "address":
        assert len(find_addresses(text)) == 1
    elif entry["kind"] == "other_number":
        assert find_phones(text) == ()
    else:
        assert label_kind(entry["example"].rpartition(": ")[0]) == entry["kind"]


def test_examples_of_the_other_tables() -> None:
    (phone,) = find_phones(Text.of(LABELS["qualifiers"]["example"]))
    assert phone.kind == "fax"
    assert len(find_phones(Text.of(LABELS["short_number_cues"]["example"]))) == 1
    assert len(find_websites(Text.of(LABELS["top_level_domains"]["example"]))) == 1


@pytest.mark.parametrize("name", STREETS)
def test_example_of_streets(name: str) -> None:
    found = find_addresses(Text.of(STREETS[name]["example"]))
    words = STREETS[name]["words"]
    assert any(word.casefold() in STREETS[name]["example"].casefold() for word in words)
    assert len(found) == (0 if name == "no_town" else 1)
    assert name != "no_street" or found[0].street is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Telefon", "phone", id="bare"),
        pytest.param("TELEFON:", "phone", id="capitals, colon"),
        pytest.param("Tel.-Nr. :", "phone", id="dots and hyphen"),
        pytest.param("Telefon / Telefax:", "phone", id="two at once"),
        pytest.param("E-Mail", "mail", id="mail"),
        pytest.param("e‑mail:", "mail", id="no-break hyphen"),
        pytest.param("Ihre Ansprechpartner*innen:", "person", id="gender star"),
        pytest.param("Ansprechpartner/-in", "person", id="gender slash"),
        pytest.param("Öffnungszeiten:", "hours", id="hours"),
        pytest.param("Telefon (Zentrale)", "phone", id="brackets"),
        pytest.param("Telefon im Alltag", None, id="more than a label"),
        pytest.param("T", None, id="a single letter is no line"),
        pytest.param("", None, id="empty"),
        pytest.param("Steffi Kern", None, id="name"),
    ],
)
def test_line_that_is_only_a_label(line: str, kind: str | None) -> None:
    assert label_kind(line) == kind


@pytest.mark.parametrize(
    ("before", "label"),
    [
        pytest.param("Frau Kern, Tel.-Nr.: ", "Tel.-Nr", id="inside a line"),
        pytest.param("Tel./Fax: ", "Tel./Fax", id="two kinds"),
        pytest.param("im Büro, PC-Fax ", "PC-Fax", id="a comma parts them"),
        pytest.param("Fax (Sekretariat): ", "Fax", id="brackets between"),
        pytest.param("Telefon ........ ", "Telefon", id="leader"),
        pytest.param("Telefon\n", None, id="another line"),
        pytest.param("im Jahr ", None, id="none"),
    ],
)
def test_label_before_a_value(before: str, label: str | None) -> None:
    found = label_before(before + "0", len(before))
    assert (found and before[found.start : found.end]) == label
