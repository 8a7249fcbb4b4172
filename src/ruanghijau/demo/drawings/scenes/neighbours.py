"""What neighbours do together."""

from ruanghijau.demo.drawings.buildings import house
from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import smooth_path
from ruanghijau.demo.drawings.figures import (
    BEND,
    CARRY,
    PICK,
    POINT,
    SIT_FLAT,
    STAND,
    SWEEP,
    WALK,
    WAVE,
    anybody,
    person,
)
from ruanghijau.demo.drawings.kitchen import crate
from ruanghijau.demo.drawings.light import lighter
from ruanghijau.demo.drawings.litter import scraps
from ruanghijau.demo.drawings.machines import barrel, cart, lamp_post
from ruanghijau.demo.drawings.plants import bush, palm, seedling, tree
from ruanghijau.demo.drawings.scenes.backdrops import countryside, town
from ruanghijau.demo.drawings.tools import broom, bunting, rake
from ruanghijau.demo.drawings.waste import sack


def handcart(c: Canvas) -> None:
    """The neighbourhood's rubbish cart on its morning round."""
    random = c.random
    town(c, 640)
    lamp_post(c.at(180, 720), 400)
    house(c.at(random.uniform(820, 1040), 690, haze=0.05), 380)
    cart(c.at(560, 860, 1.35), random.choice(("#3f8f7c", "#3a78b5", "#e58a3a")))
    person(c.at(930, 872, 1.3), anybody(random, random.choice(("cap", "caping", "short"))), WALK)
    if random.random() < 0.6:
        person(c.at(200, 880, 1.2), anybody(random), CARRY)
        sack(c.at(280, 730), "#d8cdb4", 90)
    bush(c.at(1220, 720), 160)


def tidying(c: Canvas) -> None:
    """A street that sweeps itself together on a Sunday."""
    random = c.random
    town(c, 600)
    house(c.at(random.uniform(180, 300), 690), 400)
    house(c.at(random.uniform(980, 1100), 680), 360)
    bunting(c, -20, 660, 250, 60)
    bunting(c, 620, 1300, 240, 70)
    tree(c.at(640, 690), 330)
    scraps(c.at(560, 890), 420, 26)
    broom(c.at(300 + 58, 702, 1.2, turn=-20))
    person(c.at(300, 870, 1.2), anybody(random, "hijab"), SWEEP)
    person(c.at(700, 860, 1.15, flip=True), anybody(random), PICK)
    sack(c.at(590, 890), "#4d5a63", 120)
    rake(c.at(940 - 52, 720, 1.1, turn=18))
    person(c.at(940, 880, 1.22, flip=True), anybody(random, random.choice(("cap", "peci"))), SWEEP)
    person(c.at(1160, 850, 1.1, flip=True), anybody(random), random.choice((WAVE, STAND, CARRY)))
    sack(c.at(150, 900), "#4d5a63", 140)


def gathering(c: Canvas) -> None:
    """Neighbours who talk things over on a mat under a tree."""
    random = c.random
    countryside(c, 580)
    house(c.at(random.uniform(160, 300), 700, haze=0.05), 380)
    tree(c.at(random.uniform(880, 1080), 740), 520)
    c.smooth(
        [(180, 840), (420, 760), (900, 760), (1120, 850), (860, 930), (400, 930)],
        random.choice(("#c98d5a", "#b5563f", "#7a9a6a")),
    )
    c.smooth(
        [(250, 842), (450, 780), (870, 780), (1040, 850), (830, 908), (430, 908)], lighter("#d8b07a", 0.15)
    )
    flat = SIT_FLAT
    for x, y, flip in (
        (360, 830, False),
        (520, 790, False),
        (760, 790, True),
        (930, 840, True),
        (640, 776, False),
    ):
        person(c.at(x, y, 1.15, flip=flip), anybody(random), flat)
    for x in (560, 640, 720):
        c.oval(x, 858, 24, 9, "#fdf8ea")
        c.oval(x, 855, 15, 5, "#a9744a")
    person(c.at(1160, 900, 1.2, flip=True), anybody(random), random.choice((POINT, CARRY, BEND)))
    seedling(c.at(150, 900), 90)
    crate(c.at(150, 930), 130)
    barrel(c.at(70, 760), "#3a78b5", 130)
    palm(c.at(30, 700, haze=0.1), 380, 60)
    c.stroke(smooth_path([(300, 930), (640, 950), (980, 930)], closed=False), 2, "#5f9c4c", 0.5)
