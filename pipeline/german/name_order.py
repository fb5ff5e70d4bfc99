"""Names that are printed with the family name in front and no comma: by culture, or by a list.

Family names in name_particles.toml, own compilations.

>>> is_family_first("Nguyễn Thị Lan".split()), is_turned("Huber Maria".split())
(True, True)
"""

from typing import Final

from pipeline.german.name_words import is_given_name, name_words

PAIR: Final = 2


def is_family_first(words: list[str]) -> bool:
    """Whether the name is printed in the Vietnamese order: Nguyễn Thị Lan."""
    if len(words) < PAIR or words[0] not in name_words("first"):
        return False
    if len(words) > PAIR and words[1] in name_words("middle"):
        return True  # `Phạm Thu Hà`, though Hà is a family name as well
    return words[-1] not in name_words("first") and is_given_name(words[-1])


def is_turned(words: list[str]) -> bool:
    """Whether a common family name is printed in front, as in staff lists: `Huber Maria`."""
    common = name_words("common")
    return (
        len(words) >= PAIR
        and words[0] in common
        and all(is_given_name(word) and word not in common for word in words[1:])
    )
