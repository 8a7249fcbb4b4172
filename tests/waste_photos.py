"""Pictures for the waste tests, drawn: what is none of the bins, and files of every kind that people send."""

from io import BytesIO
from typing import Any

import pillow_heif
from PIL import Image, ImageDraw, ImageFilter

pillow_heif.register_heif_opener()


def landscape() -> Image.Image:
    """Sky, hills and a field."""
    picture = Image.new("RGB", (640, 480), (150, 190, 235))
    draw = ImageDraw.Draw(picture)
    draw.polygon(
        [(0, 300), (160, 190), (330, 290), (480, 170), (640, 280), (640, 480), (0, 480)], fill=(70, 95, 80)
    )
    draw.rectangle((0, 340, 640, 480), fill=(110, 150, 70))
    draw.ellipse((500, 40, 570, 110), fill=(255, 240, 190))
    return picture.filter(ImageFilter.GaussianBlur(2))


def face() -> Image.Image:
    """A drawn portrait."""
    picture = Image.new("RGB", (480, 600), (120, 140, 160))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((60, 460, 420, 760), fill=(60, 70, 110))
    draw.ellipse((130, 90, 350, 350), fill=(45, 30, 25))
    draw.ellipse((145, 120, 335, 430), fill=(214, 168, 138))
    for left in (185, 255):
        draw.ellipse((left, 240, left + 42, 262), fill="white")
        draw.ellipse((left + 13, 241, left + 31, 261), fill=(50, 35, 30))
    draw.arc((215, 280, 265, 330), 30, 150, fill=(170, 120, 100), width=4)
    draw.chord((200, 345, 280, 385), 0, 180, fill=(175, 80, 85))
    return picture.filter(ImageFilter.GaussianBlur(2))


def blank(colour: str) -> Image.Image:
    """One colour all over."""
    return Image.new("RGB", (400, 300), colour)


def encoded(picture: Image.Image, kind: str = "JPEG", **settings: Any) -> bytes:
    """The picture as a file."""
    file = BytesIO()
    picture.save(file, kind, **settings)
    return file.getvalue()
