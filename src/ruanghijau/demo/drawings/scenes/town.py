"""Getting about, and the market."""

from ruanghijau.demo.drawings.buildings import pavement, skyline, stall
from ruanghijau.demo.drawings.canvas import HEIGHT, WIDTH, Canvas
from ruanghijau.demo.drawings.figures import (
    CARRY,
    POINT,
    SIT,
    STAND,
    WALK,
    WAVE,
    Pose,
    anybody,
    person,
)
from ruanghijau.demo.drawings.kitchen import basket, crate, shopping_bag
from ruanghijau.demo.drawings.light import darker, lighter
from ruanghijau.demo.drawings.machines import bicycle, bus, lamp_post, train
from ruanghijau.demo.drawings.plants import bush, fern, leaf, pot, tree
from ruanghijau.demo.drawings.scenes.backdrops import countryside, room, town
from ruanghijau.demo.drawings.sky import sky

PAINTS = ("#e0574f", "#3f8f7c", "#3a78b5", "#f0a63c", "#8a5aa0")


def road(c: Canvas, top: float, lane: str | None = None) -> None:
    """A road across the picture, with a cycle lane in front when its colour is given."""
    c.shade(
        [(-40, top), (WIDTH + 40, top), (WIDTH + 40, HEIGHT + 20), (-40, HEIGHT + 20)], "#7d858a", "#646c72"
    )
    c.rect(-40, top - 12, WIDTH + 80, 16, "#d9d2c2")
    for n in range(8):
        c.rect(n * 190 - 60, top + 76, 104, 9, "#f4efe2")
    if lane:
        c.shade(
            [(-40, top + 130), (WIDTH + 40, top + 130), (WIDTH + 40, HEIGHT + 20), (-40, HEIGHT + 20)],
            lighter(lane, 0.1),
            darker(lane, 0.1),
        )
        c.rect(-40, top + 126, WIDTH + 80, 8, "#fdf8ea")


def cycling(c: Canvas) -> None:
    """On the way to work, by bicycle."""
    random = c.random
    town(c, 600)
    tree(c.at(random.uniform(100, 300), 690), 400)
    tree(c.at(random.uniform(960, 1180), 690), 420)
    lamp_post(c.at(random.uniform(500, 760), 690), 400)
    road(c, 700, "#5aa47f")
    if random.random() < 0.5:
        bus(c.at(random.uniform(900, 1200), 790, 0.62, haze=0.06), random.choice(PAINTS))
    first = random.uniform(330, 460)
    bicycle(c.at(first, 900, 1.25), random.choice(PAINTS), anybody(random))
    if random.random() < 0.65:
        bicycle(c.at(first + random.uniform(400, 460), 880, 1.1), random.choice(PAINTS), anybody(random))


def parked(c: Canvas) -> None:
    """Bicycles in the shade, waiting for their people."""
    random = c.random
    countryside(c, 600)
    pavement(c, 740)
    tree(c.at(640, 760), 560)
    c.rect(330, 720, 240, 16, "#b98a5a", 5)
    for x in (360, 540):
        c.stroke([(x, 736), (x, 790)], 12, "#7a5a3a")
    person(c.at(450, 726, 1.0), anybody(random), SIT)
    bicycle(c.at(830, 880, 1.3), random.choice(PAINTS))
    bicycle(c.at(300, 920, 1.3, flip=True), random.choice(PAINTS))
    bush(c.at(1180, 780), 170, flowers=random.choice(("#f2c75c", "#e8778a")))


def transit(c: Canvas) -> None:
    """A stop where a bus or a train comes in."""
    random = c.random
    town(c, 580)
    if random.random() < 0.5:
        road(c, 690)
        bus(c.at(random.uniform(500, 680), 800, 1.35), random.choice(PAINTS))
    else:
        c.shade([(-40, 640), (WIDTH + 40, 640), (WIDTH + 40, 800), (-40, 800)], "#8a8378", "#6b655c")
        train(c.at(random.uniform(980, 1150), 770, 1.45), random.choice(PAINTS))
    pavement(c, 830, "#d6cdbb")
    c.rect(-40, 826, WIDTH + 80, 12, "#f2c233")
    for x in (
        random.uniform(180, 300),
        random.uniform(420, 560),
        random.uniform(900, 1050),
        random.uniform(1100, 1200),
    ):
        person(
            c.at(x, 935, 1.15, flip=random.random() < 0.5),
            anybody(random),
            random.choice((STAND, WALK, CARRY, WAVE)),
        )


