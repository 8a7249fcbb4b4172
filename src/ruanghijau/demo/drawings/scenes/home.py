"""Kitchens, desks and drawers: what is saved, refilled and brought back at home."""

from dataclasses import replace

from ruanghijau.demo.drawings.buildings import table, wall
from ruanghijau.demo.drawings.canvas import WIDTH, Canvas
from ruanghijau.demo.drawings.curves import smooth_path
from ruanghijau.demo.drawings.figures import CARRY, STAND, Pose, anybody, person
from ruanghijau.demo.drawings.kitchen import crate, jar, jerrycan, tumbler, wok
from ruanghijau.demo.drawings.light import darker, lighter
from ruanghijau.demo.drawings.litter import scraps
from ruanghijau.demo.drawings.plants import fern, leaf, pot, seedling
from ruanghijau.demo.drawings.scenes.backdrops import ledge, room, view
from ruanghijau.demo.drawings.tools import bulb

# Indoors a lamp gives the tint, whatever the hour outside.
LAMPLIT = (0.9, 0.8, 0.66)
INDOORS = ("hijab", "short", "long", "bun", "curly", "peci")
FERMENTS = ("#c98a3a", "#a86a2c", "#d9a84a", "#8a5a2c", "#b5793a")


def ferments(c: Canvas) -> None:
    """Jars of eco-enzyme in three stages."""
    random = c.random
    room(c, 600)
    count = random.choice((3, 4))
    gap = 720 / count
    for n in range(count):
        x = 330 + n * gap + random.uniform(-14, 14)
        jar(
            c.at(x, 860, 1.9),
            random.choice(FERMENTS),
            random.uniform(0.7, 0.84),
            random.choice(("#d9534a", "#3f8f7c", "#f0a63c", "#f4efe2")),
            110,
        )
    scraps(c.at(640, 915), 520, 20)
    for turn, x in ((-40, 1130), (10, 1160), (60, 1190)):
        leaf(c.at(x, 850, turn=turn), 90, "#f0a63c", 0.7)
    pot(c.at(110, 800), 100)
    seedling(c.at(110, 720), 120)


def used_oil(c: Canvas) -> None:
    """Oil that goes into the jerrycan and not into the drain."""
    random = c.random
    room(c, 590)
    c.rect(250, 760, 380, 90, "#59646b", 12)
    c.rect(270, 744, 340, 22, "#3d474e", 8)
    c.bare().glow(440, 746, 100, "#5fb3e6", 0.6, 0.3)
    wok(c.at(440, 742, 1.35))
    jerrycan(
        c.at(870, 880, 1.6), random.choice(("#f0d35a", "#e6ecec", "#f2c79a")), level=random.uniform(0.35, 0.8)
    )
    c.polygon([(866, 520), (1000, 520), (950, 580), (942, 620), (928, 620), (920, 580)], "#d9534a")
    c.oval(933, 520, 67, 13, darker("#d9534a", 0.2))
    jar(c.at(1130, 850, 1.3), "#d9a84a", 0.6)
    c.oval(150, 880, 110, 26, "#fdf8ea")
    for n in range(4):
        c.oval(98 + n * 36, 868 - (n % 2) * 10, 26, 13, "#e0a94c")
        c.oval(94 + n * 36, 863 - (n % 2) * 10, 14, 6, "#f2cb78")


def electronics(c: Canvas) -> None:
    """A box for phones, cables and batteries that are done."""
    random = c.random
    room(c, 600, wood_colour="#a9744a")
    side = random.choice((-1, 1))
    box = c.at(640 + side * random.uniform(20, 170), 880, random.uniform(1.5, 1.85))
    for x, turn in ((-70, -18), (10, 6), (74, 16)):
        phone(box.at(x, -150, turn=turn))
    box.stroke(
        smooth_path([(-104, -150), (-150, -220), (-90, -250), (-40, -190), (-30, -150)], closed=False),
        7,
        "#33383d",
    )
    box.stroke(smooth_path([(30, -150), (60, -230), (120, -210), (110, -150)], closed=False), 6, "#e8e4da")
    box.shadow(0, 0, 160, 0.42)
    tint = random.choice(("#d2a46c", "#cda57a", "#9fb7a2"))
    box.polygon([(-130, -150), (130, -150), (122, 0), (-122, 0)], tint)
    box.polygon([(50, -150), (130, -150), (122, 0), (50, 0)], darker(tint, 0.14))
    box.polygon([(-130, -150), (-176, -118), (-160, -92), (-128, -112)], lighter(tint, 0.12))
    box.polygon([(130, -150), (178, -120), (160, -94), (127, -112)], darker(tint, 0.2))
    box.polygon([(-6, -112), (22, -112), (2, -76), (28, -76), (-22, -24), (-6, -62), (-30, -62)], "#f2c233")
    for x, y, turn in ((160, 880, 80), (250, 905, 96), (1010, 880, 70), (1080, 920, 100)):
        battery(c.at(x, y, 1.4, turn=turn))
    laptop(c.at(640 - side * random.uniform(380, 440), 790, 1.2))
    c.stroke(
        smooth_path([(220, 820), (300, 780), (330, 850), (260, 860), (350, 900)], closed=False), 7, "#33383d"
    )


