"""Bicycles, buses, trains, boats, solar panels, barrels and what else has been built."""

from math import cos, pi, sin

from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import ring, smooth_path
from ruanghijau.demo.drawings.figures import Pose, person
from ruanghijau.demo.drawings.heads import Look
from ruanghijau.demo.drawings.light import darker, lighter
from ruanghijau.demo.drawings.waste import sack


def wheel(c: Canvas, r: float) -> None:
    rim = ring(0, 0, r, r, 44)
    c.stroke([*rim, rim[0]], 7, "#33383d")
    inner = ring(0, 0, r - 6, r - 6, 44)
    c.stroke([*inner, inner[0]], 2, "#b9c2c8")
    for n in range(9):
        a = n * pi / 9
        c.stroke(
            [(-r * cos(a) * 0.92, -r * sin(a) * 0.92), (r * cos(a) * 0.92, r * sin(a) * 0.92)], 1.4, "#9aa4ab"
        )
    c.disc(0, 0, 6, "#59646b")


def bicycle(c: Canvas, colour: str = "#3f8f7c", rider: Look | None = None, basket: bool = True) -> None:
    """A city bicycle of about 300 units; it heads to the right."""
    r = 66
    c.shadow(0, 2, 170, 0.4, 0.1)
    back, front = (-98.0, -r), (98.0, -r)
    if rider:
        person(
            c.at(-26, -38),
            rider,
            Pose(
                hip=(-16, -146),
                neck=(24, -240),
                hands=((86, -142), (82, -136)),
                feet=((22, -4), (-2, -34)),
                tilt=8,
            ),
            shadow=False,
        )
    wheel(c.at(*back), r)
    wheel(c.at(*front), r)
    seat, crank, stem = (-46.0, -152.0), (-14.0, -64.0), (70.0, -158.0)
    top, head = (-40.0, -132.0), (74.0, -138.0)
    for line in ([back, top, crank, back], [top, head], [crank, head], [front, stem, (64, -182)]):
        c.stroke(line, 8, colour)
    c.stroke([(-40, -132), seat], 6, "#b9c2c8")
    c.smooth([(-76, -160), (-46, -166), (-18, -156), (-44, -150), (-72, -150)], "#3a3436")
    c.stroke([(64, -182), (48, -186), (34, -178)], 7, "#3a3436")
    c.disc(*crank, 14, "#59646b")
    c.stroke([(-26, -50), (-2, -78)], 5, "#3a3436")
    if basket:
        c.polygon([(84, -176), (138, -176), (130, -130), (92, -130)], "#d8a55c")
        for n in range(4):
            c.stroke([(94 + n * 12, -174), (96 + n * 10.5, -132)], 2.4, "#a97c3f")


def bus(c: Canvas, colour: str = "#3a8fb7") -> None:
    """A city bus, 620 units long, heading to the right."""
    c.shadow(0, 4, 340, 0.42, 0.07)
    c.rect(-310, -214, 620, 190, colour, 26)
    c.rect(-310, -84, 620, 60, darker(colour, 0.14), 14)
    c.rect(-310, -96, 620, 12, "#f7f1df")
    for n in range(6):
        c.rect(-288 + n * 88, -188, 76, 74, "#2f4858", 8)
        c.polygon(
            [
                (-288 + n * 88 + 10, -188),
                (-288 + n * 88 + 36, -188),
                (-288 + n * 88 + 12, -114),
                (-288 + n * 88, -130),
            ],
            "#cfe8ee",
            0.35,
        )
    c.rect(242, -188, 60, 96, "#2f4858", 10)
    c.rect(60, -188, 62, 150, lighter(colour, 0.3), 6)
    c.rect(66, -180, 24, 132, "#2f4858", 4)
    c.rect(93, -180, 24, 132, "#2f4858", 4)
    c.rect(150, -212, 120, 20, "#23262e", 4)
    c.bare().rect(160, -207, 70, 9, "#ffcf5a", 2)
    for x in (-190, 190):
        c.disc(x, -22, 38, "#2b2f33")
        c.disc(x, -22, 19, "#aab3b8")
    c.disc(304, -56, 10, "#fff3c4")


def train(c: Canvas, colour: str = "#e0574f") -> None:
    """A commuter train that comes in from the left and ends at the origin."""
    for n in range(3):
        x = -430 - n * 438
        c.rect(x, -206, 430, 186, "#eef1ee", 16 if n else 40)
        c.rect(x, -72, 430, 26, colour)
        for k in (0, 1, 2, 3) if n else (0, 1, 2):
            c.rect(x + 26 + k * 100, -176, 62, 66, "#2f4858", 8)
            c.polygon(
                [(x + 30 + k * 100, -176), (x + 52 + k * 100, -176), (x + 32 + k * 100, -112)],
                "#cfe8ee",
                0.35,
            )
        c.rect(x + 188, -180, 38, 160, darker("#eef1ee", 0.16), 4)
        c.rect(x + 20, -24, 390, 20, "#454b51", 6)
    c.polygon([(-70, -180), (-24, -172), (-10, -110), (-70, -110)], "#2f4858")
    c.disc(-22, -60, 9, "#fff3c4")


