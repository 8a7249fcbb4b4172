"""Single things that are thrown away, and how they lie about."""

from collections.abc import Callable
from math import cos, pi, sin

from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import blob, ring, smooth_path
from ruanghijau.demo.drawings.light import darker, lighter
from ruanghijau.demo.drawings.plants import leaf


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
            c.random.choice((*seed_colours[1:], "#86633f", "#7d8a45")),
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
