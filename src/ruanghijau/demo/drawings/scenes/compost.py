"""Composting, in the garden and in the kitchen."""

from ruanghijau.demo.drawings.buildings import fence
from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.figures import (
    CARRY,
    anybody,
    person,
)
from ruanghijau.demo.drawings.kitchen import basket
from ruanghijau.demo.drawings.light import darker, lighter
from ruanghijau.demo.drawings.litter import compost, scraps
from ruanghijau.demo.drawings.plants import banana, bush, fern, leaf, pot
from ruanghijau.demo.drawings.scenes.backdrops import countryside, room
from ruanghijau.demo.drawings.tools import rake, watering_can


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
