"""Puts the page together out of its parts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup

from pipeline.report import Counts
from pipeline.text import Text
from pipeline.write.page.blocks import parts_of
from pipeline.write.page.frames import pages_of
from pipeline.write.page.pictures import NO_PICTURES, Pictures
from pipeline.write.page.template import asset, environment, policy_of_page
from pipeline.write.page.values import KINDS
from pipeline.write.page.view import View
from schemas import Brochure

KEYS: Final = (
    ("j k", "next and previous finding"),
    ("J K", "next and previous Landkreis"),
    ("n p", "next and previous value in the text"),
    ("Enter", "from a value to its place in the brochure, and back"),
    ("/", "search; Enter there goes to the next place in the text"),
    ("v", "text or pages, for a PDF"),
    ("c", "copy the contact at hand"),
    ("d", "dark or light"),
    ("Esc", "leave the search, clear the filters"),
    ("?", "this list"),
)


EDIT_KEY: Final = ("e", "edit the value at hand")


BUFFERED: Final = 500
"""Strings of a template that are put together at a time."""

Part = tuple[str, Iterator[Markup]]
"""A part of the page: the id of its element, and its HTML in pieces."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and the parts of it that a correction can change."""

    html: str
    parts: Mapping[str, str]
    """HTML by the id of the element that it is."""


def page_pieces(brochure: Brochure, text: Text, pictures: Pictures = NO_PICTURES) -> Iterator[str]:
    """Yield the page of a brochure piece by piece, so that never all of it is in memory."""
    view = View(brochure, text)
    records, texts = _pieces(_records(view)), _pieces(_texts(view))
    return _html(view, pictures, dict(_heads(view)), records, texts)


def make_page(brochure: Brochure, text: Text, pictures: Pictures, version: str) -> Page:
    """Return the page for editing; its acts have to name the version."""
    view = View(brochure, text, editing=True)
    heads, records, texts = _whole(_heads(view)), _whole(_records(view)), _whole(_texts(view))
    above = {name: [head] for name, head in heads.items()}
    html = _html(view, pictures, above, records.values(), texts.values(), version)
    return Page("".join(html), {**heads, **records, **texts})


def _pieces(parts: Iterable[Part]) -> Iterator[Markup]:
    return (piece for _, pieces in parts for piece in pieces)


def _whole(parts: Iterable[Part]) -> dict[str, Markup]:
    return {name: Markup("").join(pieces) for name, pieces in parts}


def _html(
    view: View,
    pictures: Pictures,
    heads: Mapping[str, Iterable[Markup]],
    records: Iterable[Markup],
    texts: Iterable[Markup],
    version: str | None = None,
) -> Iterator[str]:
    scripts = [asset("page.js"), *([asset("edit.js")] if version else [])]
    return (
        environment()
        .get_template("page.html.j2")
        .generate(
            view=view,
            source=view.brochure.source,
            title=view.brochure.title,
            sections=view.brochure.landkreise,
            residue=view.brochure.residue,
            kinds=KINDS,
            keys=[*KEYS, EDIT_KEY] if version else KEYS,
            heads=heads,
            records=records,
            texts=texts,
            pictures=pictures,
            pages=pages_of(view, pictures),
            version=version,
            policy=policy_of_page(editing=version is not None),
            css=asset("page.css"),
            scripts=scripts,
        )
    )


def _heads(view: View) -> Iterator[Part]:
    """Yield what stands above text and records."""
    brochure, counts = view.brochure, Counts.of(view.brochure)
    checked = sum(section.checked is not None for section in brochure.landkreise)
    yield "facts", _rendered("facts.html.j2", source=brochure.source, counts=counts)
    yield "tallies", _rendered("tallies.html.j2", counts=counts, checked=checked)
    yield "findings", _rendered("findings.html.j2", view=view)


def _records(view: View) -> Iterator[Part]:
    for i, section in enumerate(view.brochure.landkreise):
        path = f"/landkreise/{i}"
        shown = {"view": view, "section": section, "number": i, "path": path}
        yield f"r{path}", _rendered("record.html.j2", **shown)


def _texts(view: View) -> Iterator[Part]:
    for i, part in enumerate(parts_of(view)):
        yield f"part/{i}", _rendered("text.html.j2", view=view, part=part, id=f"part/{i}")


def _rendered(name: str, **values: Any) -> Iterator[Markup]:  # noqa: ANN401 - whatever it shows
    """Yield what a template makes of the values, in pieces of some kilobytes."""
    stream = environment().get_template(name).stream(**values)
    stream.enable_buffering(BUFFERED)
    return map(Markup, stream)
