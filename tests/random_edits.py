"""Random edits of a brochure that say themselves which changes they are.

A brochure is built of parts that no edit can mistake for one another.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count
from random import Random
from typing import Any

from schemas import Brochure, Contact, Landkreis
from schemas.changes import Change
from tests.editions import (
    MAIL,
    edition,
    landkreis,
    number,
    paragraph,
    partner,
    person,
    phone,
    quote,
)

GIVEN = [
    "Anna",
    "Bernd",
    "Clara",
    "Dmitri",
    "Elif",
    "Frieda",
    "Gesine",
    "Hakan",
    "Ines",
    "Jürgen",
    "Käthe",
    "Linh",
]
FAMILY = [
    "Ahrendsen",
    "Böttcher",
    "Celik",
    "Dragomir",
    "Eschenbach",
    "Fürstenau",
    "Grünwald",
    "Hoppenstedt",
    "Iwanow",
    "Jablonski",
    "Kirchhofer",
    "Lindqvist",
]
BODIES = [
    "Jobcenter Altmühlau",
    "Volkshochschule",
    "Freiwilligenagentur",
    "Kreissportbund",
    "Landfrauenverband",
    "Handwerkskammer",
    "Jugendamt",
    "Feuerwehrverband",
]
WORDS = [
    "Ehrenamt",
    "Begegnung",
    "Sprache",
    "Wohnen",
    "Arbeit",
    "Nachbarschaft",
    "Bus",
    "Schule",
    "Verein",
    "Bühne",
    "Garten",
    "Werkstatt",
    "Musik",
    "Rathaus",
    "Zukunft",
    "Jugend",
]
SLIP = {family: family.replace("r", "rr", 1) + "e" for family in FAMILY}

Said = tuple[str, str, str, str | None, str | None, str | None]
"""Kind, what, name, field, before, after."""


def told(change: Change) -> Said:
    place = change.new or change.old
    assert place is not None
    # a paragraph is named by how it begins
    name = "" if change.what == "paragraph" else place.name
    return (change.kind, change.what, name, change.field, change.before, change.after)


@dataclass
class Draft:
    """A section that can be edited; everything in it differs clearly from everything else."""

    identity: str
    people: list[Contact]
    partners: list[Any]
    quotes: list[Any]
    paragraphs: list[Any]
    edits: list[Said] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"Landkreis {self.identity}"

    def record(self) -> Landkreis:
        return landkreis(
            self.identity,
            self.name,
            contacts=tuple(self.people),
            partners=tuple(self.partners),
            quotes=tuple(self.quotes),
            paragraphs=tuple(self.paragraphs),
        )


class Maker:
    """Makes parts that are all different, and edits them."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.numbers = count(100)
        self.names = [f"{g} {f}" for g, f in zip(GIVEN, FAMILY, strict=True)]
        self.bodies = [*BODIES]
        random.shuffle(self.names)
        random.shuffle(self.bodies)
        self.texts = [
            " ".join(WORDS[i : i + 4] * 2 + [f"Nummer {i}"]) for i in range(0, len(WORDS), 4)
        ]

    def person(self) -> Contact:
        name, line = self.names.pop(), number(next(self.numbers))
        mail = f"{name.split()[1].lower()}{MAIL}"
        return person(name, phones=(line,), mails=(mail,))

    def section(self, identity: str) -> Draft:
        people = [self.person() for _ in range(self.random.randint(1, 3))]
        partners = [partner(self.bodies.pop()) for _ in range(self.random.randint(1, 2))]
        known = people[0].name
        assert known
        quotes = [quote(f"Es lohnt sich {identity}.", known.full, people[0].id)]
        paragraphs = [paragraph(f"{identity}: {self.random.choice(self.texts)}")]
        return Draft(identity, people, partners, quotes, paragraphs)


def new_person(maker: Maker, draft: Draft) -> None:
    fresh = maker.person()
    draft.people.insert(maker.random.randint(0, len(draft.people)), fresh)
    assert fresh.name
    draft.edits.append(("added", "contact", fresh.name.full, None, None, None))


def no_person(maker: Maker, draft: Draft) -> None:
    if len(draft.people) > 1:
        gone = draft.people.pop()
        assert gone.name
        draft.edits.append(("removed", "contact", gone.name.full, None, None, None))


