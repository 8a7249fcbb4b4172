"""Below the surface and on it: reefs, seagrass, boats."""

from math import sin

from ruanghijau.demo.drawings.canvas import HEIGHT, Canvas
from ruanghijau.demo.drawings.curves import ridge, ring, smooth_path
from ruanghijau.demo.drawings.figures import (
    Pose,
    anybody,
    person,
)
from ruanghijau.demo.drawings.land import sea
from ruanghijau.demo.drawings.light import darker
from ruanghijau.demo.drawings.machines import jukung
from ruanghijau.demo.drawings.marine import (
    CORALS,
    brain,
    branching,
    fish,
    seaweed,
    sponge,
    table_coral,
    turtle,
)
from ruanghijau.demo.drawings.scenes.backdrops import island
from ruanghijau.demo.drawings.sky import birds, sky


def reef(c: Canvas) -> None:
    """A coral reef in the light from above."""
    random = c.random
    deep, bright = random.choice((("#0f5f8a", "#5fd0d8"), ("#17507f", "#7fd6d0"), ("#0b6f86", "#8fe0cf")))
    c.shade([(-20, -20), (1300, -20), (1300, 980), (-20, 980)], bright, deep)
    beams(c)
    for alpha, far, tone in ((0.45, 640, "#2f7f94"), (0.51, 720, "#3a6f84")):
        c.polygon([*ridge(-60, 1340, far, 160, random, 6), (1340, 990), (-60, 990)], tone, alpha)
    shoal = random.choice(("#f2c75c", "#e8eef0", "#f0a05a"))
    for _ in range(18):
        x, y = random.gauss(640, 190), random.gauss(300, 70)
        fish(c.at(x, y, turn=random.uniform(-6, 6)), shoal, darker(shoal, 0.3), random.uniform(22, 32))
    c.shade([*ridge(-60, 1340, 860, 60, random, 5), (1340, 990), (-60, 990)], "#e6d3a3", "#bfa878")
    for x, wide, high in ((random.uniform(60, 320), 380, 250), (random.uniform(900, 1220), 420, 310)):
        rock = smooth_path(
            [
                (x - wide, 900),
                (x - wide * 0.6, 900 - high * 0.7),
                (x, 900 - high),
                (x + wide * 0.6, 900 - high * 0.6),
                (x + wide, 900),
            ],
            closed=False,
        )
        c.shade([*rock, (x + wide, 990), (x - wide, 990)], "#7a6f86", "#4f5a72")
        for px, py in rock[2:-2:2]:
            coral(
                c.at(px + random.uniform(-14, 14), py + 24), random.choice(CORALS), random.uniform(0.8, 1.3)
            )
        for px, py in rock[3:-3:2]:
            coral(c.at(px, py + 120), random.choice(CORALS), random.uniform(0.7, 1.2))
    for n in range(14):
        x = n * 98 + random.uniform(-30, 30)
        coral(c.at(x, 900 + random.uniform(0, 50)), random.choice(CORALS), random.uniform(0.9, 1.6))
    for _ in range(5):
        fish(
            c.at(random.uniform(120, 1160), random.uniform(430, 720), flip=random.random() < 0.5),
            random.choice(CORALS),
            "#fbf3df",
            random.uniform(50, 84),
        )
    if random.random() < 0.6:
        turtle(
            c.at(random.uniform(300, 980), random.uniform(180, 420), turn=random.uniform(-30, 20)),
            random.uniform(100, 140),
        )
    else:
        diver(c.at(random.uniform(350, 800), random.uniform(260, 420), 1.1, turn=random.uniform(-8, 14)))
    bubbles(c)


def beams(c: Canvas) -> None:
    """Sunlight that falls into the water."""
    for _ in range(5):
        x = c.random.uniform(0, 1280)
        c.bare().polygon([(x, -20), (x + 70, -20), (x + 190, 860), (x - 60, 860)], "#ffffff", 0.1)


def bubbles(c: Canvas) -> None:
    for _ in range(22):
        r = c.random.uniform(3, 7)
        c.polygon(ring(c.random.uniform(0, 1280), c.random.uniform(40, 760), r, r, 12), "#ffffff", 0.32)


def coral(c: Canvas, colour: str, scale: float) -> None:
    kind = c.random.randrange(5)
    view = c.at(0, 0, scale)
    if kind == 0:
        branching(view, 120, colour)
    elif kind == 1:
        brain(view, 52, colour)
    elif kind == 2:
        table_coral(view, 70, colour)
    elif kind == 3:
        sponge(view, 96, colour)
    else:
        seaweed(view, 150, "#3f9a6a")


