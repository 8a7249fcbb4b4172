"""Pictures drawn for the tests, and the parts of their files that the tests tamper with."""

import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pillow_heif
from PIL import ExifTags, Image, ImageCms, PngImagePlugin

pillow_heif.register_heif_opener()

RED, GREEN, BLUE, YELLOW = (200, 30, 30), (30, 160, 40), (30, 40, 190), (220, 200, 30)
JAKARTA = (6.0, 10.0, 31.0), (106.0, 49.0, 37.0)


def quarters(width: int = 96, height: int = 64) -> Image.Image:
    """Red, green, blue and yellow, from left to right and top to bottom: no turn leaves it alike."""
    image = Image.new("RGB", (width, height), RED)
    w, h = width // 2, height // 2
    image.paste(GREEN, (w, 0, width, h))
    image.paste(BLUE, (0, h, w, height))
    image.paste(YELLOW, (w, h, width, height))
    return image


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def exif(orientation: int | None = None, *, gps: bool = False) -> Image.Exif:
    tags = Image.Exif()
    if orientation is not None:
        tags[ExifTags.Base.Orientation] = orientation
    if gps:
        tags[ExifTags.Base.Make] = "Kamera Sari"
        south, east = JAKARTA
        tags.get_ifd(ExifTags.IFD.GPSInfo).update({1: "S", 2: south, 3: "E", 4: east})
    return tags


def foreign_profile() -> bytes:
    """An ICC profile of a device whose red and blue lamps are exchanged: nobody can miss its effect."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swap = {b"rXYZ": b"\1\1\1\1", b"bXYZ": b"rXYZ", b"\1\1\1\1": b"bXYZ"}
    for old, new in swap.items():
        srgb = srgb.replace(old, new, 1)
    return srgb


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_with(chunk: bytes, png: bytes) -> bytes:
    """The file with one more chunk, behind its header."""
    return png[:33] + chunk + png[33:]


def png_claiming(width: int, height: int) -> bytes:
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = png_chunk(b"IDAT", zlib.compress(b"nothing of the kind"))
    return b"\x89PNG\r\n\x1a\n" + header + pixels + png_chunk(b"IEND", b"")


def jpeg_claiming(width: int, height: int) -> bytes:
    data = encoded(quarters(), "JPEG")
    frame = data.index(b"\xff\xc0")
    return data[: frame + 5] + struct.pack(">HH", height, width) + data[frame + 9 :]


def webp_claiming(width: int, height: int) -> bytes:
    data = encoded(quarters(), "WEBP")
    return data[:26] + struct.pack("<HH", width, height) + data[30:]


def heic_claiming(width: int, height: int) -> bytes:
    data = encoded(quarters(), "HEIF")
    extents = data.index(b"ispe") + 8
    return data[:extents] + struct.pack(">II", width, height) + data[extents + 8 :]


CLAIMING: dict[str, Callable[[int, int], bytes]] = {
    "jpeg": jpeg_claiming,
    "png": png_claiming,
    "webp": webp_claiming,
    "heic": heic_claiming,
}


def _grey16() -> Image.Image:
    return Image.frombytes("I;16", (96, 64), struct.pack("<H", 0x8000) * 96 * 64)


def _animation() -> dict[str, Any]:
    return {"save_all": True, "append_images": [Image.new("RGB", (96, 64), "black")] * 2}


def _keyed() -> Image.Image:
    image = quarters().quantize(8)
    image.info["transparency"] = image.getpixel((1, 1))
    return image


def variants() -> Iterator[tuple[str, bytes, tuple[int, int, int]]]:
    """(name, file, colour to be seen in its upper left corner) for each kind of file that is accepted."""
    photo = quarters()
    yield "jpeg", encoded(photo, "JPEG", quality=95), RED
    yield "jpeg-progressive", encoded(photo, "JPEG", quality=95, progressive=True), RED
    yield "jpeg-grey", encoded(Image.new("L", (96, 64), 90), "JPEG"), (90, 90, 90)
    yield "jpeg-cmyk", encoded(photo.convert("CMYK"), "JPEG", quality=95), RED
    yield "png", encoded(photo, "PNG"), RED
    yield "png-palette", encoded(photo.quantize(8), "PNG"), RED
    yield "png-palette-see-through", encoded(_keyed(), "PNG"), (255, 255, 255)
    yield "png-bits", encoded(Image.new("1", (96, 64), 1), "PNG"), (255, 255, 255)
    yield "png-grey", encoded(Image.new("L", (96, 64), 90), "PNG"), (90, 90, 90)
    yield "png-grey-alpha", encoded(Image.new("LA", (96, 64), (0, 127)), "PNG"), (128, 128, 128)
    yield "png-alpha", encoded(Image.new("RGBA", (96, 64), (0, 0, 0, 0)), "PNG"), (255, 255, 255)
    yield "png-keyed", encoded(photo, "PNG", transparency=RED), (255, 255, 255)
    yield "png-16-bit", encoded(_grey16(), "PNG"), (128, 128, 128)
    yield "png-animated", encoded(photo, "PNG", **_animation()), RED
    yield "webp", encoded(photo, "WEBP", quality=95), RED
    yield "webp-lossless", encoded(photo, "WEBP", lossless=True), RED
    yield "webp-alpha", encoded(Image.new("RGBA", (96, 64), 0), "WEBP"), (255, 255, 255)
    yield "webp-animated", encoded(photo, "WEBP", quality=95, **_animation()), RED
    yield "heic", encoded(photo, "HEIF", quality=95), RED
    yield "heic-alpha", encoded(Image.new("RGBA", (96, 64), 0), "HEIF"), (255, 255, 255)


def text_chunk(key: str, text: str) -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_itxt(key, text)
    return info