def renamed_person(maker: Maker, draft: Draft) -> None:
    old = draft.people[0]
    assert old.name
    assert old.name.given
    assert old.name.family
    # a slip, or by marriage, while the number stays
    family = maker.random.choice([SLIP[old.name.family], f"Zu-{WORDS[0]}"])
    full = f"{old.name.given} {family}"
    name = replace(old.name, full=full, family=family)
    draft.people[0] = replace(old, name=name, id=f"99999/{full}")
    for i, said in enumerate(draft.quotes):
        if said.speaker and said.speaker.contact_id == old.id:
            speaker = replace(said.speaker, name=full, contact_id=f"99999/{full}")
            draft.quotes[i] = replace(said, speaker=speaker)
    draft.edits = [
        (*edit[:2], full if edit[2] == old.name.full else edit[2], *edit[3:])
        for edit in draft.edits
    ]
    draft.edits.append(("renamed", "contact", full, "name", old.name.full, full))


def other_number(maker: Maker, draft: Draft) -> None:
    old = draft.people[-1]
    assert old.name
    line = number(next(maker.numbers))
    draft.people[-1] = replace(old, phones=(phone(line),))
    before = old.phones[0].e164
    draft.edits.append(("changed", "contact", old.name.full, "phones", before, line))


def further_number(maker: Maker, draft: Draft) -> None:
    old = draft.people[-1]
    assert old.name
    line = number(next(maker.numbers))
    draft.people[-1] = replace(old, phones=(phone(line), *old.phones))
    draft.edits.append(("added", "contact", old.name.full, "phones", None, line))


def new_role(maker: Maker, draft: Draft) -> None:
    old = draft.people[0]
    draft.people[0] = replace(old, roles=("Leiterin",))
    assert old.name
    draft.edits.append(("added", "contact", old.name.full, "roles", None, "Leiterin"))


def new_partner(maker: Maker, draft: Draft) -> None:
    name = f"Initiative {draft.identity}"
    draft.partners.insert(0, partner(name))
    draft.edits.append(("added", "partner", name, None, None, None))


def no_partner(maker: Maker, draft: Draft) -> None:
    gone = draft.partners.pop()
    draft.edits.append(("removed", "partner", gone.name, None, None, None))


def other_words(maker: Maker, draft: Draft) -> None:
    old = draft.quotes[0]
    text = f"Wir bleiben dran, auch in {draft.identity}."
    draft.quotes[0] = replace(old, text=text)
    name = old.speaker.name
    draft.edits.append(("changed", "quote", name, "text", old.text, text))


def new_paragraph(maker: Maker, draft: Draft) -> None:
    text = "Etwas ganz anderes steht von nun an auch hier im Heft."
    draft.paragraphs.insert(0, paragraph(text))
    draft.edits.append(("added", "paragraph", "", None, None, None))


def edited_paragraph(maker: Maker, draft: Draft) -> None:
    old = draft.paragraphs[-1]
    text = f"{old.text} Neu!"
    draft.paragraphs[-1] = paragraph(text)
    draft.edits.append(("changed", "paragraph", "", "text", old.text, text))


EDITS: list[tuple[Callable[[Maker, Draft], None], ...]] = [
    # of each row at most one, for two of them would be one edit, or none; a person who is new
    # comes last, for what is edited in a new one is no edit
    (no_person, other_number, further_number),
    (renamed_person, new_role),
    (new_partner,),
    (no_partner,),
    (other_words,),
    (new_paragraph, edited_paragraph),
    (new_person,),
]


def reordered(maker: Maker, draft: Draft) -> None:
    for parts in (draft.people, draft.partners, draft.quotes, draft.paragraphs):
        maker.random.shuffle(parts)


def build(random: Random) -> tuple[Brochure, Brochure, list[Said]]:
    maker = Maker(random)
    drafts = [maker.section(identity) for identity in ("09901", "09902", "09903")]
    old = edition(*(draft.record() for draft in drafts))
    for draft in drafts:
        for row in EDITS:
            if random.random() < 0.4:
                # renaming and a further number may meet in one person; a mail stays then
                random.choice(row)(maker, draft)
        reordered(maker, draft)
    edits = [edit for draft in drafts for edit in draft.edits]
    if random.random() < 0.3:
        gone = drafts.pop(random.randrange(len(drafts)))
        edits = [edit for draft in drafts for edit in draft.edits]
        edits.append(("removed", "landkreis", gone.name, None, None, None))
    if random.random() < 0.3:
        fresh = Draft("09909", [], [], [], [])
        drafts.append(fresh)
        edits.append(("added", "landkreis", fresh.name, None, None, None))
    random.shuffle(drafts)
    return old, edition(*(draft.record() for draft in drafts)), edits
