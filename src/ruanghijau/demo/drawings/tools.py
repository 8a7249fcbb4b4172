"""Tools and household things; each stands on, or is held at, the origin of its view."""

import itertools
from math import cos, pi, sin

from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import ring, smooth_path
from ruanghijau.demo.drawings.light import darker


def broom(c: Canvas, length: float = 210) -> None:
    """A broom of palm ribs; held at the origin, it reaches down."""
    c.stroke([(0, -length * 0.3), (0, length * 0.4)], 7, "#a9814f")
    for n in range(-4, 5):
        c.taper([(n * 1.6, length * 0.36), (n * 6, length * 0.7)], 4, 2, "#8a6a3a" if n % 2 else "#b08c50")
    c.rect(-9, length * 0.35, 18, 10, "#c5483e", 3)


def rake(c: Canvas, length: float = 220) -> None:
    c.stroke([(0, -length * 0.3), (0, length * 0.62)], 6, "#a9814f")
    c.stroke([(-26, length * 0.62), (26, length * 0.62)], 7, "#59646b")
    for x in (-24, -12, 0, 12, 24):
        c.stroke([(x, length * 0.62), (x, length * 0.7)], 4, "#59646b")


def hoe(c: Canvas, length: float = 200) -> None:
    c.stroke([(0, -length * 0.3), (0, length * 0.6)], 7, "#a9814f")
    c.polygon([(-6, length * 0.56), (40, length * 0.6), (46, length * 0.72), (-4, length * 0.66)], "#6b767d")


def spade(c: Canvas, length: float = 200) -> None:
    c.stroke([(0, -length * 0.3), (0, length * 0.5)], 7, "#a9814f")
    c.stroke([(-14, -length * 0.3), (14, -length * 0.3)], 8, "#8a6a3a")
    c.smooth(
        [
            (-20, length * 0.5),
            (20, length * 0.5),
            (18, length * 0.66),
            (0, length * 0.76),
            (-18, length * 0.66),
        ],
        "#6b767d",
    )


def grabber(c: Canvas) -> None:
    """A litter picker."""
    c.stroke([(0, 0), (54, 96)], 5, "#4d5a63")
    c.stroke([(54, 96), (62, 116)], 4, "#e2574c")
    c.stroke([(54, 96), (50, 118)], 4, "#e2574c")


def watering_can(c: Canvas, colour: str = "#3f8f7c") -> None:
    c.shadow(0, 0, 62, 0.36)
    c.stroke(
        smooth_path([(-34, -24), (-66, -52), (-40, -84), (-10, -76)], closed=False), 8, darker(colour, 0.2)
    )
    c.taper([(34, -26), (86, -84)], 18, 9, darker(colour, 0.1))
    c.polygon([(74, -92), (98, -80), (92, -72), (72, -80)], darker(colour, 0.25))
    c.polygon([(-38, -74), (38, -74), (44, 0), (-44, 0)], colour)
    c.polygon([(14, -74), (38, -74), (44, 0), (16, 0)], darker(colour, 0.16))
    c.oval(0, -74, 38, 9, darker(colour, 0.3))


def scale(c: Canvas) -> None:
    """A platform scale with a round dial."""
    c.shadow(0, 0, 110, 0.4)
    c.rect(-92, -22, 184, 22, "#5d6a73", 5)
    c.rect(-84, -34, 168, 13, "#7d8a93", 4)
    c.rect(66, -150, 14, 122, "#5d6a73")
    c.disc(73, -172, 40, "#d9534a")
    c.disc(73, -172, 32, "#fdf8ea")
    for n in range(12):
        a = n * pi / 6
        c.stroke(
            [(73 + 25 * cos(a), -172 + 25 * sin(a)), (73 + 29 * cos(a), -172 + 29 * sin(a))], 2, "#333a40"
        )
    a = c.random.uniform(-2.4, 0.6)
    c.stroke([(73, -172), (73 + 23 * cos(a), -172 + 23 * sin(a))], 3, "#d9534a")


def board(c: Canvas, width: float = 420, colour: str = "#2f5d4f") -> None:
    """A blackboard on legs, drawn upon in chalk."""
    h = width * 0.56
    c.stroke([(-width * 0.36, -h * 0.3), (-width * 0.44, 0)], 9, "#8d6c4c")
    c.stroke([(width * 0.36, -h * 0.3), (width * 0.44, 0)], 9, "#8d6c4c")
    c.rect(-width / 2, -h * 1.3, width, h, "#a9814f", 6)
    c.rect(-width / 2 + 10, -h * 1.3 + 10, width - 20, h - 20, colour, 3)
    chalk, view = "#f3f0e2", c.at(-width * 0.26, -h * 0.8)
    for n in range(3):
        a, b = n * 2 * pi / 3 + 0.3, (n + 1) * 2 * pi / 3 - 0.3
        arc = [(46 * cos(a + (b - a) * k / 8), 46 * sin(a + (b - a) * k / 8)) for k in range(9)]
        view.stroke(arc, 6, chalk)
        x, y = arc[-1]
        view.polygon([(x + 12 * cos(t), y + 12 * sin(t)) for t in (b + 1.5, b + 3.5, b - 0.4)], chalk)
    for n in range(4):
        c.stroke(
            [
                (width * 0.04, -h * 1.08 + n * h * 0.17),
                (width * (0.36 - 0.07 * (n % 2)), -h * 1.08 + n * h * 0.17),
            ],
            5,
            chalk,
        )


def bulb(c: Canvas, r: float = 60, lit: bool = True) -> None:
    """A lamp bulb hanging from the origin."""
    if lit:
        c.bare().glow(0, r * 1.7, r * 5.2, "#ffe9a6", 0.75)
    c.rect(-r * 0.36, 0, r * 0.72, r * 0.6, "#8a939b", 6)
    for n in range(3):
        c.rect(-r * 0.4, r * (0.12 + 0.16 * n), r * 0.8, r * 0.07, "#6b757c", 2)
    globe = [
        (-r * 0.36, r * 0.6),
        (-r * 0.9, r * 1.3),
        (-r * 0.72, r * 2.1),
        (0, r * 2.5),
        (r * 0.72, r * 2.1),
        (r * 0.9, r * 1.3),
        (r * 0.36, r * 0.6),
    ]
    view = c.bare() if lit else c
    view.smooth(globe, "#fff3c4" if lit else "#dfe6e8")
    view.polygon(ring(-r * 0.34, r * 1.4, r * 0.16, r * 0.4, 20), "#ffffff", 0.8)


def bunting(c: Canvas, x0: float, x1: float, y: float, sag: float = 40) -> None:
    """A string of small coloured flags between two points at the height `y`."""
    count = max(5, round((x1 - x0) / 54))
    line = [
        (x0 + (x1 - x0) * n / count, y + sag * 4 * (n / count) * (1 - n / count)) for n in range(count + 1)
    ]
    c.stroke(line, 2.5, "#6b5b4b")
    for n, ((ax, ay), (bx, by)) in enumerate(itertools.pairwise(line)):
        tint = ("#e0574f", "#f4efe2", "#f0a63c", "#3f8f7c", "#3a78b5")[n % 5]
        c.polygon([(ax + 8, ay + 1), (bx - 8, by + 1), ((ax + bx) / 2, (ay + by) / 2 + 40)], tint)
