"""Kitchen and market things; each stands on the origin of its view."""

from math import cos, sin

from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import smooth_path
from ruanghijau.demo.drawings.light import darker, lighter
from ruanghijau.demo.drawings.plants import leaf


def jar(
    c: Canvas, fill: str = "#c98a3a", level: float = 0.8, lid: str = "#d9534a", width: float = 84
) -> None:
    """A jar with a liquid in which peel floats; 1.5 times as tall as wide."""
    w, h = width / 2, width * 1.45
    c.shadow(0, 0, w * 1.4, 0.35)
    c.rect(-w, -h, width, h, "#eaf4f2", w * 0.32, alpha=0.75)
    top = -h * level
    c.rect(-w + 4, top, width - 8, -top - 4, fill, w * 0.28, alpha=0.85)
    for _ in range(9):
        x, y = c.random.uniform(-0.66, 0.66) * w, top + c.random.uniform(4, 0.42 * h)
        tint = c.random.choice(("#f0a63c", "#e9d24a", "#8fbf4a", "#d9704a"))
        start = c.random.uniform(0, 6)
        arc = [(x + w * 0.26 * cos(start + n * 0.4), y + w * 0.2 * sin(start + n * 0.4)) for n in range(6)]
        c.stroke(arc, w * 0.13, tint)
    c.rect(-w * 0.8, -h - width * 0.16, width * 0.8, width * 0.2, lid, 5)
    c.rect(-w * 0.8, -h - width * 0.07, width * 0.8, 4, darker(lid, 0.2))
    c.rect(-w * 0.56, -h * 0.46, width * 0.56, h * 0.26, "#fbf6e6", 4)
    for n in range(3):
        c.rect(-w * 0.42, -h * 0.41 + n * h * 0.065, w * (0.84 - 0.2 * n), 3, "#9a8a6a")
    c.stroke([(-w * 0.76, -h * 0.9), (-w * 0.78, -h * 0.2)], 5, "#ffffff", 0.55)


def jerrycan(c: Canvas, colour: str = "#f0d35a", fill: str = "#b9822d", level: float = 0.6) -> None:
    """A jerrycan of used cooking oil that shines through."""
    c.shadow(4, 0, 74, 0.4)
    body = [
        (-56, -10),
        (-56, -128),
        (-40, -148),
        (10, -150),
        (22, -168),
        (44, -168),
        (52, -146),
        (56, -130),
        (56, -10),
        (46, 0),
        (-46, 0),
    ]
    c.polygon(body, colour)
    y = -130 * level
    c.polygon([(-52, y), (52, y), (52, -12), (44, -5), (-44, -5), (-52, -12)], fill, 0.75)
    c.polygon(
        [(26, -160), (44, -168), (52, -146), (56, -130), (56, -10), (46, 0), (26, 0)],
        darker(colour, 0.3),
        0.35,
    )
    c.smooth([(-36, -136), (-4, -138), (0, -118), (-34, -116)], darker(colour, 0.45))
    c.rect(18, -184, 30, 18, "#d9534a", 4)
    c.stroke([(-46, -112), (-46, -20)], 5, "#ffffff", 0.5)


def wok(c: Canvas, food: bool = True) -> None:
    """A wok with oil and something frying."""
    c.shadow(0, 2, 120, 0.4)
    c.stroke(smooth_path([(-116, -46), (-138, -60), (-116, -68)], closed=False), 8, "#3d4247")
    c.stroke(smooth_path([(116, -46), (138, -60), (116, -68)], closed=False), 8, "#3d4247")
    c.polygon(smooth_path([(-122, -58), (-84, -16), (0, 2), (84, -16), (122, -58)], closed=False), "#454b51")
    c.oval(0, -58, 122, 24, "#5b636a")
    c.oval(0, -56, 106, 18, "#c98a2f")
    if food:
        for x, y in ((-54, -58), (-10, -52), (38, -60), (70, -53), (8, -64)):
            c.oval(x, y, 19, 9, "#e0a94c")
            c.oval(x - 3, y - 3, 11, 4, "#f2cb78")


