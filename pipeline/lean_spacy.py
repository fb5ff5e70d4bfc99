"""Importing spaCy without its command line, which takes a quarter of the time of `import spacy`.

spaCy's own `__init__` imports `spacy.cli` (requests, weasel, httpx: what downloads models) for the
sake of one function, `spacy.info`. Here that function imports it when somebody calls it. Whoever
has imported spaCy before, or has a release that wants more of its command line, gets all of it.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Final

COMMAND_LINE: Final = ("spacy.cli", "spacy.cli.info")


def info(*args: object, **options: object) -> object:
    """Stand for `spacy.info`."""
    return import_module("spacy.cli.info").info(*args, **options)


def import_spacy() -> None:
    """Import spaCy; its command line stays importable."""
    if "spacy" in sys.modules:
        return
    for name in COMMAND_LINE:
        sys.modules[name] = ModuleType(name)
        vars(sys.modules[name]).update(__path__=[], info=info)
    try:
        import_module("spacy")
        vars(sys.modules["spacy"]).pop("cli", None)
    except ImportError:
        wants_more = True
    else:
        wants_more = False
    finally:
        for name in COMMAND_LINE:
            del sys.modules[name]
    if wants_more:  # or is not installed: the error is then spaCy's own
        import_module("spacy")


import_spacy()
