"""Stage 9, Brochure -> files: what the program leaves behind."""

from pipeline.write.json_file import KNOWLEDGE, as_json, make_folder, recover, targets, write
from pipeline.write.lock import locked

__all__ = ["KNOWLEDGE", "as_json", "locked", "make_folder", "recover", "targets", "write"]
