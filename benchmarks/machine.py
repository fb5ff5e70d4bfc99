"""On what the figures were measured."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Final

OURS: Final = ("spacy", "phonenumbers", "pydantic", "pdfplumber")
THEIRS: Final = ("edsnlp", "presidio-analyzer", "spacy")
CPUINFO: Final = Path("/proc/cpuinfo")


def machine(other_python: Path) -> dict[str, str]:
    """Return processor, system and versions; `other_python` has the tools compared with."""
    ask = f"from importlib.metadata import version; print(*map(version, {THEIRS}))"
    told = subprocess.run([other_python, "-c", ask], capture_output=True, text=True, check=True)
    return {
        "processor": processor(),
        "cores": str(os.cpu_count()),
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        "in .venv": ", ".join(f"{name} {version(name)}" for name in OURS),
        "in .venv-bench": ", ".join(map(" ".join, zip(THEIRS, told.stdout.split(), strict=True))),
    }


def processor() -> str:
    """Return the name of the processor, as far as the system tells it."""
    lines = CPUINFO.read_text().splitlines() if CPUINFO.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown"
