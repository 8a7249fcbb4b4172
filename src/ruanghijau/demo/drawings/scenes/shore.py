"""Beaches, clean and not."""

from math import pi, sin

from ruanghijau.demo.drawings.canvas import HEIGHT, Canvas
from ruanghijau.demo.drawings.figures import (
    BEND,
    CARRY,
    CHEER,
    CROUCH,
    KNEEL,
    PICK,
    POINT,
    STAND,
    WALK,
    WAVE,
    anybody,
    person,
)
from ruanghijau.demo.drawings.kitchen import basket
from ruanghijau.demo.drawings.land import speckle, stone
from ruanghijau.demo.drawings.litter import bag, bottle, litter, tin
from ruanghijau.demo.drawings.machines import jukung
from ruanghijau.demo.drawings.marine import (
    crab,
    fish,
    turtle,
)
from ruanghijau.demo.drawings.plants import tree
from ruanghijau.demo.drawings.scenes.backdrops import coast
from ruanghijau.demo.drawings.tools import grabber
from ruanghijau.demo.drawings.waste import sack


def littered_beach(c: Canvas) -> None:
    """What the tide brought back."""
    random = c.random
    coast(c)
    litter(c, (60, 720, 1220, 930), random.randint(22, 32), 1.3)
    crab(c.at(random.uniform(300, 900), random.uniform(780, 900), 1.4))
    if random.random() < 0.5:
        person(
            c.at(random.choice((240, 1040)), 800, 1.1, flip=random.random() < 0.5),
            anybody(random),
            random.choice((STAND, PICK)),
        )


def quiet_beach(c: Canvas) -> None:
    """A clean beach, with shade to sit in and a boat drawn up."""
    random = c.random
    coast(c, shore=590)
    for x in (random.uniform(60, 200), random.uniform(250, 340)):
        tree(c.at(x, 790), random.uniform(430, 540), random.choice(("#4a8f62", "#3f8f5b", "#5f9c58")))
    jukung(
        c.at(random.uniform(760, 900), 790, 1.0), random.choice(("#e0574f", "#3a78b5", "#f0a63c", "#3f8f7c"))
    )
    for _ in range(3):
        stone(c.at(random.uniform(60, 1220), random.uniform(860, 940)), random.uniform(14, 26), "#c9b08a")
    for n in range(random.randint(2, 4)):
        look = anybody(random, random.choice(("short", "hijab", "curly", "bun", "cap")))
        pose = random.choice((WALK, STAND, WAVE, CHEER))
        place = (430 + n * 150 + random.uniform(-30, 30), 880 + random.uniform(-30, 30))
        person(c.at(*place, random.uniform(0.7, 1.1), flip=random.random() < 0.5), look, pose)
    crab(c.at(random.uniform(900, 1150), 920, 1.2))


def beach_cleaning(c: Canvas) -> None:
    """Sacks fill, the beach empties."""
    random = c.random
    coast(c)
    litter(c, (60, 760, 1200, 900), 12, 1.0)
    for x, y, scale in ((230, 800, 1.0), (560, 850, 1.2), (900, 810, 1.05), (1110, 880, 1.2)):
        pose = random.choice((PICK, BEND, CARRY, WALK, PICK))
        flip = random.random() < 0.5
        way = -1 if flip else 1
        if pose is CARRY:
            sack(c.at(x + way * 74 * scale, y - 150 * scale), "#d8cdb4", 96)
        person(c.at(x, y, scale, flip=flip), anybody(random), pose)
        if pose is WALK:
            grabber(c.at(x + way * 46 * scale, y - 160 * scale, scale, flip=flip))
    for x in (360, 440, 750):
        sack(
            c.at(x + random.uniform(-20, 20), 920),
            random.choice(("#4d5a63", "#9fb7a2", "#d8cdb4")),
            130,
            random.random() < 0.6,
        )


def hatchlings(c: Canvas) -> None:
    """Young turtles on their way to the water."""
    random = c.random
    coast(c, 340, 540, palms=False)
    speckle(c, 60, 620, HEIGHT, "#b89a66")
    for _n in range(random.randint(9, 13)):
        x, y = random.uniform(220, 1060), random.uniform(640, 820)
        view = c.at(x, y, 0.5 + (y - 600) / 420, turn=-90 + random.uniform(-26, 26))
        c.shadow(x, y + 6, 26, 0.3)
        turtle(view, 52, "#4d5a52")
        for k in range(1, 5):
            c.oval(x + random.uniform(-4, 4) - 9, y + 26 + k * 17, 4, 2.4, "#b89a66")
            c.oval(x + random.uniform(-4, 4) + 9, y + 34 + k * 17, 4, 2.4, "#b89a66")
    basket(c.at(640, 930, 0.9))
    person(c.at(470, 930, 1.25), anybody(random), random.choice((CROUCH, KNEEL)))
    person(c.at(820, 930, 1.25, flip=True), anybody(random), random.choice((CROUCH, KNEEL)))
    for x in (140, 1150):
        person(c.at(x, 850, 0.82, flip=x > 640), anybody(random), random.choice((CHEER, POINT, STAND, WAVE)))


def catch(c: Canvas) -> None:
    """More plastic than fish in the net."""
    random = c.random
    coast(c, 380, 560)
    jukung(c.at(random.uniform(250, 400), 640, 0.9), "#e0574f")
    for n in range(12):
        a = pi * n / 11
        c.stroke([(640, 880), (640 + 330 * -sin(a - pi / 2), 900 - 120 * sin(a))], 2.4, "#6f8f9a", 0.8)
    for k in range(1, 5):
        line = [
            (640 + 330 * k / 4 * -sin(a - pi / 2), 890 - 120 * k / 4 * sin(a))
            for a in (pi * n / 14 for n in range(15))
        ]
        c.stroke(line, 2.4, "#6f8f9a", 0.8)
    litter(c, (420, 820, 860, 890), 13, 1.1)
    for n in range(3):
        fish(
            c.at(520 + n * 110, 900, turn=random.uniform(-10, 10)),
            random.choice(("#8fa5b5", "#f0a05a")),
            "#dfe6e8",
            44,
        )
    person(
        c.at(250, 900, 1.3),
        anybody(random, random.choice(("curly", "cap", "hijab"))),
        random.choice((PICK, POINT)),
    )
    person(c.at(1030, 900, 1.25, flip=True), anybody(random), random.choice((STAND, PICK, CARRY)))
    tin(c.at(905, 930))
    bottle(c.at(950, 936, turn=80))
    bag(c.at(345, 930))
