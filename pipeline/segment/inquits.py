"""Words beside a quotation by which it is said who speaks: the inquit formula, told by its form.

>>> speaks("betont Landrätin Kurz"), speaks("so viel dazu"), has_speaker("kräht Wirtin Eva Kurz")
(True, False, True)
>>> has_speaker("kocht für Gäste"), has_speaker("mit Eva Kurz")
(False, False)
"""

import re
from typing import Final

from pipeline.german.names import could_be_family, is_given_name, is_title
from pipeline.german.phrase import agreement, is_preposition
from pipeline.german.speakers import person_noun
from pipeline.german.speech import pronouns, said_behind, speaks_re

# "so Eva Kurz", "so die Landrätin", "so das Fazit"; "so steht es auf Seite 3" is no speaker
SO_RE: Final = re.compile(
    r"[Ss]o[ ](?:(?:der|die|das|ein|eine|ihr|ihre|sein|seine|unser|unsere)[ ])?+"
    r"(?:[a-zäöüß]++[ ])?[A-ZÄÖÜÇŞİĆČŁŚŻĐ]"
)
FINITE_RE: Final = re.compile(r"[a-zäöüß]{1,30}(?:t|te|en)")
MOST_BEFORE: Final = 3
"""Words between a verb and the noun of its subject: `knurrt sich der alte Bauer`."""


def speaks(passage: str) -> bool:
    """Whether a passage begins with a verb or particle of speech: no `so dass`, `so viel`."""
    if passage.startswith(("so ", "So ")):
        return SO_RE.match(passage) is not None or speaks_re().match(passage, 3) is not None
    if speaks_re().match(passage) is not None:
        return True
    return said_behind(passage) or said_behind(passage.partition(",")[0])


def has_speaker(passage: str, before: str = "") -> bool:
    """Whether a finite verb, whichever it is, and a person as its subject open a passage.

    A family name alone is one that `before`, the text before it, gives in full.

    >>> has_speaker("dämpft Behm die Freude", "Jan Behm und"), has_speaker("dämpft Behm", "Behm")
    (True, False)
    """
    verb, *following = passage.split(maxsplit=MOST_BEFORE + 2)[: MOST_BEFORE + 2]
    if not FINITE_RE.fullmatch(verb) or is_preposition(verb) or agreement(verb):
        return False
    if following and following[0] == "sich":
        following = following[1:]
    if following and following[0].strip(",") in pronouns("m") | pronouns("f"):
        return True
    subject = next((word for word in following if word[0].isupper()), "")
    between = following[: following.index(subject)] if subject else []
    if any(map(is_preposition, between)):
        return False
    return _is_person(subject) or _is_known(subject, before)


def _is_person(word: str) -> bool:
    return is_title(word) or is_given_name(word) or person_noun(word) is not None


def _is_known(family: str, before: str) -> bool:
    """Whether a word is the family name of somebody whom a text gives in full."""
    at = before.rfind(f" {family}") if could_be_family(family) else -1
    return at > 0 and is_given_name(before[:at].rpartition(" ")[2])
