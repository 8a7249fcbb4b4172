"""Mangroves, and those who plant them."""

from ruanghijau.demo.drawings.canvas import HEIGHT, Canvas
from ruanghijau.demo.drawings.curves import ridge
from ruanghijau.demo.drawings.figures import (
    BEND,
    CARRY,
    CROUCH,
    PICK,
    anybody,
    person,
)
from ruanghijau.demo.drawings.kitchen import basket
from ruanghijau.demo.drawings.land import hills, sea
from ruanghijau.demo.drawings.machines import jukung
from ruanghijau.demo.drawings.plants import mangrove, seedling, wood
from ruanghijau.demo.drawings.scenes.sea import sailor
from ruanghijau.demo.drawings.sky import birds, sky


def mangroves(c: Canvas) -> None:
    """A mangrove forest at high water."""
    random = c.random
    sky(c, 470, 3)
    wood(c, hills(c, 470, 40, "#5f9c78", 0.45, 7), 70, "#4f8a5a", 0.4, 40)
    sea(c, 475, HEIGHT + 20, "#5fa8a5", "#6fb0ba")
    for n in range(13):
        y = 520.0 + n * 26
        scale = 0.45 + n * 0.075
        side = random.choice((-1, 1))
        x = 640 + side * random.uniform(150 + n * 26, 680)
        c.oval(x, y + 4, 110 * scale, 12 * scale, "#2a4a42", 0.3)
        mangrove(
            c.at(x, y, scale, haze=max(0, 0.3 - n * 0.03)),
            300,
            random.choice(("#3f8a52", "#4a9a5a", "#357a4e")),
        )
    if random.random() < 0.6:
        sailor(c.at(650, 720, 0.66), random.choice(("caping", "hijab", "cap")))
        jukung(c.at(640, 760, 0.9), random.choice(("#e0574f", "#3a78b5", "#f0a63c")))
    for _ in range(8):
        x, y = random.uniform(420, 860), random.uniform(820, 940)
        seedling(c.at(x, y, random.uniform(0.7, 1.1)), 80, "#5f9c4c", 3)
        c.oval(x, y + 2, 30, 5, "#ffffff", 0.4)
    birds(c, 5, 640, 190, "#f7f3e6")


def mangrove_planting(c: Canvas) -> None:
    """Low tide, mud, and many small stakes."""
    random = c.random
    sky(c, 430, 3)
    sea(c, 430, 600, "#6fb5ba", "#6fa8ba")
    for n in range(9):
        mangrove(c.at(n * 160 + random.uniform(-50, 50), 520 + random.uniform(-14, 14), 0.55, haze=0.24), 300)
    c.shade([*ridge(-60, 1340, 590, 20, random, 6), (1340, 990), (-60, 990)], "#a58f78", "#7a6552")
    for _ in range(16):
        c.oval(
            random.uniform(0, 1280),
            random.uniform(620, 940),
            random.uniform(40, 120),
            random.uniform(6, 14),
            "#bfd3d2",
            0.45,
        )
    for row in range(5):
        y, scale = 640 + row * 68, 0.6 + row * 0.2
        gap = 120 * scale
        for n in range(int(1280 / gap) + 1):
            x = n * gap + (row % 2) * gap / 2 + random.uniform(-10, 10)
            view = c.at(x, y + random.uniform(-8, 8), scale)
            view.stroke([(12, 6), (12, -82)], 5, "#c9a876")
            seedling(view, 70, "#5f9c4c", 3)
    spots = [(260, 800, 1.1), (560, 880, 1.3), (860, 790, 1.1), (1090, 880, 1.3)]
    for x, y, scale in spots[: random.randint(3, 4)]:
        person(
            c.at(x, y, scale, flip=random.random() < 0.5),
            anybody(random),
            random.choice((BEND, CROUCH, PICK, CARRY)),
        )
    basket(c.at(700, 930, 0.8))
    for turn in (-18, 0, 16):
        seedling(c.at(700, 825, turn=turn), 90, "#6cb34d", 3)
