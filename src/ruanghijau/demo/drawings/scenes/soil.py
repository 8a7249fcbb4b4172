"""What happens in the ground, and on ground that has to be healed."""

from ruanghijau.demo.drawings.buildings import house
from ruanghijau.demo.drawings.canvas import HEIGHT, WIDTH, Canvas
from ruanghijau.demo.drawings.curves import ridge, smooth_path
from ruanghijau.demo.drawings.figures import (
    BEND,
    CARRY,
    CROUCH,
    DIG,
    KNEEL,
    POINT,
    STAND,
    anybody,
    person,
)
from ruanghijau.demo.drawings.kitchen import crate
from ruanghijau.demo.drawings.land import hills, meadow, stone, tuft, tufts
from ruanghijau.demo.drawings.light import darker
from ruanghijau.demo.drawings.litter import scraps
from ruanghijau.demo.drawings.plants import (
    leaf,
    seedling,
    tree,
    wood,
)
from ruanghijau.demo.drawings.scenes.backdrops import countryside
from ruanghijau.demo.drawings.sky import sky
from ruanghijau.demo.drawings.tools import hoe, spade


def infiltration(c: Canvas) -> None:
    """A cut through the ground: tubes that take leaves and rain down to the roots."""
    random = c.random
    ground = 430
    sky(c, ground - 10, 3)
    wood(c, hills(c, ground - 20, 60, "#6aa65e", 0.35), 80, "#4f8a5a", 0.28, 70)
    house(c.at(random.uniform(180, 330), ground + 14), 380)
    earth(c, ground)
    tree_x = random.uniform(560, 700)
    roots(c.at(tree_x, ground + 10))
    tree(c.at(tree_x, ground + 16), 390, shadow=False)
    for x in (300, 460, 900):
        tube(c.at(x + random.uniform(-20, 20), ground + 12))
    person(c.at(1080, ground + 20, 0.95, flip=True), anybody(random), DIG, shadow=False)
    c.stroke([(1024, ground - 190), (1024, ground + 190)], 8, "#59646b")
    c.stroke([(990, ground - 130), (1058, ground - 130)], 9, "#8a6a3a")
    scraps(c.at(410, ground + 6), 150, 9)
    for _ in range(6):
        worm(c.at(random.uniform(120, 1180), random.uniform(ground + 110, 860), turn=random.uniform(-30, 30)))
    for _ in range(14):
        stone(c.at(random.uniform(20, 1260), random.uniform(ground + 190, 940), 0.9), random.uniform(9, 24))


def earth(c: Canvas, ground: float) -> None:
    layers = (
        (0, "#6aa84f", "#5b9447"),
        (26, "#6b4a32", "#5d402b"),
        (210, "#8a6140", "#79543a"),
        (390, "#a87d55", "#8f6845"),
    )
    for depth, top, bottom in layers:
        edge = ridge(-60, WIDTH + 60, ground + depth + 10, 16 if depth else 6, c.random, 7)
        c.shade([*edge, (WIDTH + 60, HEIGHT + 20), (-60, HEIGHT + 20)], top, bottom)
    for _ in range(120):
        x, y = c.random.uniform(0, WIDTH), c.random.uniform(ground + 50, HEIGHT)
        c.oval(
            x,
            y,
            c.random.uniform(2, 6),
            c.random.uniform(1.5, 4),
            c.random.choice(("#4a3324", "#c9a27a", "#7a5638")),
            0.5,
        )
    for n in range(46):
        tuft(c.at(n * 29, ground + c.random.uniform(6, 14), c.random.uniform(0.5, 1)))


def tube(c: Canvas) -> None:
    c.rect(-30, 0, 60, 330, "#3d2a1c", 10)
    c.rect(-34, -4, 9, 330, "#cfd6da", 3)
    c.rect(25, -4, 9, 330, "#b9c2c8", 3)
    for row in range(9):
        for x in (-29.5, 29.5):
            c.disc(x, 30 + row * 33, 2.6, "#59646b")
    for _ in range(44):
        y = c.random.uniform(40, 312)
        tone = c.random.choice(("#b98a3e", "#9c6b34", "#7fb04a", "#c9a14f", "#5b3f2c"))
        leaf(c.at(c.random.uniform(-19, 19), y, turn=c.random.uniform(0, 360)), 24, tone, 0.5)
    c.rect(-42, -12, 84, 14, "#8a939b", 6)
    for drop in (0, 1, 2):
        for side in (-1, 1):
            y = 120 + drop * 84
            c.stroke([(side * 40, y), (side * 76, y + 22)], 4, "#7cc4e0", 0.75)
            c.smooth(
                [(side * 84, y + 18), (side * 92, y + 34), (side * 84, y + 42), (side * 76, y + 34)],
                "#7cc4e0",
                0.85,
            )


