"""Whatever is done to a valid file: a picture comes out, or a reason does."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

import picture_samples as samples
from ruanghijau.gateways.pictures import Picture, PictureRefused, prepare_picture

FILES = [data for _, data, _ in samples.variants()] + [
    samples.encoded(samples.quarters(), kind, exif=samples.exif(6, gps=True).tobytes())
    for kind in ("JPEG", "PNG", "WEBP", "HEIF")
]
ANY_BYTES = st.binary(max_size=40)


def _survives(data: bytes) -> None:
    try:
        picture = prepare_picture(data)
    except PictureRefused:
        return
    assert isinstance(picture, Picture)
    assert max(picture.width, picture.height) <= 2048
    for file in (picture.full, picture.thumbnail):
        assert (file[:2], file[-2:]) == (b"\xff\xd8", b"\xff\xd9")


@settings(max_examples=200, deadline=None)
@given(data=st.sampled_from(FILES), share=st.floats(0, 1))
def test_truncated_anywhere(data: bytes, share: float) -> None:
    _survives(data[: int(len(data) * share)])


@settings(max_examples=400, deadline=None)
@given(
    data=st.sampled_from(FILES),
    edits=st.lists(st.tuples(st.floats(0, 1), ANY_BYTES, st.integers(0, 40)), max_size=6),
)
def test_changed_anywhere(data: bytes, edits: Sequence[tuple[float, bytes, int]]) -> None:
    for share, new, removed in edits:
        position = int(len(data) * share)
        data = data[:position] + new + data[position + removed :]
    _survives(data)


@settings(max_examples=400, deadline=None)
@given(
    data=st.sampled_from(FILES),
    flips=st.lists(st.tuples(st.integers(0, 300), st.integers(0, 255)), min_size=1, max_size=4),
)
def test_changed_in_its_header(data: bytes, flips: Sequence[tuple[int, int]]) -> None:
    mutable = bytearray(data)
    for position, value in flips:
        mutable[position % len(mutable)] = value
    _survives(bytes(mutable))


@settings(max_examples=200, deadline=None)
@given(one=st.sampled_from(FILES), two=st.sampled_from(FILES), share=st.floats(0, 1))
def test_one_file_grown_into_another(one: bytes, two: bytes, share: float) -> None:
    _survives(one[: int(len(one) * share)] + two[int(len(two) * share) :])


@settings(max_examples=200, deadline=None)
@given(
    start=st.sampled_from(
        [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBPVP8X", b"\0\0\0\x18ftypheic"]
    ),
    rest=st.binary(max_size=400),
)
def test_bytes_out_of_nowhere(start: bytes, rest: bytes) -> None:
    _survives(start + rest)
