"""What makes a Landkreis, a contact, a partner or a quote the same one in another edition.

Each kind has an `_identity`, which is enough where both records have it once, and a `_score`,
which decides between the others: 0 says that two are not the same, and more is better.
"""

from collections.abc import Sequence
from typing import Final

from pipeline.diff.matching import Pair, match
from pipeline.diff.spelling import alike, key
from schemas import Contact, Landkreis, Name, Partner, Quote

CERTAIN: Final = 100.0
"""More than any sum of lesser hints."""

SLIGHTLY: Final = {"shared": 0.75, "silent": 0.8, "other": 0.9}
"""Least likeness of two spellings of one name, by what mail and number say: one of them stayed,
there is none to compare, all are other ones. Meier and Meyer are 0.8, Katrin and Kathrin 0.92."""

SAME_BODY: Final = 0.85
"""Least likeness of two names of an office or a Landkreis."""

SAME_OFFICE_BY_NUMBER: Final = 0.6
"""The same where they share a number: it may be the number of a whole house."""


def match_landkreise(old: Sequence[Landkreis], new: Sequence[Landkreis]) -> list[Pair]:
    """Pair the sections by official key, and those without by the name."""
    return match(old, new, _landkreis_identity, _landkreis_score)


def _landkreis_identity(landkreis: Landkreis) -> str:
    return landkreis.ags or landkreis.id


def _landkreis_score(one: Landkreis, other: Landkreis) -> float:
    if _landkreis_identity(one) == _landkreis_identity(other):
        # two sections of one Landkreis: those that share most are the same
        people = ({_contact_identity(c) for c in each.contacts} for each in (one, other))
        texts = ({key(p.text) for p in each.paragraphs} for each in (one, other))
        return CERTAIN + len(set.intersection(*people)) + len(set.intersection(*texts))
    if one.ags and other.ags:
        return 0
    return alike(one.name, other.name, SAME_BODY)


def match_contacts(old: Sequence[Contact], new: Sequence[Contact]) -> list[Pair]:
    """Pair persons by name, also one that changed, and offices by what they are called."""
    return match(old, new, _contact_identity, contact_score)


def _contact_identity(contact: Contact) -> str:
    if contact.name:
        # sorted, for one edition may print the family name first
        return " ".join(sorted(key(bare(contact.name)).split()))
    return "office: " + key(", ".join((contact.organisation or "", *contact.units)))


def bare(name: Name) -> str:
    """Return a name without academic titles."""
    return " ".join(part for part in (name.given, name.family) if part) or name.full


def contact_score(one: Contact, other: Contact) -> float:
    """Return how sure it is that two are one person, or one office; 0 if they are not."""
    mails, numbers = _shared_mails(one, other), _shared_numbers(one, other)
    hints = 4 * mails + 4 * numbers + len(set(one.roles) & set(other.roles))
    if _contact_identity(one) == _contact_identity(other):
        return CERTAIN + hints + (one.units == other.units)
    if one.name and other.name:
        likeness = _person_likeness(one.name, other.name, _witness(one, other))
    elif one.name or other.name:
        return 0
    else:
        likeness = _office_likeness(one, other, mails, numbers)
    return likeness and hints + 10 * likeness


def _office_likeness(one: Contact, other: Contact, mails: int, numbers: int) -> float:
    """Return how alike two offices are called; one that kept its mail is the same in any case."""
    names = [", ".join(each.units) or each.organisation or "" for each in (one, other)]
    likeness = alike(names[0], names[1])
    if names[0] and [c for c in names[0] if c.isdigit()] != [c for c in names[1] if c.isdigit()]:
        likeness = 0.0  # Sachgebiet 34 is not Sachgebiet 35
    least = SAME_OFFICE_BY_NUMBER if numbers else SAME_BODY
    return likeness if likeness >= least else 0.1 * mails


def _person_likeness(one: Name, other: Name, witness: str) -> float:
    (given, family), (given_2, family_2) = _parts(one), _parts(other)
    givens = 1.0 if _is_short_for(given, given_2) else alike(given, given_2)
    likeness = min(givens, alike(family, family_2))
    if likeness >= SLIGHTLY[witness]:
        return likeness
    # by marriage: another family name, while the mail or the number stays
    return givens / 2 if witness == "shared" and given and givens >= SLIGHTLY["other"] else 0


def _parts(name: Name) -> tuple[str, str]:
    """Return given and family name, also where the record has them in one piece."""
    if name.family:
        return name.given or "", name.family
    given, _, family = bare(name).rpartition(" ")
    return given, family


def _is_short_for(one: str, other: str) -> bool:
    """Whether one given name is the other, not printed or by its initials.

    >>> _is_short_for("", "Anna"), _is_short_for("A.", "Anna"), _is_short_for("Anne", "Anna")
    (True, True, False)
    """
    short, long = sorted((one, other), key=len)
    return not short or (short.endswith(".") and key(long).startswith(key(short).split(".")[0]))


def _witness(one: Contact, other: Contact) -> str:
    if _shared_mails(one, other) or _shared_numbers(one, other):
        return "shared"
    known = all(each.emails or each.phones for each in (one, other))
    return "other" if known else "silent"


def _shared_mails(one: Contact, other: Contact) -> int:
    mails = ({key(email.address) for email in each.emails} for each in (one, other))
    return len(set.intersection(*mails))


def _shared_numbers(one: Contact, other: Contact) -> int:
    numbers = ({phone.e164 for phone in each.phones if phone.e164} for each in (one, other))
    return len(set.intersection(*numbers))


def match_partners(old: Sequence[Partner], new: Sequence[Partner]) -> list[Pair]:
    """Pair the partners by name, allowing for a slip in one long word."""
    return match(old, new, lambda partner: key(partner.name), _partner_score)


def _partner_score(one: Partner, other: Partner) -> float:
    words, others = key(one.name).split(), key(other.name).split()
    if words == others:
        return CERTAIN + (one.kind == other.kind)
    different = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) != len(others) or len(different) != 1:
        return 0
    return _slip(*different[0])


LONG_WORD: Final = 8
"""In shorter words one letter makes another word: Nord and Süd, Gemeinde A and B."""


def _slip(one: str, other: str) -> float:
    """Return how alike two words are if a slip or an ending makes the difference.

    >>> _slip("kirchenkreis", "kirchenkreise") > 0, _slip("nordkreis", "südkreis")
    (True, 0.0)
    """
    if min(len(one), len(other)) < LONG_WORD or one[0] != other[0] or any(map(str.isdigit, one)):
        return 0.0
    return alike(one, other, SLIGHTLY["other"])


def match_quotes(
    old: Sequence[Quote], new: Sequence[Quote], known_as: dict[str, str]
) -> list[Pair]:
    """Pair the quotes by speaker; `known_as` gives the new id of an old contact."""

    def speaker(quote: Quote) -> str:
        said = quote.speaker
        if said is None:
            return "text: " + key(quote.text)
        if said.contact_id:
            return "contact: " + known_as.get(said.contact_id, said.contact_id)
        return key(said.name or ", ".join(said.roles) or said.organisation or "")

    def score(one: Quote, other: Quote) -> float:
        likeness = alike(one.text, other.text)
        if speaker(one) == speaker(other):
            return CERTAIN + likeness
        spelling = alike(_signed(one), _signed(other), SLIGHTLY["other"])
        if spelling and _signed(one):
            return 10 + spelling + likeness
        return likeness if likeness >= SAME_BODY else 0

    return match(old, new, speaker, score)


def _signed(quote: Quote) -> str:
    return (quote.speaker.name if quote.speaker else None) or ""
