"""What is refused, why, and how early."""

import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from PIL import Image

import picture_samples as samples
from ruanghijau.gateways.pictures import (
    PictureLimits,
    PictureProblem,
    PictureRefused,
    prepare_picture,
)

KINDS = ["JPEG", "PNG", "WEBP", "HEIF"]


def _reason(data: bytes, limits: PictureLimits | None = None) -> PictureProblem:
    with pytest.raises(PictureRefused) as refused:
        prepare_picture(data, limits or PictureLimits())
    return refused.value.reason


def test_the_reason_is_what_the_exception_says() -> None:
    assert str(PictureRefused(PictureProblem.too_many_pixels)) == "too_many_pixels"


def test_no_bytes_are_empty() -> None:
    assert _reason(b"") is PictureProblem.empty


def test_more_than_16_megabytes_are_too_large_and_16_are_not() -> None:
    data = samples.encoded(samples.quarters(), "JPEG")
    padded = data.ljust(16 * 1024 * 1024, b"\0")
    assert prepare_picture(padded).width == 96
    assert _reason(padded + b"\0") is PictureProblem.too_large


@pytest.mark.parametrize("kind", samples.CLAIMING)
@pytest.mark.parametrize("size", [(16_000, 12_000), (16_383, 16_383), (16_000, 4_000)])
def test_a_bomb_is_refused_by_its_header_alone(kind: str, size: tuple[int, int]) -> None:
    data = samples.CLAIMING[kind](*size)
    start = time.process_time()
    assert _reason(data) is PictureProblem.too_many_pixels
    assert time.process_time() - start < 0.1


@pytest.mark.parametrize("kind", ["png", "webp", "heic"])
def test_such_a_file_within_the_bounds_would_have_been_found_broken(kind: str) -> None:
    # So the files above are refused before anything looks at their pixels.
    assert _reason(samples.CLAIMING[kind](5_000, 4_000)) is PictureProblem.broken


@pytest.mark.parametrize("kind", KINDS)
def test_the_bounds_on_pixels_are_exact(kind: str) -> None:
    data = samples.encoded(samples.quarters(96, 64), kind)
    exact, short = 96 * 64, 96 * 64 - 1
    assert prepare_picture(data, PictureLimits(max_photo_pixels=exact, max_canvas_pixels=exact))
    limits = PictureLimits(max_photo_pixels=short, max_canvas_pixels=short)
    assert _reason(data, limits) is PictureProblem.too_many_pixels


def test_photos_may_have_more_pixels_than_canvases() -> None:
    limits = PictureLimits(max_photo_pixels=96 * 64, max_canvas_pixels=96 * 63)
    for kind in ("JPEG", "HEIF"):
        assert prepare_picture(samples.encoded(samples.quarters(), kind), limits)
    for kind in ("PNG", "WEBP"):
        data = samples.encoded(samples.quarters(), kind)
        assert _reason(data, limits) is PictureProblem.too_many_pixels


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", [0.3, 0.5, 0.9])
def test_a_truncated_file_is_broken(kind: str, part: float) -> None:
    noise = Image.effect_noise((200, 150), 90).convert("RGB")
    data = samples.encoded(noise, kind)
    assert _reason(data[: int(len(data) * part)]) is PictureProblem.broken


@pytest.mark.parametrize(
    "start", [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"\0\0\0\x18ftypheic"]
)
def test_a_signature_alone_is_broken(start: bytes) -> None:
    assert _reason(start) is PictureProblem.broken
    assert _reason(start + b"<script>" * 100) is PictureProblem.broken


def test_a_picture_without_an_area_is_broken() -> None:
    for data in (samples.png_claiming(0, 10), samples.jpeg_claiming(10, 0)):
        assert _reason(data) is PictureProblem.broken


def _many_scans() -> bytes:
    data = samples.encoded(Image.new("RGB", (4096, 4096)), "JPEG", progressive=True)
    scan = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + scan * 2_000 + b"\xff\xd9"


def _many_segments() -> bytes:
    data = samples.encoded(samples.quarters(), "JPEG")
    return data[:2] + b"\xff\xe5\0\2" * 4_000_000 + data[2:]


def _many_chunks() -> bytes:
    data = samples.encoded(samples.quarters(), "PNG")
    return samples.png_with(samples.png_chunk(b"IDAT", b"") * 1_300_000, data)


@pytest.mark.parametrize("attack", [_many_scans, _many_segments, _many_chunks])
def test_a_file_of_countless_parts_is_refused_at_once(attack: Callable[[], bytes]) -> None:
    data = attack()
    assert len(data) < PictureLimits().max_bytes
    start = time.process_time()
    assert _reason(data) is PictureProblem.broken
    assert time.process_time() - start < 1


def test_an_ordinary_progressive_photo_with_a_film_behind_it_is_fine() -> None:
    film = bytes(range(256)) * 256 + b"\xff\xda\0\2" * 1000
    data = samples.encoded(samples.quarters(), "JPEG", progressive=True) + film
    assert prepare_picture(data).width == 96


def test_damaged_metadata_neither_warns_nor_costs_the_picture() -> None:
    # Warnings are errors in these tests, so one that leaked would make the picture `broken`.
    damaged = b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\x12\x01\x03\0\xff\xff\xff\xff" * 3
    jpeg = samples.encoded(samples.quarters(), "JPEG", exif=damaged)
    png = samples.encoded(samples.quarters(), "PNG")
    unmoving = samples.png_chunk(b"acTL", b"\0" * 8)
    for data in (jpeg, samples.png_with(unmoving, png), samples.png_with(unmoving * 2, png)):
        assert prepare_picture(data).width == 96


TOO_LITTLE_MEMORY = """
import resource, sys
from ruanghijau.gateways.pictures import PictureRefused, prepare_picture
data = sys.stdin.buffer.read()
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 30_000_000, used + 30_000_000))
try:
    prepare_picture(data)
except PictureRefused as refused:
    print(refused.reason, type(refused.__cause__).__name__)
"""


def test_too_little_memory_makes_a_picture_broken_and_not_the_program() -> None:
    data = samples.encoded(Image.new("RGB", (5000, 4000)), "PNG")
    command = [sys.executable, "-c", TOO_LITTLE_MEMORY]
    done = subprocess.run(command, input=data, capture_output=True)
    assert done.stdout.decode() == "broken MemoryError\n"
