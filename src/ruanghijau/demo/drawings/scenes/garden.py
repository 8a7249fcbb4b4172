"""Soil, seedlings, gardens, fields and forests."""

from ruanghijau.demo.drawings.buildings import fence, house, skyline
from ruanghijau.demo.drawings.canvas import HEIGHT, WIDTH, Canvas
from ruanghijau.demo.drawings.curves import blob, ridge, smooth_path
from ruanghijau.demo.drawings.figures import (
    BEND,
    CARRY,
    CROUCH,
    DIG,
    KNEEL,
    POINT,
    STAND,
    WAVE,
    anybody,
    person,
)
from ruanghijau.demo.drawings.land import hills, meadow, stone, tuft, tufts, volcano
from ruanghijau.demo.drawings.light import blend, darker, lighter
from ruanghijau.demo.drawings.plants import (
    GREENS,
    bamboo,
    banana,
    bush,
    crown,
    fern,
    leaf,
    palm,
    pot,
    seedling,
    tree,
    wood,
)
from ruanghijau.demo.drawings.scenes.backdrops import countryside, town
from ruanghijau.demo.drawings.sky import birds, mist, sky
from ruanghijau.demo.drawings.tools import crate, hoe, spade, watering_can
from ruanghijau.demo.drawings.waste import scraps


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


def nursery(c: Canvas) -> None:
    """Rows of seedlings in bags under a shade net."""
    random = c.random
    countryside(c, 520)
    c.polygon([(60, 250), (1220, 210), (1300, 330), (-20, 370)], "#2f5d4f", 0.55)
    for x, top in ((90, 262), (640, 236), (1190, 218)):
        c.stroke([(x, top), (x, 700)], 13, "#c9a876")
    kind = random.choice(("#6cb34d", "#57a35c", "#8fbf4a"))
    for row, (y, scale) in enumerate(((600, 0.8), (690, 1.0), (795, 1.25), (920, 1.55))):
        gap = 84 * scale
        for n in range(-1, int(WIDTH / gap) + 2):
            x = n * gap + (row % 2) * gap / 2
            if not 520 < x < 770 or row < 2:
                polybag(c.at(x, y, scale), kind)
    person(c.at(640, 850, 1.3), anybody(random), random.choice((CROUCH, KNEEL, BEND)))
    watering_can(c.at(560, 925, 1.1, flip=True), random.choice(("#3f8f7c", "#e0574f", "#3a78b5")))


def polybag(c: Canvas, green: str) -> None:
    c.polygon([(-24, -46), (24, -46), (21, 0), (-21, 0)], "#33383d")
    c.polygon([(8, -46), (24, -46), (21, 0), (8, 0)], "#23272b")
    c.oval(0, -46, 24, 7, "#5b3f2c")
    seedling(c.at(0, -46), 70 * c.random.uniform(0.8, 1.15), blend(green, "#4f9a4a", c.random.random() * 0.4))


def city_garden(c: Canvas) -> None:
    """Raised beds between houses and high-rises."""
    random = c.random
    town(c, 560, paved=False)
    c.smooth([(420, 980), (560, 700), (620, 590), (700, 590), (780, 700), (900, 980)], "#d9c6a0")
    for x, y, scale in ((250, 700, 1.0), (1040, 690, 1.0), (190, 880, 1.35), (1120, 880, 1.35)):
        bed(c.at(x, y, scale))
    person(c.at(630, 800, 1.15), anybody(random), random.choice((CARRY, WAVE, STAND)))
    crate(c.at(705, 672, 0.6), 130)
    person(c.at(820, 880, 1.25, flip=random.random() < 0.5), anybody(random), random.choice((CROUCH, BEND)))
    watering_can(c.at(520, 910, 1.2), "#e0574f")


def bed(c: Canvas) -> None:
    """A raised bed with whatever grows in it."""
    c.shadow(0, 0, 200, 0.35, 0.12)
    c.rect(-180, -86, 360, 30, "#5b3f2c", 6)
    what = c.random.choice(("lettuce", "chilli", "tomato", "leek"))
    for n in range(7):
        x = -156 + n * 52
        if what == "lettuce":
            for turn in (-58, -30, 0, 30, 58):
                leaf(c.at(x, -68, turn=turn), 52, c.random.choice(("#8fca5a", "#7fb84a", "#a5d46a")), 0.6)
        elif what == "leek":
            fern(c.at(x, -68), 70, "#5fa86a", 5)
        else:
            seedling(c.at(x, -68), 92, "#4f9a4a", 5)
            for _ in range(4):
                spot = (x + c.random.uniform(-22, 22), -68 - c.random.uniform(24, 74))
                if what == "tomato":
                    c.disc(*spot, 8, "#e2574c")
                else:
                    c.taper(
                        [spot, (spot[0] + 3, spot[1] + 20)],
                        7,
                        2,
                        c.random.choice(("#e2574c", "#e8863c", "#e2574c")),
                    )
    c.rect(-190, -62, 380, 62, "#b98a5a", 4)
    c.rect(-190, -34, 380, 5, "#96693f")
    for x in (-190, 172):
        c.rect(x, -72, 18, 72, "#96693f", 3)


