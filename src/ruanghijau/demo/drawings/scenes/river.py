"""Rivers and those who live on them."""

from ruanghijau.demo.drawings.buildings import WALLS, door, tiles, window
from ruanghijau.demo.drawings.canvas import HEIGHT, WIDTH, Canvas
from ruanghijau.demo.drawings.figures import BEND, CARRY, PICK, SIT, STAND, WAVE, anybody, person
from ruanghijau.demo.drawings.kitchen import basket
from ruanghijau.demo.drawings.land import hills, river, sea
from ruanghijau.demo.drawings.light import darker, lighter
from ruanghijau.demo.drawings.litter import bag, litter
from ruanghijau.demo.drawings.machines import jukung, trap
from ruanghijau.demo.drawings.plants import bamboo, bush, wood
from ruanghijau.demo.drawings.scenes.backdrops import countryside, town
from ruanghijau.demo.drawings.scenes.sea import sailor
from ruanghijau.demo.drawings.sky import sky
from ruanghijau.demo.drawings.waste import sack


def riverside(c: Canvas) -> None:
    """Houses on stilts along a broad river."""
    random = c.random
    sky(c, 430, 3)
    wood(c, hills(c, 430, 40, "#5f9c78", 0.42, 7), 84, "#4f8a5a", 0.36, 52)
    sea(c, 440, HEIGHT + 20, "#8aa58c", "#7fa3a0")
    for n in range(5):
        stilt_house(c.at(60 + n * 300 + random.uniform(-30, 30), 560, random.uniform(0.8, 1.05), haze=0.08))
    jetty(c, 640)
    boat = c.at(random.uniform(480, 760), 800, 1.25)
    sailor(boat.at(40, -44, 0.78), random.choice(("caping", "hijab", "peci")))
    basket(boat.at(-90, -22, 0.42))
    jukung(boat, random.choice(("#3a78b5", "#e0574f", "#3f8f7c")))
    boat.stroke([(90, -90), (150, 26)], 6, "#8d6c4c")
    for _ in range(7):
        c.oval(
            random.uniform(60, 1220),
            random.uniform(690, 940),
            random.uniform(24, 46),
            9,
            random.choice(("#5f9c4c", "#7fae48")),
            0.9,
        )


def stilt_house(c: Canvas) -> None:
    wall = c.random.choice(WALLS)
    c.oval(0, 66, 160, 12, "#1b3a4a", 0.22)
    for x in (-110, -40, 40, 110):
        c.stroke([(x, -6), (x, 64)], 10, "#6d5040")
    c.rect(-150, -12, 300, 16, "#9a7650")
    c.rect(-122, -130, 244, 120, wall)
    for n in range(8):
        c.rect(-122, -130 + n * 15, 244, 2, darker(wall, 0.16))
    door(c.at(-52, -12), 44)
    window(c.at(52, -52), 58)
    tiles(c.at(0, -128), 250, c.random.choice(("#8d4a3a", "#5f7a85", "#a3482f")))


def jetty(c: Canvas, y: float) -> None:
    for n in range(9):
        c.stroke([(n * 160, y - 10), (n * 160, y + 50)], 10, "#6d5040")
    c.rect(-20, y - 20, WIDTH + 40, 17, "#b08a5c")
    c.rect(-20, y - 6, WIDTH + 40, 6, "#7a5a3a")
    person(
        c.at(c.random.uniform(180, 1100), y - 20, 0.62),
        anybody(c.random),
        c.random.choice((WAVE, STAND, CARRY)),
        shadow=False,
    )


def river_cleaning(c: Canvas) -> None:
    """A barrier of drums that holds what the river brings."""
    random = c.random
    if random.random() < 0.5:
        countryside(c, 500)
    else:
        town(c, 500, paved=False)
    left, right = river(c, 500, 120, 1160, random.choice(("#6fa5a0", "#8fa58a", "#7d9c96")))
    bamboo(c.at(70, 700), 460, 5)
    bush(c.at(1210, 720), 170)
    middle = len(left) * 2 // 3
    x0, x1, y = left[middle][0] - 10, right[middle][0] + 10, left[middle][1]
    litter(c, (x0 + 20, y - 120, x1 - 20, y - 20), 24, 0.9)
    trap(c.at(x0, y, (x1 - x0) / 640), 7)
    person(c.at(x0 - 60, y + 60, 1.1), anybody(random, random.choice(("cap", "short", "hijab"))), PICK)
    sack(c.at(x0 - 170, y + 80), "#4d5a63", 130)
    person(c.at(x1 + 70, y + 50, 1.1, flip=True), anybody(random), random.choice((BEND, CARRY)))
    sack(c.at(x1 + 160, y + 90), "#d8cdb4", 130, full=False)
    if random.random() < 0.6:
        rubber_boat(c.at(640, 880, 1.15), random.choice(("#e58a3a", "#e0574f", "#f2c233")))


def rubber_boat(c: Canvas, colour: str) -> None:
    c.oval(0, 8, 190, 16, "#1b3a4a", 0.25)
    for x, flip in ((-70, False), (60, True)):
        person(c.at(x, -34, 0.78, flip=flip), anybody(c.random), SIT, shadow=False)
    bag(c.at(0, -40, 1.2))
    c.rect(-180, -52, 360, 56, colour, 28)
    c.rect(-180, -22, 360, 26, darker(colour, 0.18), 13)
    c.rect(-130, -36, 260, 7, lighter(colour, 0.4), 3)
