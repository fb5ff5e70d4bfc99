"""Lists of partners: `das Jobcenter, die AWO sowie Herr Jan Kurz, Leiter der Tafel`.

A list is read member by member as long as commas and conjunctions join noun phrases. What a member
is, its head decides; one without a known head counts where the others leave no doubt.
"""

from collections.abc import Iterator
from itertools import compress
from typing import Final

from pipeline.assemble.grammar.noun_phrases import NounPhrase, NounPhraseReader
from pipeline.assemble.grammar.tokens import Tokens
from pipeline.assemble.partners.candidates import THINGS, tells_of_somebody
from pipeline.assemble.partners.found import Member, MemberList, PartnerKind
from pipeline.assemble.partners.members import MemberReader
from pipeline.assemble.partners.shared_heads import one_of_several
from pipeline.german.grammar import words
from pipeline.german.inflection import analyse
from pipeline.german.partner_cues import Case, evidence
from pipeline.german.phrase import agreement, is_preposition, nouns, suffixes
from pipeline.mentions.designations import Kind, kind_of

CONJUNCTIONS: Final = words("conjunctions")
BEFORE_MEMBER: Final = words("before_member")
RELATIVES: Final = words("relatives")
VERBS: Final = words("verbs")
NO_VERBS: Final = words("no_verbs")
BOUNDS: Final = frozenset({",", ";", ":", "–", "—", "."})
OBLIQUE: Final = words("oblique")
POINTING: Final = words("pointing")
FILLERS: Final[dict[str, list[list[str]]]] = {}
"""Fillers as words, by the first of them."""
for _filler in sorted(words("fillers")):
    FILLERS.setdefault(_filler.split()[0], []).append(_filler.split())
KINDS: Final[dict[str, PartnerKind]] = {"ORG": "organisation", "PER": "person", "PERSON": "person"}
"""What the labels of trained pipelines say of a name."""
PLACES_AND_FUNDS: Final = tuple(evidence("places_and_funds"))
EVERYBODY: Final = words("everybody")
PARTIES: Final = words("parties")
NO_FULL_VERBS: Final = frozenset({"hat", "ist", "bleibt"})
MOST_MEMBERS: Final = 60
LONGEST_CLAUSE: Final = 20


class ListReader(MemberReader):
    """Reads lists out of one sentence."""

    @property
    def tokens(self) -> Tokens:
        """The tokens of the sentence."""
        return self._tokens

    @property
    def phrases(self) -> NounPhraseReader:
        """The words and phrases that lists are made of."""
        return self._phrases

    def _list(self, start: int, case: Case, *, over_clauses: bool) -> MemberList:
        """Read the list that begins at a word."""
        members: list[Member] = []
        i = self._skip(start)
        end = start
        last_joint = ","
        shared: NounPhrase | None = None
        while len(members) < MOST_MEMBERS:
            elided = shared and self._elided(shared, i, case)
            if elided:
                found, after = elided
            else:
                phrase = self._phrases.read(i)
                if phrase is None or (case == "nominative" and self._phrases.low(i) in OBLIQUE):
                    break
                found, after = self._members_of(phrase, case, closes=last_joint != ",")
                if members and self._opens_clause(end, after, case):
                    break  # `…, das Material bezahlt der Lions Club`
                if members and case == "dative" and not self._may_be_dative(i):
                    break  # `vom Landratsamt, die Leitung hat …`
                shared = phrase
            if elided and members and found[0].kind == "person":
                members[-1] = one_of_several(members[-1])
            members.extend(found)
            end = after
            joint = self.joint(after)
            if joint is None:
                break
            last_joint = self._phrases.low(joint - 1)
            past = self._past_relative(after)
            if past is not None:
                if not over_clauses:
                    break
                end = past
                joint = self.joint(past)
                if joint is None:
                    break
            i = self._skip(joint)
        return MemberList(tuple(_plausible([*map(self._with_evidence, members)])), end)

    def _opens_clause(self, joint: int, end: int, case: Case) -> bool:
        """Whether a phrase behind a comma is followed by its verb: a clause of its own."""
        low = self._phrases.low
        if low(joint) != ";" and (low(joint) != "," or case != "nominative"):
            return False
        is_several = low(joint + 1) in CONJUNCTIONS and low(end).endswith("en")
        if low(joint + 1) in RELATIVES and low(end) in VERBS and low(end + 1) in BOUNDS | {""}:
            return True  # Lotsen, die Familien begleiten.
        return is_singular(low(end)) or (is_several and low(end) not in BEFORE_MEMBER)

    def _may_be_dative(self, i: int) -> bool:
        """Whether the article at i, if there is one, allows the dative."""
        readings = agreement(self._phrases.low(i))
        return readings is None or any(reading[0] == "d" for reading in readings)

    def named(self) -> list[int]:
        """Return the words that alone may be part of the name of a body or a person."""
        words, labels = self._tokens.words, self._tokens.labels
        told = compress(range(len(words)), map(tells_of_somebody, words))
        return sorted({*told, *labels}) if labels else [*told]

    def _with_evidence(self, member: Member) -> Member:
        """Take the kind from a trained pipeline, if one is used, where no word of it is known."""
        kind = member.kind or KINDS.get(self._tokens.labels.get(member.start, ""))
        return member if kind is member.kind else member._replace(kind=kind)

    def _skip(self, i: int) -> int:
        """Step over words between members that name nobody: `vor allem`, a repeated preposition."""
        moved = True
        while moved:
            moved = False
            for filler in FILLERS.get(self._phrases.low(i), ()):
                if self._phrases.lows[i : i + len(filler)] == filler:
                    i += len(filler)
                    moved = True
        return i + 1 if self._phrases.low(i) in BEFORE_MEMBER else i

    def joint(self, i: int) -> int | None:
        """Return where the next member may begin; None where the list ends."""
        low = self._phrases.low
        start = i
        if low(i) in {",", ";", "/", "•"}:
            i += 1
        if low(i) in CONJUNCTIONS or (
            low(i) == "mit"
            and self._phrases.is_noun(i + 1)
            and self._phrases.words[i + 1].isupper()
        ):
            i += 1
        elif (low(i), low(i + 1)) in {
            ("als", "auch"),
            ("wie", "auch"),
            ("und", "auch"),
            ("aber", "auch"),
        } or (low(i) == "ebenso" and low(i + 1) == "wie"):
            i += 2
        return i if i > start else None

    def _past_relative(self, i: int) -> int | None:
        """Return one past the relative clause behind the comma at i; None if there is none."""
        words = self._phrases
        if words.low(i) != "," or words.low(i + 1) not in RELATIVES:
            return None
        phrase = words.read(i + 1)
        if phrase and (
            words.low(phrase.rest) in {",", ".", ""} or words.low(phrase.rest) in CONJUNCTIONS
        ):
            return None  # a member of the list
        for j in range(i + 3, min(i + LONGEST_CLAUSE, words.count)):
            if words.words[j] in ".;:!?()":
                return None
            if (
                words.words[j] == ","
                and words.words[j - 1][0].islower()
                and not words.is_noun(j - 1)
            ):
                return None if words.low(j - 1) in {"vor", "ort"} else j
        return None