def phone(c: Canvas) -> None:
    c.rect(-28, -80, 56, 104, "#2b2f33", 9)
    c.rect(-23, -70, 46, 78, "#5f8fa5", 3)
    c.polygon([(-23, -70), (10, -70), (-23, -20)], "#8fb8c9")
    c.stroke([(-10, -62), (4, -44), (-4, -38), (12, -14)], 2, "#dfeef2")


def battery(c: Canvas) -> None:
    c.rect(-12, -48, 24, 48, "#3f8f7c", 4)
    c.rect(-12, -48, 24, 16, "#f2c233", 4)
    c.rect(-5, -55, 10, 8, "#b9c2c8", 2)


def laptop(c: Canvas) -> None:
    c.polygon([(-96, -10), (96, -10), (124, 18), (-124, 18)], "#aab3b8")
    c.rect(-92, -136, 184, 126, "#3d474e", 8)
    c.rect(-82, -126, 164, 106, "#5f7f8f", 3)
    c.polygon([(-82, -126), (20, -126), (-60, -20), (-82, -20)], "#7f9fb0")


def refills(c: Canvas) -> None:
    """A flask, a lunch box, cutlery: the everyday kit."""
    random = c.random
    room(c, 600)
    first = random.uniform(380, 460)
    for n in range(random.choice((2, 3))):
        tumbler(
            c.at(first + n * 130, 860, 1.0),
            random.choice(("#3f8f7c", "#e0574f", "#3a78b5", "#f0a63c", "#f4efe2")),
            320 - n * 40,
        )
    lunch_box(c.at(first + 470, 880, 1.5), random.choice(("#8fb0a2", "#e9b8a2", "#7fb6c9")))
    for n, tint in enumerate(("#b9c2c8", "#b9c2c8", "#d8a55c")):
        c.taper([(180 + n * 40, 900), (210 + n * 40, 780)], 12, 8, tint)
        c.oval(213 + n * 40, 768, 14, 22, tint)
    leaf(c.at(1160, 900, turn=-50), 120, "#5f9c4c", 0.5)
    leaf(c.at(1160, 900, turn=10), 100, "#7fb84a", 0.5)


def lunch_box(c: Canvas, colour: str) -> None:
    c.shadow(0, 0, 150, 0.4)
    c.rect(-120, -84, 240, 84, colour, 20)
    c.rect(-120, -40, 240, 40, darker(colour, 0.14), 20)
    c.rect(-108, -116, 216, 44, "#fdf8ea", 12)
    for n in range(6):
        c.disc(-84 + n * 22, -110, 13, "#fbfaf4")
    c.oval(60, -112, 34, 18, "#e0a94c")
    for n in range(3):
        leaf(c.at(20 + n * 12, -102, turn=-20 + n * 20), 44, "#6fae4c", 0.6)


