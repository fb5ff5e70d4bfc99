"""Who is described or served where he is named: `ist Anlaufstelle für Familien`.

One subject takes part in a clause; what is said to be, or whom it is there for, does not.
"""

from typing import Final

from pipeline.assemble.partners.found import Member
from pipeline.assemble.partners.lists import BOUNDS, OBLIQUE, ListReader
from pipeline.german.grammar import words
from pipeline.german.partner_cues import evidence
from pipeline.german.phrase import is_preposition

CONTACTS: Final = tuple(evidence("contacts"))
DESCRIPTIONS: Final = tuple(evidence("descriptions"))
VISITS: Final = tuple(evidence("visits"))
TOURS: Final = tuple(evidence("tours"))
PLANNED: Final = tuple(words("planned"))
HELP: Final = tuple(evidence("help"))
BY_HELP_OF: Final = evidence("by_help_of")
FOR_HELP_OF: Final = evidence("for_help_of")
OF_WHOM: Final = frozenset({"der", "des", "von", "vom"})
ATTRIBUTES: Final = 3
"""Words between a preposition and its noun: zur weiteren Unterstützung."""
SERVED: Final = evidence("served")
PREDICATIVE: Final = words("copulas") | {"als"}
INVERTED: Final = frozenset({"bord", "beteiligt", "boot", "dabei", "eingebunden", "vertreten"})
"""Before a copula whose subject follows: mit dabei sind Lotsen."""
CONJUNCTIONS: Final = words("conjunctions")
PLACES: Final = words("prepositions_of_places") | {"aus"}
FARTHEST: Final = 8
"""Words between `für` and `wie`: für Stellen im ganzen Landkreis, wie die Schulen."""


def is_described(reader: ListReader, member: Member) -> bool:
    """Whether a member is what somebody is, or is there for, not who takes part."""
    noun = member.name.lower().split(" für ")[0].split(" der ")[0].split(" des ")[0]
    if noun.endswith(CONTACTS) or noun.startswith(PLANNED) or _is_helped(reader, member):
        return True
    return _is_predicate(reader, member, noun) or _is_example_of_served(reader, member)


def _is_helped(reader: ListReader, member: Member) -> bool:
    """Whether help is said to be for somebody: `zur Unterstützung der Tafel`."""
    lows = reader.phrases.lows
    of = member.start - 1
    noun = of - 1
    if noun < 1 or lows[of] not in OF_WHOM or not lows[noun].endswith(HELP):
        return False
    before = lows[max(0, noun - ATTRIBUTES) : noun]
    governor = next((low for low in reversed(before) if is_preposition(low)), "")
    are_people = lows[of] == "von" and member.kind == "group" and governor not in BY_HELP_OF
    return governor in FOR_HELP_OF or are_people


def _is_predicate(reader: ListReader, member: Member, noun: str) -> bool:
    """Whether a noun without article says what somebody is: `wirken als Lotsen und Vermittler`."""
    if not noun.endswith(DESCRIPTIONS):
        return False
    low = reader.phrases.low
    i = member.start - 1
    if low(i) in CONJUNCTIONS:
        i -= 2
    return i >= 0 and low(i) in PREDICATIVE and low(i - 1) not in INVERTED


def _is_example_of_served(reader: ListReader, member: Member) -> bool:
    """Whether `wie` gives examples of whom something is for: `für Stellen, wie die Schulen`."""
    lows = reader.phrases.lows
    wie = next((i for i in range(member.start - 1, -1, -1) if lows[i] == "wie"), 0)
    near = lows[wie - 1 : max(0, wie - FARTHEST) : -1] if wie else []
    governor = next((low for low in near if is_preposition(low) and low not in PLACES), "")
    return governor in SERVED


def follows_speech(reader: ListReader, i: int) -> bool:
    """Whether whoever spoke is named at i: `…, so die Landrätin`."""
    low = reader.phrases.low
    return low(i - 1) == "so" and i > 1 and low(i - 2) in BOUNDS | {"“", "”", '"'}


def is_visited(reader: ListReader, i: int, governor: str) -> bool:
    """Whether somebody is shown what is named at i: `ein Rundgang durch das Stahlwerk`."""
    low = reader.phrases.low
    if governor in {"von", "vom"}:
        return low(i - 2).endswith(VISITS)  # nach dem Weggang von Eva Kurz
    if governor == "um":
        return low(i - 2) == "," and low(i) in OBLIQUE  # um den Familien zu helfen
    return governor == "durch" and low(i - 2).endswith(TOURS)


def is_dateline(reader: ListReader) -> bool:
    """Whether a sentence begins with where it is from: `Kreis Celle – Am Montag …`."""
    phrase = reader.phrases.read(0)
    return phrase is not None and not phrase.has_article and reader.phrases.low(phrase.rest) in "–—"