def _plausible(members: list[Member]) -> Iterator[Member]:
    """Leave out the Landkreis itself, and nouns that no body can have for a name."""
    certain = any(
        member.kind in {"organisation", "person"} or _is_marked(member.name) for member in members
    )
    for member in members:
        if member.name in {"Landkreis", "Kreis"}:
            continue
        first = member.name.split(" ")[0].lower()
        if first in POINTING or member.name[0].isdigit() or _is_nobody(member.name):
            continue
        if member.kind is not None:
            yield member
        elif _is_proper(member.name) and (certain or _is_marked(member.name)):
            yield member._replace(kind="organisation")


def is_singular(low: str) -> bool:
    """Whether a word in lower case is a verb whose subject is one: `bezahlt`, `hat`.

    >>> is_singular("bezahlt"), is_singular("helfen"), is_singular("mit")
    (True, False, False)
    """
    return low.endswith("t") and low[0].islower() and low not in NO_VERBS


def _is_nobody(name: str) -> bool:
    """Whether a name is that of a programme, a region or the like."""
    if name in PARTIES or name in THINGS or name in EVERYBODY:
        return True
    nouns_ = (word for word in name.split(" ") if word[:1].isupper() and not word.endswith("-"))
    return next(nouns_, "").lower().endswith(PLACES_AND_FUNDS)


def _is_marked(name: str) -> bool:
    """Whether the printed form alone shows a proper name: an acronym, quotation marks."""
    first = name.split(" ", maxsplit=1)[0]
    return (
        (first.isupper() and len(first) > 1)
        or name[0] in '„»"“'
        or "e. V." in name
        or "e.V." in name
    )


def _is_proper(name: str) -> bool:
    """Whether no word list and no ending make the name a common noun."""
    first = next((word for word in name.split(" ") if word[:1].isupper()), "")
    if not first:
        return False
    if first.isupper() or " – " in name:
        return True
    return (
        nouns().find(first) is None
        and suffixes().find(first) is None
        and kind_of(name) is not Kind.ROLE
    )


def is_object(reader: ListReader, i: int, found: MemberList) -> bool:
    """Whether one in front of a verb of several is its object: `Die Leitung haben AWO und DRK`."""
    phrases = reader.phrases
    low = phrases.low(found.end)
    is_front = i == 0 or phrases.low(i - 1) in BOUNDS
    phrase = phrases.read(i)
    is_one = phrase is not None and phrase.rest == found.end and len(found.members) == 1
    is_small = is_preposition(low) or phrases.has_article_at(found.end)
    if is_front and is_one and is_singular(low) and low not in NO_FULL_VERBS:
        following = found.end + 1  # Die Wohnberatung übernimmt der Verein
        is_subject = phrases.low(following) == "der" and phrases.is_masculine(following + 1)
        return is_subject and phrases.low(i) not in OBLIQUE | {"der"}
    if not (is_front and is_one) or not low.endswith("en") or is_small:
        return False
    (member,) = found.members
    bodies = (phrases.body(k) for k in range(member.start, member.end))
    known = next((body for body in bodies if body is not None), None)
    return member.kind == "person" if known is None else known.number == "singular"


def is_oblique(reader: ListReader, i: int) -> bool:
    """Whether the phrase at i is no subject: `den Verein`, `der Steuerungsgruppe`."""
    low = reader.phrases.low(i)
    phrase = reader.phrases.read(i) if low == "der" else None
    is_feminine = phrase and analyse(reader.phrases.text(i, phrase.end)).gender == "f"
    return low in OBLIQUE or bool(is_feminine)
