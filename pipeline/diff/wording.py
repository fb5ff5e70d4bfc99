"""Changes as a note to a colleague: as plain text, and as Markdown.

>>> as_text(())
'Nothing has changed.'
"""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Final

from schemas.changes import Change, Comparison, Place

FIELDS: Final = {
    "title": "title",
    "name": "name",
    "name.title": "academic title",
    "roles": "role",
    "organisation": "organisation",
    "units": "department",
    "address": "address",
    "phones": "number",
    "emails": "e-mail",
    "websites": "website",
    "kind": "kind",
    "role": "role",
    "text": "text",
    "speaker.name": "speaker",
    "speaker.roles": "speaker's role",
    "speaker.organisation": "speaker's organisation",
    "attribution": "attribution",
}
"""What a field is called in a sentence."""

SUBJECTS: Final = {
    "brochure": "the brochure",
    "landkreis": "the Landkreis",
    "contact": "the contact",
    "partner": "the partner",
    "quote": "the quote of",
    "paragraph": "the paragraph",
}
RENAMED: Final = {
    "brochure": "",
    "landkreis": "",
    "contact": "",
    "partner": " (partner)",
    "quote": " (under a quote)",
    "paragraph": "",
}
TEXTS: Final = frozenset({"text", "title", "attribution"})
"""Fields that are text and no values."""

LONG: Final = 100
"""A text that is longer is told by where it begins to differ; the JSON has all of it."""

Mark = Callable[[str], str]


def as_text(changes: Iterable[Change]) -> str:
    """Word the changes of one brochure, a heading for each Landkreis."""
    return _note(changes, lambda heading: f"{heading}:", "  - ", str, str)


def as_markdown(changes: Iterable[Change]) -> str:
    """Word them in Markdown: headings, lists, what is named in bold and values as code."""
    return _note(changes, lambda heading: f"### {_escaped(heading)}\n", "- ", _bold, _code)


def comparisons_as_text(comparisons: Iterable[Comparison]) -> str:
    """Word several brochures; the name of each stands above its changes if there are several."""
    return _notes(list(comparisons), as_text, lambda name: f"{name}\n{'=' * len(name)}")


def comparisons_as_markdown(comparisons: Iterable[Comparison]) -> str:
    """Word several brochures in Markdown."""
    return _notes(list(comparisons), as_markdown, lambda name: f"## {_escaped(name)}\n")


def _notes(
    comparisons: list[Comparison], worded: Callable[[Iterable[Change]], str], title: Mark
) -> str:
    told = [each for each in comparisons if each.changes]
    if len(comparisons) == 1 or not told:
        return worded(change for each in told for change in each.changes)
    return "\n\n".join(f"{title(_files(each))}\n{worded(each.changes)}" for each in told)


def _files(comparison: Comparison) -> str:
    old, new = comparison.old, comparison.new
    return f"{old} → {new}" if old and new and old != new else new or old or ""


def _note(changes: Iterable[Change], heading: Mark, bullet: str, bold: Mark, code: Mark) -> str:
    paragraphs = []
    for landkreis, group in groupby(changes, key=_landkreis):
        lines = [f"{bullet}{_sentence(change, bold, code)}" for change in group]
        paragraphs.append("\n".join(([heading(landkreis)] if landkreis else []) + lines))
    return "\n\n".join(paragraphs) or "Nothing has changed."


def _landkreis(change: Change) -> str | None:
    return _place(change).landkreis


def _place(change: Change) -> Place:
    place = change.new or change.old
    if place is None:
        raise ValueError("a change has a place in one of the records")
    return place


def _sentence(change: Change, bold: Mark, code: Mark) -> str:
    name = bold(_name(change))
    subject = f"{SUBJECTS[change.what]} {name}"
    if change.field is None:
        return _capital(f"{subject} {'is new' if change.kind == 'added' else 'is gone'}.")
    owner = name if change.what == "contact" else subject
    if change.kind != "renamed":
        return _capital(_of_field(change, owner, code))
    old, new = bold(change.before or ""), bold(change.after or "")
    return f"{old} is now called {new}{RENAMED[change.what]}."


def _name(change: Change) -> str:
    """Return what a change is about; it is known under its old name, where that has changed."""
    name = _place(change).name
    return f"“{name}”" if change.what == "paragraph" else name


def _of_field(change: Change, owner: str, code: Mark) -> str:
    field = FIELDS[change.field or "text"]
    before, after = _shortened(change.before, change.after)
    if change.field in TEXTS:
        before, after = (text and f"“{text}”" for text in (before, after))
    else:
        before, after = (text and code(text) for text in (before, after))
    if before is None:
        return f"{owner} has the new {field} {after}."
    if after is None:
        return f"{owner} has no longer the {field} {before}."
    return f"{owner}: the {field} {before} has become {after}."


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


def _shortened(before: str | None, after: str | None) -> tuple[str | None, str | None]:
    """Cut two long texts down to where they begin to differ."""
    if before is None or after is None or max(len(before), len(after)) <= LONG:
        return _excerpt(before, 0), _excerpt(after, 0)
    words, others = before.split(), after.split()
    pairs = zip(words, others, strict=False)
    same = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(words), len(others)))
    start = len(" ".join(words[: max(same - 3, 0)]))
    return _excerpt(before, start), _excerpt(after, start)


def _excerpt(text: str | None, start: int) -> str | None:
    if text is None:
        return None
    part = text[start:].strip()
    if len(part) > LONG:
        part = part[:LONG].rsplit(" ", 1)[0] + " …"
    return f"… {part}" if start else part


def _bold(text: str) -> str:
    return f"**{_escaped(text)}**"


def _code(text: str) -> str:
    """Return a value that can be copied; a longer fence where it has a backtick itself."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}"


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in text)
