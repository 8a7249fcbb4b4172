"""Trees, palms, mangroves, shrubs, seedlings and leaves; each stands on the origin of its view."""

from math import cos, pi, sin

from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import blob, petal, smooth_path
from ruanghijau.demo.drawings.light import blend, darker, lighter

BARK = "#7a5a3f"
GREENS = ("#4f9a4a", "#3f8f5b", "#6aa84a", "#2f7f57", "#7fae48")


def tree(c: Canvas, height: float = 300, colour: str | None = None, shadow: bool = True) -> None:
    """A broad-leaved tree; without a colour, of a green that chance picks."""
    colour = colour or c.random.choice(GREENS)
    wide = height * c.random.uniform(0.3, 0.37)
    if shadow:
        c.shadow(wide * 0.25, 0, wide * 1.3, 0.38)
    c.taper(
        [(0, 0), (-height * 0.012, -height * 0.3), (0, -height * 0.62)], height * 0.075, height * 0.035, BARK
    )
    c.taper([(0, -height * 0.34), (wide * 0.45, -height * 0.6)], height * 0.03, height * 0.015, BARK)
    c.taper([(0, -height * 0.3), (-wide * 0.5, -height * 0.56)], height * 0.03, height * 0.015, BARK)
    crown(c.at(0, -height * 0.68), wide, height * 0.34, colour)


def crown(c: Canvas, rx: float, ry: float, colour: str) -> None:
    """Leaves around the origin in clumps, dark below and light towards the upper left."""
    random = c.random
    count = 6 if rx * c.zoom < 40 else 9
    rim = [(cos(a), sin(a)) for a in (pi * 2 * n / count + 0.3 for n in range(count))]
    clumps = [(x * 0.66 * rx, y * 0.62 * ry, random.uniform(0.32, 0.46)) for x, y in rim] + [(0, 0, 0.7)]
    for tone, shift, part in (
        (darker(colour, 0.28), 0.0, 1.0),
        (darker(colour, 0.1), 0.1, 0.92),
        (colour, 0.2, 0.74),
    ):
        for x, y, r in clumps:
            if x / rx + y / ry < 1.1 - shift * 4.5:
                puff = blob(x - shift * rx, y - shift * ry * 1.2, r * rx * part, r * ry * part, random, 0.12)
                c.polygon(puff, tone)
    for _ in range(round(5 + rx / 10)):
        x, y = random.gauss(-0.24, 0.34) * rx, random.gauss(-0.34, 0.3) * ry
        c.polygon(blob(x, y, rx * 0.1, ry * 0.06, random, 0.2, 6), lighter(colour, 0.16))


def round_tree(c: Canvas, height: float, colour: str) -> None:
    """A small tree for the distance: two tones and a trunk."""
    r = height * 0.34
    c.taper([(0, 0), (0, -height * 0.6)], height * 0.07, height * 0.04, BARK)
    shape = blob(0, -height * 0.64, r, r * 1.12, c.random, 0.1)
    c.polygon(shape, darker(colour, 0.16))
    c.polygon([(x * 0.78 - r * 0.14, (y + height * 0.64) * 0.76 - height * 0.67) for x, y in shape], colour)


def wood(
    c: Canvas, line: list[tuple[float, float]], height: float, colour: str, haze: float, gap: float = 44
) -> None:
    """A row of distant trees along `line`."""
    last = -1e9
    for x, y in line:
        if x - last >= gap * c.random.uniform(0.6, 1.4):
            last = x
            shade = blend(colour, c.random.choice(GREENS), 0.4)
            round_tree(c.at(x, y + height * 0.12, haze=haze), height * c.random.uniform(0.7, 1.25), shade)


