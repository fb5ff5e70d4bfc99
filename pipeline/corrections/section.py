"""Acts on one section: its contacts, partners and quotes, with what becomes of each act.

Whatever is said of ids means the record as it was read. A contact keeps its id when its name is
corrected; and if the next edition prints the corrected name, the acts follow to the new id.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, NamedTuple, cast

import schemas
from pipeline.corrections.fields import Outcome, Status, on_list, on_value
from pipeline.corrections.ground import Ground, published
from pipeline.corrections.ids import Owner, ValueId, get, owners, parse_id
from pipeline.corrections.tables import parse_whole
from pipeline.corrections.values import Given, canonical, parse, reading
from pipeline.corrections.wholes import (
    as_read_already,
    built,
    free_stretches,
    id_of,
    residue_of,
)
from pipeline.identifiers import contact_id, partner_id
from pipeline.link import Named
from schemas import Landkreis, Value
from schemas.corrections_file import Act


class Done(NamedTuple):
    """What became of one act, and where."""

    outcome: Outcome
    owner: str | None
    """Id of the contact, partner or quote; None where this edition has none of that id."""
    field: str | None


@dataclass
class SectionWork:
    """A section while it is corrected."""

    landkreis: Landkreis
    ground: Ground
    acts: Sequence[Act]
    """All that are about this section."""
    done: list[Done] = field(default_factory=list)
    owners: dict[str, Owner] = field(init=False)
    removed: list[Owner] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin with what was read."""
        self.owners = owners(self.landkreis)

    def corrected(self) -> Landkreis:
        """Return the section with all acts applied that hold."""
        read = dict(self.owners)
        for (owner_id, name), acts in self._by_field().items():
            if owner_id in read:
                self._field(owner_id, name, acts)
            else:
                self.done += [Done(Outcome(act, "stale"), None, None) for act in acts]
        for act, of in self._wholes():
            if act.remove:
                self._remove(act, self._known_as(of.owner))
        for act, of in self._wholes():  # later, for what is removed makes room
            if act.add is not None:
                self._add(act, of.field or "")
        order = {id(act): i for i, act in enumerate(self.acts)}
        self.done.sort(key=lambda done: order[id(done.outcome.act)])
        return self._rebuilt()

    def _by_field(self) -> dict[tuple[str, str], list[Act]]:
        found: defaultdict[tuple[str, str], list[Act]] = defaultdict(list)
        for act in self.acts:
            of = parse_id(act.value)
            if of.field and of.kind != "section":
                found[self._known_as(of.owner), of.field].append(act)
        return found

    def _wholes(self) -> Iterator[tuple[Act, ValueId]]:
        for act in self.acts:
            of = parse_id(act.value)
            if of.field is None or of.kind == "section":
                yield act, of

    def _known_as(self, owner_id: str) -> str:
        """Return the id under which somebody is read now whose name was corrected."""
        if owner_id in owners(self.landkreis):
            return owner_id
        for act in self.acts:
            if act.value == f"{owner_id}.name" and act.set is not None:
                of = parse_id(act.value)
                if of.kind == "partner":
                    return partner_id(of.section, str(act.set))
                name = published(parse("name", act.set), None, self.ground)
                return contact_id(of.section, _bare(cast(schemas.Name, name)))
        return owner_id

    def _field(self, owner_id: str, name: str, acts: Sequence[Act]) -> None:
        owner = self.owners[owner_id]
        of = parse_id(f"{owner_id}.{name}")
        read = get(owner, name)
        make = partial(self._make, of.syntax, owner)
        if of.of.many:
            values, outcomes = on_list(of.syntax, acts, cast(tuple[Value, ...], read or ()), make)
            self.owners[owner_id] = changed(owner, name, values)
        else:
            outcomes = [on_value(of.syntax, act, cast(Value | None, read), make) for act in acts]
            for outcome in outcomes:
                if outcome.status == "applied":
                    self.owners[owner_id] = changed(owner, name, outcome.new)
        self.done += [Done(outcome, owner_id, name) for outcome in outcomes]

    def _make(self, syntax: str, owner: Owner, given: Given, old: Value | None) -> Value:
        within = owner.span, self.landkreis.span
        return published(parse(syntax, given), old, self.ground, *within)

    def _remove(self, act: Act, owner_id: str) -> None:
        owner = self.owners.get(owner_id)
        read = owners(self.landkreis).get(owner_id)
        if owner is None or read is None:
            self.done.append(Done(Outcome(act, "obsolete"), None, None))
        elif act.was is not None and canonical("", act.was) != reading(read):
            self.done.append(Done(Outcome(act, "stale", now=reading(read)), owner_id, None))
        else:
            del self.owners[owner_id]
            self.removed.append(read)
            self.done.append(Done(Outcome(act, "applied", read), owner_id, None))

    def _add(self, act: Act, name: str) -> None:
        new = parse_whole(name, cast(Given, act.add))
        known = self.owners.get(id_of(new, self.landkreis.id))
        if known is not None:
            status: Status = "obsolete" if as_read_already(new, known) else "stale"
            outcome = Outcome(act, status, now=reading(known))
            self.done.append(Done(outcome, known.id, None))
            return
        free = free_stretches(self.landkreis, self.owners.values(), self.removed)
        owner = built(new, self.landkreis, free, self.ground)
        self.owners[owner.id] = owner
        self.done.append(Done(Outcome(act, "applied", None, owner), owner.id, None))

    def _rebuilt(self) -> Landkreis:
        if all(done.outcome.status != "applied" for done in self.done):
            return self.landkreis
        contacts = tuple(o for o in self.owners.values() if isinstance(o, schemas.Contact))
        named = Named(contacts)
        quotes = (o for o in self.owners.values() if isinstance(o, schemas.Quote))
        parts: dict[str, Any] = {
            "contacts": contacts,
            "partners": tuple(o for o in self.owners.values() if isinstance(o, schemas.Partner)),
            "quotes": tuple(_linked(quote, named) for quote in quotes),
        }
        residue = residue_of(self.landkreis, parts, self.removed, self.ground)
        return replace(self.landkreis, **parts, residue=residue)


def _bare(name: schemas.Name) -> str:
    return " ".join(part for part in (name.given, name.family) if part) or name.full


def _linked(quote: schemas.Quote, named: Named) -> schemas.Quote:
    """Return a quote whose speaker is known as the contact of that name, if there is one."""
    if quote.speaker is None:
        return quote
    speaks = named.of(quote.speaker.name) if quote.speaker.name else None
    return cast(schemas.Quote, changed(quote, "speaker.contact_id", speaks))


def changed(owner: Owner, name: str, value: object) -> Owner:
    """Return a contact, partner or quote with one field changed, and validated."""
    if name.startswith("speaker."):
        assert isinstance(owner, schemas.Quote)
        speaker = owner.speaker or schemas.Speaker(
            name=None, kind="person", roles=(), organisation=None, contact_id=None
        )
        fields: dict[str, Any] = {name.removeprefix("speaker."): value}
        name, value = "speaker", replace(speaker, **fields)
    fields = {name: value}
    return replace(owner, **fields)