def evening(c: Canvas) -> None:
    """One lamp is enough."""
    random = c.random
    c.light = replace(c.light, tint=LAMPLIT)
    tone = random.choice(("#e9d3c0", "#d9e6da", "#e6dcc0"))
    wall(c, 0, 700, tone)
    side = random.choice((-1, 1))
    view(c, 640 + side * 340, 120, 320, 350)
    table(c, 700, "#a9744a")
    c.stroke([(640, -10), (640, 130)], 6, "#3a3436")
    bulb(c.at(640, 130), 60)
    ledge(c.at(640 - side * 330, 470))
    reader = Pose(
        hip=(0, -8), neck=(4, -108), hands=((70, -66), (62, -58)), feet=((60, 60), (52, 60)), tilt=10
    )
    person(c.at(420, 812, 1.75), anybody(random, random.choice(INDOORS)), reader, shadow=False)
    if random.random() < 0.7:
        person(c.at(860, 812, 1.45, flip=True), anybody(random, random.choice(INDOORS)), reader, shadow=False)
    table(c, 780, random.choice(("#b98a5a", "#8f6a4f")))
    c.polygon([(470, 792), (560, 772), (640, 792), (560, 812)], "#fdf8ea")
    c.polygon([(640, 792), (720, 772), (810, 792), (730, 812)], "#f4ead2")
    pot(c.at(1080, 880), 110, "#c46b45")
    fern(c.at(1080, 790), 130)
    c.bare().glow(640, 420, 620, "#ffdf9a", 0.24)


def meter(c: Canvas) -> None:
    """Counting kilowatt-hours."""
    random = c.random
    wall(c, 0, 820, random.choice(("#dbe4ea", "#f0e0c4", "#d9e6da")))
    c.rect(-40, 820, WIDTH + 80, 160, "#b98a5a")
    c.rect(-40, 820, WIDTH + 80, 14, "#8d6c4c")
    x = random.uniform(700, 820)
    c.shadow(x, 640, 190, 0.25)
    c.rect(x - 150, 210, 300, 400, "#f4efe2", 26)
    c.rect(x - 118, 250, 236, 130, "#33424c", 12)
    c.bare().rect(x - 98, 272, 196, 86, "#a9d89a", 6)
    for n in range(5):
        c.bare().rect(x - 84 + n * 36, 288, 24, 54, "#2f5d3f", 4)
        c.bare().rect(x - 78 + n * 36, 296 + (n % 2) * 20, 12, 16, "#a9d89a", 2)
    for n in range(12):
        c.rect(x - 96 + (n % 4) * 52, 410 + (n // 4) * 56, 38, 40, "#8fa5b0", 7)
    c.stroke([(x, 210), (x, 60), (x + 300, 60), (x + 300, -10)], 10, "#8a939b")
    person(
        c.at(x - 330, 930, 1.75),
        anybody(random, random.choice(INDOORS)),
        Pose(hands=((96, -250), (-14, -120))),
    )
    crate(c.at(1130, 930), 150)
    pot(c.at(120, 930), 120)
    fern(c.at(120, 832), 140)


def mending(c: Canvas) -> None:
    """Old timber becomes a chair."""
    random = c.random
    room(c, 560, wood_colour="#c9a876")
    chair(c.at(random.uniform(820, 920), 900, 1.7), random.choice(("#c08f5f", "#8fb0a2", "#e0a05a")))
    person(
        c.at(440, 930, 1.6),
        anybody(random, random.choice(("cap", "short", "peci"))),
        random.choice((CARRY, STAND)),
    )
    for n in range(5):
        c.polygon(
            [
                (80 + n * 12, 900 - n * 22),
                (330 + n * 10, 880 - n * 22),
                (334 + n * 10, 900 - n * 22),
                (84 + n * 12, 920 - n * 22),
            ],
            darker("#d3a873", 0.05 * n),
        )
    c.stroke([(610, 900), (700, 870)], 14, "#8d6c4c")
    c.rect(690, 846, 30, 44, "#6b767d", 4)
    for _ in range(18):
        x = random.uniform(520, 1150)
        c.stroke(smooth_path([(x, 930), (x + 10, 920), (x + 20, 932)], closed=False), 4, "#e6c48f")


def chair(c: Canvas, colour: str) -> None:
    c.shadow(0, 0, 110, 0.4)
    for x, top in ((-70, -270), (62, -128)):
        c.stroke([(x, 0), (x, top)], 17, darker(colour, 0.2))
    for x, top in ((-44, -280), (88, -118)):
        c.stroke([(x, -14), (x, top)], 17, colour)
    for n in range(3):
        c.rect(-78, -262 + n * 40, 46, 24, lighter(colour, 0.12), 4)
    c.polygon([(-84, -136), (76, -136), (104, -112), (-58, -112)], lighter(colour, 0.2))
    c.rect(-60, -112, 164, 15, darker(colour, 0.12), 3)
