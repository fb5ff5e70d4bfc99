"""Share of right contacts and wrong values on labelled contact blocks, written without the rules.

python -m benchmarks.contacts            both halves
python -m benchmarks.contacts --misses   and what is missed or wrong, working half only
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.passages import brochure_of, fold, print_row
from schemas import Contact

HALVES: Final = {
    "work": Path("tests/cases/contacts_work.toml"),
    "measure": Path("benchmarks/gold/contacts_measure.toml"),
}
Values = dict[str, list[str]]


def main() -> None:
    """Measure both halves and print a row for each field."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--misses", action="store_true", help="print them for the working half")
    misses = parser.parse_args().misses
    for half, path in HALVES.items():
        right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
        complete = total = 0
        for block in tomllib.loads(path.read_text(encoding="utf-8"))["block"]:
            found = [c for s in brochure_of(block).landkreise for c in s.contacts]
            pairs = list(paired([wanted(c) for c in block["contacts"]], [read(c) for c in found]))
            total += len(block["contacts"])
            for gold, got in pairs:
                clean = True
                for field in sorted({*gold, *got}):
                    want, have = Counter(gold.get(field, [])), Counter(got.get(field, []))
                    right[field] += (want & have).total()
                    missed[field] += (want - have).total()
                    wrong[field] += (have - want).total()
                    clean &= want == have
                    if want != have and misses and half == "work":
                        lost, extra = list(want - have), list(have - want)
                        print(f"{field:13} missed {lost} wrong {extra} | {block['text'][:200]!r}")
                complete += clean and bool(gold)
        print(f"contacts {half}: {complete} of {total} right in every field")
        for field in sorted({*right, *wrong, *missed}):
            print_row(f"  {field}", right[field], wrong[field], missed[field])


def wanted(label: dict[str, Any]) -> Values:
    """Return the labelled values of one contact, folded for comparison."""
    values: Values = {}
    for field in ("full", "title", "given", "family", "organisation"):
        values[field] = [fold(label[field])] if label.get(field) else []
    for field in ("roles", "units", "emails"):
        values[field] = [fold(value) for value in label.get(field, [])]
    values["address"] = [
        fold(label[key])
        for key in ("street", "house_number", "postal_code", "city")
        if label.get(key)
    ]
    values["phones"] = [f"{kind} {number}".strip() for kind, number in label.get("phones", [])]
    values["websites"] = [host(url) for url in label.get("websites", [])]
    return values


def read(contact: Contact) -> Values:
    """Return the values of one contact that was read, folded for comparison."""
    name, address = contact.name, contact.address
    parts = (name.full, name.title, name.given, name.family) if name else (None,) * 4
    lines = (
        (address.street, address.house_number, address.postal_code, address.city) if address else ()
    )
    values: Values = {
        field: [fold(value)] if value else []
        for field, value in zip(("full", "title", "given", "family"), parts, strict=True)
    }
    values["organisation"] = [fold(contact.organisation)] if contact.organisation else []
    values["roles"] = [fold(role) for role in contact.roles]
    values["units"] = [fold(unit) for unit in contact.units]
    values["emails"] = [fold(email.address) for email in contact.emails]
    values["address"] = [fold(line) for line in lines if line]
    values["phones"] = [f"{phone.kind} {phone.e164 or ''}".strip() for phone in contact.phones]
    values["websites"] = [host(website.url) for website in contact.websites]
    return values


def host(url: str) -> str:
    """Return a web address without scheme, `www.` and final slash."""
    return (
        fold(url).removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    )


def paired(gold: Sequence[Values], found: Sequence[Values]) -> Iterator[tuple[Values, Values]]:
    """Pair contacts by name, else by the most common values; what is left pairs with nothing."""
    left = list(found)
    for wanted_one in gold:
        best = max(left, key=lambda one: _likeness(wanted_one, one), default=None)
        if best is not None and _likeness(wanted_one, best):
            left.remove(best)
            yield wanted_one, best
        else:
            yield wanted_one, {}
    for extra in left:
        yield {}, extra


def _likeness(gold: Values, found: Values) -> int:
    same = sum((Counter(gold[field]) & Counter(found[field])).total() for field in gold)
    return same + 10 * bool(gold["full"] and gold["full"] == found["full"])


if __name__ == "__main__":
    main()
