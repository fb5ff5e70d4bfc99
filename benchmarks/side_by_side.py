"""Phone numbers and mail addresses, ours next to other tools: `python -m benchmarks.side_by_side`.

All tools read the same repaired text, so that repairing counts for none of them:

- `ours`: `pipeline.mentions`;
- `phonenumbers`: its `PhoneNumberMatcher` for Germany, leniency VALID (no mail addresses);
- `presidio`: the recognisers of presidio-analyzer for German. It is no dependency of this project
  and its column is left out where it is missing; the program then says how to install it.

`right` is expected and reported, `missed` expected only, `wrong` reported only: it could be rung
or written to, and that is the harm. Valid values are compared, numbers as E.164 without kind and
extension. What a brochure prints outside its contacts (`residue`) is neither expected nor wrong.
Rules of ours were written with `numbers` and `work` in view; `measure` is blind: sums only.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from benchmarks.contacts import HALVES
from benchmarks.score import RAW, brochures, name_of
from pipeline.mentions import find_mentions
from pipeline.read import read
from pipeline.repair import repair, repair_characters
from pipeline.text import Text

NUMBERS: Final = Path("tests/cases/numbers.toml")
INSTALL: Final = ".venv/bin/pip install presidio-analyzer"
KINDS: Final = ("phones", "mails")
FIGURES: Final = ("right", "missed", "wrong")


class Values(NamedTuple):
    """Numbers in E.164 form and mail addresses in lower case; None where a tool reads none."""

    phones: frozenset[str] | None
    mails: frozenset[str] | None


class Case(NamedTuple):
    """One text, and what is printed in it."""

    text: Text
    expected: Values
    beside: str = ""  # printed outside the contacts: may be reported or not


Tool = Callable[[Text], Values]


def main() -> None:
    """Print a row for each corpus and tool."""
    tools: dict[str, Tool] = {"ours": read_by_us, "phonenumbers": read_by_matcher}
    if presidio := presidio_reader():
        tools["presidio"] = presidio
    else:
        print(f"presidio-analyzer is not installed, its rows are left out: {INSTALL}\n")
    heads = "".join(f"{f'{k} {f}':>15}" for k in KINDS for f in FIGURES)
    print(f"{'corpus':20}{'texts':>6}  {'tool':13}{heads}")
    for corpus, cases in corpora().items():
        for name, tool in tools.items():
            counts = compared(cases, tool)
            cells = "".join(f"{counts.get((k, f), '-'):>15}" for k in KINDS for f in FIGURES)
            print(f"{corpus:20}{len(cases):6}  {name:13}{cells}")


def compared(cases: list[Case], tool: Tool) -> dict[tuple[str, str], int]:
    """Count what a tool reads out of all texts of a corpus.

    >>> case = Case(Text.of("Tel. 030 23125-014"), Values(frozenset({"+493023125014"}), None))
    >>> compared([case], read_by_us)
    {('phones', 'right'): 1, ('phones', 'missed'): 0, ('phones', 'wrong'): 0}
    """
    counts: Counter[tuple[str, str]] = Counter()
    for case in cases:
        found = tool(case.text)
        for kind, want, have in zip(KINDS, case.expected, found, strict=True):
            if want is None or have is None:
                continue
            wrong = [value for value in have - want if not is_printed(value, case.beside)]
            values = zip(FIGURES, (want & have, want - have, wrong), strict=True)
            counts.update({(kind, figure): len(each) for figure, each in values})
    return dict(counts)


def is_printed(value: str, printed: str) -> bool:
    """Whether a mail address or a number stands there, however it is grouped."""
    if "@" in value:
        return value in printed.casefold()
    return value.removeprefix("+49") in re.sub(r"\D", "", printed)


def read_by_us(text: Text) -> Values:
    """Read with this project's rules."""
    mentions = find_mentions(text)
    return Values(
        frozenset(phone.e164 for phone in mentions.phones if phone.e164),
        frozenset(mail.address.casefold() for mail in mentions.emails if mail.valid),
    )


