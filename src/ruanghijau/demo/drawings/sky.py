"""What is above: the colours of the hour, sun or moon, clouds, rain, birds."""

from ruanghijau.demo.drawings.canvas import HEIGHT, WIDTH, Canvas
from ruanghijau.demo.drawings.curves import ring, rounded
from ruanghijau.demo.drawings.light import NIGHT, OVERCAST, RAIN


def sky(c: Canvas, horizon: float = HEIGHT * 0.6, clouds: int = 3, sun: bool = True) -> None:
    """The sky down to `horizon`, as the hour of the canvas has it."""
    light, random, bare = c.light, c.random, c.bare()
    band(bare, 0, horizon * 0.55, light.zenith, light.middle)
    band(bare, horizon * 0.55 - 1, horizon + 40, light.middle, light.horizon)
    grey = light in (RAIN, OVERCAST)
    if light is NIGHT:
        _stars(bare, horizon)
    if sun and not grey:
        _sun(bare, random.uniform(0.16, 0.84) * WIDTH, light.sun_height * horizon, light.sun, light is NIGHT)
    if grey:
        for n in range(5):
            cloud(c, WIDTH * (n + random.random()) / 5, random.uniform(0.02, 0.2) * horizon, 2.0)
    for _ in range(clouds):
        x, y = random.uniform(-0.05, 1.05) * WIDTH, random.uniform(0.08, 0.62) * horizon
        cloud(c, x, y, random.uniform(0.5, 1.25) * (1.1 - 0.5 * y / horizon))


def band(c: Canvas, top: float, bottom: float, first: str, last: str) -> None:
    """The whole width between two heights, from the colour `first` above to `last` below."""
    c.shade([(-300, top), (WIDTH + 300, top), (WIDTH + 300, bottom), (-300, bottom)], first, last)


def _sun(bare: Canvas, x: float, y: float, colour: str, moon: bool) -> None:
    bare.glow(x, y, 430, colour, 0.5)
    bare.glow(x, y, 150, colour, 0.7)
    bare.disc(x, y, 42, colour)
    if moon:
        for dx, dy, r in ((-14, -8, 9), (13, 14, 6), (10, -17, 4)):
            bare.disc(x + dx, y + dy, r, "#e4dcb8")


def _stars(bare: Canvas, horizon: float) -> None:
    random = bare.random
    for _ in range(90):
        x, y = random.uniform(0, WIDTH), random.uniform(0, 0.8) * horizon
        bare.disc(x, y, random.choice((1.1, 1.5, 2.2)), "#f4f1dd", random.uniform(0.4, 1))


def cloud(c: Canvas, x: float, y: float, scale: float) -> None:
    """A flat-bottomed cloud of two layers."""
    random, view = c.random, c.bare().at(x, y, scale)
    colour, alpha = c.light.clouds, 0.25 if c.light.dark else 0.6
    puffs = [(-112, 34), (-58, 56), (6, 72), (70, 58), (118, 36)]
    heap = [(dx + random.uniform(-12, 12), r * random.uniform(0.8, 1.15)) for dx, r in puffs]
    for part, shift in ((1.0, 0.0), (0.7, 18.0)):
        shapes = [
            [(px, min(py, 0)) for px, py in ring(dx * part + shift, -r * 0.35, r * part, r * part)]
            for dx, r in heap
        ]
        view.union([*shapes, rounded(-150 * part + shift, -24, 300 * part, 26, 13)], colour, alpha)


def rain(c: Canvas, strength: int = 170) -> None:
    """Falling rain over the whole picture."""
    bare, random = c.bare(), c.random
    for _ in range(strength):
        x, y, length = random.uniform(0, WIDTH + 60), random.uniform(-40, HEIGHT), random.uniform(18, 46)
        bare.stroke([(x, y), (x - length * 0.22, y + length)], 2.2, "#eaf4f7", 0.45)


def birds(c: Canvas, count: int, x: float, y: float, colour: str = "#3b4a5a") -> None:
    """A loose flock around (x, y)."""
    for _ in range(count):
        place = (x + c.random.uniform(-150, 150), y + c.random.uniform(-60, 60))
        view = c.at(*place, c.random.uniform(0.6, 1.3), haze=0.25)
        lift = c.random.uniform(4, 9)
        view.stroke([(-13, -lift), (-6, -lift * 0.9), (0, 0), (6, -lift * 0.9), (13, -lift)], 2.6, colour)


def mist(c: Canvas, y: float, height: float, strength: float = 0.5) -> None:
    """A band of haze that lies in a valley at `y`."""
    bare = c.bare()
    bare.veil(y - height, y, c.light.haze, 0, strength)
    bare.veil(y, y + height * 0.6, c.light.haze, strength, 0)
