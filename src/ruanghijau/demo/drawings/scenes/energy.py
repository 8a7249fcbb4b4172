"""Roofs and fields that make electricity."""

from ruanghijau.demo.drawings.buildings import house
from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.figures import (
    CARRY,
    POINT,
    STAND,
    anybody,
    person,
)
from ruanghijau.demo.drawings.machines import panel
from ruanghijau.demo.drawings.plants import bush, fern, palm, pot
from ruanghijau.demo.drawings.scenes.backdrops import countryside


def solar_roof(c: Canvas) -> None:
    """A roof that earns its keep."""
    random = c.random
    countryside(c, 660)
    wide, roof = 760.0, random.choice(("#a3482f", "#8d4a3a", "#5f6f7a"))
    base = c.at(620, 850)
    house(base, wide, roof=roof)
    columns = random.choice((4, 5))
    panel(base.at(-wide * 0.36, -wide * 0.48), columns, 2, 96 if columns == 5 else 112)
    palm(c.at(1150, 780), 520, -90)
    for x in (130, 230):
        pot(c.at(x, 880), 80, random.choice(("#c46b45", "#f4efe2")))
        fern(c.at(x, 815), 90)
    if random.random() < 0.7:
        person(c.at(1080, 910, 1.15, flip=True), anybody(random), POINT)
    bush(c.at(60, 800), 170)


def solar_field(c: Canvas) -> None:
    """Panels in a row beside a village hall."""
    random = c.random
    countryside(c, 590)
    house(c.at(random.uniform(200, 330), 700, haze=0.04), 420)
    for row, (y, cell) in enumerate(((720, 56), (810, 78), (930, 106))):
        for n in range(3):
            x = 430 + n * cell * 4.6 - row * 130
            for leg in (0.6, 2.9):
                c.stroke([(x + leg * cell, y), (x + leg * cell, y + cell * 0.5)], 9, "#8a939b")
            panel(c.at(x, y), 4, 2, cell * 0.92)
    for x in (1120, 1210):
        person(c.at(x, 890, 1.1, flip=True), anybody(random), random.choice((POINT, STAND, CARRY)))
