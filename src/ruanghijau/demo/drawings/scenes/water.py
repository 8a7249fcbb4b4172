"""Lakes, rain, tides and drinking water."""

from ruanghijau.demo.drawings.buildings import house
from ruanghijau.demo.drawings.canvas import HEIGHT, Canvas
from ruanghijau.demo.drawings.curves import smooth_path
from ruanghijau.demo.drawings.figures import BEND, CARRY, POINT, STAND, WAVE, Pose, anybody, person
from ruanghijau.demo.drawings.land import hills, meadow, sea, stone, tufts, volcano
from ruanghijau.demo.drawings.light import lighter
from ruanghijau.demo.drawings.litter import bottle, litter
from ruanghijau.demo.drawings.machines import barrel, jukung
from ruanghijau.demo.drawings.plants import banana, bush, fern, palm, pot, tree, wood
from ruanghijau.demo.drawings.scenes.backdrops import countryside
from ruanghijau.demo.drawings.scenes.river import stilt_house
from ruanghijau.demo.drawings.sky import birds, mist, rain, sky
from ruanghijau.demo.drawings.tools import watering_can


def rain_harvest(c: Canvas) -> None:
    """Rain from the roof, through the gutter, into the drum."""
    random = c.random
    countryside(c, 620, trees=True)
    wide = 640
    base = c.at(470, 800)
    house(base, wide)
    eaves = -wide * 0.44
    base.rect(-wide * 0.6, eaves + 4, wide * 1.2, 17, "#cfd6da", 8)
    base.stroke(
        [(wide * 0.57, eaves + 14), (wide * 0.57, eaves + 60), (wide * 0.7, eaves + 92), (wide * 0.7, -190)],
        17,
        "#b9c2c8",
    )
    barrel(c.at(470 + wide * 0.7, 850, 1.35), random.choice(("#3a78b5", "#3f8f7c", "#4d5a63")))
    if random.random() < 0.6:
        barrel(c.at(470 + wide * 0.7 + 170, 870, 1.35), "#3a78b5")
    person(c.at(760, 890, 1.2), anybody(random), random.choice((POINT, CARRY, STAND)))
    watering_can(c.at(820, 925), "#e0574f")
    banana(c.at(90, 850), 360)
    for n in range(3):
        pot(c.at(230 + n * 96, 860), 76, random.choice(("#c46b45", "#f4efe2", "#f0a63c")))
        fern(c.at(230 + n * 96, 798), 84)
    if c.light.name == "rain":
        rain(c)


def water_filter(c: Canvas) -> None:
    """Two drums of sand and charcoal that make water clear."""
    random = c.random
    countryside(c, 600)
    stilt = c.at(250, 700)
    stilt_house(stilt)
    upper, lower = c.at(560, 700), c.at(770, 880)
    c.rect(480, 700, 160, 18, "#9a7650", 4)
    for x in (494, 618):
        c.stroke([(x, 712), (x, 880)], 14, "#8d6c4c")
    filter_drum(upper, ("#8fa5b0", "#c9b48a", "#3a3436", "#9a9a92"))
    c.stroke([(610, 676), (700, 676), (700, 712), (770, 712)], 12, "#cfd6da")
    filter_drum(lower, ("#a9d8e6", "#d9c79a", "#3a3436", "#b5b5aa"))
    c.smooth([(842, 846), (852, 846), (850, 900), (842, 900)], "#a9d8e6", 0.9)
    c.polygon([(812, 890), (884, 890), (874, 942), (822, 942)], "#e0574f")
    c.oval(848, 890, 36, 8, "#a9d8e6")
    person(c.at(1000, 910, 1.25, flip=True), anybody(random), random.choice((BEND, POINT)))
    person(c.at(1150, 880, 0.85, flip=True), anybody(random), random.choice((WAVE, STAND)))
    palm(c.at(70, 720, haze=0.06), 440, 70)
    bush(c.at(1200, 700), 160)


def filter_drum(c: Canvas, layers: tuple[str, ...]) -> None:
    c.rect(-76, -190, 152, 190, "#dbe6ea", 18)
    for n, tone in enumerate(layers):
        c.rect(-64, -172 + n * 42, 128, 42, tone)
        for _ in range(12):
            c.oval(
                c.random.uniform(-56, 56),
                -166 + n * 42 + c.random.uniform(2, 32),
                4,
                3,
                lighter(tone, 0.3),
                0.7,
            )
    c.rect(-80, -200, 160, 18, "#3a78b5", 8)
    c.stroke([(-58, -160), (-58, -16)], 5, "#ffffff", 0.5)
    c.rect(66, -36, 24, 10, "#8a939b", 3)


