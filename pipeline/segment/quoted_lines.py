"""Which lines an utterance has to itself, and which paragraphs it joins."""

from bisect import bisect_left
from typing import Final

from pipeline.segment.evidence import SectionLines
from pipeline.segment.utterances import Utterance
from pipeline.text import Span

OUTER: Final = " \t.,:;!–—-•()>*_"
"""What may stand around a quote in its block without being text of its own."""
MOST_OUTER: Final = 200
"""Characters of it; more are text, and a line that holds many quotes is not read for each."""


def quote_lines(section: SectionLines, utterance: Utterance) -> range:
    """Return the lines of a quote that stands alone; none where it is part of a paragraph."""
    first = bisect_left(section.lines, utterance.span.start + 1, key=lambda line: line.span.end)
    last = bisect_left(section.lines, utterance.span.end, key=lambda line: line.span.end)
    if last >= len(section.lines):
        return range(0)
    content = section.lines[first].content.start
    before = Span(content, max(content, utterance.span.start))
    after = Span(utterance.span.end, section.lines[last].span.end)
    if max(before.end - before.start, after.end - after.start) > MOST_OUTER:
        return range(0)
    outside = section.text.at(before).strip(OUTER) + section.text.at(after).strip(OUTER + '“”"»«')
    return range(0) if outside else range(first, last + 1)


def inner_ends(section: SectionLines, utterance: Utterance) -> range:
    """Return the lines that end inside an attributed utterance which opens its own line.

    It goes over several paragraphs; what stands behind it in the last one makes them one.
    """
    first = bisect_left(section.lines, utterance.span.start + 1, key=lambda line: line.span.end)
    last = bisect_left(section.lines, utterance.span.end, key=lambda line: line.span.end)
    opens = first < last and section.lines[first].content.start == utterance.span.start
    return range(first, last) if opens and utterance.attribution else range(0)