def palm(c: Canvas, height: float = 380, lean: float = 60, nuts: bool = True) -> None:
    """A coconut palm that leans by `lean` at its top."""
    c.shadow(lean * 0.3, 0, height * 0.2, 0.35)
    trunk = smooth_path(
        [(0, 0), (lean * 0.12, -height * 0.34), (lean * 0.45, -height * 0.7), (lean, -height)], closed=False
    )
    c.taper(trunk, height * 0.062, height * 0.034, "#8d6c4c")
    for n in range(3, len(trunk) - 2, 2):
        (x, y), half = trunk[n], height * (0.03 - 0.013 * n / len(trunk))
        c.stroke([(x - half, y), (x + half, y + 3)], 2.2, "#6f5239")
    crown = c.at(lean, -height, height / 380)
    for n, turn in enumerate((-206, 22, -186, 4, -162, -22, -132, -50, -92)):
        tone = blend("#27704a", "#74bd57", n / 8)
        frond(crown.at(0, 0, turn=turn + c.random.uniform(-8, 8)), c.random.uniform(150, 182), tone)
    if nuts:
        for dx, dy in ((-13, 12), (6, 17), (17, 6)):
            crown.disc(dx, dy, 13, "#8a6a35")
            crown.disc(dx - 3, dy - 4, 6, "#b08d4e")


def frond(c: Canvas, length: float, colour: str) -> None:
    """A palm frond along the x axis that droops with its own weight, whatever way it is turned."""
    upper = [(0, -3), (length * 0.3, -22), (length * 0.65, -20), (length, 10)]
    fringe = ((0.86, 18), (0.7, 12), (0.62, 26), (0.5, 12), (0.4, 26), (0.28, 8), (0.18, 16), (0, 6))
    under = [(length * part, low) for part, low in fringe]
    c.polygon([*smooth_path(upper, closed=False), *under], colour)
    c.polygon(
        [*smooth_path(upper, closed=False), (length * 0.65, -12), (length * 0.3, -13)], lighter(colour, 0.22)
    )


def mangrove(c: Canvas, height: float = 260, colour: str = "#3f8a52") -> None:
    """A mangrove on its stilt roots; the origin is the middle of the roots at the water."""
    bark = "#6d4f3d"
    for side in (-1, 1):
        for n, reach in enumerate((0.16, 0.28, 0.4)):
            top = -height * (0.2 + 0.09 * n)
            arch = [(0, top), (side * height * reach * 0.6, top * 0.86), (side * height * reach, 0)]
            c.taper(smooth_path(arch, closed=False, steps=5), height * 0.03, height * 0.018, bark)
    c.taper([(0, -height * 0.2), (0, -height * 0.62)], height * 0.055, height * 0.035, bark)
    crown(c.at(-height * 0.2, -height * 0.6), height * 0.27, height * 0.19, darker(colour, 0.1))
    crown(c.at(height * 0.2, -height * 0.62), height * 0.28, height * 0.2, darker(colour, 0.06))
    crown(c.at(0, -height * 0.77), height * 0.3, height * 0.23, colour)


def bush(c: Canvas, width: float = 120, colour: str | None = None, flowers: str | None = None) -> None:
    """A shrub, in bloom when the colour of its flowers is given."""
    colour = colour or c.random.choice(GREENS)
    c.shadow(0, 0, width * 0.75, 0.3)
    crown(c.at(-width * 0.26, -width * 0.2), width * 0.3, width * 0.25, darker(colour, 0.08))
    crown(c.at(width * 0.24, -width * 0.2), width * 0.32, width * 0.25, darker(colour, 0.06))
    crown(c.at(0, -width * 0.3), width * 0.36, width * 0.33, colour)
    if flowers:
        for _ in range(9):
            a, r = c.random.uniform(pi, 2 * pi), c.random.uniform(0.1, 0.45) * width
            c.disc(r * cos(a), r * sin(a) * 0.9 - width * 0.08, width * 0.035, flowers)


def leaf(c: Canvas, length: float, colour: str, width: float = 0.4) -> None:
    """A leaf that points up, with its midrib."""
    c.polygon(petal(length, length * width), colour)
    c.polygon([(x, y) for x, y in petal(length, length * width) if x <= 0.01], lighter(colour, 0.14))
    c.stroke([(0, 0), (0, -length * 0.86)], max(1.2, length * 0.03), darker(colour, 0.2))


