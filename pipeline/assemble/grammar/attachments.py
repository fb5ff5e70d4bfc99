"""What stands behind the nouns of a name: genitives, prepositions, legal forms, brackets."""

import re
from typing import Final

from pipeline.assemble.grammar.noun_groups import MOST_ATTRIBUTES, NounGroupReader
from pipeline.german.area_codes import is_place
from pipeline.german.bodies import head_of
from pipeline.german.grammar import words
from pipeline.german.names import is_given_name, is_title, looks_like_name
from pipeline.german.partner_cues import evidence
from pipeline.german.phrase import adjective, agreement, is_preposition, nouns, quantifier
from pipeline.german.places import distinguishes

CONJUNCTIONS: Final = words("conjunctions")
GENITIVES: Final = words("genitives")
OF_NAMES: Final = words("prepositions_of_names")
OF_GROUPS: Final = words("prepositions_of_groups")
OF_PLACES: Final = words("prepositions_of_places")
OF_SENTENCES: Final = words("of_sentences")
BRANCHES: Final = tuple(words("branches"))
GENERIC: Final = evidence("generic")
GOVERNING: Final = GENITIVES | CONJUNCTIONS | OF_NAMES | OF_GROUPS | OF_PLACES
IDIOMS: Final = words("idioms")
"""Nouns behind `zur` that are no part of a name: `zur Seite`."""
THANKS: Final = tuple(words("thanks"))
POSTS: Final = words("posts")
LANDMARKS: Final = tuple(words("landmarks"))
SURROUNDINGS: Final = words("surroundings")
SEATS: Final = words("seats")
TERRITORIES: Final = words("territories")
OPENING: Final = '„»«“"‚'
LONGEST_PLACE: Final = 3
"""Words of a place or body behind a preposition."""
CLOSING: Final = '“”«»"‘'
SLASHED_RE: Final = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+/[A-ZÄÖÜ][\w.]*")
"""A place by its river: `Frankfurt/O`."""


