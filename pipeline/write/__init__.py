"""Stage 9, Brochure -> files: what the program leaves behind."""

from pipeline.write.blob import Blob
from pipeline.write.contents import as_json, contents
from pipeline.write.files import (
    KNOWLEDGE,
    make_folder,
    record_file,
    recover,
    targets,
    write,
)
from pipeline.write.lock import locked
from pipeline.write.stores import Store, store_at

__all__ = [
    "KNOWLEDGE",
    "Blob",
    "Store",
    "as_json",
    "contents",
    "locked",
    "make_folder",
    "record_file",
    "recover",
    "store_at",
    "targets",
    "write",
]
