"""What is thrown away and what it is gathered in; each thing stands on the origin of its view."""

from collections.abc import Callable
from math import cos, pi, sin

from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import blob, ring, smooth_path
from ruanghijau.demo.drawings.light import darker, lighter
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


def bottle(c: Canvas, colour: str = "#7cc4cf", cap: str = "#e2574c") -> None:
    """A plastic bottle 70 units tall, standing up."""
    c.smooth(
        [(-12, -2), (-13, -24), (-11, -40), (-5, -54), (5, -54), (11, -40), (13, -24), (12, -2), (0, 1)],
        colour,
        0.9,
    )
    c.rect(-12.5, -34, 25, 14, lighter(colour, 0.5), alpha=0.8)
    c.rect(-5.5, -63, 11, 10, cap, 2)
    c.stroke([(-7, -40), (-8, -8)], 3, "#ffffff", 0.55)


def tin(c: Canvas, colour: str = "#d9534a") -> None:
    c.rect(-13, -40, 26, 40, colour, 3)
    c.rect(4, -40, 9, 40, darker(colour, 0.2), 3)
    c.oval(0, -40, 13, 4, "#cfd6da")
    c.oval(0, 0, 13, 3.4, "#aab3b8")
    c.rect(-13, -28, 26, 9, "#f7f1df")


def cup(c: Canvas, colour: str = "#f1efe6") -> None:
    c.polygon([(-14, -36), (14, -36), (10, 0), (-10, 0)], colour)
    c.polygon([(4, -36), (14, -36), (10, 0), (3, 0)], darker(colour, 0.14))
    c.rect(-16, -40, 32, 6, "#d7e3e4", 3)
    c.stroke([(2, -40), (8, -62)], 4, "#e2574c")


def bag(c: Canvas, colour: str = "#f6f4ee") -> None:
    """A crumpled plastic bag."""
    c.smooth(
        [(-30, -2), (-34, -26), (-18, -44), (-6, -34), (6, -46), (22, -34), (34, -20), (30, -1), (0, 2)],
        colour,
        0.92,
    )
    c.smooth([(2, -2), (10, -30), (24, -32), (33, -18), (28, -2)], darker(colour, 0.12), 0.5)
    c.stroke([(-16, -38), (-10, -14)], 2, darker(colour, 0.2))


def paper(c: Canvas, colour: str = "#f4ead2") -> None:
    c.polygon(blob(0, -12, 17, 14, c.random, 0.18, 8), colour)
    c.polygon(blob(4, -9, 11, 9, c.random, 0.2, 7), darker(colour, 0.12))


def sandal(c: Canvas, colour: str = "#3a8fb7") -> None:
    c.smooth([(-34, -3), (-20, -11), (8, -10), (34, -7), (36, 0), (0, 3), (-30, 3)], colour)
    c.stroke(smooth_path([(-6, -8), (6, -22), (20, -9)], closed=False), 5, darker(colour, 0.35))


def peel(c: Canvas) -> None:
    """A banana peel."""
    for turn in (-70, -10, 60):
        leaf(c.at(0, -8, turn=turn + 90), 34, "#f0c93f", 0.4)
    c.disc(0, -9, 5, "#8a6a2c")


LITTER: tuple[Callable[[Canvas], None], ...] = (bottle, tin, cup, bag, paper, sandal, bottle, bag)


def litter(c: Canvas, place: tuple[float, float, float, float], count: int, scale: float = 1) -> None:
    """`count` pieces of litter lying about in the box (left, top, right, bottom), nearer ones larger."""
    left, top, right, bottom = place
    spots = sorted((c.random.uniform(top, bottom), c.random.uniform(left, right)) for _ in range(count))
    for y, x in spots:
        near = (0.6 + 0.6 * (y - top) / max(1, bottom - top)) * scale
        piece = c.random.choice(LITTER)
        upright = piece in (sandal, paper, bag)
        view = c.at(x, y, near, turn=0 if upright else c.random.choice((-84, 96, 70, -66, 8)))
        c.shadow(x, y + 2, 34 * near, 0.3)
        if piece is bottle:
            bottle(
                view,
                c.random.choice(("#7cc4cf", "#9ccf8d", "#c9dfe2", "#5aa9c4")),
                c.random.choice(("#e2574c", "#3a78b5", "#f0a63c")),
            )
        else:
            piece(view)


def compost(
    c: Canvas, width: float, seed_colours: tuple[str, ...] = ("#5b3f2c", "#6d4c33", "#4a3324")
) -> None:
    """A heap of ripe compost `width` wide."""
    c.shadow(0, 0, width * 0.62, 0.38)
    heap = [
        (-width / 2, 0),
        (-width * 0.3, -width * 0.17),
        (-width * 0.04, -width * 0.3),
        (width * 0.26, -width * 0.18),
        (width / 2, 0),
    ]
    c.polygon(smooth_path(heap, closed=False), seed_colours[0])
    for _ in range(round(width / 4)):
        part = c.random.uniform(-0.44, 0.44)
        high = (0.26 - abs(part) * 0.56) * c.random.uniform(0.05, 0.95)
        c.polygon(
            blob(part * width, -high * width, width * 0.022, width * 0.016, c.random, 0.3, 5),
            c.random.choice(seed_colours[1:] + ("#86633f", "#7d8a45")),
        )


def scraps(c: Canvas, width: float, count: int = 16) -> None:
    """Kitchen scraps and dry leaves strewn over `width`."""
    for _ in range(count):
        x, y = c.random.uniform(-0.5, 0.5) * width, c.random.uniform(-0.06, 0.02) * width
        kind = c.random.random()
        if kind < 0.4:
            leaf(
                c.at(x, y, turn=c.random.uniform(0, 360)),
                width * 0.11,
                c.random.choice(("#b98a3e", "#9c6b34", "#c9a14f")),
                0.5,
            )
        elif kind < 0.7:
            leaf(
                c.at(x, y, turn=c.random.uniform(0, 360)),
                width * 0.12,
                c.random.choice(("#7fb04a", "#5f9c4c")),
                0.6,
            )
        elif kind < 0.85:
            c.polygon(
                [
                    (x + width * 0.04 * cos(a), y + width * 0.03 * sin(a))
                    for a in (pi, pi * 1.33, pi * 1.66, 2 * pi)
                ],
                "#e8863c",
            )
        else:
            c.polygon(ring(x, y, width * 0.035, width * 0.026, 12), "#f4ead2")
