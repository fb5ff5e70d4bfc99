"""What one noun phrase names: mostly one member, more where heads are shared."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pipeline.assemble.grammar.noun_phrases import NounPhrase
from pipeline.assemble.grammar.tokens import Tokens
from pipeline.assemble.partners.candidates import THINGS
from pipeline.assemble.partners.found import Member, MemberList, PartnerKind
from pipeline.assemble.partners.persons import PersonReader
from pipeline.assemble.partners.shared_heads import one_of_several, shared_tail
from pipeline.german.area_codes import is_place
from pipeline.german.bodies import is_legal_form, legal_form_at_end
from pipeline.german.grammar import words
from pipeline.german.inflection import analyse
from pipeline.german.names import looks_like_name
from pipeline.german.partner_cues import Case, evidence

CONJUNCTIONS: Final = words("conjunctions")
TERRITORIES: Final = words("territories")
PLURAL_TERRITORIES: Final = words("plural_territories")
FIRMS: Final = words("firms")
OFFICES: Final = tuple(words("offices"))
SALUTATIONS: Final = words("salutations")
BEFORE_NAMES: Final = tuple(words("before_names"))
WITH_TOPIC: Final = words("bodies_with_topic")
GENITIVE_NOUNS: Final = evidence("genitive_nouns")
AROUND: Final = "um"


class MemberReader(PersonReader, ABC):
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

    @abstractmethod
    def joint(self, i: int) -> int | None:
        """Return where the next member may begin; None where the list ends."""

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
        if words.role(phrase.head) is None or words.low(phrase.rest) != ",":
            return None
        name = words.read(phrase.rest + 1)
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

    def _is_bare_person(self, name: NounPhrase) -> bool:
        """Whether a phrase is a name and nothing else: `der Leiter der Tafel, Dr. Jan Kurz`."""
        has_function = any(map(self._phrases.role, range(name.nouns, name.end)))
        return not has_function and looks_like_name(self._text(name.nouns, name.end))

    def _territories(self, phrase: NounPhrase, case: Case) -> tuple[list[Member], int] | None:
        """Read `die Städte A, B und C`, `Tafeln in A und B`: one group, for its head is shared."""
        words = self._phrases
        is_territory = words.low(phrase.head) in PLURAL_TERRITORIES
        if not (is_territory or self._is_in_places(phrase)) or phrase.end == phrase.head + 1:
            return None
        end = phrase.end
        while (words.low(end) in {",", *CONJUNCTIONS}) and self._is_bare_name(end + 1):
            end = words.read(end + 1).end  # type: ignore[union-attr]  # _is_bare_name read it
        name = analyse(self._text(phrase.start, end), case).nominative
        return [Member(name, "group", None, phrase.name, end)], end

    def _is_in_places(self, phrase: NounPhrase) -> bool:
        """Whether several bodies of one kind are in the places that follow."""
        words = self._phrases
        body = words.body(phrase.head)
        is_several = body is not None and body.number == "plural"
        last = phrase.end - 1
        return is_several and words.low(last - 1) == "in" and is_place(words.words[last])

    def _is_bare_name(self, i: int) -> bool:
        phrase = self._phrases.read(i)
        return (
            phrase is not None
            and phrase.start == i == phrase.nouns
            and not self._phrases.body(i)
            and not self._phrases.role(i)
        )

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

    def _without_firms(self, phrase: NounPhrase) -> NounPhrase:
        """Leave out what several enterprises are: `die Firmen A GmbH und B AG`."""
        words = self._phrases
        if words.low(phrase.head) not in FIRMS or phrase.end - phrase.head == 1:
            return phrase
        first = phrase.head + 1
        if not words.is_noun(first) or first >= phrase.end:
            return phrase
        return phrase._replace(start=first, name=first, head=first, nouns=first)

    def _role_and_name(self, phrase: NounPhrase) -> Member | None:
        """Read `Beratungspartner X`: a name without a known head behind what it does."""
        words = self._phrases
        first = words.low(phrase.nouns)
        if not first.endswith(BEFORE_NAMES):
            return None
        rest = range(phrase.nouns + 1, phrase.end)
        if (
            not rest
            or not all(words.is_noun(i) for i in rest)
            or any(words.body(i) or words.role(i) for i in rest)
        ):
            return None
        return Member(
            self._text(rest.start, rest.stop),
            "organisation",
            words.words[phrase.nouns],
            rest.start,
            rest.stop,
        )

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

    def _split(self, phrase: NounPhrase, case: Case) -> Iterator[Member]:
        """Resolve `Bau- und Jugendamt`: departments share their head, bodies keep it."""
        words = self._phrases
        fragments = [
            i
            for i in range(phrase.nouns, phrase.end)
            if words.words[i].endswith("-") and words.is_noun(i)
        ]
        if not fragments:
            return
        full = next((i for i in range(fragments[-1] + 1, phrase.end) if words.is_noun(i)), None)
        body = words.body(full) if full is not None else None
        if full is None or body is None or body.level != "unit" or fragments[0] != phrase.nouns:
            return
        whole = analyse(self._text(phrase.start, full + 1), case).nominative.split(" ")[-1]
        tail = shared_tail(words.words[fragments[0]], whole, body.word)
        behind = self._text(full + 1, phrase.end)
        if not tail or len(tail) == len(whole):
            return
        for i in fragments:
            name = f"{words.words[i][:-1]}{tail} {behind}".strip()
            yield Member(name, "organisation", None, i, phrase.end)
        yield Member(f"{whole} {behind}".strip(), "organisation", None, full, phrase.end)

    def _split_over_article(self, phrase: NounPhrase) -> list[Member]:
        """Resolve `das Jugend- und das Sozialamt`: the fragment is a phrase of its own."""
        words = self._phrases
        fragment = words.words[phrase.end - 1]
        joint = self.joint(phrase.end)
        following = words.read(joint) if joint and fragment.endswith("-") else None
        body = words.body(following.head) if following else None
        if following is None or body is None:
            return []
        printed = self._text(following.start, following.head + 1)
        whole = analyse(printed).nominative.split(" ")[-1]
        tail = shared_tail(fragment, whole, body.word)
        return [Member(fragment[:-1] + tail, "organisation", None, phrase.name, phrase.end)]

    def _elided(self, shared: NounPhrase, i: int, case: Case) -> tuple[list[Member], int] | None:
        """Read a further genitive of one head: `die Leiter der Stadt A und der Stadt B`."""
        words = self._phrases
        article = words.low(i)
        if article != "des" and not (article == "der" and case == "nominative"):
            return None
        genitive = next(
            (k for k in range(shared.head + 1, shared.end) if words.low(k) in {"des", "der"}), None
        )
        phrase = words.read(i)
        if phrase is None or genitive is None or phrase.head >= words.count:
            return None
        if article == "der" and analyse(self._text(i, phrase.end)).gender != "f":
            return None
        head = self._member(shared.name, genitive, shared.head, case, shared.start)
        name = f"{head.name} {self._text(i, phrase.end)}"
        member = head._replace(name=name, end=phrase.end)
        return [one_of_several(member) if words.role(shared.head) else member], phrase.rest

    def _member(self, name: int, end: int, head: int, case: Case, start: int) -> Member:
        printed = self._text(start, end) if name - start <= 1 else self._text(name, end)
        analysis = analyse(printed, case)
        if case == "nominative" and self._phrases.low(start).endswith("es"):
            analysis = replace(analysis, nominative=printed)  # neuter, whatever the last head is
        has_form = legal_form_at_end(printed) is not None
        return Member(
            analysis.nominative,
            self._kind(head, analysis.number, has_form=has_form),
            None,
            name,
            end,
        )

    def _kind(self, head: int, number: str | None, *, has_form: bool) -> PartnerKind | None:
        words = self._phrases
        body, role = words.body(head), words.role(head)
        if role and not role.is_noun and not (body and len(body.word) > len(role.word)):
            unclear = role.is_adjectival and (number is not None or words.has_article_at(head - 1))
            plural = number == "plural" or (role.number == "plural" and not unclear)
            return "group" if plural else "person"
        names_topic = words.low(head) in WITH_TOPIC and words.low(head + 1) == "für"
        if has_form or names_topic or words.low(head) in TERRITORIES:
            return "organisation"
        if role and not body:
            return "person" if role.word.endswith(OFFICES) else "organisation"
        if body and body.gender is None and body.number == "plural":
            return body.kind  # one that has no singular: die Verkehrsbetriebe
        if body:
            plural = body.number == "plural" or (number == "plural" and body.number is None)
            named = words.is_noun(head - 1) or words.is_noun(head + 1) or "-" in words.words[head]
            is_named_group = body.word == "gruppe" and not plural and named
            is_group = (body.kind == "group" and not is_named_group) or (
                plural and not body.is_proper and not named
            )
            return "group" if is_group else "organisation"
        return None
