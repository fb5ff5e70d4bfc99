"""How findings are worded: one function per severity, so that a code is never raised at two."""

from schemas import Finding, FindingCode, Severity, Span


def error(code: FindingCode, message: str, path: str, span: Span | None) -> Finding:
    """Make a finding about a value that cannot be right."""
    return _finding(code, "error", message, path, span)


def warning(code: FindingCode, message: str, path: str, span: Span | None) -> Finding:
    """Make a finding about a value that is doubtful."""
    return _finding(code, "warning", message, path, span)


def info(code: FindingCode, message: str, path: str, span: Span | None) -> Finding:
    """Make a finding that a reviewer may want to know of."""
    return _finding(code, "info", message, path, span)


def _finding(
    code: FindingCode, severity: Severity, message: str, path: str, span: Span | None
) -> Finding:
    if message.endswith(".."):  # behind what ends in a full stop itself: “Wunsiedel i.d.OPf.”
        message = message[:-1]
    return Finding(
        code=code, severity=severity, message=message, path=path, span=span, accepted=None
    )
