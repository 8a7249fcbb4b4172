"""Receipts, as somebody lays them on a table and takes their picture: a paper slip, typed, with a stamp."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from random import Random
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from ruanghijau.demo.drawings.canvas import OVERSAMPLING, Canvas
from ruanghijau.demo.drawings.light import NOON, darker, lighter
from ruanghijau.rupiah import in_rupiah

SIZE = (720, 960)
TABLES = ("#a9774c", "#8d6a4a", "#c3a27a", "#7f8f86", "#b58d6d")
PAPERS = ("#fdfbf3", "#fbf7ea", "#f7f8f5")
STAMPS = ("#2d4f9e", "#a3333d", "#3c6e56")
INK = "#33343a"

_WIDTH = 520  # of the slip; it is drawn in units of the finished picture, each OVERSAMPLING pixels
_MARGIN = 38
_TOOTH = 13  # of the edge at which the paper was torn off
_ITEM = 62  # from one item to the next
_HEAD, _FOOT = 190, 250


class Item(NamedTuple):
    """What was bought: `price` is that of one, in rupiah."""

    name: str
    quantity: int
    price: int

    @property
    def total(self) -> int:
        return self.quantity * self.price


def draw_receipt(shop: str, day: date, items: Sequence[Item]) -> Image.Image:
    """An RGB picture of a receipt; the same for the same shop, day and items."""
    random = Random(f"{shop}/{items}")
    canvas = Canvas(SIZE, NOON, random, SIZE)
    _table(canvas)
    slip = _slip(shop, day, items, random).rotate(
        random.uniform(-5, 5), Image.Resampling.BICUBIC, expand=True
    )
    _lay(canvas.image, slip)
    return canvas.finish()


def _table(c: Canvas) -> None:
    """Planks, with their grain."""
    colour = c.random.choice(TABLES)
    width, height = SIZE
    c.shade([(0, 0), (width, 0), (width, height), (0, height)], lighter(colour, 0.15), darker(colour, 0.12))
    for _ in range(70):
        x, y = c.random.uniform(-80, width), c.random.uniform(0, height)
        end = (x + c.random.uniform(60, 260), y + c.random.uniform(-3, 3))
        c.stroke([(x, y), end], c.random.uniform(1, 3), darker(colour, 0.3), 0.22)
    for y in range(c.random.randrange(120), height, 236):
        c.rect(0, y, width, 4, darker(colour, 0.45), alpha=0.6)


def _lay(table: Image.Image, slip: Image.Image) -> None:
    """Put the slip in the middle, with its shadow."""
    left, top = (table.width - slip.width) // 2, (table.height - slip.height) // 2
    shadow = Image.new("L", table.size)
    shadow.paste(slip.getchannel("A").point([n * 2 // 5 for n in range(256)]), (left + 14, top + 18))
    table.paste("#1b1d22", None, shadow.filter(ImageFilter.GaussianBlur(16)))
    table.paste(slip, (left, top), slip)


def _slip(shop: str, day: date, items: Sequence[Item], random: Random) -> Image.Image:
    """The paper alone, on nothing."""
    height = _HEAD + _ITEM * len(items) + _FOOT
    image = Image.new("RGBA", (_WIDTH * OVERSAMPLING, height * OVERSAMPLING))
    pen = _Pen(ImageDraw.Draw(image))
    pen.paper(height, random.choice(PAPERS))
    _head(pen, shop, day, random.randrange(100, 999))
    for number, item in enumerate(items):
        _item(pen, _HEAD + _ITEM * number, item)
    _total(pen, height - _FOOT, sum(item.total for item in items))
    _stamp(image, random, height - 95)
    return image


class _Pen:
    """Writes on a slip in units of the finished picture."""

    def __init__(self, draw: ImageDraw.ImageDraw):
        self._draw = draw

    def paper(self, height: int, colour: str) -> None:
        teeth = range(0, _WIDTH + 1, _TOOTH)
        lower = [(x, height - (_TOOTH if n % 2 else 1)) for n, x in enumerate(teeth)]
        self._draw.polygon([_pixels(x, y) for x, y in [(0, 0), *lower, (_WIDTH, 0)][::-1]], colour)
        self._draw.rectangle([_pixels(0, height // 2), _pixels(_WIDTH, height // 2 + 1)], darker(colour, 0.1))

    def write(self, x: float, y: float, words: str, size: int, anchor: str = "la") -> None:
        """Words that are made smaller until they fit between the margins."""
        while size > 8 and _font(size).getlength(words) > (_WIDTH - 2 * _MARGIN) * OVERSAMPLING:
            size -= 1
        self._draw.text(_pixels(x, y), words, INK, _font(size), anchor)

    def rule(self, y: float) -> None:
        """A dashed line."""
        for x in range(_MARGIN, _WIDTH - _MARGIN, 12):
            self._draw.line([_pixels(x, y), _pixels(x + 7, y)], INK, 2 * OVERSAMPLING)


def _head(pen: _Pen, shop: str, day: date, number: int) -> None:
    pen.write(_WIDTH / 2, 58, shop.upper(), 34, "mm")
    pen.write(_WIDTH / 2, 98, "NOTA PEMBELIAN (CONTOH)", 18, "mm")
    pen.write(_MARGIN, 138, f"No. {number:04d}", 20)
    pen.write(_WIDTH - _MARGIN, 138, f"{day:%d/%m/%Y}", 20, "ra")
    pen.rule(174)


def _item(pen: _Pen, y: float, item: Item) -> None:
    pen.write(_MARGIN, y, item.name, 22)
    pen.write(
        _MARGIN + 18, y + 28, f"{item.quantity:,} x".replace(",", ".") + f" {in_rupiah(item.price)}", 19
    )
    pen.write(_WIDTH - _MARGIN, y + 26, in_rupiah(item.total), 22, "ra")


def _total(pen: _Pen, y: float, total: int) -> None:
    pen.rule(y + 8)
    pen.write(_MARGIN, y + 26, "TOTAL", 30)
    pen.write(_WIDTH - _MARGIN, y + 26, in_rupiah(total), 30, "ra")
    pen.write(_WIDTH / 2, y + 220, "Terima kasih", 19, "mm")


def _stamp(image: Image.Image, random: Random, y: float) -> None:
    """PAID, by hand: aslant, and with ink that has not taken everywhere."""
    colour = random.choice(STAMPS)
    width, height = _pixels(210, 84)
    layer = Image.new("RGBA", (int(width), int(height)), colour + "00")
    draw = ImageDraw.Draw(layer)
    frame = (6, 6, width - 6, height - 6)
    draw.rounded_rectangle(frame, 22, outline=colour + "c8", width=9)
    draw.text((width / 2, height / 2), "LUNAS", colour + "c8", _font(46), "mm", stroke_width=2)
    for _ in range(160):
        x, y0, r = random.uniform(0, width), random.uniform(0, height), random.uniform(1, 4)
        draw.ellipse((x - r, y0 - r, x + r, y0 + r), colour + "00")
    turned = layer.rotate(random.uniform(6, 16), Image.Resampling.BICUBIC, expand=True)
    x, top = _pixels(random.uniform(220, 270), y - 76)
    image.alpha_composite(turned, (int(x), int(top)))


def _pixels(x: float, y: float) -> tuple[float, float]:
    return x * OVERSAMPLING, y * OVERSAMPLING


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The typeface that comes with Pillow."""
    return ImageFont.load_default(size * OVERSAMPLING)
