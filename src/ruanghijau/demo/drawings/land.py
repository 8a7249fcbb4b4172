"""The ground: hills, mountains, fields, sea, river, sand, soil."""

from ruanghijau.demo.drawings.canvas import HEIGHT, WIDTH, Canvas
from ruanghijau.demo.drawings.curves import Point, blob, ridge, smooth_path, wave
from ruanghijau.demo.drawings.light import darker, lighter


def hills(c: Canvas, y: float, height: float, colour: str, haze: float, count: int = 5) -> list[Point]:
    """A range of hills whose feet are at `y`; returns its ridge, for trees to stand on."""
    line = ridge(-60, WIDTH + 60, y, height, c.random, count)
    far = c.at(0, 0, haze=haze)
    foot = max(y, max(py for _, py in line)) + 160
    far.shade([*line, (WIDTH + 60, foot), (-60, foot)], lighter(colour, 0.08), darker(colour, 0.1))
    return line


def volcano(c: Canvas, x: float, y: float, scale: float, haze: float = 0.5, smoke: bool = False) -> None:
    """A cone such as stands behind half of Java; (x, y) is the middle of its foot."""
    view = c.at(x, y, scale, haze=haze)
    rise = [(-420, 0), (-260, -70), (-140, -170), (-44, -292), (-20, -282), (6, -290), (40, -284)]
    fall = [(140, -160), (270, -64), (430, 0)]
    view.shade(smooth_path([*rise, *fall], closed=False), "#4f6f86", "#6f9a8c")
    gully = [(6, -290), (40, -284), (140, -160), (270, -64), (430, 0), (150, 0), (80, -90), (30, -200)]
    view.polygon(smooth_path(gully, closed=False), "#3d5b74", 0.45)
    if smoke:
        for n in range(5):
            view.polygon(blob(8 + n * 26, -306 - n * 26, 16 + n * 11, 13 + n * 7, c.random), "#ffffff", 0.4)


def meadow(
    c: Canvas, y: float, colour: str = "#7bb661", bend: float = 26, bottom: float = HEIGHT + 20
) -> None:
    """Open ground from a gently bent edge at `y` to the bottom of the picture."""
    edge = ridge(-60, WIDTH + 60, y + bend / 2, bend, c.random, 4)
    c.shade([*edge, (WIDTH + 60, bottom), (-60, bottom)], lighter(colour, 0.12), darker(colour, 0.2))


def tufts(c: Canvas, count: int, top: float, bottom: float, colour: str = "#5f9c4c") -> None:
    """Tufts of grass, larger towards the viewer."""
    for _ in range(count):
        y = c.random.uniform(top, bottom)
        tuft(c.at(c.random.uniform(0, WIDTH), y, 0.5 + 0.9 * (y - top) / max(1, bottom - top)), colour)


def tuft(c: Canvas, colour: str = "#5f9c4c") -> None:
    for dx, lean, high in ((-9, -9, 20), (-3, -2, 30), (4, 5, 25), (10, 12, 17)):
        c.polygon(
            [(dx - 3.2, 0), (dx + lean, -high), (dx + 3.2, 0)], darker(colour, 0.1) if dx < 0 else colour
        )


def sea(c: Canvas, top: float, bottom: float, near: str = "#3fb6c6", far: str = "#2b7fae") -> None:
    """Open water from the horizon at `top`, with glints of the sky."""
    c.shade([(-60, top), (WIDTH + 60, top), (WIDTH + 60, bottom), (-60, bottom)], far, near)
    c.bare().veil(top, top + (bottom - top) * 0.5, c.light.horizon, 0.6, 0)
    for _ in range(46):
        part = c.random.random() ** 1.4
        y = top + 6 + (bottom - top - 12) * part
        wide = (14 + 90 * part) * c.random.uniform(0.6, 1.4)
        x = c.random.uniform(-40, WIDTH + 40)
        c.oval(x, y, wide, 1 + 2.4 * part, "#ffffff", 0.28)


def surf(c: Canvas, y: float, sand: str = "#ecd9a8", slope: float = 30) -> None:
    """The edge of the sea on the sand, and the beach below it."""
    phase = c.random.uniform(0, 6)
    for shift, colour, alpha in (
        (-16, "#ffffff", 0.35),
        (0, "#ffffff", 0.9),
        (14, darker(sand, 0.16), 1),
        (38, sand, 1),
    ):
        edge = [
            (x, ey + shift + slope * (x / WIDTH - 0.5))
            for x, ey in wave(-40, WIDTH + 40, y, 11, 470, phase + shift / 40)
        ]
        if alpha == 1 and colour == sand:
            c.shade(
                [*edge, (WIDTH + 40, HEIGHT + 20), (-40, HEIGHT + 20)],
                lighter(sand, 0.25),
                darker(sand, 0.12),
            )
        else:
            c.polygon([*edge, (WIDTH + 40, HEIGHT + 20), (-40, HEIGHT + 20)], colour, alpha)


def speckle(c: Canvas, count: int, top: float, bottom: float, colour: str) -> None:
    """Small stones or grains that keep a plain surface from looking empty."""
    for _ in range(count):
        y = c.random.uniform(top, bottom)
        r = c.random.uniform(1.4, 4) * (0.6 + (y - top) / max(1, bottom - top))
        c.oval(c.random.uniform(0, WIDTH), y, r * 1.6, r * 0.8, colour, 0.5)


def stone(c: Canvas, r: float, colour: str = "#8f9796") -> None:
    """A stone lying at the origin."""
    c.shadow(r * 0.15, 0, r * 1.5, 0.35)
    shape = blob(0, -r * 0.42, r, r * 0.62, c.random, 0.12, 7)
    c.polygon(shape, darker(colour, 0.15))
    c.polygon([(x * 0.8 - r * 0.1, y * 0.82 - r * 0.16) for x, y in shape], lighter(colour, 0.12))


def river(
    c: Canvas, top: float, left: float, right: float, water: str = "#5aa7b5"
) -> tuple[list[Point], list[Point]]:
    """A river that comes from `top` towards the viewer; returns its left and right bank."""
    middle = (left + right) / 2 + c.random.uniform(-150, 150)
    spread = [(0, 34), (0.18, 92), (0.42, 210), (0.7, 360), (1.0, 560)]
    sway = c.random.choice((-1, 1)) * 110
    bends = [0, sway, -sway * 0.4, sway * 0.3, 0]
    banks: list[list[Point]] = [[], []]
    for (part, half), bend in zip(spread, bends, strict=True):
        x = middle * (1 - part) + (left + right) / 2 * part + bend
        y = top + (HEIGHT + 10 - top) * part
        banks[0].append((x - half, y))
        banks[1].append((x + half, y))
    a, b = (smooth_path(bank, closed=False) for bank in banks)
    c.shade([*a, *b[::-1]], lighter(water, 0.3), darker(water, 0.12))
    for _ in range(36):
        n = c.random.randrange(len(a))
        x, part = c.random.uniform(a[n][0], b[n][0]), n / len(a)
        wide = (b[n][0] - a[n][0]) * 0.06
        if a[n][0] + wide < x < b[n][0] - wide:
            c.oval(x, a[n][1], wide, 1.2 + 2.2 * part, "#ffffff", 0.3)
    return a, b
