"""The templates of the page, its style and script, and the policy that a browser holds it to."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.write.page.marking import visible

ASSETS: Final = Path(__file__).parent / "assets"


@cache
def environment() -> Environment:
    """Return what renders the templates: all that is no markup of ours is escaped."""
    return Environment(
        loader=FileSystemLoader(ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
        auto_reload=False,
    )


def _shown(value: Any) -> Any:  # noqa: ANN401 - whatever a template prints
    """Write out what cannot be seen, also in names and messages."""
    return visible(value) if type(value) is str else value


@cache
def asset(name: str) -> Markup:
    """Return a style or a script of ours, as it stands in the page."""
    characters = (ASSETS / name).read_text(encoding="utf-8")
    if "</" in characters:  # it would end the element that it stands in
        raise ValueError(f"{name} holds an end tag")
    return Markup(characters)


def policy_of_page(*, editing: bool) -> str:
    """Return the policy of a page; for editing it may talk to its own server, and nobody else."""
    if editing:
        return policy(asset("page.js"), asset("edit.js"), more=("connect-src 'self'",))
    return policy(asset("page.js"))


def policy(*scripts: Markup, more: tuple[str, ...] = ()) -> str:
    """Return a Content-Security-Policy: only our style and these scripts, pictures only inline."""
    allowed = " ".join(map(_hash, scripts)) or "'none'"
    return "; ".join(
        [
            "default-src 'none'",
            "img-src data:",
            f"style-src {_hash(asset('page.css'))}",
            f"script-src {allowed}",
            *more,
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(characters: Markup) -> str:
    return f"'sha256-{b64encode(sha256(characters.encode()).digest()).decode()}'"
