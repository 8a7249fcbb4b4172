"""Nothing of an uploaded file survives but what can be seen."""

import re
import struct
from io import BytesIO

import pytest
from PIL import Image

import picture_samples as samples
from ruanghijau.gateways.pictures import Picture, PictureProblem, PictureRefused, prepare_picture

SCRIPT = b"<script>alert('ruang hijau')</script>"
# Start, JFIF, tables, frame, scans, end: what a JPEG needs in order to be seen, and no more.
NEEDED = {0xD8, 0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDA, 0xD9}
MARKER = re.compile(rb"\xff([^\x00\xff\xd0-\xd7])", re.DOTALL)


def _markers(data: bytes) -> list[int]:
    """The markers of a JPEG up to its end, which must be the end of the file."""
    found, position = [], 0
    while marker := MARKER.search(data, position):
        code, position = marker[1][0], marker.end()
        found.append(code)
        if code == 0xD9:
            assert position == len(data)
            return found
        if code != 0xD8:
            position += struct.unpack_from(">H", data, position)[0]
    raise AssertionError("no end of image")


def _assert_bare(picture: Picture, *secrets: bytes) -> None:
    for file in (picture.full, picture.thumbnail):
        assert set(_markers(file)) <= NEEDED
        assert set(Image.open(BytesIO(file)).info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
        }
        assert not any(secret in file for secret in secrets)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_home_does_not_leak(kind: str) -> None:
    data = samples.encoded(samples.quarters(), kind, exif=samples.exif(6, gps=True).tobytes())
    assert b"Kamera Sari" in data
    assert Image.open(BytesIO(data)).getexif().get_ifd(0x8825)[1] == "S"
    picture = prepare_picture(data)
    _assert_bare(picture, b"Kamera Sari")
    assert not Image.open(BytesIO(picture.full)).getexif()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_xmp_and_profiles_do_not_survive(kind: str) -> None:
    xmp = "<x:xmpmeta>" + SCRIPT.decode() + "</x:xmpmeta>"
    told = (
        {"pnginfo": samples.text_chunk("XML:com.adobe.xmp", xmp)} if kind == "PNG" else {"xmp": xmp.encode()}
    )
    profile = samples.foreign_profile()
    data = samples.encoded(samples.quarters(), kind, icc_profile=profile, **told)
    assert SCRIPT in data
    _assert_bare(prepare_picture(data), SCRIPT, b"xmpmeta", b"ICC_PROFILE")


def test_comments_do_not_survive() -> None:
    jpeg = samples.encoded(samples.quarters(), "JPEG", comment=SCRIPT)
    png = samples.encoded(samples.quarters(), "PNG", pnginfo=samples.text_chunk("Comment", SCRIPT.decode()))
    for data in (jpeg, png):
        assert SCRIPT in data
        _assert_bare(prepare_picture(data), SCRIPT)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize(
    "trailer", [SCRIPT, b"PK\x03\x04 an archive", b"%PDF-1.7 a document", b"\xff\xd8\xff\xe0 again"]
)
def test_a_second_file_behind_the_picture_does_not_survive(kind: str, trailer: bytes) -> None:
    data = samples.encoded(samples.quarters(), kind) + trailer
    _assert_bare(prepare_picture(data), trailer)


def test_a_script_between_the_parts_of_a_picture_does_not_survive() -> None:
    jpeg = samples.encoded(samples.quarters(), "JPEG")
    application_part = b"\xff\xef" + struct.pack(">H", len(SCRIPT) + 2) + SCRIPT
    png = samples.encoded(samples.quarters(), "PNG")
    chunk = samples.png_chunk(b"tEXt", b"Title\0" + SCRIPT)
    for data in (jpeg[:2] + application_part + jpeg[2:], samples.png_with(chunk, png)):
        _assert_bare(prepare_picture(data), SCRIPT)


@pytest.mark.parametrize(
    "data",
    [
        b"GIF89a/*" + b"\0" * 20 + b"*/=1;" + SCRIPT,
        samples.encoded(samples.quarters(), "GIF"),
        samples.encoded(samples.quarters(), "BMP"),
        samples.encoded(samples.quarters(), "TIFF"),
        samples.encoded(samples.quarters(), "ICO"),
        samples.encoded(samples.quarters(), "AVIF"),
        b"<svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT + b"</svg>",
        b"<!doctype html>" + SCRIPT,
        b"%PDF-1.7\n",
        b"%!PS-Adobe-3.0\n",
        b"MZ\x90\0",
        b"\x7fELF",
        b"PK\x03\x04",
        b"RIFF\0\0\0\0WAVEfmt ",
        b"\0\0\0\x20ftypmp42",
        b" \xff\xd8\xff",
        b"\0",
        "foto.jpg".encode("utf-16"),
    ],
)
def test_other_kinds_of_files_are_not_supported(data: bytes) -> None:
    with pytest.raises(PictureRefused) as refused:
        prepare_picture(data)
    assert refused.value.reason is PictureProblem.unsupported
