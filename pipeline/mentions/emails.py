"""E-mail addresses, also hidden, broken and mistyped ones.

Syntax: RFC 5321 as email-validator reads it, without any look-up. An address that cannot be valid
is kept as printed, because the reviewer can mend what the program must not guess.

>>> text = Text.of("Kern [at] kreis [dot] de, b@lk,de")
>>> [(mail.address, mail.valid) for mail in find_emails(text)]
[('kern@kreis.de', True), ('b@lk,de', False)]
"""

import re
from collections import deque
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.german.labels import label_before, top_level_domains
from pipeline.german.mailboxes import is_pattern
from pipeline.german.name_words import is_given_name
from pipeline.text import Span, Text

BLANK: Final = "[ \\t\u00a0\u202f]"

# Linear: an anchor is a few characters; what stands around it is read from a bounded stretch.
ANCHOR_RE: Final = re.compile(
    r"""
    @ [@＠]? | ＠ [@＠]?                                      # each begins with one character:
    | \( HIDDEN | \[ HIDDEN | \{ HIDDEN | < HIDDEN            # so the search is fast
    | [ ] (?<=[\w-].) [ ]? (?:at|AT|ät) (?=[ ])
    """.replace("HIDDEN", r"\s? (?:at|AT|At|ät|a|@|ed) \s? [)\]}>]"),
    re.VERBOSE,
)
LOCAL_LONGEST: Final = 64
DOMAIN_LONGEST: Final = 160
# Read backwards from the anchor: the start of a match is found by the class that ends it.
DOT_WORD: Final = "(?:dot|Dot|DOT|punkt|Punkt|PUNKT)"
HIDDEN_DOT: Final = rf"{BLANK}?[(\[{{](?:{DOT_WORD}|\.)[)\]}}]{BLANK}?"
DOT: Final = rf"(?:{HIDDEN_DOT}|{BLANK}{DOT_WORD}{BLANK}|\.)"
LOCAL_RE: Final = re.compile(
    rf"""
    (?<![\w.%+'&=~-]) [\w.%+'&=~-]++
    (?: {HIDDEN_DOT} [\w-]++ ){{0,3}}
    (?= {BLANK}{{0,2}} \Z )
    """,
    re.VERBOSE,
)
DOMAIN_RE: Final = re.compile(
    rf"""
    {BLANK}{{0,2}} (?:\n{BLANK}{{0,8}})?+                   # broken behind the sign
    (?P<domain> [^\W_][\w-]{{0,62}}+ (?: {DOT} [^\W_][\w-]{{0,62}}+ ){{0,6}} )
    (?P<broken>
        (?<=-) \n{BLANK}{{0,8}} [^\W\d_A-ZÄÖÜ][\w-]{{0,40}}+        # "land-", "kreis.de" below
        (?: \.[^\W_][\w-]{{0,40}}+ ){{1,4}}
      | (?: {BLANK}?\n{BLANK}{{0,8}}\. | {BLANK}\.                  # ".de" below, "kreis .de"
          | \.{BLANK}?(?:\n{BLANK}{{0,8}})? | \.?,{BLANK}? )        # "kreis. de", "kreis,de"
        (?P<tld> [a-z]{{2,10}} ) (?![\w@.-]*[@\w])
    )?+
    (?P<second> (?: @ [\w.-]*+ )++ )?+
    """,
    re.VERBOSE,
)
CHAIN_RE: Final = re.compile(r"[\w.-]*+(?:@[\w.-]*+)++")  # "@a@b@c", nobody's address
DOT_RE: Final = re.compile(DOT)
DOMAIN_SHAPE_RE: Final = re.compile(
    r"[^\W_](?:[\w-]{0,61}[^\W_])?(?:\.[^\W_](?:[\w-]{0,61}[^\W_])?)*"
)
LOCAL_SHAPE_RE: Final = re.compile(r"[\w%+'&=~-]+(?:\.[\w%+'&=~-]+)*")
SENTENCE_RE: Final = re.compile(r"(?<=[a-z])\.[A-ZÄÖÜ][a-zäöüß]*$")
PIECE_RE: Final = re.compile(rf"(?P<head>[\w.-]+){BLANK}\Z")
# "steffi. kern@", alone behind a line's start or a stroke: a blank that was not meant.
SPACED_RE: Final = re.compile(rf"(?:^|\n|[|·•,;:(]{BLANK}?)(?P<head>[a-z][\w-]*[._-]?){BLANK}\Z")
BREAK_RE: Final = re.compile(
    rf"(?P<head>[\w.%+-]*[\w%+-][._-]|[\w.-]+(?=\n{BLANK}*\Z))\n{BLANK}*\Z"
)
# What may stand between a label and an address without being a piece of it.
NOT_A_LOCAL: Final = frozenset(
    {"an", "unter", "oder", "und", "bitte", "per", "via", "mail", "e-mail", "email", "senden"}
    | {"herr", "herrn", "frau", "büro", "adresse", "kontakt", "schreiben"}
)


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address."""

    address: str
    """In lower case, mended where it was hidden or broken; as printed where it is not valid."""
    raw: str
    span: Span
    valid: bool
    label: Span | None


class Host(NamedTuple):
    """What stands behind the sign."""

    printed: str
    end: int


class Local(NamedTuple):
    """What stands before the sign."""

    start: int
    printed: str


def find_emails(text: Text) -> tuple[Email, ...]:
    """Return all e-mail addresses, sorted by place; never raises."""
    found: list[Email] = []
    position = 0
    while match := ANCHOR_RE.search(text.characters, position):
        mail = _read(text, match, found[-1].span.end if found else 0)
        position = match.end()
        if mail:
            found.append(mail)
            position = max(position, mail.span.end)
        elif chain := CHAIN_RE.match(text.characters, position):
            position = chain.end()
    return tuple(found)


def _read(text: Text, anchor: re.Match[str], floor: int) -> Email | None:
    """Return the address around a sign."""
    characters = text.characters
    domain = DOMAIN_RE.match(characters, anchor.end(), anchor.end() + DOMAIN_LONGEST)
    if domain is None or (anchor[0].strip().isalpha() and not DOT_RE.search(domain["domain"])):
        return None
    local = _local(characters, anchor.start(), floor)
    if local is None:
        return None
    label = label_before(characters, local.start)
    label = label if label and "mail" in label.kinds else None
    sign = anchor[0].strip()
    spaced = characters[anchor.start() - 1].isspace() or sign[0] not in "@＠"
    host = _domain(domain)
    if host is None or (spaced and not _is_meant(local, host, sign, labelled=label is not None)):
        return None
    mail = _email(text, local, sign, host)
    if mail and mail.valid and is_pattern(mail.address.partition("@")[0]):
        return None
    return replace(mail, label=Span(label.start, label.end)) if mail and label else mail


def _local(characters: str, end: int, floor: int) -> Local | None:
    """Return the part before the sign, over a line break where a label stands before it."""
    start = max(floor, end - LOCAL_LONGEST)
    window = characters[start:end]
    broken_sign = re.search(rf"(?<=\w)\n{BLANK}*\Z", window)
    if broken_sign:
        window = window[: broken_sign.start()]
    match = next(iter(deque(LOCAL_RE.finditer(window), maxlen=1)), None)
    if match is None:
        return None
    printed = match[0].lstrip("-'&=~%+")
    left = start + match.end() - len(printed)
    if printed.startswith(".") and not SPACED_RE.search(characters[start:left]):
        printed, left = printed.lstrip("."), left + len(printed) - len(printed.lstrip("."))
    if not printed or (broken_sign and not _labelled(characters, left)):
        return None
    return _continued(characters, Local(left, printed), start)


def _labelled(characters: str, position: int) -> bool:
    label = label_before(characters, position)
    return label is not None and "mail" in label.kinds


def _continued(characters: str, local: Local, floor: int) -> Local:
    """Take in what stands before a blank or a line break inside the local part, if labelled."""
    before = characters[floor : local.start]
    if _labelled(characters, local.start):
        return local
    if match := BREAK_RE.search(before):
        start = floor + match.start()
        if _labelled(characters, start) and match["head"][-1] in "._-":
            return Local(start, match["head"] + local.printed)
    if match := SPACED_RE.search(before):
        head = match["head"]
        if head[-1] in "._-" or local.printed[0] == "." or is_given_name(head):
            return Local(floor + match.start("head"), before[match.start("head") :] + local.printed)
    if match := PIECE_RE.search(before):
        head, start = match["head"], floor + match.start()
        same_case = head[0].isupper() == local.printed[0].isupper()
        bare = head.casefold() not in NOT_A_LOCAL and same_case and "." not in local.printed
        if bare and _labelled(characters, start) and characters[start - 2 : start].strip() == ":":
            return Local(start, f"{head} {local.printed}")
    return local


def _domain(match: re.Match[str]) -> Host | None:
    """Return the domain and where it ends; with a comma, a blank or a second @ as printed."""
    domain, broken = match["domain"], match["broken"]
    end = match.end("domain")
    if match["second"]:
        whole = match[0].strip().rstrip(".")
        return Host(whole, match.start("domain") + len(whole))
    if (cut := SENTENCE_RE.search(domain)) and _ends_known(domain[: cut.start()]):
        domain, end = domain[: cut.start()], end - len(cut[0])
    if broken and not _ends_known(domain) and _is_joint(match):
        domain, end = _mended(domain, broken), match.end("broken")
    domain = DOT_RE.sub(".", domain)
    while domain.endswith(("-", ".")):
        domain, end = domain[:-1], end - 1
    return Host(domain, end) if domain else None


def _is_joint(match: re.Match[str]) -> bool:
    return match["tld"] is None or match["tld"] in top_level_domains()


def _mended(domain: str, broken: str) -> str:
    """Return a domain without its break; a comma stays, it is a mistake in the print."""
    if "," in broken:
        return domain + broken
    return domain + re.sub(r"\s", "", broken)


def _ends_known(domain: str) -> bool:
    return domain.rpartition(".")[2] in top_level_domains() and "." in domain


def _is_meant(local: Local, host: Host, sign: str, *, labelled: bool) -> bool:
    """Whether a sign with blanks around it, or a word for it, joins an address."""
    known = _ends_known(host.printed.casefold())
    return labelled or (known and (sign != "@" or "." in local.printed))


def _email(text: Text, local: Local, sign: str, host: Host) -> Email | None:
    """Return the address that the two sides of a sign make."""
    if text.characters[max(0, local.start - 1) : local.start] == "@":
        return None  # a handle: @kreis@social.bund.de
    span = Span(local.start, host.end)
    raw = text.at(span)
    name = DOT_RE.sub(".", local.printed) if set("([{") & set(raw) else local.printed
    valid = sign not in {"@@", "＠＠"} and is_valid(name, host.printed)
    address = f"{name}@{unicode_domain(host.printed)}".lower() if valid else raw
    return Email(address, raw, span, valid, None)


def is_valid(local: str, domain: str) -> bool:
    """Whether an address has valid syntax."""
    if len(local) > LOCAL_LONGEST or not LOCAL_SHAPE_RE.fullmatch(local):
        return False
    return unicode_domain(domain) is not None


@lru_cache(maxsize=4096)
def unicode_domain(domain: str) -> str | None:
    """Return the domain in lower case with its umlauts, or None where its syntax is not valid."""
    import email_validator  # 40 ms that a text without addresses need not pay

    if not DOMAIN_SHAPE_RE.fullmatch(domain):
        return None
    try:
        checked = email_validator.validate_email(f"a@{domain}", check_deliverability=False)
    except email_validator.EmailNotValidError:
        return None
    return checked.domain
