"""Contacts: the people and offices of a section, in blocks of their own or inside a sentence."""

from collections.abc import Sequence

from pipeline.assemble.contacts.blocks import find_block_contacts
from pipeline.assemble.contacts.drafts import FoundContact
from pipeline.assemble.contacts.elements import MentionIndex
from pipeline.assemble.contacts.inline import find_inline_contacts
from pipeline.segment.blocks import Block
from pipeline.text import Text

__all__ = ["FoundContact", "MentionIndex", "find_contacts"]


def find_contacts(
    text: Text, blocks: Sequence[Block], index: MentionIndex
) -> tuple[FoundContact, ...]:
    """Return the contacts of the blocks of one section, in the order of the text."""
    found = [
        *find_block_contacts(text, blocks, index),
        *find_inline_contacts(text, blocks, index),
    ]
    return tuple(sorted(found, key=lambda contact: contact.span))