def walking(c: Canvas) -> None:
    """A shaded pavement, and somebody small who walks to school."""
    random = c.random
    town(c, 600)
    for trunk in (120, 560, 1020):
        tree(c.at(trunk + random.uniform(-40, 40), 760), random.uniform(460, 540))
    for shrub in (330, 800):
        bush(c.at(shrub, 770), 160, flowers=random.choice(("#f2c75c", "#e8778a", None)))
    c.rect(-40, 800, WIDTH + 80, 30, "#f2c233", alpha=0.65)
    look = anybody(random, random.choice(("hijab", "long", "short")))
    x = random.uniform(430, 620)
    person(c.at(x, 900, 1.25), look, Pose(hands=((52, -118), (-40, -150)), feet=((-38, -4), (36, 0))))
    child = anybody(random, random.choice(("short", "bun", "cap")))
    person(c.at(x + 110, 900, 0.82), child, Pose(hands=((40, -150), (-54, -178)), feet=((34, 0), (-34, -4))))
    c.rect(x + 60, 716, 34, 52, random.choice(PAINTS), 12)
    if random.random() < 0.6:
        person(c.at(x + 480, 880, 1.15, flip=True), anybody(random), WALK)


def market(c: Canvas) -> None:
    """A market stall, and a basket instead of a plastic bag."""
    random = c.random
    town(c, 560)
    stall(c.at(210, 720, 0.9, haze=0.1), stripe=random.choice(PAINTS))
    stall(c.at(1090, 720, 0.9, haze=0.1), stripe=random.choice(PAINTS))
    front = c.at(640, 850, 1.55)
    person(c.at(600, 826, 1.2), anybody(random), random.choice((POINT, WAVE)), shadow=False)
    stall(front, stripe=random.choice(PAINTS))
    for n, tint in enumerate(("#e2574c", "#f0a63c", "#8fca5a", "#8a5aa0", "#f2d45a", "#5f9c4c")):
        x = 340 + n * 118
        for k in range(9):
            c.disc(
                x + (k % 4) * 26 - 34 + (k // 4) * 13, 626 - (k // 4) * 20, 16, darker(tint, 0.06 * (k % 3))
            )
        for k in range(4):
            c.disc(x + k * 26 - 38, 622, 5, lighter(tint, 0.4))
    for turn in (-30, -10, 10, 30):
        leaf(c.at(1010, 640, turn=turn), 110, "#4f9a4a", 0.4)
    person(c.at(300, 915, 1.3), anybody(random), CARRY)
    basket(c.at(382, 730, 0.5))
    for turn in (-20, 4, 22):
        leaf(c.at(382, 668, turn=turn), 60, "#7fb84a", 0.5)
    crate(c.at(1120, 925), 170)
    for n in range(5):
        c.disc(1070 + n * 25, 815, 16, "#f0a63c")


def groceries(c: Canvas) -> None:
    """A cloth bag on the table, and nothing in plastic."""
    random = c.random
    room(c, 620)
    shopping_bag(c.at(random.uniform(480, 640), 880, 2.0), random.choice(("#e9dfc6", "#cfe0d6", "#f0d9b8")))
    crate(c.at(980, 880, 1.3), 190)
    for n, tint in enumerate(("#e2574c", "#f0a63c", "#e2574c", "#8fca5a", "#f0a63c")):
        c.disc(884 + n * 48, 722 - (n % 2) * 10, 34, tint)
        c.disc(874 + n * 48, 710 - (n % 2) * 10, 10, lighter(tint, 0.4))
    pot(c.at(170, 820, 1.2), 100)
    fern(c.at(170, 728), 120)


def rooftops(c: Canvas) -> None:
    """The city in the evening, with one green roof."""
    random = c.random
    sky(c, 640, 3)
    skyline(c, 640, haze=0.4, tall=420)
    skyline(c, 760, "#5f7f95", haze=0.2, tall=240)
    c.shade([(-40, 740), (WIDTH + 40, 740), (WIDTH + 40, 980), (-40, 980)], "#c9bfae", "#9f9483")
    c.rect(-40, 716, WIDTH + 80, 40, "#e6dccb")
    for n in range(9):
        x = 70 + n * 145
        pot(
            c.at(x, 800 + (n % 2) * 90, 1.0 + 0.3 * (n % 2)),
            96,
            random.choice(("#c46b45", "#f4efe2", "#3f8f7c", "#f0a63c")),
        )
        (fern if n % 3 else bush)(c.at(x, 724 + (n % 2) * 66), 120)
    person(c.at(random.uniform(400, 860), 900, 1.2), anybody(random), random.choice((STAND, CARRY, WAVE)))
