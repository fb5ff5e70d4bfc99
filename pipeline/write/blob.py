"""The bytes of one file, put together piece by piece and held as cheaply as that can be."""

import hashlib
from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from typing import Final

LEAST: Final = 1 << 18
"""Bytes; less than that stays in memory."""
PIECE: Final = 1 << 16


class Blob:
    """Bytes that are known by their digest; many of them wait in a file without a name.

    Between processes they travel as such: another machine does not have the file.
    """

    __slots__ = ("_file", "sha256", "size")

    def __init__(self, pieces: Iterable[bytes]) -> None:
        """Take the bytes; raises OSError where there is no room for them."""
        self._file = SpooledTemporaryFile(max_size=LEAST)  # noqa: SIM115 - closed by __del__
        digest = hashlib.sha256()
        for piece in pieces:
            digest.update(piece)
            self._file.write(piece)
        self.size = self._file.tell()
        self.sha256 = digest.hexdigest()
        """In hexadecimal."""

    @classmethod
    def of_text(cls, pieces: Iterable[str]) -> "Blob":
        """Return the text in UTF-8."""
        return cls(_encoded(pieces))

    def __iter__(self) -> Iterator[bytes]:
        """Yield the bytes, in pieces."""
        for start in range(0, self.size, PIECE):
            self._file.seek(start)
            yield self._file.read(PIECE)

    def __bytes__(self) -> bytes:
        """Return all of them at once."""
        return b"".join(self)

    def __reduce__(self) -> tuple[type["Blob"], tuple[tuple[bytes, ...]]]:
        """Have pickle take the bytes."""
        return Blob, (tuple(self),)

    def __del__(self) -> None:
        """Close the file."""
        self._file.close()


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    """Yield the same in UTF-8, small pieces together and large ones divided."""
    waiting: list[str] = []
    length = 0
    for piece in (p[i : i + PIECE] for p in pieces for i in range(0, len(p), PIECE)):
        waiting.append(piece)
        length += len(piece)
        if length >= PIECE:
            yield "".join(waiting).encode()
            waiting, length = [], 0
    yield "".join(waiting).encode()
