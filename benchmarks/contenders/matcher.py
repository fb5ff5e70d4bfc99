"""The phone numbers of phonenumbers' matcher, and mails by one regular expression."""

import re
from collections.abc import Sequence

from benchmarks.contenders.passing import Tool, measure
from benchmarks.contenders.patterns import MAIL


def load() -> Tool:
    """Return the tool."""
    from phonenumbers import PhoneNumberMatcher

    mail_re = re.compile(MAIL)

    def count_values(texts: Sequence[str]) -> int:
        numbers = sum(1 for text in texts for _ in PhoneNumberMatcher(text, "DE"))
        return numbers + sum(len(mail_re.findall(text)) for text in texts)

    return count_values


if __name__ == "__main__":
    measure(load)
