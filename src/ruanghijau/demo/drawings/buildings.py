"""Houses, walls, roofs, stalls and a skyline; each stands on the origin of its view."""

from ruanghijau.demo.drawings.canvas import HEIGHT, WIDTH, Canvas
from ruanghijau.demo.drawings.light import blend, darker, lighter

WALLS = ("#f2e3c6", "#e9c9a8", "#cfe0d6", "#f4efe2", "#e6b8a2", "#bcd5dd")
ROOFS = ("#b5533c", "#a3482f", "#c4694a", "#8d4a3a")


def house(c: Canvas, width: float = 340, wall: str | None = None, roof: str | None = None) -> None:
    """A kampung house with a hipped tile roof, a door and a window."""
    wall, roof = wall or c.random.choice(WALLS), roof or c.random.choice(ROOFS)
    w, h = width / 2, width * 0.44
    c.shadow(0, 4, w * 1.25, 0.36, 0.14)
    c.shade([(-w, -h), (w, -h), (w, 0), (-w, 0)], lighter(wall, 0.2), darker(wall, 0.06))
    c.rect(-w, -width * 0.06, width, width * 0.06, darker(wall, 0.35))
    c.rect(-w, -h, width, width * 0.05, darker(wall, 0.3), alpha=0.6)
    door(c.at(-w * 0.4, 0), width * 0.17)
    window(c.at(w * 0.42, -h * 0.34), width * 0.26)
    tiles(c.at(0, -h), width, roof)


def tiles(c: Canvas, width: float, colour: str) -> None:
    """A hipped roof whose eaves are at the origin."""
    w, h = width / 2, width * 0.3
    eaves, top = w * 1.16, w * 0.62
    c.shade([(-eaves, 0), (-top, -h), (top, -h), (eaves, 0)], lighter(colour, 0.12), colour)
    for row in range(1, 5):
        part = row / 5
        half = top + (eaves - top) * part
        c.stroke([(-half, -h * (1 - part)), (half, -h * (1 - part))], 3, darker(colour, 0.16))
    c.rect(-top - 5, -h - 8, 2 * top + 10, 12, darker(colour, 0.2), 6)
    c.rect(-eaves, -4, 2 * eaves, 11, darker(colour, 0.3), 4)


def door(c: Canvas, width: float, colour: str = "#7a5238") -> None:
    h = width * 2.05
    c.rect(-width / 2 - 5, -h - 5, width + 10, h + 5, lighter(colour, 0.4))
    c.rect(-width / 2, -h, width, h, colour)
    for x in (-0.36, 0.06):
        c.rect(width * x, -h * 0.92, width * 0.3, h * 0.4, darker(colour, 0.2))
        c.rect(width * x, -h * 0.46, width * 0.3, h * 0.38, darker(colour, 0.2))
    c.disc(width * 0.42, -h * 0.46, 4, "#e8c25a")


def window(c: Canvas, width: float) -> None:
    """A window with a lattice; it is lit at night."""
    h = width * 0.92
    lit = c.light.dark
    pane = c.bare() if lit else c
    c.rect(-width / 2 - 7, -h - 7, width + 14, h + 14, "#fdf8ea", 3)
    pane.shade([(-width / 2, -h), (width / 2, -h), (width / 2, 0), (-width / 2, 0)],
               "#ffe7a3" if lit else "#8fbfcf", "#f6c56a" if lit else "#cfe6e6")  # fmt: skip
    if lit:
        pane.glow(0, -h / 2, width * 1.3, "#ffdf92", 0.5)
    c.rect(-3, -h, 6, h, "#fdf8ea")
    c.rect(-width / 2, -h * 0.55, width, 6, "#fdf8ea")
    c.rect(-width / 2 - 12, 4, width + 24, 9, darker("#fdf8ea", 0.2), 3)


def skyline(c: Canvas, y: float, colour: str = "#7f9fb5", haze: float = 0.5, tall: float = 260) -> None:
    """A city in the distance whose foot is at `y`."""
    far, x = c.at(0, 0, haze=haze), -40.0
    while x < WIDTH + 40:
        width, height = c.random.uniform(46, 110), c.random.uniform(0.3, 1) * tall
        tone = blend(colour, "#5f7f9a", c.random.random() * 0.6)
        far.rect(x, y - height, width, height + 30, tone)
        far.rect(x + width * 0.66, y - height, width * 0.34, height + 30, darker(tone, 0.12))
        for row in range(int(height / 26) - 1):
            for column in range(int(width / 20)):
                if c.random.random() < 0.55:
                    _pane(far, x + 7 + column * 19, y - height + 12 + row * 26)
        if c.random.random() < 0.3:
            far.stroke([(x + width / 2, y - height), (x + width / 2, y - height - 34)], 4, tone)
        x += width + c.random.uniform(-6, 14)