def read_by_matcher(text: Text) -> Values:
    """Read with the matcher of phonenumbers, which knows no mail addresses."""
    valid = phonenumbers.Leniency.VALID
    matcher = phonenumbers.PhoneNumberMatcher(text.characters, "DE", leniency=valid)
    return Values(frozenset(e164(match.number) for match in matcher), None)


def presidio_reader() -> Tool | None:
    """Return the reader that asks presidio, if it is installed."""
    try:
        from presidio_analyzer.predefined_recognizers import EmailRecognizer, PhoneRecognizer
        from presidio_analyzer.predefined_recognizers.generic.email_recognizer import tldextract
    except ImportError:
        return None
    # the list of top-level domains that it brings along: otherwise it is fetched from the network
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    phone_recognizer = PhoneRecognizer(supported_regions=["DE"], supported_language="de")
    email_recognizer = EmailRecognizer(supported_language="de")

    def read_by_presidio(text: Text) -> Values:
        characters = text.characters
        phones = phone_recognizer.analyze(characters, ["PHONE_NUMBER"], nlp_artifacts=None)
        mails = email_recognizer.analyze(characters, ["EMAIL_ADDRESS"], nlp_artifacts=None)
        numbers = (phonenumbers.parse(characters[p.start : p.end], "DE") for p in phones)
        addresses = (characters[m.start : m.end].casefold() for m in mails)
        return Values(frozenset(map(e164, numbers)), frozenset(filter(is_valid, addresses)))

    return read_by_presidio


def e164(number: phonenumbers.PhoneNumber) -> str:
    """Return the international form without extension."""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def is_valid(address: str) -> bool:
    """Whether a mail could be sent there; nothing is looked up."""
    try:
        validate_email(address, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True


def corpora() -> dict[str, list[Case]]:
    """Return all texts under the name of their corpus."""
    blocks = {f"contacts {half}": list(of_blocks(path)) for half, path in HALVES.items()}
    halves: dict[str, list[Case]] = {}
    for half, gold in brochures():
        halves.setdefault(f"brochures {half}", []).append(of_brochure(gold))
    return {"numbers": list(of_lines()), **blocks, **halves}


def of_lines() -> Iterator[Case]:
    """Yield the lines with numbers and those without; which mails they hold is not labelled."""
    cases = tomllib.loads(NUMBERS.read_text(encoding="utf-8"))
    without = [{"text": line, "finds": []} for line in cases["without_number"]]
    for case in (*cases["with_number"], *without):
        numbers = frozenset(number for _, _, number in case["finds"] if number)
        yield Case(repair_characters(case["text"]).text, Values(numbers, None))


def of_blocks(path: Path) -> Iterator[Case]:
    """Yield the labelled contact blocks of a half."""
    for block in tomllib.loads(path.read_text(encoding="utf-8"))["block"]:
        contacts = block["contacts"]
        numbers = (number for c in contacts for _, number in c.get("phones", []))
        mails = (mail for c in contacts for mail in c.get("emails", []))
        yield Case(repair_characters(block["text"]).text, values(numbers, mails))


def of_brochure(gold: Path) -> Case:
    """Return a brochure with the values of its contacts."""
    file = gold.with_name(f"{name_of(gold)}.txt")
    text = repair(read(file if file.exists() else RAW / file.name)).text
    right = json.loads(gold.read_text(encoding="utf-8"))
    contacts = [contact for section in right["landkreise"] for contact in section["contacts"]]
    residue = [right["residue"], [section["residue"] for section in right["landkreise"]]]
    numbers = (phone["e164"] for contact in contacts for phone in contact["phones"])
    mails = (mail["address"] for contact in contacts for mail in contact["emails"])
    return Case(text, values(numbers, mails), json.dumps(residue, ensure_ascii=False))


def values(numbers: Iterator[Any], mails: Iterator[str]) -> Values:
    """Return what can be rung or written to."""
    addresses = (mail.casefold() for mail in mails)
    return Values(frozenset(filter(None, numbers)), frozenset(filter(is_valid, addresses)))


if __name__ == "__main__":
    main()
