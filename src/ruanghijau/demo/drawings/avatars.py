"""Profile pictures: a friendly face, or a plant for those who would rather not show theirs."""

from collections.abc import Callable
from random import Random

from PIL import Image

from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.figures import SKINS
from ruanghijau.demo.drawings.hairstyles import bob, bun, curls, grey_hair, long_hair, short_hair
from ruanghijau.demo.drawings.headwear import caping, capped, helmet, hijab, peci, udeng
from ruanghijau.demo.drawings.light import NOON, blend, darker, lighter
from ruanghijau.demo.drawings.plants import GREENS, fern, leaf, seedling

SPAN = 400.0


GROUNDS = ("#cfe6d4", "#f7dfae", "#cfe3ee", "#f3cfc0", "#dcd6ee", "#e3ecc0", "#bfe0dc", "#f6d5dd")


def draw_avatar(portrait: str, skin: int, seed: int, size: int = 512) -> Image.Image:
    """A square RGB portrait; `skin` runs from 1 (light) to 5 (deep), the same seed gives the same picture.

    Raises `KeyError` for a portrait that is not in `PORTRAITS`.
    """
    paint = PORTRAITS[portrait]
    random = Random(f"{portrait}/{skin}/{seed}")
    canvas = Canvas((size, size), NOON, random, (SPAN, SPAN))
    _ground(canvas)
    paint(canvas, SKINS[skin - 1])
    return canvas.finish()


def _ground(c: Canvas) -> None:
    """A plain colour with large soft leaves behind the shoulders."""
    colour = c.random.choice(GROUNDS)
    c.shade([(0, 0), (400, 0), (400, 400), (0, 400)], lighter(colour, 0.35), darker(colour, 0.05))
    tone = blend(colour, c.random.choice(GREENS), 0.42)
    for x, turn in ((20, -28), (70, -6), (330, 10), (385, 30)):
        leaf(c.at(x, 420, turn=turn + c.random.uniform(-9, 9)), c.random.uniform(190, 280), tone, 0.36)


def _leaf(c: Canvas, skin: str) -> None:
    c.disc(200, 214, 136, "#fbf6ea", 0.75)
    if c.random.random() < 0.5:
        c.polygon([(138, 262), (262, 262), (244, 350), (156, 350)], "#c46b45")
        c.polygon([(212, 262), (262, 262), (244, 350), (208, 350)], darker("#c46b45", 0.16))
        c.rect(128, 246, 144, 28, "#d98058", 8)
        fern(c.at(200, 252), 150, c.random.choice(GREENS), 11)
    else:
        seedling(c.at(200, 330), 230, c.random.choice(GREENS), 5)
        c.oval(200, 334, 84, 16, "#6b4a32")


PORTRAITS: dict[str, Callable[[Canvas, str], None]] = {
    "hijab": hijab,
    "short_hair": short_hair,
    "beard": lambda c, skin: short_hair(c, skin, beard=True),
    "glasses": lambda c, skin: short_hair(c, skin, glasses=True),
    "grey_hair": grey_hair,
    "long_hair": long_hair,
    "bob": bob,
    "glasses_bob": lambda c, skin: bob(c, skin, glasses=True),
    "bun": bun,
    "curly": curls,
    "curly_long": lambda c, skin: curls(c, skin, long=True),
    "cap": capped,
    "peci": peci,
    "udeng": udeng,
    "caping": caping,
    "helmet": helmet,
    "leaf": _leaf,
}
