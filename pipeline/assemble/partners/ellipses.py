"""What several members share: a head, the last part of a compound, a family name."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Final

from pipeline.assemble.grammar.noun_phrases import NounPhrase
from pipeline.assemble.partners.found import Member
from pipeline.assemble.partners.kinds import KindReader
from pipeline.assemble.partners.shared_heads import one_of_several, shared_tail
from pipeline.german.area_codes import is_place
from pipeline.german.grammar import words
from pipeline.german.inflection import analyse
from pipeline.german.partner_cues import Case

CONJUNCTIONS: Final = words("conjunctions")
PLURAL_TERRITORIES: Final = words("plural_territories")
LEVELS: Final = tuple(words("levels"))
SERVICES: Final = tuple(words("services"))


class EllipsisReader(KindReader, ABC):
    """Resolves ellipses: `Bau- und Jugendamt`, `die Städte A und B`."""

    @abstractmethod
    def joint(self, i: int) -> int | None:
        """Return where the next member may begin; None where the list ends."""

    def _territories(self, phrase: NounPhrase, case: Case) -> tuple[list[Member], int] | None:
        """Read `die Städte A, B und C`, `Tafeln in A und B`: one group, for its head is shared."""
        words = self._phrases
        if run_by := self._run_by_two(phrase):
            return run_by
        is_territory = words.low(phrase.head) in PLURAL_TERRITORIES
        if not (is_territory or self._is_in_places(phrase)) or phrase.end == phrase.head + 1:
            return None
        end = phrase.end
        while (words.low(end) in {",", *CONJUNCTIONS}) and self._is_bare_name(end + 1):
            end = words.read(end + 1).end  # type: ignore[union-attr]  # _is_bare_name read it
        if end == phrase.end and not is_territory and words.low(end - 2) != "in":
            return None  # one in one place: die Stadtwerke Celle
        name = analyse(self._text(phrase.start, end), case).nominative
        return [Member(name, "group", None, phrase.name, end)], end

    def _run_by_two(self, phrase: NounPhrase) -> tuple[list[Member], int] | None:
        """Read `die Beratungsstellen von Caritas und AWO` as one group."""
        words = self._phrases
        body, last = words.body(phrase.head), phrase.end - 1
        is_several = body is not None and body.level == "unit" and body.number == "plural"
        if not is_several or last < phrase.head + 2 or words.low(last - 1) != "von":
            return None
        if words.low(phrase.end) not in CONJUNCTIONS or not self._is_proper(phrase.end + 1):
            return None
        end = phrase.end + 2
        return [Member(self._text(phrase.name, end), "group", None, phrase.name, end)], end

    def _is_proper(self, i: int) -> bool:
        body = self._phrases.body(i) if i < self._phrases.count else None
        return body is not None and body.is_proper

    def _is_in_places(self, phrase: NounPhrase) -> bool:
        """Whether several bodies of one kind are in the places that follow."""
        words = self._phrases
        body = words.body(phrase.head)
        is_several = body is not None and body.number == "plural"
        last = phrase.end - 1
        is_behind = last == phrase.head + 1 or words.low(last - 1) == "in"
        return is_several and is_behind and is_place(words.words[last])

    def _is_bare_name(self, i: int) -> bool:
        phrase = self._phrases.read(i)
        return (
            phrase is not None
            and phrase.start == i == phrase.nouns
            and not self._phrases.body(i)
            and not self._phrases.role(i)
        )

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
        if full is None or body is None or fragments[0] != phrase.nouns:
            return
        if body.level != "unit" and not self._have_levels(fragments[0], full):
            return
        if phrase.has_article and body.word.endswith(SERVICES) and body.number == "singular":
            return  # one of two tasks: `der Asyl- und Migrationsdienst`
        whole = analyse(self._text(phrase.start, full + 1), case).nominative.split(" ")[-1]
        tail = shared_tail(words.words[fragments[0]], whole, body.word)
        behind = self._text(full + 1, phrase.end)
        if not tail or len(tail) == len(whole):
            return
        for i in fragments:
            name = f"{words.words[i][:-1]}{tail} {behind}".strip()
            yield Member(name, "organisation", None, i, phrase.end)
        yield Member(f"{whole} {behind}".strip(), "organisation", None, full, phrase.end)

    def _have_levels(self, fragment: int, full: int) -> bool:
        """Whether both say of which level they are: `Kreissenioren- und Kreissportbeirat`."""
        lows = self._phrases.low(fragment), self._phrases.low(full)
        return any(all(low.startswith(level) for low in lows) for level in LEVELS)

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
