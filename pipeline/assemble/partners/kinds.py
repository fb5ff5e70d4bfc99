"""What one name is, its head says: a body, a person or a group."""

from dataclasses import replace
from typing import Final

from pipeline.assemble.grammar.noun_phrases import NounPhrase
from pipeline.assemble.partners.found import Member, PartnerKind
from pipeline.assemble.partners.persons import PersonReader
from pipeline.german.bodies import legal_form_at_end
from pipeline.german.grammar import words
from pipeline.german.inflection import analyse
from pipeline.german.partner_cues import Case

TERRITORIES: Final = words("territories")
FIRMS: Final = words("firms")
PLURAL_TERRITORIES: Final = words("plural_territories")
GENITIVES: Final = words("genitives")
OFFICES: Final = tuple(words("offices"))
BEFORE_NAMES: Final = tuple(words("before_names"))
DELEGATES: Final = tuple(words("delegates"))
OF_WHOM: Final = words("genitives") | {"aus", "beider", "vom", "von"}
WITH_TOPIC: Final = words("bodies_with_topic")


class KindReader(PersonReader):
    """Reads a name and tells its kind."""

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

    def _without_firms(self, phrase: NounPhrase) -> NounPhrase:
        """Leave out what several enterprises are: `die Firmen A GmbH und B AG`."""
        words = self._phrases
        if words.low(phrase.head) not in FIRMS or phrase.end - phrase.head == 1:
            return phrase
        first = phrase.head + 1
        if not words.is_noun(first) or first >= phrase.end:
            return phrase
        return phrase._replace(start=first, name=first, head=first, nouns=first)

    def _member(self, name: int, end: int, head: int, case: Case, start: int) -> Member:
        printed = self._text(start, end) if name - start <= 1 else self._text(name, end)
        analysis = analyse(printed, case)
        if case == "nominative" and self._phrases.low(start).endswith("es"):
            analysis = replace(analysis, nominative=printed)  # neuter, whatever the last head is
        has_form = legal_form_at_end(printed) is not None
        return Member(
            analysis.nominative,
            self._kind(head, analysis.number or self._number(head, start), has_form=has_form),
            None,
            name,
            end,
        )

    def _number(self, head: int, start: int) -> str | None:
        """Tell that `Vertreter der AWO` without article are several, for one of them has one."""
        words = self._phrases
        is_bare = not words.has_article_at(start) and words.low(head).endswith(DELEGATES)
        is_by_itself = (
            start == head and not words.is_noun(head + 1) and words.low(head - 1) != "als"
        )
        names_whose = words.low(head + 1) in OF_WHOM
        return "plural" if is_bare and is_by_itself and names_whose else None

    def _kind(self, head: int, number: str | None, *, has_form: bool) -> PartnerKind | None:
        words = self._phrases
        body, role = words.body(head), words.role(head)
        if has_form and not (role and words.low(head + 1) in GENITIVES):
            return "organisation"  # Wegbegleiter Isartal e. V.
        if role and not role.is_noun and not (body and len(body.word) > len(role.word)):
            of_several = words.low(head + 1) == "der" and words.low(head + 2) in PLURAL_TERRITORIES
            if role.is_adjectival and of_several and not words.has_article_at(head - 1):
                return "group"  # Beauftragte der Gemeinden
            unclear = role.is_adjectival and (number is not None or words.has_article_at(head - 1))
            plural = number == "plural" or (role.number == "plural" and not unclear)
            return "group" if plural else "person"
        names_topic = words.low(head) in WITH_TOPIC and words.low(head + 1) == "für"
        if has_form or names_topic or words.low(head) in TERRITORIES:
            return "organisation"
        if role and not body:
            if not role.word.endswith(OFFICES):
                return "organisation"
            return "group" if number == "plural" else "person"
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
