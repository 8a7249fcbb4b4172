"""What is thrown away and what it is gathered in; each thing stands on the origin of its view."""

from collections.abc import Callable

from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.light import darker, lighter
from ruanghijau.demo.drawings.litter import bottle
from ruanghijau.demo.drawings.plants import leaf

# organic, inorganic, paper, glass, metal: the five colours of the platform
BINS = ("#3f9e56", "#f2c233", "#3b82c4", "#eef1ee", "#8a939b")


def dustbin(c: Canvas, colour: str, sign: int = -1, open_lid: bool = False) -> None:
    """A bin 190 units tall; `sign` is the index of what belongs into it, -1 for none."""
    c.shadow(6, 0, 92, 0.42)
    body = [(-56, -160), (56, -160), (47, -8), (43, 0), (-43, 0), (-47, -8)]
    c.shade(body, lighter(colour, 0.1), darker(colour, 0.08))
    c.polygon([(24, -160), (56, -160), (47, -8), (43, 0), (20, 0)], darker(colour, 0.18), 0.8)
    for x in (-36, 33):
        c.disc(x, -3, 10, "#33383d")
        c.disc(x, -3, 4, "#9aa2a8")
    if open_lid:
        c.polygon([(-60, -160), (60, -160), (56, -150), (-56, -150)], darker(colour, 0.4))
        c.polygon([(-62, -162), (-54, -158), (-74, -258), (-84, -254)], darker(colour, 0.1))
    else:
        c.rect(-64, -176, 128, 20, darker(colour, 0.06), 8)
        c.smooth([(-56, -176), (-44, -194), (0, -200), (44, -194), (56, -176)], lighter(colour, 0.08))
        c.rect(-18, -204, 36, 8, darker(colour, 0.25), 4)
    if sign >= 0:
        c.disc(-6, -88, 33, "#fdfcf6")
        SIGNS[sign](c.at(-6, -88), darker(BINS[sign], 0.3) if sign != 3 else "#5f9ea0")


def _organic(c: Canvas, ink: str) -> None:
    leaf(c.at(-4, 20, turn=24), 42, ink, 0.6)


def _bottle(c: Canvas, ink: str) -> None:
    c.rect(-9, -8, 18, 30, ink, 5)
    c.polygon([(-9, -5), (9, -5), (4, -17), (-4, -17)], ink)
    c.rect(-5, -24, 10, 6, ink, 2)


def _paper(c: Canvas, ink: str) -> None:
    c.polygon([(-14, -21), (6, -21), (15, -11), (15, 21), (-14, 21)], ink)
    for y in (-6, 3, 12):
        c.rect(-9, y, 19, 3, "#fdfcf6")


def _glass(c: Canvas, ink: str) -> None:
    c.polygon([(-16, -20), (16, -20), (9, 2), (-9, 2)], ink)
    c.rect(-2.5, 0, 5, 16, ink)
    c.oval(0, 18, 12, 4, ink)


def _can(c: Canvas, ink: str) -> None:
    c.rect(-13, -18, 26, 38, ink, 4)
    c.oval(0, -18, 13, 4.5, "#c9cfd3")
    c.rect(-13, -4, 26, 10, "#fdfcf6", alpha=0.7)


SIGNS: tuple[Callable[[Canvas, str], None], ...] = (_organic, _bottle, _paper, _glass, _can)


def sack(c: Canvas, colour: str = "#d8cdb4", size: float = 110, full: bool = True) -> None:
    """A sack `size` units tall, tied or open with something looking out."""
    c.shadow(4, 0, size * 0.55, 0.4)
    w = size * 0.42
    top = -size * 0.84
    body = [(-w * 0.5, top), (-w, -size * 0.45), (-w * 0.95, -size * 0.06), (0, 0), (w * 0.95, -size * 0.06),
            (w, -size * 0.45), (w * 0.5, top)]  # fmt: skip
    if not full:
        for n, tint in enumerate(("#6fb6c9", "#e7e3d5", "#d96b52", "#8fbf6a")):
            bottle(c.at((n - 1.5) * w * 0.36, top + size * 0.14, size / 150, turn=(n - 1.5) * 16), tint)
    c.smooth(body, colour)
    c.smooth(
        [
            (w * 0.2, top),
            (w * 0.52, top),
            (w, -size * 0.45),
            (w * 0.9, -size * 0.06),
            (w * 0.3, -size * 0.02),
            (w * 0.45, -size * 0.4),
        ],
        darker(colour, 0.16),
        0.8,
    )
    if full:
        c.polygon(
            [
                (-w * 0.4, top + 2),
                (-w * 0.66, -size),
                (0, -size * 0.93),
                (w * 0.62, -size),
                (w * 0.4, top + 2),
            ],
            lighter(colour, 0.12),
        )
        c.stroke([(-w * 0.42, top + 3), (w * 0.42, top + 3)], size * 0.05, "#a8583c")
