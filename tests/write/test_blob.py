import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.write.blob import LEAST, Blob


@given(st.lists(st.binary()))
def test_pieces_come_back_as_they_were(pieces: list[bytes]) -> None:
    blob = Blob(pieces)
    assert bytes(blob) == b"".join(pieces)
    assert blob.size == len(bytes(blob))
    assert blob.sha256 == Blob([b"".join(pieces)]).sha256


@given(st.lists(st.text(st.characters(codec="utf-8"))))
def test_text_is_written_in_utf_8(pieces: list[str]) -> None:
    assert bytes(Blob.of_text(pieces)) == "".join(pieces).encode()


@pytest.mark.parametrize("size", [LEAST - 1, LEAST, 3 * LEAST + 5])
def test_many_bytes_travel_like_few(size: int) -> None:
    blob = Blob([b"x" * size, b"y"])
    there = pickle.loads(pickle.dumps(blob))
    assert (there.size, there.sha256) == (blob.size, blob.sha256)
    assert bytes(there) == bytes(blob)


def test_pieces_can_be_gone_over_again_and_side_by_side() -> None:
    blob = Blob([b"a" * LEAST, b"b" * LEAST])
    assert all(one == other for one, other in zip(blob, blob, strict=True))
