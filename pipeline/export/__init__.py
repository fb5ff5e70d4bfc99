"""Records -> files for other programs: a workbook, CSV, address cards, JSON Lines.

Equal records give equal bytes: no time stamp, no random number.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # --help and a wrong ending need none of them
    from schemas import Brochure

Files = Mapping[str, bytes]
"""Contents by what is added to the target's stem: `""` for the target, `.partners` beside it."""


def _xlsx(brochures: "Iterable[Brochure]") -> Files:
    from pipeline.export.tables import tables_of
    from pipeline.export.workbook import as_xlsx

    return {"": as_xlsx(tables_of(brochures))}


def _csv(brochures: "Iterable[Brochure]") -> Files:
    from pipeline.export.separated import as_csv
    from pipeline.export.tables import tables_of

    first, *others = tables_of(brochures)
    return {"": as_csv(first)} | {f".{table.name}": as_csv(table) for table in others}


def _vcf(brochures: "Iterable[Brochure]") -> Files:
    from pipeline.export.cards import as_vcf

    return {"": as_vcf(brochures)}


def _jsonl(brochures: "Iterable[Brochure]") -> Files:
    from pipeline.export.lines import as_jsonl

    return {"": as_jsonl(brochures)}


FORMATS: Final[Mapping[str, Callable[["Iterable[Brochure]"], Files]]] = MappingProxyType(
    {"xlsx": _xlsx, "csv": _csv, "vcf": _vcf, "jsonl": _jsonl}
)
"""What can be written, by the ending of the target."""
