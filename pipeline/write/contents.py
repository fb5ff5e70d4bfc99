"""What stands in the files of a brochure."""

from pipeline.write.page.pictures import NO_PICTURES, Pictures

TYPE_CHECKING = False
if TYPE_CHECKING:  # runs that have nothing to do need no models
    from pipeline.text import Text
    from schemas import Brochure


def contents(
    brochure: "Brochure", text: "Text", pictures: Pictures = NO_PICTURES
) -> dict[str, bytes]:
    """Return the bytes of each file, by the names in `files.ENDINGS`."""
    from pipeline.write.page.composing import make_page  # loads the templates

    files = {
        "text": text.characters,
        "page": make_page(brochure, text, pictures).html,
        "record": as_json(brochure),
    }
    return {name: characters.encode("utf-8") for name, characters in files.items()}


def as_json(brochure: "Brochure") -> str:
    """Return the JSON: two blanks, umlauts as such, keys in the contract's order."""
    return brochure.model_dump_json(indent=2) + "\n"
