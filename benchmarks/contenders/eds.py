"""EDS-NLP on the blank German pipeline: normaliser, four terminologies, three expressions.

Set up as fast as it goes, which was tried: one matcher for all terms (one trie, one pass) instead
of a terminology each, terms by their normal form, expressions on the text as it is, and of the
normaliser what German text needs (no look for French page headers, which are its "pollution").
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.contenders.passing import Tool, measure
from benchmarks.contenders.patterns import MAIL, PHONE, TOWN


def load() -> Tool:
    """Return the tool; its terms stand beside the texts."""
    import edsnlp  # noqa: F401 - makes its components known
    import spacy

    terms = json.loads(Path(sys.argv[1], "terms.json").read_text(encoding="utf-8"))
    expressions = {"phone": PHONE, "mail": MAIL, "town": TOWN}
    nlp = spacy.blank("de")
    nlp.add_pipe("eds.normalizer", config={"pollution": False})
    by_text = {key: {"regex": each, "attr": "TEXT"} for key, each in expressions.items()}
    nlp.add_pipe("eds.matcher", config={"terms": terms, "attr": "NORM", "regex": by_text})

    def count_entities(texts: Sequence[str]) -> int:
        return sum(len(doc.ents) for doc in nlp.pipe(texts))

    return count_entities


if __name__ == "__main__":
    measure(load)
