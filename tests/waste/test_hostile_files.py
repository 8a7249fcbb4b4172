"""Five hundred files that nobody should send: each a clear refusal or a right answer, and never a failure."""

import io
import random
import resource
import zlib
from collections.abc import Iterator

import pytest
from PIL import Image
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from people import Person
from picture_samples import CLAIMING, variants
from ruanghijau.app import RuangHijau
from waste_photos import encoded, landscape

FILES = 500
MEGABYTE = 1024 * 1024
MOST_MEMORY = 400 * MEGABYTE
"""Added to the process by all of them: a photo of 50 megapixels takes 150 MiB for a moment."""

JPEG, PNG, WEBP = (encoded(landscape(), kind) for kind in ("JPEG", "PNG", "WEBP"))
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
HTML = b"<!doctype html><html><script>alert(document.cookie)</script></html>"
# With the status each must have; None where a refusal and an answer are both right.
KNOWN: dict[str, tuple[str, bytes, int | None]] = {
    "empty": ("a.jpg", b"", 400),
    "html named jpg": ("a.jpg", HTML, 400),
    "svg": ("a.svg", SVG, 400),
    "svg named png": ("a.png", SVG, 400),
    "gif": ("a.gif", encoded(landscape(), "GIF"), 400),
    "gif named jpg": ("a.jpg", encoded(landscape(), "GIF"), 400),
    "tiff": ("a.jpg", encoded(landscape(), "TIFF"), 400),
    "bmp": ("a.bmp", encoded(landscape(), "BMP"), 400),
    "photo named php": ("a.php", JPEG, 400),
    "photo named jpg.html": ("a.jpg.html", JPEG, 400),
    "png named jpg": ("a.jpg", PNG, 200),
    "without a name": ("", JPEG, None),
    "name of dots": ("..", JPEG, None),
    "over 5 MB": ("a.jpg", JPEG + b"\0" * (5 * MEGABYTE), 413),
    "html after the photo": ("a.jpg", JPEG + HTML, None),
    "zip after the photo": ("a.jpg", JPEG + b"PK\x03\x04" + bytes(200), None),
    "html before the photo": ("a.jpg", HTML + JPEG, 400),
    "bomb": ("a.png", encoded(Image.new("1", (12_000, 12_000)), "PNG"), 400),
    "1x1": ("a.png", encoded(Image.new("RGB", (1, 1)), "PNG"), 200),
    "20000x1": ("a.png", encoded(Image.new("RGB", (20_000, 1)), "PNG"), 200),
    "1x20000": ("a.jpg", encoded(Image.new("RGB", (1, 20_000))), 200),
    "cmyk": ("a.jpg", encoded(landscape().convert("CMYK")), 200),
    "grey": ("a.jpg", encoded(landscape().convert("L")), 200),
    "16 bit": ("a.png", encoded(Image.new("I;16", (300, 200), 40_000), "PNG"), 200),
    "palette": ("a.png", encoded(landscape().convert("P"), "PNG", transparency=3), 200),
    "animated": (
        "a.webp",
        encoded(landscape(), "WEBP", save_all=True, append_images=[Image.new("RGB", (640, 480))]),
        200,
    ),
}


def hostile() -> Iterator[tuple[str, str, bytes, int | None]]:
    """The known ones, all that pictures can be, headers that lie, then damage until there are enough."""
    count = 0
    for name, known in KNOWN.items():
        count += 1
        yield name, *known
    for name, data, _ in variants():
        count += 1
        yield name, "a.jpg", data, 200
    for kind, claiming in CLAIMING.items():
        for size in ((60_000, 60_000), (1, 65_000), (0, 0), (9_000, 9_000)):
            count += 1
            yield f"{kind} that claims {size}", "a.jpg", claiming(*size), None
    dice = random.Random(7)
    for number in range(count, FILES):
        yield f"damage {number}", "a.jpg", _damaged(dice, dice.choice((JPEG, PNG, WEBP))), None


def _damaged(dice: random.Random, data: bytes) -> bytes:
    if dice.random() < 0.4:
        return data[: dice.randrange(len(data))]
    changed = bytearray(data)
    for _ in range(dice.randrange(1, 30)):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    if dice.random() < 0.2:
        changed += zlib.compress(bytes(changed[:100]))
    return bytes(changed)


def send(who: Person, filename: str, data: bytes) -> TestResponse:
    # Encoded here: the test client would leave a temporary file open for a large one.
    file = FileStorage(io.BytesIO(data), filename, "image", "application/octet-stream")
    boundary, body = encode_multipart({"image": file})
    content_type = f"multipart/form-data; boundary={boundary}"
    return who.request("POST", "/api/waste/detect", data=body, content_type=content_type)


@pytest.fixture
def generous(app: RuangHijau) -> None:
    app.runtime.settings.waste_daily_guest = 10 * FILES


@pytest.mark.usefixtures("generous")
def test_five_hundred_hostile_files(guest: Person) -> None:
    answered = refused = 0
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    for name, filename, data, expected in hostile():
        response = send(guest, filename, data)
        assert response.status_code in ({expected} if expected else {200, 400, 413}), (name, response.json)
        if response.status_code == 200:
            answered += 1
            assert len(response.json["alternatives"]) == 2, name
        else:
            refused += 1
            assert response.json["error"]["message"], name
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before

    assert answered + refused == FILES
    assert min(answered, refused) > 50
    assert grown < MOST_MEMORY
