"""The bare German tokenizer of spaCy, which finds nothing but tokens."""

from collections.abc import Sequence

from benchmarks.contenders.passing import Tool, measure


def load() -> Tool:
    """Return the tool."""
    import spacy

    nlp = spacy.blank("de")

    def count_tokens(texts: Sequence[str]) -> int:
        return sum(len(nlp.make_doc(text)) for text in texts)

    return count_tokens


if __name__ == "__main__":
    measure(load)
