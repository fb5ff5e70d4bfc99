"""What the page shows of one section, or of what stands outside of them: values and elements."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import Final

from pipeline.read.placed import pages_of
from pipeline.text import Text
from pipeline.write.page.values import Value, values_of
from schemas import Brochure, Contact, Partner, Passage, Quote, Speaker

LISTS: Final = ("roles", "units", "phones", "emails", "websites")


class PartView:
    """What is shown of one section, or of what stands outside of them."""

    def __init__(self, brochure: Brochure, text: Text, section: int | None) -> None:
        """Find the place of every value."""
        self.values = list(values_of(brochure, text.characters, section))
        self.places = frozenset(value.path for value in self.values)
        self.recorded = frozenset(_recorded(brochure, section))

    @cached_property
    def by_page(self) -> Mapping[int, Sequence[Value]]:
        """The values that stand on each page."""
        found: defaultdict[int, list[Value]] = defaultdict(list)
        for value in self.values:
            for page in pages_of(value.boxes):
                found[page].append(value)
        return found


def _recorded(brochure: Brochure, number: int | None) -> Iterator[str]:
    """Yield the paths of all elements of the records in a section, or outside of them."""
    if number is None:
        yield from (f"/residue/{n}" for n in range(len(brochure.residue)))
        return
    section, path = brochure.landkreise[number], f"/landkreise/{number}"
    yield path
    for group in ("contacts", "partners", "quotes", "residue"):
        yield f"{path}/{group}"
        for n, thing in enumerate(getattr(section, group)):
            yield f"{path}/{group}/{n}"
            yield from (f"{path}/{group}/{n}/{field}" for field in _fields(thing))


def _fields(thing: Contact | Partner | Quote | Passage) -> Iterator[str]:
    """Yield the fields of a thing that have elements of their own."""
    match thing:
        case Contact():
            yield from _filled(thing, ("name", "organisation", "address"), LISTS)
        case Quote(speaker=Speaker() as speaker):
            yield "speaker"
            filled = _filled(speaker, ("name", "organisation"), ("roles",))
            yield from (f"speaker/{field}" for field in filled)


def _filled(
    owner: Contact | Speaker, single: tuple[str, ...], lists: tuple[str, ...]
) -> Iterator[str]:
    yield from (name for name in single if getattr(owner, name))
    yield from (f"{name}/{n}" for name in lists for n in range(len(getattr(owner, name))))


def nearest(path: str, known: Set[str]) -> str:
    """Return the path, or the longest one above it that is known; empty if none is."""
    while path and path not in known:
        path = path.rpartition("/")[0]
    return path
