"""Sorting, weighing and reusing."""

from ruanghijau.demo.drawings.buildings import pavement, stall
from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import blob
from ruanghijau.demo.drawings.figures import (
    CARRY,
    POINT,
    STAND,
    anybody,
    person,
)
from ruanghijau.demo.drawings.light import blend, darker
from ruanghijau.demo.drawings.litter import bottle, litter, tin
from ruanghijau.demo.drawings.plants import bush, tree
from ruanghijau.demo.drawings.scenes.backdrops import countryside, room, town
from ruanghijau.demo.drawings.tools import scale
from ruanghijau.demo.drawings.waste import BINS, dustbin, sack


def sorting(c: Canvas) -> None:
    """Five bins in the five colours, and somebody who uses them."""
    random = c.random
    if random.random() < 0.5:
        town(c, 620)
    else:
        countryside(c, 640)
        pavement(c, 760)
    tree(c.at(random.choice((60, 1220)), 700), random.uniform(360, 430))
    bush(c.at(random.uniform(300, 900), 690), 150, flowers=random.choice((None, "#f2c75c", "#e8778a")))
    first = random.choice((250, 400))
    for n, colour in enumerate(BINS):
        dustbin(c.at(first + n * 158, 830, 1.12), colour, n, open_lid=n == random.randrange(8))
    x, flip = (first - 165, False) if first > 300 else (first + 5 * 158 + 20, True)
    person(c.at(x, 850, 1.16, flip=flip), anybody(random), CARRY)
    bottle(c.at(x + (-70 if flip else 70), 690, 0.9, turn=20))
    if random.random() < 0.5:
        sack(c.at(640 + random.uniform(-200, 200), 925), "#9fb7a2", 110)


def waste_bank(c: Canvas) -> None:
    """Weighing day under an awning."""
    random = c.random
    countryside(c, 600)
    pavement(c, 700, "#d3c3a4")
    stall(c.at(640, 740, 1.5, haze=0.05), stripe=random.choice(("#3f9e56", "#3a78b5", "#d9534a")))
    for n in range(4):
        sack(
            c.at(420 + n * 130, 545 + (n % 2) * 6),
            random.choice(("#d8cdb4", "#b5c4cf", "#c9a876", "#9fb7a2")),
            128,
        )
    scale(c.at(640, 850, 1.35))
    sack(c.at(612, 806), "#7fb0c4", 150, full=False)
    person(c.at(395, 870, 1.2), anybody(random, "hijab"), POINT)
    person(c.at(930, 880, 1.2, flip=True), anybody(random), CARRY)
    sack(c.at(850, 735), "#d8cdb4", 110)
    boxes(c.at(1130, 900), random.randint(3, 5))
    sack(c.at(150, 890), "#c9a876", 150)
    sack(c.at(245, 915), "#9fb7a2", 130, full=False)


def boxes(c: Canvas, count: int) -> None:
    """A pile of flattened and tied cardboard."""
    c.shadow(0, 0, 120, 0.4)
    for n in range(count):
        tone = blend("#c89a62", "#dcb783", c.random.random())
        wide = 170 + c.random.uniform(-22, 22)
        c.rect(-wide / 2, -34 * (n + 1), wide, 32, tone, 3)
        c.rect(-wide / 2, -34 * (n + 1) + 24, wide, 8, darker(tone, 0.16), 3)
    c.stroke([(-44, -34 * count), (-44, 0)], 4, "#8d5a3c")
    c.stroke([(44, -34 * count), (44, 0)], 4, "#8d5a3c")


def dump(c: Canvas) -> None:
    """Rubbish where nobody should leave it."""
    random = c.random
    countryside(c, 600, colour="#8fae6a")
    c.smooth([(-40, 960), (120, 760), (560, 690), (1320, 720), (1320, 980), (-40, 980)], "#b9aa8c")
    tree(c.at(330, 760), 430)
    for n in range(7):
        tone = random.choice(("#3d474e", "#4d5a63", "#b5c4cf", "#d8cdb4"))
        sack(c.at(330 + n * 62 + random.uniform(-12, 12), 800 + (n % 3) * 26), tone, random.uniform(100, 150))
    litter(c, (200, 800, 900, 940), 26, 1.25)
    sign(c.at(860, 780, 1.2))
    person(c.at(1060, 880, 1.28, flip=True), anybody(random), random.choice((POINT, STAND)))
    bush(c.at(90, 820), 170)


def sign(c: Canvas) -> None:
    """A warning against dumping, without words."""
    c.stroke([(0, 0), (0, -190)], 12, "#8d6c4c")
    c.rect(-74, -270, 148, 110, "#fdf8ea", 8)
    c.disc(0, -215, 44, "#d9534a")
    c.disc(0, -215, 35, "#fdf8ea")
    sack(c.at(0, -192), "#4d5a63", 46)
    c.stroke([(-26, -240), (26, -190)], 8, "#d9534a")


def bottle_bricks(c: Canvas) -> None:
    """Bottles packed with clean plastic, and a stool made of them."""
    random = c.random
    room(c, 560)
    for n in range(6):
        ecobrick(c.at(180 + n * 112 + random.uniform(-8, 8), 740, 2.1))
    stool(c.at(980, 900, 1.75), random.choice(("#e0574f", "#3f8f7c", "#f0a63c")))
    for n in range(12):
        tone = random.choice(("#e0574f", "#f0a63c", "#7cc4cf", "#f4efe2", "#8a5aa0", "#5aa469"))
        c.polygon(blob(240 + n * 46, 850 + random.uniform(-28, 34), 26, 15, random, 0.3, 6), tone)
    c.stroke([(240, 910), (560, 880)], 13, "#c9a876")
    tin(c.at(700, 800, 1.3), "#3a78b5")


def ecobrick(c: Canvas) -> None:
    c.shadow(0, 0, 24, 0.4)
    for row in range(7):
        tone = c.random.choice(("#e0574f", "#f0a63c", "#7cc4cf", "#f4efe2", "#8a5aa0", "#5aa469", "#e58aa0"))
        half = 15 if row < 5 else 11 - (row - 5) * 4
        c.smooth(
            [(-half, -row * 11 - 2), (half, -row * 11 - 5), (half, -row * 11 - 13), (-half, -row * 11 - 12)],
            tone,
        )
    c.smooth(
        [(-17, -1), (-18, -44), (-13, -64), (-6, -82), (6, -82), (13, -64), (18, -44), (17, -1), (0, 1)],
        "#e6f2f4",
        0.36,
    )
    c.rect(-7, -92, 14, 12, c.random.choice(("#3a78b5", "#e2574c", "#5aa469")), 2)
    c.stroke([(-11, -50), (-11, -8)], 3, "#ffffff", 0.6)


def stool(c: Canvas, colour: str) -> None:
    c.shadow(0, 0, 120, 0.42)
    for n in range(5):
        ecobrick(c.at(-76 + n * 38, 0, 1.45))
    c.rect(-108, -150, 216, 34, colour, 17)
    c.rect(-108, -132, 216, 16, darker(colour, 0.16), 8)