def lake(c: Canvas) -> None:
    """A lake between high slopes."""
    random = c.random
    sky(c, 470, 3)
    volcano(c, random.uniform(200, 500), 470, 1.0, 0.58)
    volcano(c, random.uniform(750, 1100), 470, 1.2, 0.5)
    wood(c, hills(c, 462, 90, "#6f9c7a", 0.42), 30, "#4f8a6a", 0.38)
    sea(c, 480, 760, "#4fa5b8", "#5f9cb5")
    mist(c, 486, 50, 0.5)
    line = hills(c, 760, 60, "#8fb063", 0.0, 4)
    c.shade([*line, (1340, 990), (-60, 990)], "#9dbd6a", "#6f9c4c")
    for n in range(8):
        x, y = 80 + n * 160 + random.uniform(-50, 50), random.uniform(790, 850)
        tree(c.at(x, y), random.uniform(100, 170))
    jukung(c.at(random.uniform(420, 900), 650, 0.6), random.choice(("#e0574f", "#3a78b5")))
    tufts(c, 40, 800, 950)
    person(c.at(random.uniform(300, 560), 920, 1.1), anybody(random), random.choice((POINT, STAND, WAVE)))
    person(
        c.at(random.uniform(640, 760), 925, 0.85, flip=True), anybody(random), random.choice((STAND, CARRY))
    )
    birds(c, 5, 640, 240)


def flooded(c: Canvas) -> None:
    """A coastal kampung under the tide."""
    random = c.random
    sky(c, 520, 3)
    for n in range(5):
        palm(
            c.at(n * 300 + random.uniform(0, 120), 560, haze=0.3),
            random.uniform(260, 340),
            random.uniform(-40, 40),
        )
    meadow(c, 560, "#7f9c72")
    wood(c, [(x, 566.0) for x in range(-20, 1320, 20)], 120, "#5f8f6a", 0.25, 60)
    for x, wide in ((170, 380), (640, 420), (1110, 380)):
        house(c.at(x + random.uniform(-20, 20), 710), wide)
    sea(c, 664, HEIGHT + 20, "#8fa59a", "#a9b5a8")
    for x in (170, 640, 1110):
        c.oval(x, 672, 200, 10, "#4d5a5a", 0.2)
        c.polygon([(x - 150, 680), (x + 150, 680), (x + 110, 790), (x - 110, 790)], "#c46b45", 0.1)
    board_walk(c)
    for x, flip in ((330, False), (900, True)):
        person(
            c.at(x, 850, 1.15, flip=flip), anybody(random), random.choice((CARRY, STAND, POINT)), shadow=False
        )
        c.oval(x, 856, 84, 16, "#a5b8ad")
        c.rect(x - 84, 852, 168, 60, "#96aca2", alpha=0.9, r=20)
    litter(c, (420, 860, 860, 930), 6, 0.8)
    gauge(c.at(640, 880))
    bottle(c.at(1120, 900, turn=80))


def board_walk(c: Canvas) -> None:
    for n in range(15):
        x = n * 92 - 20
        c.stroke([(x + 46, 760), (x + 46, 800)], 8, "#6d5040")
        c.rect(x, 744, 88, 16, ("#c9a876", "#b98f5c")[n % 2], 3)


def gauge(c: Canvas) -> None:
    """A staff on which the height of the tide is read."""
    c.rect(-14, -230, 28, 240, "#fdf8ea", 3)
    for n in range(12):
        c.rect(-14, -226 + n * 19, 16 if n % 2 else 28, 8, "#d9534a" if n > 6 else "#3a78b5")
    c.oval(0, 8, 44, 9, "#a5b8ad")


def waterfall(c: Canvas) -> None:
    """A small waterfall in the hills."""
    random = c.random
    sky(c, 380, 2)
    wood(c, hills(c, 380, 120, "#5f9c78", 0.4), 70, "#4f8a5a", 0.34, 50)
    for side in (-1, 1):
        cliff = [
            (640, 330),
            (640 + side * 300, 270),
            (640 + side * 700, 220),
            (640 + side * 700, 980),
            (640 + side * 250, 980),
            (640, 900),
        ]
        c.shade(cliff, "#7f8f84", "#4f5f58")
        for n in range(7):
            crowned = c.at(640 + side * random.uniform(180, 620), 330 + n * 70)
            fern(crowned, random.uniform(70, 130), random.choice(("#4f9a5a", "#6aa84a")), 9)
    c.shade([(560, 330), (720, 330), (760, 700), (520, 700)], "#eaf6f8", "#a9d8e6")
    for n in range(9):
        x = 566 + n * 18
        c.taper([(x, 334), (x + (n - 4) * 5, 690)], 3, 8, "#ffffff", 0.5)
    c.shade(smooth_path([(330, 740), (640, 680), (960, 740), (1180, 980), (100, 980)]), "#7cc4cf", "#3f97a8")
    c.glow(640, 710, 170, "#ffffff", 0.75, 0.4)
    for _ in range(12):
        stone(
            c.at(
                random.choice((random.uniform(120, 420), random.uniform(860, 1160))), random.uniform(770, 940)
            ),
            random.uniform(28, 66),
        )
    tree(c.at(140, 560), 460)
    tree(c.at(1170, 540), 430)
    person(
        c.at(random.choice((330, 960)), 880, 1.0),
        anybody(random),
        random.choice((STAND, WAVE, Pose(hands=((60, -260), (40, -250))))),
    )
