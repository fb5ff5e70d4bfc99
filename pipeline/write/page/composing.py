"""Puts the page together out of its parts."""

from collections.abc import Mapping
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


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and the parts of it that a correction can change."""

    html: str
    parts: Mapping[str, str]
    """HTML by the id of the element that it is."""


def make_page(
    brochure: Brochure, text: Text, pictures: Pictures = NO_PICTURES, version: str | None = None
) -> Page:
    """Return the page of a brochure; with a version, which its acts have to name, for editing."""
    view = View(brochure, text, editing=version is not None)
    parts = _parts(view)
    scripts = [asset("page.js"), *([asset("edit.js")] if version else [])]
    html = _render(
        "page.html.j2",
        view=view,
        source=brochure.source,
        title=brochure.title,
        sections=brochure.landkreise,
        residue=brochure.residue,
        kinds=KINDS,
        keys=[*KEYS, EDIT_KEY] if version else KEYS,
        parts=parts,
        pages=pages_of(view.values, pictures),
        notice=pictures.notice,
        version=version,
        policy=policy_of_page(editing=version is not None),
        css=asset("page.css"),
        scripts=scripts,
    )
    return Page(html, parts)


def _parts(view: View) -> dict[str, Markup]:
    """Return all parts, in the order of the page."""
    brochure, counts = view.brochure, Counts.of(view.brochure)
    checked = sum(section.checked is not None for section in brochure.landkreise)
    records = {
        f"r/landkreise/{i}": _render(
            "record.html.j2", view=view, section=section, number=i, path=f"/landkreise/{i}"
        )
        for i, section in enumerate(brochure.landkreise)
    }
    texts = {
        f"part/{i}": _render("text.html.j2", view=view, part=part, id=f"part/{i}")
        for i, part in enumerate(parts_of(view))
    }
    return {
        "facts": _render("facts.html.j2", source=brochure.source, counts=counts),
        "tallies": _render("tallies.html.j2", counts=counts, checked=checked),
        "findings": _render("findings.html.j2", view=view),
        **records,
        **texts,
    }


def _render(name: str, **values: Any) -> Markup:  # noqa: ANN401 - whatever a template shows
    return Markup(environment().get_template(name).render(**values))
