"""What the program says about a brochure against what people say is right.

A gold file has the contract's field names, without spans, ids and messages, and four keys more:
`alt` (other renderings of a name that are as right), `parts` (the pieces of a quote that its
attribution interrupts), `coref` (the speaker is named elsewhere in the text only) and `optional`
(neither rewarded nor punished).

>>> folded("Jobcenter  Musterkreis.") == folded("jobcenter Musterkreis")
True
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from benchmarks.tally import COMPLETE, Miss, Tally

Json = dict[str, Any]


def exact(value: str | None) -> str:
    """Return the value as it is."""
    return value or ""


def folded(value: str | None) -> str:
    r"""Return the value without what readers do not see, in lower case.

    >>> folded(" Dezernat III \n Soziales. ")
    'dezernat iii soziales'
    """
    visible = (value or "").replace("\u00ad", "").replace("\u00a0", " ")
    return " ".join(visible.split()).casefold().strip(" .,;:")


def spoken(text: str) -> str:
    """Return the letters of an utterance, however it is punctuated."""
    return re.sub(r"[„“”\"»«‚‘’'›‹\s\-–—.]", "", folded(text))


def host(url: str) -> str:
    """Return a web address without what browsers add."""
    return re.sub(r"^https?://(www\.)?|^www\.|/$", "", folded(url))


def compare(gold: Json, got: Json, key: Callable[[str | None], str] = folded) -> Tally:
    """Compare a whole brochure; `key` says when two values are the same."""
    comparison = Comparison(key)
    comparison.brochure(gold, got)
    return comparison.tally


NO_SECTION: Final[Json] = {"contacts": [], "partners": [], "quotes": [], "findings": []} | {
    "residue": [],
    "paragraphs": [],
}


class Comparison:
    """One run over a brochure and its gold file."""

    def __init__(self, key: Callable[[str | None], str]) -> None:
        """Begin; sections, contacts and quotes are paired by folded values in any case."""
        self.key = key
        self.tally = Tally()

    def brochure(self, gold: Json, got: Json) -> None:
        """Pair the sections and compare them."""
        wanted, left = gold["landkreise"], list(got["landkreise"])
        self.tally.add("section", map(_place, wanted), map(_place, left), "document")
        for section in wanted:
            found = next((s for s in left if _place(s) == _place(section)), None)
            if found:
                left.remove(found)
                for name in ("heading", "name"):
                    self._one(f"section.{name}", section[name], found[name], section["heading"])
            self._section(section, found or NO_SECTION)
        self.tally.wrong["contact"] += sum(len(section["contacts"]) for section in left)

    def _section(self, gold: Json, got: Json) -> None:
        where = gold["heading"]
        self._contacts(gold["contacts"], got["contacts"], where)
        self._harm(gold["contacts"], got["contacts"], where)
        self._partners(gold["partners"], got["partners"], where)
        self._quotes(gold["quotes"], got, where)
        for name, texts in (("residue", got["residue"]), ("paragraph", got["paragraphs"])):
            wanted = gold.get({"paragraph": "paragraphs"}.get(name, name))
            if wanted is not None:
                self._many(name, wanted, [passage["text"] for passage in texts], where)
        self._findings(gold, got, where)

    def _one(self, name: str, gold: str | None, got: str | None, where: str) -> None:
        self._many(name, [gold] if gold else [], [got] if got else [], where)

    def _many(self, name: str, gold: Iterable[str], got: Iterable[str], where: str) -> None:
        self.tally.add(name, map(self.key, gold), map(self.key, got), where)

    # contacts

    def _contacts(self, gold: list[Json], got: list[Json], where: str) -> None:
        pairs, missed, wrong = pair_contacts(gold, got)
        self.tally.hits["contact"] += len(pairs)
        # apart, for two that could not be paired may still have one name
        self.tally.add("contact", map(_who, missed), [], where)
        self.tally.add("contact", [], map(_who, wrong), where)
        empty: Json = {}
        for a, b in [*pairs, *((c, empty) for c in missed), *((empty, c) for c in wrong)]:
            before = len(self.tally.misses)
            self._contact(a, b, f"{where} / {_who(a or b)}")
            right = bool(a) and bool(b) and len(self.tally.misses) == before
            self.tally.hits[COMPLETE] += right
            self.tally.missed[COMPLETE] += bool(a) and not right
            self.tally.wrong[COMPLETE] += bool(b) and not right

    def _contact(self, gold: Json, got: Json, where: str) -> None:
        for part in ("full", "title", "given", "family"):
            want, have = ((contact.get("name") or {}).get(part) for contact in (gold, got))
            self._one(f"contact.name.{part}", want, have, where)
        for name in ("roles", "units"):
            self._many(f"contact.{name}", gold.get(name, []), got.get(name, []), where)
        self._one("contact.organisation", gold.get("organisation"), got.get("organisation"), where)
        want, have = (self._address(contact.get("address") or {}) for contact in (gold, got))
        self.tally.add("contact.address", want, have, where)
        for name, read in READERS.items():
            self.tally.add(f"contact.{name}", read(gold), read(got), where)

    def _address(self, address: Json) -> list[str]:
        parts = ("street", "house_number", "postal_code", "city")
        return [f"{part} {self.key(address[part])}" for part in parts if address.get(part)]

    def _harm(self, gold: list[Json], got: list[Json], where: str) -> None:
        for name, read in (("phone", _dialled), ("email", READERS["email"])):
            right = {value for contact in gold for value in read(contact)}
            said = {value for contact in got for value in read(contact)}
            self.tally.harm += [Miss(name, "wrong", where, x) for x in sorted(said - right)]

    # partners, quotes, findings

    def _partners(self, gold: list[Json], got: list[Json], where: str) -> None:
        said = {self.key(partner["name"]) for partner in got}
        wanted, free = [], []
        for partner in gold:
            names = [self.key(name) for name in (partner["name"], *partner.get("alt", []))]
            if partner.get("optional"):
                free += names
                continue
            # any rendering that the gold allows counts as the first
            hit = next((name for name in names if name in said), names[0])
            wanted.append(hit)
            free += [name for name in names if name != hit]
        names = [self.key(partner["name"]) for partner in got]
        self.tally.add("partner", wanted, names, where, free)
        known = {folded(n): p for p in gold for n in (*p.get("alt", []), p["name"])}
        for partner in got:
            right = known.get(folded(partner["name"]))
            if right and not right.get("optional"):
                whom = f"{where} / {partner['name']}"
                self.tally.add("partner.kind", [right["kind"]], [partner["kind"]], whom)
                self._one("partner.role", right.get("role"), partner["role"], whom)

    def _quotes(self, gold: list[Json], section: Json, where: str) -> None:
        got = section["quotes"]
        heard = {spoken(quote["text"]) for quote in got}
        wanted: list[str] = []
        owner: dict[str, Json] = {}
        for quote in gold:
            # interrupted by its attribution, it may be one quote or one per piece
            whole = not quote.get("parts") or spoken(quote["text"]) in heard
            pieces = [quote["text"]] if whole else quote["parts"]
            wanted += pieces
            owner |= {spoken(piece): quote for piece in pieces}
        same = spoken if self.key is folded else exact
        self.tally.add("quote", map(same, wanted), (same(q["text"]) for q in got), where)
        names = {c.get("id"): (c.get("name") or {}).get("full") for c in section["contacts"]}
        for quote in got:
            if right := owner.get(spoken(quote["text"])):
                self._speaker(right, quote.get("speaker") or {}, names, where)

    def _speaker(self, gold: Json, got: Json, names: dict[str, str | None], where: str) -> None:
        want = gold.get("speaker") or {}
        resolved = not gold.get("coref") or got.get("name")
        self._one(
            "quote.speaker.name", want.get("name") if resolved else None, got.get("name"), where
        )
        body = want.get("organisation")
        self._one("quote.speaker.organisation", body, got.get("organisation"), where)
        self._many("quote.speaker.roles", want.get("roles") or [], got.get("roles") or [], where)
        who = names.get(got.get("contact_id") or "")
        self._one("quote.speaker.contact", gold.get("speaker_contact"), who, where)

    def _findings(self, gold: Json, got: Json, where: str) -> None:
        partners = gold["partners"]
        # where every partner is optional, both an empty and a filled list are right
        all_optional = bool(partners) and all(partner.get("optional") for partner in partners)
        neutral = {"section.no_partners"} if all_optional else set()
        wanted = [f["code"] for f in gold["findings"] if not f.get("optional")]
        free = [f["code"] for f in gold["findings"] if f.get("optional")]
        said = [f["code"] for f in got["findings"]]
        want, have = ([c for c in codes if c not in neutral] for codes in (wanted, said))
        self.tally.add("finding", want, have, where, free)


def _place(section: Json) -> str:
    return section.get("ags") or folded(section["heading"])


def _who(contact: Json) -> str:
    return (contact.get("name") or {}).get("full") or contact.get("organisation") or "?"


def _dialled(contact: Json) -> list[str]:
    return [phone["e164"] for phone in contact.get("phones", []) if phone["e164"]]


READERS: Final[dict[str, Callable[[Json], list[str]]]] = {
    "phone": lambda contact: [f"{p['kind']} {p['e164']}" for p in contact.get("phones", [])],
    "email": lambda contact: [folded(mail["address"]) for mail in contact.get("emails", [])],
    "website": lambda contact: [host(site["url"]) for site in contact.get("websites", [])],
}
"""What has a normal form, so that folding it or not makes no difference."""

PAIRED_BY: Final[tuple[Callable[[Json], set[str]], ...]] = (
    lambda contact: {folded((contact.get("name") or {}).get("full"))} - {""},
    lambda contact: set(READERS["email"](contact)),
    lambda contact: {str(phone["e164"]) for phone in contact.get("phones", [])},
)
"""What makes two contacts the same, the surest first."""


def pair_contacts(
    gold: list[Json], got: list[Json]
) -> tuple[list[tuple[Json, Json]], list[Json], list[Json]]:
    """Pair the contacts of a section, each once at most; return also what is left of both."""
    pairs, missed, left = [], list(gold), list(got)
    for marks in PAIRED_BY:
        for contact in list(missed):
            twin = next((other for other in left if marks(contact) & marks(other)), None)
            if twin is not None:
                missed.remove(contact)
                left.remove(twin)
                pairs.append((contact, twin))
    return pairs, missed, left