def jukung(c: Canvas, colour: str = "#3a78b5", sail: bool = False) -> None:
    """An outrigger boat, 380 units long."""
    c.oval(0, 6, 215, 14, "#1b3a4a", 0.25)
    if sail:
        c.stroke([(-10, -20), (-10, -250)], 7, "#8d6c4c")
        c.polygon([*smooth_path([(-4, -250), (74, -140), (128, -58)], closed=False), (-4, -52)], "#f7ead0")
        c.polygon([(-4, -196), (46, -178), (86, -118), (-4, -122)], "#e0574f")
    hull = smooth_path([(-206, -64), (-170, -26), (-90, 4), (60, 6), (150, -22), (212, -78)], closed=False)
    c.polygon([*hull, (176, -52), (60, -30), (-90, -32), (-176, -48)], colour)
    c.polygon(
        [(-190, -50), (-90, -30), (60, -28), (190, -60), (184, -48), (60, -16), (-90, -18), (-180, -36)],
        "#fbf3df",
    )
    for x in (-86, 66):
        c.stroke(smooth_path([(x, -34), (x + 8, -62), (x + 26, 12)], closed=False), 7, "#a9814f")
    c.stroke(smooth_path([(-150, 8), (-20, 18), (170, 2)], closed=False), 10, "#c9a876")


def panel(c: Canvas, columns: int = 3, rows: int = 2, cell: float = 62) -> None:
    """Solar modules, slanted as on a roof; the origin is the lower left corner."""
    slant, high = 0.42, cell * 0.74

    def spot(x: float, y: float) -> tuple[float, float]:
        return x * cell + y * slant * cell, -y * high

    c.polygon(
        [
            spot(-0.06, -0.06),
            spot(columns + 0.06, -0.06),
            spot(columns + 0.06, rows + 0.06),
            spot(-0.06, rows + 0.06),
        ],
        "#cfd6da",
    )
    for x in range(columns):
        for y in range(rows):
            a, b = (x + 0.04, y + 0.04), (x + 0.96, y + 0.96)
            c.shade(
                [spot(a[0], a[1]), spot(b[0], a[1]), spot(b[0], b[1]), spot(a[0], b[1])], "#3f6fa8", "#1f3a66"
            )
            for n in (1, 2):
                c.stroke([spot(a[0], y + n / 3), spot(b[0], y + n / 3)], 1.4, "#7fa3d0", 0.7)
            c.stroke([spot(x + 0.5, a[1]), spot(x + 0.5, b[1])], 1.4, "#7fa3d0", 0.7)
    c.polygon(
        [spot(0.1, rows), spot(0.8, rows), spot(columns * 0.5, 0), spot(columns * 0.3, 0)], "#ffffff", 0.12
    )


def barrel(c: Canvas, colour: str = "#3a78b5", size: float = 180) -> None:
    """A plastic drum `size` units tall with a tap."""
    w = size * 0.33
    c.shadow(4, 0, w * 1.5, 0.42)
    c.rect(-w, -size, 2 * w, size, colour, w * 0.26)
    c.rect(w * 0.34, -size, w * 0.66, size, darker(colour, 0.18), w * 0.26)
    for part in (0.3, 0.64):
        c.rect(-w - 4, -size * part - 5, 2 * w + 8, 10, lighter(colour, 0.12), 5)
    c.oval(0, -size, w, w * 0.22, darker(colour, 0.25))
    c.oval(0, -size, w * 0.84, w * 0.16, "#bfe0ea")
    c.stroke([(-w * 0.7, -size * 0.86), (-w * 0.7, -size * 0.14)], 5, "#ffffff", 0.4)
    c.rect(w * 0.1, -size * 0.2, w * 0.3, 9, "#8a939b", 3)
    c.rect(w * 0.3, -size * 0.2, 9, 18, "#8a939b", 3)


def trap(c: Canvas, count: int = 7) -> None:
    """A floating barrier of drums across a river, from the origin to the right."""
    c.stroke([(-20, -26), (count * 92, -26)], 5, "#59646b")
    for n in range(count):
        x, tone = n * 92, "#e58a3a" if n % 2 else "#3a78b5"
        c.oval(x + 40, 6, 50, 9, "#1b3a4a", 0.28)
        c.rect(x, -42, 82, 44, tone, 16)
        c.rect(x, -18, 82, 20, darker(tone, 0.22), 12)
        c.rect(x + 20, -42, 6, 44, darker(tone, 0.25))
        c.rect(x + 56, -42, 6, 44, darker(tone, 0.25))


def cart(c: Canvas, colour: str = "#3f8f7c") -> None:
    """A hand cart heaped with sacks; it is pulled to the right."""
    c.shadow(0, 2, 170, 0.4, 0.12)
    for x, tint in ((-78, "#d8cdb4"), (0, "#9fb7a2"), (76, "#d8cdb4"), (-36, "#c9a876"), (40, "#b5c4cf")):
        sack(c.at(x, -84 if x in (-78, 0, 76) else -150), tint, 116)
    c.stroke([(110, -84), (236, -104)], 9, "#8d6c4c")
    c.polygon([(-140, -122), (140, -122), (124, -50), (-124, -50)], colour)
    c.polygon([(-140, -122), (140, -122), (136, -104), (-136, -104)], lighter(colour, 0.2))
    wheel(c.at(-10, -46), 46)


def lamp_post(c: Canvas, height: float = 380) -> None:
    c.stroke([(0, 0), (0, -height)], 9, "#59646b")
    c.stroke(smooth_path([(0, -height), (12, -height - 24), (56, -height - 26)], closed=False), 7, "#59646b")
    c.oval(62, -height - 22, 26, 9, "#3d474e")
    if c.light.dark:
        c.bare().glow(62, -height, 150, "#ffe7a3", 0.7)
    c.bare().oval(62, -height - 16, 20, 6, "#fff3c4")
