"""What stands behind the nouns of a name: genitives, prepositions, legal forms, brackets."""

import re
from typing import Final

from pipeline.assemble.grammar.locations import LocationReader
from pipeline.assemble.grammar.noun_groups import PAIR
from pipeline.german.area_codes import is_place
from pipeline.german.bodies import head_of
from pipeline.german.grammar import words
from pipeline.german.names import is_given_name, is_title, looks_like_name
from pipeline.german.partner_cues import evidence
from pipeline.german.phrase import adjective, is_preposition, nouns, quantifier

CONJUNCTIONS: Final = words("conjunctions")
GENITIVES: Final = words("genitives")
OF_NAMES: Final = words("prepositions_of_names")
OF_GROUPS: Final = words("prepositions_of_groups")
OF_PLACES: Final = words("prepositions_of_places")
BRANCHES: Final = tuple(words("branches"))
GENERIC: Final = evidence("generic")
GOVERNING: Final = GENITIVES | CONJUNCTIONS | OF_NAMES | OF_GROUPS | OF_PLACES
IDIOMS: Final = words("idioms")
"""Nouns behind `zur` that are no part of a name: `zur Seite`."""
THANKS: Final = tuple(words("thanks"))
WINNING: Final = words("winning")
COLLECTIVES: Final = words("collectives")
POSTS: Final = words("posts")
SEATS: Final = words("seats")
TERRITORIES: Final = words("territories")
DASHES: Final = frozenset("–-—")
INFINITIVES: Final = ("en", "ern", "eln")
LIST_ENDS: Final = frozenset({"", ",", ".", ";", ")"})
LONGEST_REST: Final = 9
"""Words between a dash and a legal form."""
PASSIVE: Final = words("passive") | {"worden"}
WITH: Final = frozenset({"mit", "ohne"})
NAMING_VERBS: Final = frozenset({"helfen", "begleiten", "bewegen", "unterstützen", "stärken"})
"""In names that are mottos: `Nachbarn helfen`."""
OPENING: Final = '„»«“"‚'
CLOSING: Final = '“”«»"‘'
SLASHED_RE: Final = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+/[A-ZÄÖÜ][\w.]*")
"""A place by its river: `Frankfurt/O`."""