def basket(c: Canvas, width: float = 190, colour: str = "#d8a55c") -> None:
    """A woven basket; its rim is at 0.72 of its width."""
    c.shadow(0, 0, width * 0.62, 0.4)
    h, w = width * 0.72, width / 2
    c.polygon([(-w, -h), (w, -h), (w * 0.8, 0), (-w * 0.8, 0)], colour)
    rows = 6
    for row in range(rows):
        y, half = -h + h * row / rows, w * (1 - 0.2 * row / rows)
        for n in range(9):
            if (n + row) % 2:
                c.rect(-half + 2 * half * n / 9, y + 3, 2 * half / 9, h / rows - 4, darker(colour, 0.16), 3)
    c.polygon([(w * 0.4, -h), (w, -h), (w * 0.8, 0), (w * 0.36, 0)], "#5a3b1e", 0.14)
    c.rect(-w - 8, -h - 10, width + 16, 18, lighter(colour, 0.14), 8)


def crate(c: Canvas, width: float = 150, colour: str = "#c79a62") -> None:
    """A wooden crate, 0.62 as tall as wide."""
    h, w = width * 0.62, width / 2
    c.shadow(0, 0, width * 0.6, 0.4)
    c.rect(-w, -h, width, h, darker(colour, 0.35))
    for row in range(3):
        c.rect(-w, -h + row * h / 3 + 2, width, h / 3 - 5, colour, 2)
        c.rect(-w, -h + row * h / 3 + h / 3 - 9, width, 4, darker(colour, 0.14))
    for x in (-w, w - width * 0.1):
        c.rect(x, -h, width * 0.1, h, lighter(colour, 0.1))


def shopping_bag(c: Canvas, colour: str = "#e9dfc6", stuffed: bool = True) -> None:
    """A cloth bag 200 units tall with vegetables looking out."""
    c.shadow(0, 0, 110, 0.4)
    if stuffed:
        for turn, tint in ((-26, "#5f9c4c"), (-12, "#7fb04a"), (2, "#4f8a44"), (15, "#8fbf5a")):
            leaf(c.at(-28, -150, turn=turn), 110, tint, 0.36)
        c.taper([(34, -140), (56, -232)], 26, 18, "#eed9a2")
        for x, y, tint in (
            (-2, -168, "#e2574c"),
            (24, -158, "#e2574c"),
            (52, -156, "#f0a63c"),
            (70, -150, "#8a5aa0"),
        ):
            c.disc(x, y, 23, tint)
            c.disc(x - 7, y - 7, 8, lighter(tint, 0.4))
        c.taper([(-66, -140), (-84, -206)], 20, 8, "#e8863c")
    for side in (-1, 1):
        c.stroke(
            smooth_path(
                [(-44, -150), (-30, -222 + side * 6), (30, -222 + side * 6), (44, -150)], closed=False
            ),
            8,
            darker(colour, 0.24),
        )
    c.polygon([(-84, -152), (84, -152), (76, -6), (66, 0), (-66, 0), (-76, -6)], colour)
    c.polygon([(34, -152), (84, -152), (76, -6), (66, 0), (30, 0)], darker(colour, 0.12))
    leaf(c.at(-16, -38, turn=20), 74, "#4f9a4a", 0.6)


def tumbler(c: Canvas, colour: str = "#3f8f7c", height: float = 170) -> None:
    w = height * 0.17
    c.shadow(0, 0, w * 2, 0.4)
    c.rect(-w, -height * 0.86, 2 * w, height * 0.86, colour, w * 0.4)
    c.rect(w * 0.3, -height * 0.86, w * 0.7, height * 0.86, darker(colour, 0.18), w * 0.4)
    c.rect(-w * 0.9, -height, w * 1.8, height * 0.17, darker(colour, 0.4), w * 0.3)
    c.rect(-w, -height * 0.34, 2 * w, height * 0.06, lighter(colour, 0.5))
    c.stroke([(-w * 0.6, -height * 0.76), (-w * 0.6, -height * 0.12)], 4, "#ffffff", 0.5)
