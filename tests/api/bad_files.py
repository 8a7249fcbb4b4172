"""Files that are no pictures, that pretend to be, or that hold more than one should take in."""

import io
import struct
import zipfile
import zlib

from corpus import MEGABYTE
from PIL import Image

SCRIPT = b"<script>alert(document.cookie)</script>"
PNG_START = b"\x89PNG\r\n\x1a\n"


def drawn(
    kind: str = "JPEG", size: tuple[int, int] = (64, 48), mode: str = "RGB", **options: object
) -> bytes:
    image = Image.linear_gradient("L").resize(size).convert(mode)
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, pixels: bytes, *more: bytes) -> bytes:
    """A PNG of 8-bit greys that claims this size, whatever its pixels are."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return PNG_START + header + b"".join(more) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("index.html", SCRIPT)
    return file.getvalue()


def claiming(size: int) -> bytes:
    """A JPEG whose frame says that it is `size` pixels wide and high."""
    data = drawn()
    frame = data.index(b"\xff\xc0")
    return data[: frame + 5] + struct.pack(">HH", size, size) + data[frame + 9 :]


BOMB = zlib.compress(bytes(40 * MEGABYTE))
ONE_PIXEL = zlib.compress(b"\x00\x00")
NO_PICTURES: dict[str, bytes] = {
    "nothing": b"",
    "zero": b"\x00",
    "zeros": b"\x00" * 100_000,
    "words": b"Foto saya",
    "page": b"<!doctype html><title>x</title>" + SCRIPT,
    "drawing": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "markup": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    "document": b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj",
    "archive": zipped(),
    "program": b"\x7fELF\x02\x01\x01" + b"\x00" * 200,
    "other program": b"MZ" + b"\x00" * 200,
    "script": b"#!/bin/sh\nrm -rf /\n",
    "PHP": b"<?php system($_GET['x']); ?>",
    "GIF": drawn("GIF"),
    "GIF with a script": b"GIF89a/*" + SCRIPT + b"*/=1;",
    "BMP": drawn("BMP"),
    "TIFF": drawn("TIFF"),
    "ICO": drawn("ICO"),
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run\n",
    "film": b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 100,
    "AVIF brand": b"\x00\x00\x00\x1cftypavif" + b"\x00" * 100,
    "HEIC brand alone": b"\x00\x00\x00\x18ftypheic",
    "page before a JPEG": SCRIPT + drawn(),
    "JPEG start alone": b"\xff\xd8\xff",
    "JPEG start and a page": b"\xff\xd8\xff\xe0" + SCRIPT,
    "JPEG cut in the header": drawn()[:100],
    "JPEG cut in the middle": drawn(size=(800, 600))[:3000],
    "JPEG of rubbish": b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40,
    "JPEG of 65,500 square": claiming(65_500),
    "PNG start alone": PNG_START,
    "PNG cut off": drawn("PNG")[:-40],
    "PNG of nothing": png(0, 0, ONE_PIXEL),
    "PNG without pixels": png(100, 100, zlib.compress(b"")),
    "PNG with a false sum": drawn("PNG").replace(b"IDAT", b"IDAX", 1),
    "PNG of 50,000 square": png(50_000, 50_000, ONE_PIXEL),
    "PNG of 2,147,483,647 square": png(2**31 - 1, 2**31 - 1, ONE_PIXEL),
    "PNG bomb": png(30_000, 30_000, BOMB),
    "WebP start alone": b"RIFF\x24\x00\x00\x00WEBP",
    "WebP cut off": drawn("WEBP")[:60],
}
PICTURES: dict[str, bytes] = {
    "1x1": drawn(size=(1, 1)),
    "1x1 PNG": drawn("PNG", (1, 1)),
    "1 pixel high": drawn(size=(3000, 1)),
    "page behind a JPEG": drawn() + SCRIPT,
    "archive behind a JPEG": drawn() + zipped(),
    "page in a comment": drawn(comment=SCRIPT),
    "page in a PNG": PNG_START + drawn("PNG")[8:33] + chunk(b"tEXt", b"x\x00" + SCRIPT) + drawn("PNG")[33:],
    "bomb in a PNG's text": png(
        1, 1, ONE_PIXEL, chunk(b"zTXt", b"x\x00\x00" + zlib.compress(bytes(40 * MEGABYTE)))
    ),
}
NAMES = [
    "foto.png", "foto.exe", "foto.php", "foto.jpg.html", "foto", ".htaccess", "../../../etc/cron.d/x",
    "..\\..\\x.jpg", "/etc/passwd", "C:\\x.jpg", "foto\x00.html.jpg", "foto%00.jpg", "foto.jpg;.html",
    "<script>.jpg", "🌱.jpg", "\u202egpj.exe", "a" * 300 + ".jpg", "CON", "'; DROP TABLE posts; --.jpg", " ",
]  # fmt: skip
