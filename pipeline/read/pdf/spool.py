"""Values of all pages in a temporary file, of which one at a time is in memory.

The file has no name, so nobody else can write into it: what is read back is what was put there.
"""

import pickle
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import Final, Generic, Self, TypeVar, cast

T = TypeVar("T")

LEAST: Final = 1 << 17
"""Bytes; less than that stays in memory."""


class Spool(Generic[T]):
    """One value for each page, whatever the order in which they come."""

    def __init__(self) -> None:
        """Begin empty."""
        self._file = SpooledTemporaryFile(max_size=LEAST)  # noqa: SIM115 - closed by __exit__
        self._starts: dict[int, int] = {}

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Forget all values."""
        self._file.close()

    def __del__(self) -> None:
        """Close the file, where nobody has."""
        self._file.close()

    def __len__(self) -> int:
        """Return for how many pages there are values."""
        return len(self._starts)

    def __iter__(self) -> Iterator[T]:
        """Yield the values in the order of the pages."""
        return map(self.__getitem__, sorted(self._starts))

    def __getitem__(self, page: int) -> T:
        """Return the value of a page; each time as a new object."""
        self._file.seek(self._starts[page])
        return cast(T, pickle.load(self._file))

    def put(self, page: int, value: T) -> None:
        """Keep the value of a page; raises OSError where there is no room for it."""
        self._starts[page] = self._file.seek(0, 2)
        pickle.dump(value, self._file, pickle.HIGHEST_PROTOCOL)