def diver(c: Canvas) -> None:
    """A diver who swims to the right."""
    suit, skin = "#23303d", c.random.choice(("#c98d62", "#a56d47", "#7c4d33"))
    c.taper([(-60, 6), (-130, 2), (-180, 18)], 30, 18, suit)
    c.taper([(-60, 16), (-126, 30), (-176, 50)], 30, 18, darker(suit, 0.2))
    for x, y in ((-176, 18), (-172, 50)):
        c.polygon([(x, y - 10), (x - 74, y - 14), (x - 82, y + 16), (x, y + 10)], "#f0a63c")
    c.smooth([(-70, -14), (0, -28), (56, -20), (60, 16), (0, 26), (-70, 26)], suit)
    c.rect(-44, -52, 92, 30, "#f2c233", 15)
    c.taper([(46, 4), (84, 30), (126, 22)], 20, 13, suit)
    c.disc(128, 22, 9, skin)
    c.disc(86, -20, 28, skin)
    c.smooth([(60, -24), (66, -48), (96, -50), (104, -36), (84, -34), (74, -18)], "#2c2326")
    c.rect(88, -34, 30, 22, "#7cc4e0", 8)
    c.stroke([(30, -40), (66, -62), (102, -8)], 5, "#59646b")
    for n in range(5):
        c.polygon(ring(120 + n * 8, -60 - n * 30, 5 + n * 2, 5 + n * 2, 14), "#ffffff", 0.5)


def boats(c: Canvas) -> None:
    """Fishing boats at the edge of the day."""
    random = c.random
    sky(c, 520, 4)
    for _ in range(2):
        island(c, random.uniform(100, 1180), 520, random.uniform(0.7, 1.4))
    sea(c, 520, HEIGHT + 20, "#3a93b0", "#4f9fbc")
    glint = c.light.sun
    for n in range(26):
        y = 530 + n * 16
        c.bare().oval(640 + 46 * sin(n) + random.uniform(-60, 60), y, 30 + n * 3.4, 2 + n * 0.14, glint, 0.3)
    for x, y, scale in (
        (random.uniform(150, 380), 600, 0.42),
        (random.uniform(880, 1150), 640, 0.55),
        (random.uniform(480, 740), 800, 1.3),
    ):
        view = c.at(x, y, scale, flip=random.random() < 0.5, haze=0.2 if scale < 0.6 else 0)
        sailor(view.at(70, -46, 0.78, flip=True), random.choice(("caping", "curly", "cap")))
        paint = random.choice(("#3a78b5", "#e0574f", "#3f8f7c", "#f0a63c"))
        jukung(view, paint, sail=scale < 0.6 or random.random() < 0.6)
    birds(c, 6, random.uniform(300, 980), 240)


def sailor(c: Canvas, head: str) -> None:
    """Somebody who sits in a boat; the hull, drawn after, hides the legs."""
    low = Pose(hip=(0, -8), neck=(0, -108), hands=((56, -58), (44, -50)), feet=((46, 20), (36, 22)))
    person(c, anybody(c.random, head), low, shadow=False)


def seagrass(c: Canvas) -> None:
    """A meadow under clear shallow water."""
    random = c.random
    c.shade([(-20, -20), (1300, -20), (1300, 980), (-20, 980)], "#9fe3dc", "#2f8fa0")
    beams(c)
    c.shade([*ridge(-60, 1340, 790, 50, random, 5), (1340, 990), (-60, 990)], "#e9d8a9", "#c9b380")
    for row in range(3):
        for n in range(22):
            x, y = n * 62 + random.uniform(-24, 24), 790 + row * 66 + random.uniform(-14, 14)
            seaweed(
                c.at(x, y, 0.7 + row * 0.22),
                random.uniform(150, 230),
                random.choice(("#4f9f62", "#6aae52", "#3f8f6a")),
            )
    for _ in range(9):
        fish(
            c.at(random.uniform(80, 1200), random.uniform(360, 760), flip=random.random() < 0.5),
            random.choice(CORALS),
            "#fbf3df",
            random.uniform(36, 64),
        )
    turtle(c.at(random.uniform(400, 880), random.uniform(260, 480), turn=random.uniform(-20, 20)), 150)
    bubbles(c)
