"""Facts in boxes and small tables: `Laufzeit: 2022 bis 2024`, `Einwohner   112.000`, `2019 Start`.

A line has the shape of a fact by a label and a colon, by a gap before a figure, or by the figure
or date that it begins with. Several that follow each other are facts; one alone is if its label
says so. What stands in one paragraph with contact data belongs to the contact.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from pipeline.german.asides import is_aside, is_caption
from pipeline.german.fields import field_kind
from pipeline.german.labels import label_kind
from pipeline.german.line_breaks import words
from pipeline.german.subheadings import before_figures, is_fact_label, subheading_kind
from pipeline.mentions.designations import is_person
from pipeline.segment.evidence import LONGEST_HEAD, SectionLines
from pipeline.segment.features import Look

DATA: Final = frozenset({Look.DATA, Look.LABEL})
LONGEST: Final = 120
MOST_BELOW: Final = 12
"""Lines below facts among which the data of a contact stand whose facts they are."""
LEAST_APART: Final = 3
"""So many that follow each other with empty lines between them are no sub-headings."""
# Linear: single classes, each followed by what it does not hold.
LABEL_RE: Final = re.compile(r"([A-ZÄÖÜ][^:.!?;]{1,40}):[ ]+(\S.*)")
CELLS_RE: Final = re.compile(r"[ ]{2,}|[ ]*\t\s*")
DAYS_AND_MONTHS: Final = "|".join(sorted(words("calendar")))
BEFORE_FIGURES: Final = "|".join(sorted(map(re.escape, words("calendar") | before_figures())))
FIGURE_RE: Final = re.compile(
    rf"(?:(?:{BEFORE_FIGURES})\.?[ ]){{0,4}}\d(?!\d?\.[ ](?!{DAYS_AND_MONTHS})[A-Z])",
    re.IGNORECASE,
)
"""No `1. Vorsitzende`, but `1. Mai`."""


def find_facts(section: SectionLines) -> frozenset[int]:
    """Return the lines of a section that are facts."""
    shaped = [i for i in range(len(section.lines)) if _has_shape(section, i)]
    runs = [list(run) for run in _runs(section, shaped)]
    found = {
        i
        for run in map(partial(_kept, section), runs)
        if run and not _beside_contact(section, run)
        for i in (*_head(section, run[0]), *run)
    }
    labelled = {i + 1 for i in find_labels(section)}
    return frozenset(i for i in found | labelled if section.looks[i] is Look.SHORT)


def _head(section: SectionLines, first: int) -> range:
    """Return the line directly above a table, if it has the heads of several columns."""
    if first == 0 or section.lines[first].blank_before:
        return range(0)
    rows = (section.text.at(section.lines[i].content) for i in (first - 1, first))
    is_head = all(CELLS_RE.search(row) for row in rows)
    return range(first - 1, first) if is_head else range(0)


def find_labels(section: SectionLines) -> frozenset[int]:
    """Return the lines that are the label of the fact on the line directly below: `Zielgruppe`."""
    return frozenset(
        i
        for i in range(len(section.lines) - 1)
        if section.looks[i] is Look.SHORT
        and is_fact_label(section.passages[i])
        and not section.lines[i + 1].blank_before
        and section.looks[i + 1] is Look.SHORT
        and not is_person(section.passages[i + 1])
        and not _beside_contact(section, [i, i + 1])
    )


def _runs(section: SectionLines, shaped: Sequence[int]) -> Iterator[list[int]]:
    """Yield lines that follow each other: a paragraph of several, or several paragraphs of one."""
    paragraphs: list[list[int]] = []
    for before, i in pairwise([-2, *shaped]):
        if i == before + 1 and not section.lines[i].blank_before:
            paragraphs[-1].append(i)
        else:
            paragraphs.append([i])
    apart: list[int] = []
    for paragraph in paragraphs:
        if apart and (len(paragraph) > 1 or paragraph[0] != apart[-1] + 1):
            yield apart
            apart = []
        if len(paragraph) > 1:
            yield paragraph
        else:
            apart += paragraph
    if apart:
        yield apart


def _kept(section: SectionLines, run: Sequence[int]) -> Sequence[int]:
    """Return the lines of a run that are facts: all of a paragraph, or of enough paragraphs.

    The last of those apart may be the heading of the text below.
    """
    if len(run) > 1 and not section.lines[run[1]].blank_before:
        return run
    certain = [i for i in run if _is_certain(section, i)]
    heads_text = Look.SENTENCE in section.looks[run[-1] + 1 : run[-1] + 2]
    if heads_text and run[-1] not in certain:
        run = run[:-1]
    return run if len(run) >= LEAST_APART else certain


def _is_certain(section: SectionLines, i: int) -> bool:
    """Whether a line alone is a fact: by its label."""
    return is_fact_label(section.passages[i].partition(":")[0]) and ":" in section.passages[i]


def _has_shape(section: SectionLines, i: int) -> bool:
    passage = section.passages[i]
    if section.looks[i] in DATA:
        return False
    if len(passage) > LONGEST:
        return LABEL_RE.match(passage) is not None
    labelled = LABEL_RE.match(passage)
    if not (_announces_fact(labelled) if labelled else _shows_figure(section, i)):
        return False
    is_of_contact = is_aside(passage) and (
        _below_data(section, i) or (labelled is not None and label_kind(labelled[1]) is not None)
    )
    return not (is_of_contact or is_caption(passage) or is_person(passage))


def _announces_fact(labelled: re.Match[str]) -> bool:
    """Whether a label and what stands behind its colon are a fact; `Baustein 1: Lesen` heads."""
    label, said = labelled.groups()
    if label_kind(label) == "person" or label[-1].isdigit():
        return FIGURE_RE.match(said) is not None  # `Wer: 45 Ehrenamtliche`
    return _is_label_of_fact(label)


def _shows_figure(section: SectionLines, i: int) -> bool:
    """Whether a line begins with a figure or a date, or one stands behind a gap."""
    begins = FIGURE_RE.match(section.passages[i]) is not None
    cells = CELLS_RE.split(section.text.at(section.lines[i].content))
    if len(cells) > 1:
        return begins or any(map(FIGURE_RE.match, cells[1:]))
    return begins and section.looks[i] is Look.SHORT


def _is_label_of_fact(label: str) -> bool:
    """Whether a label announces neither somebody to write to nor what was said: `Wann`, `Ort`."""
    if subheading_kind(label) in ("contact", "quote") or field_kind(label):
        return False
    return label_kind(label) in (None, "address", "hours")


def _below_data(section: SectionLines, i: int) -> bool:
    """Whether contact data stand above a line, with short lines between at most."""
    for look in reversed(section.looks[max(0, i - MOST_BELOW) : i]):
        if look not in (Look.SHORT, Look.LABEL):
            return look is Look.DATA
    return False


def _is_data(section: SectionLines, i: int) -> bool:
    """Whether a line is contact data or their label; `Termine` is none."""
    is_hours = section.looks[i] is Look.LABEL and label_kind(section.passages[i]) == "hours"
    return section.looks[i] in DATA and not is_hours


def _heads(section: SectionLines, i: int) -> bool:
    return subheading_kind(section.passages[i]) is not None


def _beside_contact(section: SectionLines, run: Sequence[int]) -> bool:
    """Whether contact data stand in the paragraph of a run, with no label of their own.

    Above them facts are facts if one of them says so by its label.
    """
    first = run[0]
    if first and not section.lines[first].blank_before and _is_data(section, first - 1):
        return True
    opens = first == 0 or section.lines[first].blank_before or _heads(section, first - 1)
    if opens and any(_is_certain(section, i) and not is_aside(section.passages[i]) for i in run):
        return False
    for i in range(run[-1] + 1, min(run[-1] + MOST_BELOW, len(section.lines))):
        if section.lines[i].blank_before or section.looks[i] is Look.SENTENCE:
            return False
        if subheading_kind(section.passages[i].partition(":")[0]) == "contact":
            return False
        if section.looks[i] in DATA:
            return True
    return False


def announces(section: SectionLines, i: int) -> bool:
    """Whether a line goes on behind a label for partners: `Unsere Partner: Jobcenter und AWO`."""
    label, _, rest = section.passages[i].partition(":")
    beside = section.looks[max(0, i - 1) : i + 2]
    if is_aside(label) and _stands_in_contact(section, i):
        return False
    return (
        rest.strip() != ""
        and subheading_kind(label) == "partners"
        and not {Look.DATA, Look.LABEL} & set(beside)
    )


def _stands_in_contact(section: SectionLines, i: int) -> bool:
    """Whether a line stands inside a paragraph that goes on with data: `Träger: Stadt Celle`."""
    for k in range(i, min(i + LONGEST_HEAD, len(section.lines))):
        if section.lines[k].blank_before:
            return False
        if section.looks[k] is Look.DATA:
            return True
    return False
