"""Gardens, nurseries and green lanes."""

from ruanghijau.demo.drawings.buildings import fence, house, skyline
from ruanghijau.demo.drawings.canvas import WIDTH, Canvas
from ruanghijau.demo.drawings.figures import (
    BEND,
    CARRY,
    CROUCH,
    KNEEL,
    POINT,
    STAND,
    WAVE,
    anybody,
    person,
)
from ruanghijau.demo.drawings.kitchen import crate
from ruanghijau.demo.drawings.light import blend, darker, lighter
from ruanghijau.demo.drawings.plants import (
    GREENS,
    banana,
    bush,
    crown,
    fern,
    leaf,
    palm,
    pot,
    seedling,
    tree,
)
from ruanghijau.demo.drawings.scenes.backdrops import countryside, town
from ruanghijau.demo.drawings.sky import sky
from ruanghijau.demo.drawings.tools import watering_can


def nursery(c: Canvas) -> None:
    """Rows of seedlings in bags under a shade net."""
    random = c.random
    countryside(c, 520)
    c.polygon([(60, 250), (1220, 210), (1300, 330), (-20, 370)], "#2f5d4f", 0.55)
    for post, top in ((90, 262), (640, 236), (1190, 218)):
        c.stroke([(post, top), (post, 700)], 13, "#c9a876")
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
    c.shade([(-40, 560), (1320, 560), (1320, 980), (-40, 980)], "#d9ccb4", "#bba98c")
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
        crown(
            c.at(140 + 420 * part, 490 + 60 * part), 20 + 26 * part, 26 + 34 * part, c.random.choice(GREENS)
        )


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
