"""What one noun phrase names: mostly one member, more where heads are shared."""

from abc import ABC, abstractmethod
from typing import Final

from pipeline.assemble.grammar.noun_phrases import NounPhrase
from pipeline.assemble.grammar.tokens import Tokens
from pipeline.assemble.partners.candidates import THINGS
from pipeline.assemble.partners.ellipses import EllipsisReader
from pipeline.assemble.partners.found import Member, MemberList
from pipeline.german.bodies import is_legal_form
from pipeline.german.grammar import words
from pipeline.german.names import is_title, looks_like_name
from pipeline.german.partner_cues import Case, evidence

SALUTATIONS: Final = words("salutations")
GENITIVE_NOUNS: Final = evidence("genitive_nouns")
AROUND: Final = "um"


class MemberReader(EllipsisReader, ABC):
    """Reads what one noun phrase names."""

    def __init__(self, tokens: Tokens) -> None:
        """Read members out of one sentence, each once."""
        super().__init__(tokens)
        self._lists_at: dict[tuple[int, Case, bool], MemberList] = {}
        self._members_at: dict[tuple[int, Case, bool], tuple[list[Member], int]] = {}

    def read(self, start: int, case: Case, *, over_clauses: bool = True) -> MemberList:
        """Return the list that begins at a word, read once; it has no members if none does.

        `over_clauses` says whether it may go on behind a relative clause.
        """
        asked = start, case, over_clauses
        if asked not in self._lists_at:
            self._lists_at[asked] = self._list(start, case, over_clauses=over_clauses)
        return self._lists_at[asked]

    @abstractmethod
    def _list(self, start: int, case: Case, *, over_clauses: bool) -> MemberList:
        """Read the list that begins at a word: brackets may hold one."""

    def _members_of(
        self, phrase: NounPhrase, case: Case, *, closes: bool
    ) -> tuple[list[Member], int]:
        """Return what one phrase names, read once: several lists may hold it."""
        asked = phrase.start, case, closes
        if asked not in self._members_at:
            self._members_at[asked] = self._members(phrase, case, closes=closes)
        return self._members_at[asked]

    def _members(self, phrase: NounPhrase, case: Case, *, closes: bool) -> tuple[list[Member], int]:
        """Return what one phrase names: mostly one member, more where heads are shared."""
        person = self._person(phrase, closes=closes)
        if person:
            return person
        if whose := self._of_taking_part(phrase):
            return self._members_of(whose, "genitive", closes=closes)
        nested, after = self._nested(phrase)
        phrase = self._without_collective(self._without_firms(phrase))
        if territory := self._territories(phrase, case):
            return territory
        role_name = self._role_and_name(phrase)
        if role_name:
            return [role_name, *nested], after
        holder = self._holder(phrase, case, closes=closes)
        if holder:
            return holder
        split = list(self._split(phrase, case)) or self._split_over_article(phrase)
        return [
            *(split or [self._member(phrase.name, phrase.end, phrase.head, case, phrase.start)]),
            *nested,
        ], after

    def _of_taking_part(self, phrase: NounPhrase) -> NounPhrase | None:
        """Return whose help it is: `(eine Spende der AWO und) den Einsatz der Feuerwehr`."""
        words = self._phrases
        head = phrase.head
        if words.low(head) not in GENITIVE_NOUNS or words.low(head + 1) not in {"des", "der"}:
            return None
        return None if words.body(head) or words.role(head) else words.read(head + 1)

    def _holder(
        self, phrase: NounPhrase, case: Case, *, closes: bool
    ) -> tuple[list[Member], int] | None:
        """Read `der Leiterin der Tafel, Frau Eva Kurz`: the name stands behind the function."""
        words = self._phrases
        if words.role(phrase.head) is None:
            return None
        if phrase.bracket:
            return self._in_bracket(phrase, case)
        is_behind = phrase.has_article and words.is_noun(phrase.rest)  # die Leiterin der AWO Eva …
        if words.low(phrase.rest) != "," and not is_behind:
            return None
        name = words.read(phrase.rest + (not is_behind))
        if name is None or name.has_article:
            return None
        is_polite = words.low(name.nouns) in SALUTATIONS
        if not is_polite and not (phrase.has_article and self._is_bare_person(name)):
            return None
        person = self._person(name, closes=closes)
        if person is None:
            return None
        function = self._member(phrase.name, phrase.end, phrase.head, case, phrase.start)
        return [person[0][0]._replace(role=function.name)], person[1]

    def _in_bracket(self, phrase: NounPhrase, case: Case) -> tuple[list[Member], int] | None:
        """Read `der Vertreter der Stadt (Bürgermeister Jan Kurz)`."""
        assert phrase.bracket is not None
        name = self._phrases.read(phrase.bracket[0])
        person = name and name.rest == phrase.bracket[1] and self._person(name, closes=False)
        if not person:
            return None
        function = self._member(phrase.name, phrase.end, phrase.head, case, phrase.start)
        member = person[0][0]
        return [member._replace(role=member.role or function.name)], phrase.rest

    def _is_bare_person(self, name: NounPhrase) -> bool:
        """Whether a phrase is a name and nothing else: `der Leiter der Tafel, Dr. Jan Kurz`."""
        words = self._phrases
        untitled = (i for i in range(name.nouns, name.end) if not is_title(words.words[i]))
        has_function = any(map(words.role, untitled))
        return not has_function and looks_like_name(self._text(name.nouns, name.end))

    def _without_collective(self, phrase: NounPhrase) -> NounPhrase:
        """Leave out the word for the whole list: `die vier Arbeitsbereiche Sozialamt, …`."""
        words = self._phrases
        body = words.body(phrase.head)
        following = phrase.head + 1
        if (
            body is None
            or body.is_proper
            or body.number != "plural"
            or following >= phrase.end
            or not words.is_noun(following)
        ):
            return phrase
        if words.body(following) is None or not phrase.has_article:
            return phrase
        if is_legal_form(words.words[following]):
            return phrase
        return phrase._replace(start=following, name=following, head=following, nouns=following)

    def _nested(self, phrase: NounPhrase) -> tuple[list[Member], int]:
        """Return who is named in a phrase: `(einschließlich des Jugendamts)`, `um Dr. Kurz`."""
        words = self._phrases
        if phrase.bracket:
            first, past = phrase.bracket
            cue = words.low(first)
            if cue in {"einschließlich", "inklusive", "inkl.", "darunter", "u.a.", "u."}:
                inner = self.read(
                    first + (2 if cue == "u." else 1),
                    "genitive" if cue.startswith("ein") else "nominative",
                )
                return [m for m in inner.members if m.kind and m.end <= past], phrase.rest
            if self._is_collective(phrase) and THINGS.isdisjoint(words.words[first:past]):
                listed = self.read(first, "nominative").members
                if listed and listed[-1].end == past and all(m.kind for m in listed):
                    return list(listed), phrase.rest
        if words.low(phrase.rest) == AROUND:
            inner_phrase = words.read(phrase.rest + 1)
            person = inner_phrase and self._person(inner_phrase, closes=False)
            if person:
                return person
        return [], phrase.rest

    def _is_collective(self, phrase: NounPhrase) -> bool:
        """Whether a phrase is several bodies at once: `mit Schulen (Gymnasium A, Realschule B)`."""
        body = self._phrases.body(phrase.head)
        return body is not None and (body.kind == "group" or body.number == "plural")