def _pane(c: Canvas, x: float, y: float) -> None:
    if c.light.dark:
        c.bare().rect(x, y, 9, 13, "#ffdf92", alpha=0.8)
    else:
        c.rect(x, y, 9, 13, "#dfeef2", alpha=0.55)


def roofs(c: Canvas, y: float, haze: float = 0.35, size: float = 130) -> None:
    """A row of kampung roofs in the distance."""
    far, x = c.at(0, 0, haze=haze), -60.0
    while x < WIDTH + 60:
        width = size * c.random.uniform(0.8, 1.3)
        view = far.at(x + width / 2, y + c.random.uniform(-12, 8))
        wall = c.random.choice(WALLS)
        view.rect(-width / 2, -width * 0.36, width, width * 0.36 + 26, wall)
        window(view.at(width * 0.16, -width * 0.06), width * 0.2)
        tiles(view.at(0, -width * 0.34), width, c.random.choice(ROOFS))
        x += width * c.random.uniform(0.95, 1.2)


def pavement(c: Canvas, y: float, colour: str = "#cfc6b4") -> None:
    """A paved ground from `y` to the bottom, with joints that run to a vanishing point."""
    c.shade(
        [(-40, y), (WIDTH + 40, y), (WIDTH + 40, HEIGHT + 20), (-40, HEIGHT + 20)],
        lighter(colour, 0.1),
        darker(colour, 0.12),
    )
    line = darker(colour, 0.14)
    for n in range(-9, 10):
        middle = WIDTH / 2
        c.stroke([(middle + n * 92, y), (middle + n * 240, HEIGHT + 20)], 2.4, line, 0.7)
    height, step = y, 16.0
    while height < HEIGHT:
        c.stroke([(-20, height), (WIDTH + 20, height)], 2.4, line, 0.7)
        height, step = height + step, step * 1.42


def wall(c: Canvas, top: float, bottom: float, colour: str = "#e9dcc0") -> None:
    """A plain wall across the picture, with a skirting."""
    c.shade(
        [(-40, top), (WIDTH + 40, top), (WIDTH + 40, bottom), (-40, bottom)],
        lighter(colour, 0.25),
        darker(colour, 0.06),
    )
    c.rect(-40, bottom - 22, WIDTH + 80, 22, darker(colour, 0.26))


def fence(c: Canvas, x0: float, x1: float, y: float, high: float = 110, colour: str = "#c9a876") -> None:
    """A bamboo fence."""
    for part in (0.3, 0.74):
        c.stroke([(x0, y - high * part), (x1, y - high * part)], 8, darker(colour, 0.22))
    x = x0
    while x <= x1:
        tone = darker(colour, c.random.uniform(0, 0.14))
        c.polygon(
            [(x - 6, y), (x - 6, y - high + 8), (x, y - high - 4), (x + 6, y - high + 8), (x + 6, y)], tone
        )
        x += 24


def stall(c: Canvas, width: float = 460, stripe: str = "#d9534a") -> None:
    """A market stall with a striped awning; the counter is at 0.28 of its width."""
    w, h = width / 2, width * 0.28
    c.shadow(0, 0, w * 1.1, 0.4, 0.12)
    for x in (-w + 10, w - 10):
        c.stroke([(x, 0), (x, -width * 0.72)], 11, "#8d6c4c")
    c.rect(-w, -h, width, h, "#b98a5a")
    for n in range(5):
        c.rect(-w, -h + n * h / 5, width, 3, "#9a6f45")
    c.rect(-w - 14, -h - 14, width + 28, 18, "#d8ad78", 4)
    count, top, low = 9, -width * 0.78, -width * 0.6
    for n in range(count):
        a, b = -w * 1.12 + 2.24 * w * n / count, -w * 1.12 + 2.24 * w * (n + 1) / count
        tone = stripe if n % 2 else "#fbf3df"
        c.polygon([(a * 0.86, top), (b * 0.86, top), (b, low), (a, low)], tone)
        c.oval((a + b) / 2, low, (b - a) / 2, 15, tone)


def shelf(c: Canvas, width: float, colour: str = "#b98a5a") -> None:
    """A board whose upper side is at the origin."""
    c.rect(-width / 2, 0, width, 16, colour, 3)
    c.rect(-width / 2, 12, width, 8, darker(colour, 0.3), 3)


def table(c: Canvas, y: float, colour: str = "#c08f5f") -> None:
    """A table top across the picture, whose far edge is at `y`."""
    c.shade(
        [(-40, y), (WIDTH + 40, y), (WIDTH + 40, HEIGHT + 20), (-40, HEIGHT + 20)],
        lighter(colour, 0.22),
        darker(colour, 0.1),
    )
    for n in range(5):
        height = y + 14 + 13 * n * (n + 3)
        c.stroke(
            [(-20, height), (WIDTH + 20, height + c.random.uniform(-8, 8))], 2.6, darker(colour, 0.14), 0.6
        )
    c.rect(-40, y, WIDTH + 80, 6, lighter(colour, 0.35))
