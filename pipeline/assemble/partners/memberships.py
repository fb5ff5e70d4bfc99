"""Of which committee somebody is a member, as the sentence says: `Dem Beirat gehören … an`.

>>> membership("Dem Kuratorium gehören die Dekanin und der Altlandrat an.")
'Mitglied des Kuratoriums'
>>> membership("Die Dekanin und der Altlandrat helfen dem Kuratorium.") is None
True
"""

import re
from typing import Final

from pipeline.german.grammar import words

# Linear: an anchor word, one article, and one or two words with a capital.
NAME: Final = (
    r"(?P<first>[A-ZÄÖÜ][\w-]*+)"
    r"(?P<rest>(?:[ ](?:[„»\"][^“”«\"]{1,60}[“”«\"]|[A-ZÄÖÜ][\w-]*+)){0,2}+)"
)
MEMBERSHIP_RES: Final = (
    re.compile(rf"\bMitgliedern?[ ](?P<genitive>des|der)[ ]{NAME}"),
    re.compile(rf"\b(?:[Dd]|[Uu]nser|[Ii]hr|[Ss]ein)(?P<dative>em|er)[ ]{NAME}[ ](?:an)?gehör"),
    re.compile(rf"\b[Dd](?P<nominative>er|ie|as)[ ]{NAME}[ ](?:besteht|setzt[ ]sich)\b"),
    re.compile(rf"\b[Zz]u(?P<to>m|r)[ ]{NAME}[ ](?:gehör|zähl)"),
    re.compile(rf"\bI(?P<inside>m|n[ ]der)[ ]{NAME}[ ]sitz"),
    re.compile(rf"\b[Zz]usammengesetzt[ ]ist[ ]d(?P<nominative>er|ie|as)[ ]{NAME}[ ]aus\b"),
)
COMMITTEES: Final = tuple(
    word + ending for word in words("committees") for ending in ("", "s", "es", "ses")
)
"""In all cases of the singular."""
SIBILANTS: Final = ("s", "ß", "x", "z")


def membership(sentence: str) -> str | None:
    """Return the role that persons have in a sentence about members; None in any other."""
    for pattern in MEMBERSHIP_RES:
        match = pattern.search(sentence)
        if match and match["first"].lower().endswith(COMMITTEES):
            return f"Mitglied {_genitive(match)}"
    return None


def _genitive(match: re.Match[str]) -> str:
    found = match.groupdict()
    name, rest = match["first"], match["rest"]
    if found.get("genitive"):
        return f"{found['genitive']} {name}{rest}"
    forms = {"dative": "er", "nominative": "ie", "to": "r", "inside": "n der"}
    is_feminine = any(found.get(key) == feminine for key, feminine in forms.items())
    if is_feminine:
        return f"der {name}{rest}"
    doubled = "s" if name.endswith("nis") else ""
    ending = "es" if name.endswith(SIBILANTS) else "s"
    return f"des {name}{doubled}{ending}{rest}"