def roots(c: Canvas) -> None:
    for lean, deep in ((-210, 210), (-120, 300), (-20, 340), (90, 300), (190, 200)):
        c.taper(
            smooth_path(
                [(0, 0), (lean * 0.3, deep * 0.3), (lean * 0.8, deep * 0.66), (lean, deep)], closed=False
            ),
            20,
            3,
            "#8d6c4c",
        )


def worm(c: Canvas) -> None:
    c.taper(smooth_path([(-34, 0), (-14, -9), (8, 7), (32, -4)], closed=False), 9, 6, "#e09a8f")
    c.stroke([(-4, -3), (4, 3)], 9, "#c97b74")


def planting(c: Canvas) -> None:
    """Trees for a bare slope."""
    random = c.random
    countryside(c, 600, trees=False, colour="#9db46a")
    for _n in range(9):
        x, y = random.uniform(60, 1220), random.uniform(640, 760)
        scale = 0.5 + (y - 640) / 240
        seedling(c.at(x, y, scale), 80)
        c.at(x, y, scale).stroke([(16, 4), (16, -90)], 4, "#c9a876")
    c.oval(660, 890, 130, 32, "#6b4a32")
    c.oval(660, 884, 96, 20, "#4a3324")
    seedling(c.at(660, 884), 150, "#5fae4c", 5)
    person(c.at(520, 890, 1.3), anybody(random), CROUCH)
    spade(c.at(875, 740, 1.25, turn=14))
    person(
        c.at(820, 890, 1.3, flip=True),
        anybody(random, random.choice(("caping", "cap", "peci"))),
        random.choice((STAND, KNEEL, CROUCH)),
    )
    person(c.at(220, 820, 1.05), anybody(random), CARRY)
    crate(c.at(286, 670, 0.62), 130)
    seedling(c.at(286, 620, 0.8), 70)
    person(c.at(1090, 800, 1.0, flip=True), anybody(random), random.choice((DIG, BEND)))
    hoe(c.at(1040, 660, 1.0))


def peatland(c: Canvas) -> None:
    """A blocked canal in a peat forest: tea-coloured water that stays."""
    random = c.random
    sky(c, 470, 3)
    wood(c, hills(c, 470, 30, "#6a9a6a", 0.4, 7), 90, "#5f8f5a", 0.36, 48)
    meadow(c, 500, "#8a9a58")
    for _n in range(5):
        x = random.choice((random.uniform(20, 380), random.uniform(900, 1260)))
        view = c.at(x, random.uniform(540, 600), haze=0.2)
        view.taper([(0, 0), (random.uniform(-14, 14), -random.uniform(190, 300))], 16, 5, "#7a6a5a")
    water = [(590, 500), (690, 500), (1060, 980), (230, 980)]
    c.shade(water, "#a9865f", "#5b3a24")
    c.bare().polygon([(600, 500), (680, 500), (800, 700), (480, 700)], c.light.horizon, 0.28)
    for y, half, scale in ((590.0, 122, 0.5), (760.0, 250, 1.0)):
        dam(c.at(642, y, scale), half / scale)
    for _ in range(12):
        side = random.choice((-1, 1))
        y = random.uniform(600, 930)
        x = 640 + side * (120 + (y - 500) * 0.84 + random.uniform(20, 190))
        seedling(c.at(x, y, 0.5 + (y - 560) / 380), 110, "#5f9c4c", 5)
    tufts(c, 24, 560, 700, "#6f8a44")
    person(
        c.at(random.choice((250, 1040)), 870, 1.2, flip=random.random() < 0.5),
        anybody(random),
        random.choice((BEND, CARRY, POINT)),
    )


def dam(c: Canvas, half: float) -> None:
    """Logs and earth bags across a canal."""
    for n in range(int(half / 11)):
        x = -half + n * 22 + 11
        tone = darker("#a9814f", c.random.uniform(0, 0.25))
        c.rect(x - 10, -92 + c.random.uniform(-12, 8), 20, 150, tone, 8)
    c.rect(-half - 26, -66, 2 * half + 52, 17, "#8d6c4c", 8)
    for n in range(int(half / 32)):
        c.oval(-half + 32 + n * 64, 34, 40, 19, "#d8cdb4")
        c.oval(-half + 26 + n * 64, 29, 26, 9, "#ebe2cc")
