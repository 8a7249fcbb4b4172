"""Forests, springs and fields."""

from ruanghijau.demo.drawings.canvas import HEIGHT, WIDTH, Canvas
from ruanghijau.demo.drawings.curves import blob, ridge
from ruanghijau.demo.drawings.figures import (
    BEND,
    CARRY,
    CROUCH,
    DIG,
    KNEEL,
    STAND,
    WAVE,
    anybody,
    person,
)
from ruanghijau.demo.drawings.land import hills, stone, tuft, volcano
from ruanghijau.demo.drawings.light import blend, darker, lighter
from ruanghijau.demo.drawings.plants import (
    bamboo,
    bush,
    crown,
    fern,
    palm,
    tree,
    wood,
)
from ruanghijau.demo.drawings.scenes.backdrops import countryside
from ruanghijau.demo.drawings.sky import birds, mist, sky


def forest(c: Canvas) -> None:
    """Layers of forest with light falling in."""
    random = c.random
    sky(c, 700, 1)
    tones = ("#7fae8f", "#5f9c78", "#4a8a62", "#3a7a50")
    for layer, tone in enumerate(tones):
        y, haze = 560 + layer * 78, (0.62, 0.42, 0.22, 0.06)[layer]
        view = c.at(0, 0, haze=haze)
        for n in range(9 - layer):
            x = (n + random.uniform(0.1, 0.9)) * WIDTH / (9 - layer)
            high = random.uniform(420, 640) + layer * 60
            trunk = view.at(x, y)
            trunk.taper(
                [(0, 30), (random.uniform(-14, 14), -high)], 26 + layer * 8, 12 + layer * 3, "#6d5040"
            )
            crown(trunk.at(0, -high), 110 + layer * 16, 96 + layer * 10, tone)
        edge = ridge(-60, WIDTH + 60, y, 40, random, 6)
        view.shade([*edge, (WIDTH + 60, HEIGHT), (-60, HEIGHT)], lighter(tone, 0.1), darker(tone, 0.16))
        if layer < 3:
            mist(c, y + 10, 90, 0.32)
    beam = random.uniform(250, 900)
    for n in range(3):
        x = beam + n * 150
        c.bare().polygon([(x, 0), (x + 70, 0), (x - 210, 1000), (x - 350, 1000)], c.light.sun, 0.13)
    for n in range(9):
        fern(
            c.at(n * 160 + random.uniform(-40, 40), 950),
            random.uniform(90, 150),
            random.choice(("#3f8a50", "#57a35c")),
            9,
        )
    birds(c, 3, 700, 180)


def terraces(c: Canvas) -> None:
    """Rice terraces below a volcano."""
    random = c.random
    sky(c, 420, 3)
    volcano(c, random.uniform(350, 900), 430, random.uniform(1.0, 1.35), 0.48, random.random() < 0.4)
    wood(c, hills(c, 420, 90, "#5f9c84", 0.45), 36, "#4f8a6a", 0.4)
    ripe = random.random() < 0.35
    for n in range(8):
        y = 430 + 8 * n * (n + 4) * 0.9
        tone = blend("#d9b84a" if ripe else "#a9cf5a", "#b58f3a" if ripe else "#4f9a4a", n / 8)
        if random.random() < 0.28:
            tone = "#9fc6cf"
        edge = ridge(-80, WIDTH + 80, y + 30, 30 + n * 4, random, 5)
        c.shade(
            [*edge, (WIDTH + 80, HEIGHT + 20), (-80, HEIGHT + 20)], lighter(tone, 0.16), darker(tone, 0.1)
        )
        c.stroke(edge, 3 + n * 0.8, darker("#6b5a32", 0.1), 0.55)
        for x, ey in edge[::2]:
            if tone != "#9fc6cf" and n > 2:
                tuft(c.at(x + random.uniform(-20, 20), ey + 20 + n * 6, 0.4 + n * 0.09), darker(tone, 0.12))
    palm(c.at(random.choice((120, 1150)), 640), 360, 40)
    if random.random() < 0.7:
        hut(c.at(random.uniform(420, 860), 560, 0.8))
    person(
        c.at(random.uniform(420, 860), 880, 1.05),
        anybody(random, "caping"),
        random.choice((BEND, DIG, STAND)),
    )


def hut(c: Canvas) -> None:
    """A shelter in the fields."""
    for x in (-52, 52):
        c.stroke([(x, 0), (x, -90)], 8, "#8d6c4c")
    c.rect(-66, -46, 132, 12, "#b98a5a")
    c.polygon([(-92, -84), (0, -150), (92, -84)], "#c9a35a")
    c.polygon([(0, -150), (92, -84), (22, -84)], "#a9823f")


def grove(c: Canvas) -> None:
    """A shaded spring where the neighbours take care of big old trees and bamboo."""
    random = c.random
    countryside(c, 560)
    bamboo(c.at(150, 760), 560, 7)
    tree(c.at(1030, 760), 560, "#3f8f5b")
    pool = blob(620, 830, 330, 92, random, 0.08)
    c.polygon([(x, y + 10) for x, y in pool], "#6f7f6a")
    c.polygon(pool, "#5fb3c0")
    c.polygon([(x * 0.8 + 124, y * 0.7 + 244) for x, y in pool], "#8fd0d8", 0.6)
    for n in range(12):
        x = 280 + n * 62 + random.uniform(-16, 16)
        stone(c.at(x, 770 if n % 2 else 905, 1), random.uniform(22, 44))
    fern(c.at(300, 760), 110)
    fern(c.at(930, 780), 120, "#57a35c")
    bush(c.at(1200, 860), 170, flowers="#f2c75c")
    person(c.at(400, 900, 1.15), anybody(random), random.choice((CROUCH, KNEEL)))
    person(c.at(870, 930, 1.15, flip=True), anybody(random), random.choice((WAVE, CARRY, STAND)))
