"""What lives in and by the sea; each is centred on the origin of its view."""

from math import cos, pi, sin

from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import blob, smooth_path
from ruanghijau.demo.drawings.light import darker, lighter

CORALS = ("#e8778a", "#f0a05a", "#c978b5", "#f2c75c", "#e2604f", "#7fb6a8", "#b58ad6")


def fish(c: Canvas, colour: str, band: str = "#fbf3df", size: float = 60) -> None:
    """A reef fish that swims to the right."""
    s = size
    c.polygon(
        smooth_path([(-s * 0.4, 0), (-s * 0.8, -s * 0.34), (-s * 0.68, 0), (-s * 0.8, s * 0.34)], steps=3),
        darker(colour, 0.14),
    )
    c.smooth([(-s * 0.2, -s * 0.28), (0, -s * 0.54), (s * 0.24, -s * 0.3)], darker(colour, 0.1))
    c.smooth(
        [
            (-s * 0.52, 0),
            (-s * 0.16, -s * 0.36),
            (s * 0.3, -s * 0.26),
            (s * 0.56, 0.02),
            (s * 0.3, s * 0.27),
            (-s * 0.16, s * 0.34),
        ],
        colour,
    )
    for x, high in ((-s * 0.12, 0.34), (s * 0.18, 0.29)):
        c.smooth(
            [
                (x - s * 0.05, -s * high),
                (x + s * 0.06, -s * high),
                (x + s * 0.07, s * high * 0.94),
                (x - s * 0.05, s * high * 0.94),
            ],
            band,
        )
    c.disc(s * 0.38, -s * 0.07, s * 0.075, "#ffffff")
    c.disc(s * 0.39, -s * 0.07, s * 0.042, "#22262c")


def branching(c: Canvas, size: float, colour: str) -> None:
    """A staghorn coral."""

    def grow(x: float, y: float, angle: float, length: float, width: float) -> None:
        ex, ey = x + length * sin(angle), y - length * cos(angle)
        c.taper([(x, y), (ex, ey)], width, width * 0.74, colour)
        if length > size * 0.13:
            for turn in (-0.5, 0.42):
                grow(
                    ex,
                    ey,
                    angle + turn + c.random.uniform(-0.16, 0.16),
                    length * c.random.uniform(0.66, 0.8),
                    width * 0.74,
                )
        else:
            c.disc(ex, ey, width * 0.5, lighter(colour, 0.4))

    for angle in (-0.5, 0.02, 0.52):
        grow(angle * size * 0.2, 0, angle, size * 0.36, size * 0.13)


def brain(c: Canvas, r: float, colour: str) -> None:
    """A round coral with furrows."""
    dome = [(r * cos(a), -r * 0.8 * sin(a)) for a in (pi * n / 18 for n in range(19))]
    c.polygon(dome, colour)
    c.polygon([(x * 0.72 - r * 0.12, y * 0.8 - r * 0.08) for x, y in dome], lighter(colour, 0.16))
    for k in range(4):
        part = 0.3 + 0.2 * k
        arc = [
            (r * part * cos(a) + 3 * sin(6 * a), -r * 0.78 * part * sin(a))
            for a in (0.25 + (pi - 0.5) * n / 12 for n in range(13))
        ]
        c.stroke(arc, r * 0.05, darker(colour, 0.16))


def table_coral(c: Canvas, r: float, colour: str) -> None:
    c.taper([(0, 0), (0, -r * 0.5)], r * 0.3, r * 0.2, darker(colour, 0.22))
    c.smooth(
        [
            (-r, -r * 0.56),
            (-r * 0.5, -r * 0.74),
            (r * 0.5, -r * 0.72),
            (r, -r * 0.56),
            (r * 0.4, -r * 0.46),
            (-r * 0.4, -r * 0.46),
        ],
        colour,
    )
    c.smooth(
        [
            (-r * 0.8, -r * 0.6),
            (-r * 0.4, -r * 0.7),
            (r * 0.4, -r * 0.69),
            (r * 0.7, -r * 0.62),
            (0, -r * 0.58),
        ],
        lighter(colour, 0.2),
    )


def sponge(c: Canvas, height: float, colour: str) -> None:
    for dx, part in ((-0.22, 0.7), (0.2, 0.8), (0, 1.0)):
        x, h = dx * height, part * height
        c.taper([(x * 0.5, 0), (x, -h)], height * 0.16, height * 0.2, colour)
        c.oval(x, -h, height * 0.1, height * 0.045, darker(colour, 0.4))


def seaweed(c: Canvas, height: float, colour: str = "#3f9a6a") -> None:
    phase = c.random.uniform(0, 6)
    for k in (-1, 0, 1):
        line = [
            (k * 9 + 9 * sin(n * 0.9 + phase + k), -height * (1 - 0.16 * abs(k)) * n / 8) for n in range(9)
        ]
        c.taper(line, 12, 3, darker(colour, 0.1 * (k + 1)))


def turtle(c: Canvas, size: float = 100, colour: str = "#6a8f5a") -> None:
    """A sea turtle seen from above, heading to the right."""
    s, skin = size, "#7fa08a"
    for side in (-1, 1):
        c.smooth(
            [
                (s * 0.24, side * s * 0.26),
                (s * 0.5, side * s * 0.66),
                (s * 0.3, side * s * 0.86),
                (s * 0.06, side * s * 0.4),
            ],
            skin,
        )
        c.smooth(
            [(-s * 0.4, side * s * 0.24), (-s * 0.72, side * s * 0.46), (-s * 0.62, side * s * 0.2)], skin
        )
    c.smooth(
        [(s * 0.44, -s * 0.1), (s * 0.7, -s * 0.14), (s * 0.8, 0), (s * 0.7, s * 0.14), (s * 0.44, s * 0.1)],
        skin,
    )
    c.disc(s * 0.7, -s * 0.09, s * 0.028, "#22262c")
    c.disc(s * 0.7, s * 0.09, s * 0.028, "#22262c")
    c.smooth(
        [
            (-s * 0.56, 0),
            (-s * 0.3, -s * 0.38),
            (s * 0.24, -s * 0.36),
            (s * 0.54, 0),
            (s * 0.24, s * 0.36),
            (-s * 0.3, s * 0.38),
        ],
        darker(colour, 0.25),
    )
    c.smooth(
        [
            (-s * 0.46, 0),
            (-s * 0.25, -s * 0.3),
            (s * 0.2, -s * 0.28),
            (s * 0.44, 0),
            (s * 0.2, s * 0.28),
            (-s * 0.25, s * 0.3),
        ],
        colour,
    )
    for x in (-0.24, 0.0, 0.24):
        c.polygon(
            [(s * (x + 0.1 * cos(a)), s * 0.11 * sin(a)) for a in (pi * n / 3 for n in range(6))],
            lighter(colour, 0.2),
        )


def crab(c: Canvas, colour: str = "#e2604f") -> None:
    for side in (-1, 1):
        for n in range(3):
            c.stroke(
                [(side * 14, -8), (side * (26 + n * 5), -16 + n * 7), (side * (32 + n * 5), n * 3)],
                3.4,
                darker(colour, 0.15),
            )
        c.stroke([(side * 16, -14), (side * 30, -30)], 5, colour)
        c.polygon(blob(side * 31, -35, 9, 7, c.random, 0.1, 7), colour)
        c.stroke([(side * 6, -20), (side * 7, -28)], 2.6, colour)
        c.disc(side * 7, -29, 3.2, "#22262c")
    c.oval(0, -12, 22, 14, colour)
    c.oval(-4, -16, 12, 6, lighter(colour, 0.25))