class AttachmentReader(NounGroupReader):
    """Reads what stands behind the nouns and belongs to the name."""

    def _behind(self, head: int, end: int) -> int:
        """Return one past everything behind the nouns that belongs to the name."""
        longer = self._one_behind(head, end)
        while longer > end:
            end, longer = longer, self._one_behind(head, longer)
            has_form = self._is_form(end - 1) or self._is_form(end - 2)
            if has_form and self.low(end) in OF_PLACES:
                break  # where it is: `der Bürger für Bürger e. V. in Eisenberg`
        return end

    def _one_behind(self, head: int, end: int) -> int:
        low = self.low(end)
        if not low:
            return end
        if low in GOVERNING or is_preposition(low):
            return self._governed(head, end)
        if self._is_form(end):
            return end + (2 if low == "e." else 1)
        if self.words[end] in OPENING:
            return self._quoted(end)
        if self.words[end] in "–-" and self.is_noun(end + 1) and self.low(end + 2) == "als":
            return self._complement(end + 3, end)
        if low.endswith("er") and self._has_attribute(head, end):
            return self._nouns(end + 1) or end
        return self._territory(head, end)

    def _governed(self, head: int, end: int) -> int:
        """Return one past what a preposition, a genitive or `und` adds to the name."""
        low = self.low(end)
        if low in GENITIVES or (low == "von" and self._is_matter(head, end + 1)):
            return self._complement(end + 1, end)
        if low in {"zum", "zur"} and (
            self.low(end + 1) in IDIOMS or is_given_name(self.words[head])
        ):
            return end  # `stehen Eva Kurz und die AWO zur Seite`
        if low in OF_NAMES:
            return end if self._is_thanked(head, end) else self._listed_complement(end + 1, end)
        if low in OF_GROUPS and self._is_group(head):
            return self._listed_complement(self._with_or_without(end) + 1, end)
        if low == "vor" and self.low(end + 1) == "ort":
            return end + 2
        if self._is_river(head, end):
            return end + 3
        if self._is_landmark(head, end) or (low in CONJUNCTIONS and self._is_around(end)):
            return end + 2
        if low in {"bei", "beim"} and self.low(head) in POSTS:
            return end
        if low in OF_PLACES:
            return self._place(end, known=bool(self.body(head) or self.role(head)))
        return end

    def _is_thanked(self, head: int, end: int) -> bool:
        """Whether `für` says what a person, or whoever is thanked, is thanked for."""
        if any(is_given_name(word) for word in self.words[head : min(head + 2, end)]):
            return True
        return self.has_article_at(end + 1) and any(low.startswith(THANKS) for low in self.lows)

    def _has_attribute(self, head: int, i: int) -> bool:
        """Whether a genitive without article stands at i: `Ring politischer Jugend`."""
        word = self.words[i]
        is_lower = word[0].islower() and adjective(word) is not None and quantifier(word) is None
        return is_lower and self.is_noun(i + 1) and self.body(head) is not None

    def _is_landmark(self, head: int, i: int) -> bool:
        """Whether a place in a town or a town itself follows: `am Park`, `zu Magdeburg`."""
        if self.body(head) is None or not self.is_noun(i + 1):
            return False
        if self.low(i) == "zu":
            return is_place(self.words[i + 1])
        return self.low(i) in {"am", "im"} and self.low(i + 1).endswith(LANDMARKS)

    def _is_river(self, head: int, i: int) -> bool:
        """Whether a river or a landscape follows with its article: `an der Lauter`."""
        in_name = self.low(i) in {"an", "auf", "in"} and self.low(i + 1) in {"dem", "der"}
        following = self.words[i + 2] if i + 2 < self.count else ""
        if not in_name or self.body(head) is None or not following[:1].isupper():
            return False
        is_of_town = self.low(head) in TERRITORIES and i == head + 2 and self.is_noun(i - 1)
        is_unknown = nouns().find(following) is None and head_of(following) is None
        return distinguishes(following) or (is_of_town and is_unknown)  # Buchholz in der Nordheide

    def _is_around(self, i: int) -> bool:
        """Whether the country around belongs to the name: `Angeln und Umgebung`."""
        return self.low(i + 1) in SURROUNDINGS

    def _is_matter(self, head: int, i: int) -> bool:
        """Whether `von` goes on with what something unknown is about: `Integration von Kindern`."""
        if not self.is_noun(i) or self._is_office(i) or self.body(head) or self.role(head):
            return False
        return not (is_title(self.words[i]) or is_given_name(self.words[i]) or self.role(i))

    def _is_group(self, head: int) -> bool:
        body = self.body(head)
        return (body is not None and (body.kind == "group" or body.number == "plural")) or self.low(
            head
        ) in {
            "menschen",
            "personen",
            "vertreter",
            "vertreterinnen",
            "fachkräfte",
            "fachkräften",
        }

    def _with_or_without(self, i: int) -> int:
        """Step over `mit und ohne`."""
        return i + 2 if self.low(i + 1) in CONJUNCTIONS and is_preposition(self.low(i + 2)) else i

    def _complement(self, i: int, otherwise: int) -> int:
        """Return one past article, attributes and nouns at i; `otherwise` if there are none."""
        if agreement(self.low(i)) is not None:
            i += 1
        attributes = self._attributes(i)
        if attributes is None or attributes[1] - i > MOST_ATTRIBUTES:
            return otherwise
        return self._nouns(attributes[1]) or otherwise

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

    def _place(self, i: int, *, known: bool) -> int:
        """Read `im Landratsamt`, `im Bereich der Pflege`, `in Celle`; not `im Netzwerk`."""
        j = i + 1
        if agreement(self.low(j)) is not None:
            j += 1
        end = self._complement(j, i)
        if j == i + 2 and end == j + 1 and self.low(j) in GENERIC:
            return i  # where it is done: `hilft die AWO in dem Café`
        if j < self.count and distinguishes(self.words[j]):
            return j + 1
        if (
            not known
            or end == i
            or end - j > LONGEST_PLACE
            or any(self.low(k).endswith(tuple(OF_SENTENCES)) for k in range(j, end))
        ):
            return i
        last_small = self.low(i) in {"in", "bei", "an", "auf", "zu", "vor"}
        is_body = any(self.body(k) is not None for k in range(j, end))
        is_field = self.low(end - 1) in {
            "bereich",
            "feld",
            "ort",
            "landkreis",
            "kreisgebiet",
            "raum",
            "thema",
            "haus",
        }
        ends_list = end >= self.count or self.low(end) in {
            ",",
            ".",
            ")",
            ";",
            "und",
            "sowie",
            "oder",
        }
        if last_small and not is_body and not is_field:
            return end if j == i + 1 and ends_list and end - j == 1 else i
        if (self.low(end) in GENITIVES and is_field) or self._is_form(end):
            return end
        return end if ends_list and (is_body or is_field or end - j == 1) else i

    def _quoted(self, i: int) -> int:
        """Read a name in quotation marks."""
        for j in range(i + 1, min(i + 14, self.count)):
            if self.words[j] in CLOSING and j > i + 1:
                return j + 1
        return i

    def _territory(self, head: int, end: int) -> int:
        """Read `, Stadt X` behind an office: whose it is, where no article makes it a member."""
        if self.low(end) != ",":
            return end
        if end + 1 < self.count and SLASHED_RE.fullmatch(self.words[end + 1]):
            return end + 2
        if self.low(end + 1).endswith(BRANCHES) and self.body(head) is not None:
            return self._nouns(end + 1) or end
        if self.low(end + 1) not in TERRITORIES or (
            self.role(head) is None and not self._is_unit(head)
        ):
            return end
        return self._nouns(end + 1) or end

    def _bracket(self, i: int) -> tuple[int, int] | None:
        """Return the words in the bracket that opens at i, as a half-open range."""
        if self.low(i) != "(":
            return None
        for j in range(i + 1, min(i + 40, self.count)):
            if self.words[j] == ")":
                return i + 1, j
        return None
