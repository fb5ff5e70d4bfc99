"""Where a body is, as far as it belongs to its name: `Klinik am Park`, `Mühldorf a. Inn`."""

from typing import Final

from pipeline.assemble.grammar.noun_groups import MOST_ATTRIBUTES, NounGroupReader
from pipeline.german.area_codes import is_place
from pipeline.german.bodies import head_of
from pipeline.german.grammar import words
from pipeline.german.names import is_given_name, is_title, looks_like_name
from pipeline.german.partner_cues import evidence
from pipeline.german.phrase import agreement, nouns, suffixes
from pipeline.german.places import distinguishes

NAMED_AFTER_PERSONS: Final = tuple(words("named_after_persons"))
GENITIVES: Final = words("genitives")
GENERIC: Final = evidence("generic")
TERRITORIES: Final = words("territories")
OF_SENTENCES: Final = words("of_sentences")
LANDMARKS: Final = tuple(words("landmarks"))
SURROUNDINGS: Final = words("surroundings")
LONGEST_PLACE: Final = 3
"""Words of a place or body behind a preposition."""
RIVERSIDE: Final = frozenset({"a.", "b.", "d.", "i.", "o.", "v."})
"""Before a river or a landscape: `a. Inn`, `i. d. Oberpfalz`."""
SHORTEST_PLACE: Final = 3


class LocationReader(NounGroupReader):
    """Reads places behind the nouns of a name."""

    def _complement(self, i: int, otherwise: int) -> int:
        """Return one past article, attributes and nouns at i; `otherwise` if there are none."""
        if agreement(self.low(i)) is not None:
            i += 1
        attributes = self._attributes(i)
        if attributes is None or attributes[1] - i > MOST_ATTRIBUTES:
            return otherwise
        return self._nouns(attributes[1]) or otherwise

    def _before_holder(self, head: int, first: int, end: int) -> int:
        """Return where the name of a holder begins: `die Leiterin der Tafel Eva Kurz`."""
        role = self.role(head)
        if role is None or role.is_noun or not self.has_article_at(head - 1):
            return end
        for i in range(first + 1, end - 1):
            is_titled = is_title(self.words[i])
            is_named_so = self.low(i - 1).endswith(NAMED_AFTER_PERSONS) and not is_titled
            if (is_titled or is_given_name(self.words[i])) and not is_named_so:
                return i if looks_like_name(self.text(i, end)) else end
        return end

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
        if (
            self._is_form(end)
            or self._is_form(end - 1)
            or (self.low(end) in GENITIVES and is_field)
        ):
            return end
        return end if ends_list and (is_body or is_field or end - j == 1) else i

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

    def _is_abbreviated(self, i: int) -> bool:
        """Whether a place goes on behind abbreviated words: `Mühldorf a. Inn`."""
        return self.low(i) in RIVERSIDE and self.is_noun(i - 1) and self._abbreviated(i) > i

    def _abbreviated(self, i: int) -> int:
        """Return one past the river or landscape behind `a.`, `i. d.` and so on, if it is one."""
        j = i + (2 if self.low(i + 1) in RIVERSIDE else 1)
        is_name = self.is_noun(j) and len(self.words[j]) >= SHORTEST_PLACE
        return j + 1 if is_name and (self._is_proper(j) or distinguishes(self.words[j])) else i

    def _is_proper(self, i: int) -> bool:
        """Whether a word is a name and no noun that is known: the place behind a quoted name."""
        word = self.words[i]
        return self.is_noun(i) and nouns().find(word) is None and suffixes().find(word) is None
