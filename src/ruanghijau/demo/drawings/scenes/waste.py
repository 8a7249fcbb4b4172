"""Sorting, gathering and composting."""

from ruanghijau.demo.drawings.buildings import fence, house, pavement, stall
from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import blob, smooth_path
from ruanghijau.demo.drawings.figures import (
    BEND,
    CARRY,
    PICK,
    POINT,
    STAND,
    SWEEP,
    WALK,
    WAVE,
    anybody,
    person,
)
from ruanghijau.demo.drawings.light import blend, darker, lighter
from ruanghijau.demo.drawings.machines import barrel, cart, lamp_post
from ruanghijau.demo.drawings.plants import banana, bush, fern, leaf, palm, pot, seedling, tree
from ruanghijau.demo.drawings.scenes.backdrops import countryside, room, town
from ruanghijau.demo.drawings.tools import basket, broom, bunting, crate, rake, scale, watering_can
from ruanghijau.demo.drawings.waste import BINS, bottle, compost, dustbin, litter, sack, scraps, tin


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


def composter(c: Canvas) -> None:
    """A compost bin in a garden."""
    random = c.random
    countryside(c, 560)
    fence(c, -20, 1300, 640)
    banana(c.at(random.choice((110, 1160)), 690), 380)
    bush(c.at(random.uniform(420, 860), 670), 170, flowers="#f2a1b0")
    bin_x = random.uniform(520, 700)
    compost_bin(c.at(bin_x, 850, 1.5), random.choice(("#3f7d4f", "#4d5a63", "#2f6f73")))
    person(c.at(bin_x - 265, 860, 1.25), anybody(random), CARRY)
    basket(c.at(bin_x - 170, 700, 0.48))
    scraps(c.at(bin_x - 172, 628), 90, 10)
    compost(c.at(bin_x + 290, 880), 290)
    rake(c.at(bin_x + 330, 680, turn=24))
    scraps(c.at(bin_x + 60, 920), 330, 18)
    watering_can(c.at(150, 900, 1.2))


def compost_bin(c: Canvas, colour: str) -> None:
    c.shadow(4, 0, 104, 0.45)
    c.shade([(-84, -220), (84, -220), (96, 0), (-96, 0)], lighter(colour, 0.12), darker(colour, 0.08))
    c.polygon([(36, -220), (84, -220), (96, 0), (36, 0)], darker(colour, 0.2), 0.8)
    for row in range(4):
        for n in range(5):
            c.rect(-68 + n * 30, -186 + row * 36, 16, 7, darker(colour, 0.4), 3)
    c.rect(-90, -236, 180, 22, darker(colour, 0.25), 9)
    c.smooth([(-86, -236), (-50, -262), (50, -262), (86, -236)], lighter(colour, 0.06))
    c.rect(-34, -44, 68, 40, darker(colour, 0.35), 5)
    leaf(c.at(-8, -104, turn=18), 58, "#bfe08a", 0.6)


def indoor_compost(c: Canvas) -> None:
    """A compost basket on the kitchen table, opened."""
    random = c.random
    room(c, 600)
    x = random.uniform(520, 760)
    lid = c.at(x + 290, 760, turn=-14)
    lid.oval(0, 0, 130, 44, "#d8a55c")
    lid.oval(0, -6, 116, 36, "#e6bb7c")
    basket(c.at(x, 850, 1.75), 210, random.choice(("#d8a55c", "#8fb0a2", "#c9825a")))
    c.at(x, 590).oval(0, 0, 172, 34, "#4a3324")
    compost(c.at(x, 606), 330)
    scraps(c.at(x, 575), 230, 22)
    pot(c.at(140, 690, 1.1), 100, "#c46b45")
    fern(c.at(140, 606), 120)
    cutting_board(c.at(x - 370, 850))
    jar_of_husk(c.at(1130, 800))


def cutting_board(c: Canvas) -> None:
    c.oval(0, 6, 150, 26, "#1b2a33", 0.2)
    c.polygon([(-140, -8), (110, -40), (150, -8), (-90, 30)], "#e0b987")
    for n in range(4):
        c.oval(-40 + n * 34, -10 - n * 4, 18, 10, "#e8863c")
        c.oval(-40 + n * 34, -12 - n * 4, 12, 6, "#f3a765")
    for n in range(3):
        leaf(c.at(-96 + n * 20, 6 - n * 4, turn=60 + n * 16), 62, "#6fae4c")


def jar_of_husk(c: Canvas) -> None:
    c.shadow(0, 0, 74, 0.35)
    c.rect(-50, -130, 100, 130, "#eef3ee", 16, alpha=0.85)
    c.rect(-44, -94, 88, 88, "#c9a35a", 12)
    for _ in range(40):
        c.oval(
            c.random.uniform(-38, 38),
            c.random.uniform(-88, -12),
            5,
            2.4,
            c.random.choice(("#b58b45", "#dcb96f", "#a87d3c")),
        )
    c.rect(-46, -150, 92, 24, "#8d6c4c", 6)


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
        ecobrick(c.at(170 + n * 98 + random.uniform(-8, 8), 700, 1.6))
    stool(c.at(980, 880, 1.4), random.choice(("#e0574f", "#3f8f7c", "#f0a63c")))
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


def gathering(c: Canvas) -> None:
    """Neighbours who talk things over on a mat under a tree."""
    from ruanghijau.demo.drawings.figures import SIT

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
    flat = SIT.__class__(hip=SIT.hip, neck=SIT.neck, hands=SIT.hands, feet=((70, 6), (58, 8)))
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