def seedling(c: Canvas, height: float = 60, colour: str = "#6cb34d", leaves: int = 4) -> None:
    """A young plant with leaves in pairs."""
    c.taper([(0, 0), (0, -height * 0.86)], height * 0.06, height * 0.035, darker(colour, 0.2))
    for n in range(leaves):
        y, side = -height * (0.4 + 0.46 * n / max(1, leaves - 1)), 1 if n % 2 else -1
        for way in (side, -side):
            leaf(c.at(0, y, turn=way * c.random.uniform(48, 66)), height * (0.46 - 0.05 * n), colour, 0.42)
    leaf(c.at(0, -height * 0.84, turn=c.random.uniform(-12, 12)), height * 0.34, lighter(colour, 0.12), 0.45)


def banana(c: Canvas, height: float = 320, colour: str = "#6fb04f") -> None:
    """A banana plant: a soft stem and a few torn, arching leaves."""
    c.shadow(0, 0, height * 0.28, 0.34)
    c.taper([(0, 0), (height * 0.02, -height * 0.55)], height * 0.085, height * 0.05, "#a9b66a")
    back, front = darker(colour, 0.16), lighter(colour, 0.1)
    leaves = ((-72, 0.55, back), (70, 0.56, back), (-36, 0.62, colour), (38, 0.6, colour), (3, 0.6, front))
    for turn, length, tone in leaves:
        view = c.at(height * 0.02, -height * 0.5, turn=turn + c.random.uniform(-6, 6))
        leaf(view, height * length, tone, 0.3)


def bamboo(c: Canvas, height: float = 520, stems: int = 6) -> None:
    """A clump of bamboo that bends outwards."""
    for n in range(stems):
        x, lean = (n - stems / 2) * 18, (n - (stems - 1) / 2) * 26
        line = smooth_path(
            [(x, 0), (x + lean * 0.2, -height * 0.5), (x + lean, -height)], closed=False, steps=8
        )
        c.taper(line, 13, 5, darker("#9db457", 0.06 * (n % 3)))
        for px, py in line[2::3]:
            c.stroke([(px - 6, py), (px + 6, py)], 2, "#6f8440")
        for px, py in line[6::2]:
            leaf(c.at(px, py, turn=c.random.uniform(70, 150) * c.random.choice((-1, 1))), 52, "#7fae48", 0.2)


def pot(c: Canvas, width: float = 70, colour: str = "#c46b45") -> None:
    """A flower pot whose rim is `width` wide; its plant starts at (0, -0.8 width)."""
    c.shadow(0, 0, width * 0.7, 0.35)
    h, w = width * 0.8, width / 2
    c.polygon([(-w * 0.86, -h), (w * 0.86, -h), (w * 0.62, 0), (-w * 0.62, 0)], colour)
    c.polygon([(w * 0.2, -h), (w * 0.86, -h), (w * 0.62, 0), (w * 0.2, 0)], darker(colour, 0.16))
    c.rect(-w, -h - width * 0.1, width, width * 0.2, lighter(colour, 0.1), width * 0.05)
    c.oval(0, -h - width * 0.08, w * 0.82, width * 0.05, "#4d3626")


def fern(c: Canvas, length: float = 70, colour: str = "#4f9a5a", fronds: int = 7) -> None:
    """Arching leaves from one point, as of a fern or of lemongrass."""
    for n in range(fronds):
        turn = (n - (fronds - 1) / 2) * 150 / fronds + c.random.uniform(-6, 6)
        part = c.random.uniform(0.8, 1.1)
        tone = lighter(colour, 0.15) if n % 2 else darker(colour, 0.08)
        x, y = sin(turn * pi / 180) * length * part, -cos(turn * pi / 180) * length * part
        c.taper(
            smooth_path([(0, 0), (x * 0.45, y * 0.8), (x, y * 0.86)], closed=False), length * 0.11, 1.5, tone
        )