def hydroponics(c: Canvas) -> None:
    """Lettuce in pipes on a roof terrace."""
    random = c.random
    sky(c, 560, 3)
    skyline(c, 600, haze=0.42, tall=300)
    c.shade([(-40, 590), (WIDTH + 40, 590), (WIDTH + 40, 980), (-40, 980)], "#d8cfbf", "#b9ad9a")
    c.rect(-40, 560, WIDTH + 80, 44, "#efe6d6")
    c.rect(-40, 596, WIDTH + 80, 10, "#c2b59f")
    green = random.choice((("#8fca5a", "#a5d46a"), ("#b0566a", "#8f4560"), ("#6fae4c", "#8fbf5a")))
    for x in (250, 900):
        for side in (-1, 1):
            c.stroke([(x + side * 40, 890), (x, 420)], 10, "#8a939b")
    for row, y in enumerate((480, 600, 720)):
        c.rect(130, y, 900, 46, "#f3f5f4", 23)
        c.rect(130, y + 28, 900, 18, "#d3dadb", 9)
        for n in range(9):
            x = 190 + n * 96 + (row % 2) * 30
            c.oval(x, y + 4, 26, 7, "#3d474e")
            for turn in (-64, -34, 0, 34, 64):
                leaf(
                    c.at(x, y + 4, turn=turn + random.uniform(-6, 6)),
                    random.uniform(58, 74),
                    random.choice(green),
                    0.6,
                )
    c.rect(150, 800, 130, 100, "#3a78b5", 12)
    c.stroke([(216, 800), (150, 740), (140, 520)], 8, "#59646b")
    person(c.at(1120, 900, 1.35, flip=True), anybody(random), random.choice((POINT, CARRY)))
    pot(c.at(60, 900, 1.2), 110)
    fern(c.at(60, 806), 130)


def green_alley(c: Canvas) -> None:
    """A kampung lane lined with pots."""
    random = c.random
    sky(c, 560, 3)
    tree(c.at(640, 590, haze=0.2), 300, shadow=False)
    c.shade([(520, 560), (760, 560), (1180, 980), (100, 980)], "#d9ccb4", "#bba98c")
    for side in (-1, 1):
        lane_wall(c.at(640, 0, flip=side < 0))
    for n in range(6):
        y = 600 + n * 62
        reach, scale = 150 + n * 74, 0.5 + n * 0.17
        for side in (-1, 1):
            view = c.at(640 + side * reach, y, scale)
            pot(view, 84, random.choice(("#c46b45", "#3a78b5", "#f0a63c", "#f4efe2", "#3f8f7c")))
            plant = random.choice((fern, seedling))
            plant(view.at(0, -68), random.uniform(90, 130), random.choice(GREENS))
    person(c.at(560, 820, 1.0), anybody(random), random.choice((STAND, WAVE)))
    person(c.at(740, 850, 0.78, flip=True), anybody(random), random.choice((WAVE, STAND)))


def lane_wall(c: Canvas) -> None:
    """One side of the lane, in perspective, on the right of the origin."""
    tone = c.random.choice(("#f0a63c", "#7fb6c9", "#e9b8a2", "#a8c98f", "#e2d19a"))
    c.shade(
        [(110, 260), (660, -60), (660, 960), (540, 960), (110, 580)], lighter(tone, 0.2), darker(tone, 0.06)
    )
    c.polygon([(96, 276), (660, -40), (660, -110), (80, 236)], "#a3482f")
    for x, top, wide, high in ((180, 300, 66, 100), (300, 262, 96, 150), (470, 210, 140, 220)):
        c.polygon(
            [(x, top + 18), (x + wide, top - 14), (x + wide, top + high), (x, top + high * 0.86)], "#fbf6ea"
        )
        c.polygon(
            [
                (x + 8, top + 26),
                (x + wide - 8, top - 2),
                (x + wide - 8, top + high - 12),
                (x + 8, top + high * 0.82),
            ],
            "#5f8fa5",
        )
    for n in range(7):
        part = n / 6
        x, y = 140 + 420 * part, 470 + 60 * part
        crown(c.at(x, y + 20), 20 + 26 * part, 26 + 34 * part, c.random.choice(GREENS))


def planting(c: Canvas) -> None:
    """Trees for a bare slope."""
    random = c.random
    countryside(c, 600, trees=False, colour="#9db46a")
    for n in range(9):
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
        c.bare().polygon([(x, 0), (x + 70, 0), (x - 190, 900), (x - 330, 900)], c.light.sun, 0.13)
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


def peatland(c: Canvas) -> None:
    """A blocked canal in a peat forest: tea-coloured water that stays."""
    random = c.random
    sky(c, 470, 3)
    wood(c, hills(c, 470, 30, "#6a9a6a", 0.4, 7), 90, "#5f8f5a", 0.36, 48)
    meadow(c, 500, "#8a9a58")
    for n in range(5):
        x = random.choice((random.uniform(20, 380), random.uniform(900, 1260)))
        view = c.at(x, random.uniform(540, 600), haze=0.2)
        view.taper([(0, 0), (random.uniform(-14, 14), -random.uniform(190, 300))], 16, 5, "#7a6a5a")
    water = [(590, 500), (690, 500), (1060, 980), (230, 980)]
    c.shade(water, "#a9865f", "#5b3a24")
    c.bare().polygon([(600, 500), (680, 500), (800, 700), (480, 700)], c.light.horizon, 0.28)
    for y, half, scale in ((590, 122, 0.5), (760, 250, 1.0)):
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


def banana_yard(c: Canvas) -> None:
    """A back yard that feeds a family."""
    random = c.random
    countryside(c, 560)
    house(c.at(640, 660, haze=0.02), 520)
    fence(c, -20, 360, 700)
    fence(c, 920, 1300, 700)
    banana(c.at(170, 760), 420)
    palm(c.at(1150, 730), 470, -70)
    for x, y, scale in ((330, 850, 1.1), (950, 850, 1.1)):
        bed(c.at(x, y, scale))
    person(c.at(640, 890, 1.25), anybody(random), random.choice((CARRY, BEND)))
    if random.random() < 0.5:
        bush(c.at(1190, 900), 150, flowers="#e8778a")
    watering_can(c.at(760, 920), "#3a78b5")
