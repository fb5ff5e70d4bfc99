"""What stands in the files of a brochure."""

TYPE_CHECKING = False
if TYPE_CHECKING:  # runs that have nothing to do need no models
    from pipeline.text import Text
    from schemas import Brochure


def contents(brochure: "Brochure", text: "Text") -> dict[str, bytes]:
    """Return the bytes of each file, by the names in `files.ENDINGS`."""
    return {"text": text.characters.encode("utf-8"), "record": as_json(brochure).encode("utf-8")}


def as_json(brochure: "Brochure") -> str:
    """Return the JSON: two blanks, umlauts as such, keys in the contract's order."""
    return brochure.model_dump_json(indent=2) + "\n"