class AttachmentReader(LocationReader):
    """Reads what stands behind the nouns and belongs to the name."""

    def _behind(self, head: int, end: int) -> int:
        """Return one past everything behind the nouns that belongs to the name."""
        longer = self._one_behind(head, end)
        while longer > end:
            end, longer = longer, self._one_behind(head, longer)
            has_form = self._is_form(end - 1) or self._is_form(end - 2)
            if has_form and self._is_seat(end):
                return end + 1  # Lernen fördern e. V. Ibbenbüren
            if has_form and self.low(end) in OF_PLACES:
                break  # where it is: `der Bürger für Bürger e. V. in Eisenberg`
        return end

    def _is_seat(self, i: int) -> bool:
        """Whether a place stands at i and nothing goes on behind it."""
        is_last = self.low(i + 1) in CONJUNCTIONS | LIST_ENDS
        return is_last and self.is_noun(i) and is_place(self.words[i])

    def _one_behind(self, head: int, end: int) -> int:
        low = self.low(end)
        if not low:
            return end
        if low in GOVERNING or is_preposition(low):
            return self._governed(head, end)
        form = end + (low.endswith(INFINITIVES) and self._is_form(end + 1))
        if self._is_form(form):
            return self._past_form(form)  # Lernen fördern e. V.
        if self.words[end] in OPENING:
            return self._quoted(end)
        if low in NAMING_VERBS and self._is_motto(head, end):
            return self._nouns(end + 1) or end + 1  # der Verein Frauen helfen Frauen
        if self.words[end - 1] in CLOSING and self._is_proper(end):
            return end + 1  # Gesangverein „Eintracht“ Ober-Roden
        if self._is_abbreviated(end):
            return self._abbreviated(end)
        if self.words[end] in DASHES and (form := self._form_behind(end + 1)):
            return form  # der Verein Sterntaler – Hilfe für Kinder e. V.
        if self.words[end] in "–-" and self.is_noun(end + 1) and self.low(end + 2) == "als":
            return self._complement(end + 3, end)
        if low.endswith("er") and self._has_attribute(head, end):
            return self._nouns(end + 1) or end
        return self._territory(head, end)

    def _governed(self, head: int, end: int) -> int:
        """Return one past what a preposition, a genitive or `und` adds to the name."""
        low = self.low(end)
        if low == "der" and self.is_masculine(end + 1):
            return end  # `im Auftrag des Kreises der SKM`
        if low in GENITIVES or (low == "von" and self._is_matter(head, end + 1)):
            return self._before_holder(head, end + 1, self._complement(end + 1, end))
        if low in {"zum", "zur"} and (
            self.low(end + 1) in IDIOMS or is_given_name(self.words[head])
        ):
            return end  # `stehen Eva Kurz und die AWO zur Seite`
        if low in OF_NAMES:
            return self._for_what(head, end)
        if low == "von" and self._is_run_by(head, end + 1):
            return self._nouns(end + 1) or end
        if low in OF_GROUPS and self._is_group(head):
            return self._listed_complement(self._with_or_without(end) + 1, end)
        if low == "vor" and self.low(end + 1) == "ort":
            return end + 2
        if self._is_river(head, end):
            return end + 3
        if self._is_landmark(head, end) or (low in CONJUNCTIONS and self._is_around(end)):
            return end + 2
        is_post = low in {"bei", "beim"} and self.low(head) in POSTS
        if low in OF_PLACES and not is_post:
            return self._place(end, known=bool(self.body(head) or self.role(head)))
        return end

    def _for_what(self, head: int, end: int) -> int:
        """Read `für Soziales`, `für alle e. V.`, but not what somebody is thanked for."""
        if self._is_thanked(head, end):
            return end
        longer = self._for_whom(end)
        if self.has_article_at(end + 1) and self.low(longer) in WINNING:
            return end
        return longer if longer > end else self._form_behind(end + 1) or end

    def _is_run_by(self, head: int, i: int) -> bool:
        """Whether a body runs a service: `die Beratung von donum vitae`, not `wird von der AWO`."""
        body = self.body(i)
        is_one = self._is_unit(head) and not self._is_several(head)
        return is_one and body is not None and body.is_proper and PASSIVE.isdisjoint(self.lows)

    def _for_whom(self, i: int) -> int:
        """Read `für Menschen mit Behinderung`, `für Bildung, Kultur und Sport`."""
        end = self._listed_complement(i + 1, i)
        if self.low(end) not in WITH or end == i or not self._is_group(end - 1):
            return end
        j = self._with_or_without(end) + 1
        return end if self.has_article_at(j) else self._complement(j, end)

    def is_masculine(self, i: int) -> bool:
        """Whether the body at i cannot be the genitive that `der` opens elsewhere."""
        attributes = self._attributes(i)
        if attributes is None:
            return False
        body, role = self.body(attributes[1]), self.role(attributes[1])
        if role is not None and i > PAIR and is_given_name(self.words[i - 1 - PAIR]):
            return role.number != "plural" and role.gender == "m"  # neben Eva Kurz der Kämmerer
        return body is not None and body.number == "singular" and body.gender in {"m", "n"}

    def _is_thanked(self, head: int, end: int) -> bool:
        """Whether `für` says what a person, or whoever is thanked, is thanked for."""
        if any(is_given_name(word) for word in self.words[head : min(head + 2, end)]):
            return True
        return self.has_article_at(end + 1) and any(low.startswith(THANKS) for low in self.lows)

    def _past_form(self, i: int) -> int:
        return i + (2 if self.low(i + 1) == "v." else 1)

    def _form_behind(self, i: int) -> int:
        """Return one past the legal form that the rest of a name ends in, 0 if it does not."""
        for j in range(i, min(i + LONGEST_REST, self.count)):
            if self._is_form(j):
                return self._past_form(j) if j > i else 0
            is_small = self.low(j) in GOVERNING or is_preposition(self.low(j))
            is_amount = self.lexemes[j].is_quantifier  # Arbeit für alle e. V.
            if not (self.is_noun(j) or is_small or is_amount or adjective(self.words[j])):
                return 0
            if self.low(j) in CONJUNCTIONS and self.has_article_at(j + 1):
                return 0
        return 0

    def _has_attribute(self, head: int, i: int) -> bool:
        """Whether a genitive without article stands at i: `Ring politischer Jugend`."""
        word = self.words[i]
        is_lower = word[0].islower() and adjective(word) is not None and quantifier(word) is None
        return is_lower and self.is_noun(i + 1) and self.body(head) is not None

    def _is_matter(self, head: int, i: int) -> bool:
        """Whether `von` goes on with what something unknown is about: `Integration von Kindern`."""
        if not self.is_noun(i) or self._is_office(i) or self.body(head) or self.role(head):
            return False
        return not (is_title(self.words[i]) or is_given_name(self.words[i]) or self.role(i))

    def _is_group(self, head: int) -> bool:
        body = self.body(head)
        is_group = body is not None and (body.kind == "group" or body.number == "plural")
        return is_group or self.low(head) in COLLECTIVES

    def _with_or_without(self, i: int) -> int:
        """Step over `mit und ohne`."""
        return i + 2 if self.low(i + 1) in CONJUNCTIONS and is_preposition(self.low(i + 2)) else i

    def _names_its_topics(self, head: int, end: int) -> bool:
        """Whether a department is named by its topics: `Fachbereich Jugend und Soziales`."""
        role = self.role(head)
        return end - head > 1 and (self._is_unit(head) or (role is not None and role.is_noun))

    def _listed_complement(self, i: int, otherwise: int, *, joined: bool = False) -> int:
        """Read `Bildung, Kultur und Sport` behind `für`: bare nouns that are no bodies."""
        end = i if joined else self._complement(i, otherwise)
        while joined or end > otherwise:
            j = end + 1
            if self.low(end) == "," or self.low(end) in CONJUNCTIONS:
                goes_on = self._complement(j, j)
                of_territory = (
                    self.has_article_at(j)
                    and self.low(end - 1) in SEATS
                    and self.low(j + 1) in SEATS
                )
                if goes_on == j or (self.has_article_at(j) and not of_territory):
                    return end
                if of_territory:
                    return self._behind(j + 1, goes_on)
                if not self._is_topic(j, goes_on):
                    return end
                if self.low(end) == "," and not self._list_closes(goes_on):
                    return end
                end = goes_on
            else:
                return end
        return otherwise

    def _is_topic(self, start: int, end: int) -> bool:
        """Whether the words name a field of work, not somebody who takes part."""
        words = range(start, end)
        bodies = [body for i in words if self.words[i][0].isalpha() and (body := self.body(i))]
        if any(body.kind != "group" and body.number != "plural" for body in bodies):
            return False
        return not any(
            self.role(i) for i in words if self.words[i][0].isupper()
        ) and not looks_like_name(self.text(start, end))

    def _list_closes(self, i: int) -> bool:
        """Whether a list of topics comes to its `und` before anybody is named."""
        for _ in range(4):
            if self.low(i) in CONJUNCTIONS:
                return self._is_topic(
                    i + 1, self._complement(i + 1, i + 2)
                ) and not self.has_article_at(i + 1)
            if self.low(i) != ",":
                return False
            following = self._complement(i + 1, i + 1)
            if following == i + 1 or not self._is_topic(i + 1, following):
                return False
            i = following
        return False

    def _quoted(self, i: int) -> int:
        """Read a name in quotation marks, of several all: `die Kitas „A“ und „B“`."""
        end = self._unquoted(i)
        while self._is_several(i - 1) and self.low(end) in CONJUNCTIONS:
            following = self._unquoted(end + 1) if self._opens_quote(end + 1) else end + 1
            if following == end + 1:
                break
            end = following
        return end

    def _unquoted(self, i: int) -> int:
        """Return one past the closing mark of what opens at i; i if there is none."""
        for j in range(i + 2, min(i + 14, self.count)):
            if self.words[j] in CLOSING:
                return j + 1
        return i

    def _is_several(self, i: int) -> bool:
        body = self.body(i)
        return body is not None and body.number == "plural"

    def _opens_quote(self, i: int) -> bool:
        return i < self.count and self.words[i] in OPENING

    def _territory(self, head: int, end: int) -> int:
        """Read `, Stadt X` behind an office: whose it is, where no article makes it a member."""
        if self.low(end) != ",":
            return end
        if end + 1 < self.count and SLASHED_RE.fullmatch(self.words[end + 1]):
            return end + 2
        if self.low(end + 1).endswith(BRANCHES) and self.body(head) is not None:
            return end if self._says_whose(end + 1) else self._nouns(end + 1) or end
        if self.low(end + 1) not in TERRITORIES or (
            self.role(head) is None and not self._is_unit(head)
        ):
            return end
        return self._nouns(end + 1) or end

    def _is_motto(self, head: int, end: int) -> bool:
        """Whether a verb of several, behind one body, is a part of its name."""
        body = self.body(head)
        last = nouns().find(self.words[end - 1])
        is_one = body is not None and body.number == "singular" and self.has_article_at(head - 1)
        is_several = last is not None and any(reading[1] == "p" for reading in last.readings)
        return is_one and is_several and end == head + 2

    def _says_whose(self, i: int) -> bool:
        """Whether a branch names its body itself: `DLRG-Ortsgruppe`, a member of its own."""
        whose, _, branch = self.words[i].rpartition("-")
        return bool(branch) and head_of(whose) is not None
