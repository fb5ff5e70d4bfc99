"""Persons who are named together: what is printed behind them is dealt out to each.

`Eva Kurz / Jan Roth`, one below the other or in two columns, and below them their functions,
numbers and e-mail addresses in the same order. An address tells by its name whose it is, a row of
as many numbers as persons by its order; the rest belongs to all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile
from typing import Final

from pipeline.assemble.contacts.drafts import MOST_DEALT, Draft, employs
from pipeline.assemble.contacts.naming import forms_held, holds_name, parts
from pipeline.mentions import Email, Phone

FEWEST_RIVALS: Final = 2
SHORTEST_ROLE: Final = 5
"""Letters of a function that one finds in a mail address without guessing."""


def deal(drafts: Sequence[Draft]) -> None:
    """Give each of the persons who are named together their own data."""
    _deal_by_owner(drafts)
    group: list[Draft] = []
    for i, draft in enumerate(drafts):
        if not (group and _goes_on(group[-1], draft)):
            group = []
        group.append(draft)
        data = len(draft.phones) + len(draft.emails) + len(draft.units)
        if len(group) > 1 and draft.has_data and len(group) * data <= MOST_DEALT:
            _deal_to(group)
        if draft.for_all:
            _give_all(draft, map(drafts.__getitem__, range(i - 1, -1, -1)))
    for above, draft in pairwise(drafts):
        _return_mail(above, draft)
    _return_mails_by_name(drafts)


def _return_mails_by_name(drafts: Sequence[Draft]) -> None:
    """Give mails in the name of another person who has none to that person."""
    bearers = _bearers(drafts)
    lengths = {len(form) for form in bearers}
    for draft in drafts:
        for mail in list(draft.emails if draft.name else ()):
            named = {i for part in parts(mail, lengths) for i in bearers.get(part, ())}
            owner = drafts[named.pop()] if len(named) == 1 else draft
            if owner is not draft and not owner.emails:
                draft.emails.remove(mail)
                owner.emails.append(mail)


def _bearers(drafts: Sequence[Draft]) -> dict[str, list[int]]:
    """Return which persons bear a family name, in each form that an address may hold.

    Of many only two: what two may own is nobody's.
    """
    bearers: dict[str, list[int]] = {}
    for i, draft in enumerate(drafts):
        for form in forms_held(draft.name.family or "") if draft.name else ():
            if len(known := bearers.setdefault(form, [])) < FEWEST_RIVALS:
                known.append(i)
    return bearers


def _give_all(last: Draft, upwards: Iterable[Draft]) -> None:
    """Give what the last person has for all to those above, who each have a number of their own."""
    first, spans = min(last.for_all), frozenset(last.for_all)
    phones = [phone for phone in last.phones if phone.span in spans]
    behind = [mail for mail in last.emails if mail.span >= first]
    emails = [mail for mail in behind if not _has_mail_for([mail], last)]
    above = [*takewhile(_has_own, upwards)]
    for person in above if len(above) * len(last.for_all) <= MOST_DEALT else ():
        person.phones += phones
        person.emails += emails


def _has_own(draft: Draft) -> bool:
    """Whether a person has data; behind what is for all, the next persons have theirs for all."""
    return draft.name is not None and draft.has_data and not draft.for_all


def _return_mail(above: Draft, draft: Draft) -> None:
    """Give a mail that names the function of the person above to that person: `landraetin@…`."""
    if above.emails or above.name is None or draft.name is None:
        return
    own = [mail for mail in draft.emails if not _has_mail_for([mail], draft)]
    words = [word for role in above.roles for word in role.split() if len(word) > SHORTEST_ROLE]
    above.emails = [mail for mail in own if any(holds_name(mail, word) for word in words)]
    draft.emails = [mail for mail in draft.emails if mail not in above.emails]


def _deal_by_owner(drafts: Sequence[Draft]) -> None:
    """Give numbers to those above without data whose names stand behind them in brackets."""
    waiting: defaultdict[str, list[Draft]] = defaultdict(list)
    for last in drafts:
        owned = {span: name for span, name in last.owners.items() if waiting.get(name)}
        for family in dict.fromkeys(owned.values()):
            person = waiting[family].pop()
            person.phones = [phone for phone in last.phones if owned.get(phone.span) == family]
            last.phones = [phone for phone in last.phones if owned.get(phone.span) != family]
            person.emails = _mails_of(person, last.emails)
            last.emails = [email for email in last.emails if email not in person.emails]
            _inherit(person, last)
        if last.name and last.name.family and not last.has_data:
            waiting[last.name.family].append(last)


def _goes_on(above: Draft, draft: Draft) -> bool:
    """Whether two persons are named together: on one line, or one below the other."""
    if not above.name or not draft.name or above.has_data:
        return False
    beside = draft.line == above.name_line
    return beside or _has_mail_for(draft.emails, above) or _is_next(above, draft)


def _is_next(above: Draft, draft: Draft) -> bool:
    """Whether a person is named directly below another one of whom nothing more is said."""
    head = above.before_name
    has_more = above.head().organisation != head.organisation or above.foot_line >= 0
    return not has_more and draft.line == above.last_line + 1 and not draft.is_apart


def _deal_to(group: Sequence[Draft]) -> None:
    last = group[-1]
    emails, phones, roles = last.emails, last.phones, last.roles
    named = [_mails_of(person, emails) for person in group]
    told = Counter(email.span for mails in named for email in mails)
    common = [email for email in emails if not told[email.span]]
    beside = last.line == group[0].name_line or _is_common(last, named)
    in_order = beside or all(named)
    for i, person in enumerate(group):
        person.emails = [*named[i], *common] if beside or person is last else named[i]
        if in_order:
            person.phones = _phones_of(i, len(group), phones)
        if person is not last:
            _inherit(person, last)
    if len(roles) == len(group) and not any(person.roles for person in group[:-1]):
        for person, role in zip(group, roles, strict=True):
            person.roles = [role]


def _is_common(last: Draft, named: Sequence[Sequence[Email]]) -> bool:
    """Whether what is printed below the last of some persons is meant for all of them.

    It begins with a body or an address, or has a mailbox that is nobody's: `integration@…`.
    """
    is_office = bool(last.emails) and not any(named) and last.data_line > last.name_line
    return last.foot_line > last.name_line or is_office


def _phones_of(i: int, count: int, phones: Sequence[Phone]) -> list[Phone]:
    """Return the numbers of the person at a place: of each kind one's own, or those for all."""
    kinds = Counter(phone.kind for phone in phones)
    seen = Counter[str]()
    own: list[Phone] = []
    for phone in phones:
        if kinds[phone.kind] != count or seen[phone.kind] == i:
            own.append(phone)
        seen[phone.kind] += 1
    return own


def _inherit(person: Draft, last: Draft) -> None:
    """Add the body and the address that are printed behind the last name."""
    person.address = person.address or last.address
    if last.organisation is None:
        return
    if person.organisation and employs(last.organisation, person.organisation):
        last.units = list(dict.fromkeys([*last.units, person.organisation]))
        person.organisation = None
    if person.organisation is None:
        person.organisation, person.units = last.organisation, [*person.units, *last.units]


def _mails_of(person: Draft, emails: Sequence[Email]) -> list[Email]:
    return [email for email in emails if _has_mail_for([email], person)]


def _has_mail_for(emails: Sequence[Email], person: Draft) -> bool:
    """Whether an address holds the family name of a person before its @."""
    if person.name is None or person.name.family is None:
        return False
    family = person.name.family
    return any(holds_name(email, family) for email in emails)
