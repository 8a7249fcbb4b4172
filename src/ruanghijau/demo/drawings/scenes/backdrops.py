"""What stands behind a scene: countryside, coast, town, a room."""

from ruanghijau.demo.drawings.buildings import pavement, roofs, shelf, skyline, table, wall
from ruanghijau.demo.drawings.canvas import HEIGHT, WIDTH, Canvas
from ruanghijau.demo.drawings.curves import rounded
from ruanghijau.demo.drawings.kitchen import jar
from ruanghijau.demo.drawings.land import hills, meadow, sea, speckle, surf, tufts, volcano
from ruanghijau.demo.drawings.light import darker, lighter
from ruanghijau.demo.drawings.plants import GREENS, fern, leaf, palm, pot, seedling, tree, wood
from ruanghijau.demo.drawings.sky import birds, cloud, mist, sky


def countryside(c: Canvas, ground: float = 660, trees: bool = True, colour: str = "#7bb661") -> None:
    """Sky, a volcano perhaps, two ranges of hills, and open ground from the height `ground`."""
    random = c.random
    sky(c, ground - 90, random.randint(2, 4))
    if random.random() < 0.6:
        volcano(
            c,
            random.uniform(250, WIDTH - 250),
            ground - 70,
            random.uniform(0.8, 1.25),
            0.5,
            random.random() < 0.3,
        )
    wood(c, hills(c, ground - 96, 110, "#5f9c84", 0.52), 36, "#4f8a6a", 0.46)
    if random.random() < 0.6:
        mist(c, ground - 60, 70, 0.35)
    line = hills(c, ground - 30, 70, "#6aa65e", 0.26)
    if trees:
        wood(c, line, 78, "#4f8a5a", 0.2, 66)
    meadow(c, ground, colour)
    tufts(c, 34, ground + 30, HEIGHT - 16)
    if random.random() < 0.7:
        birds(c, random.randint(3, 6), random.uniform(250, 1000), random.uniform(110, 260))


def coast(c: Canvas, horizon: float = 400, shore: float = 610, palms: bool = True) -> None:
    """Sky, an island, the sea, and a beach from the height `shore`."""
    random = c.random
    sky(c, horizon, random.randint(2, 4))
    if random.random() < 0.75:
        island(c, random.uniform(150, WIDTH - 150), horizon, random.uniform(0.7, 1.3))
    sea(c, horizon, shore + 60)
    surf(c, shore)
    speckle(c, 70, shore + 70, HEIGHT, "#c9ab74")
    if palms:
        side = random.choice((-1, 1))
        for n in range(random.randint(1, 2)):
            x = WIDTH / 2 + side * (560 - n * 90)
            palm(
                c.at(x, shore + 110 + n * 40, haze=0.04),
                random.uniform(380, 480),
                -side * random.uniform(40, 120),
            )
    if random.random() < 0.6:
        birds(c, 4, random.uniform(300, 950), horizon * 0.45)


def island(c: Canvas, x: float, y: float, scale: float) -> None:
    view = c.at(x, y, scale, haze=0.48)
    view.shade(
        [(-260, 2), (-190, -34), (-90, -86), (-10, -60), (80, -108), (170, -40), (270, 2)],
        "#5f9c84",
        "#7fb08f",
    )


def town(c: Canvas, ground: float = 640, paved: bool = True) -> None:
    """A city behind roofs and trees, and a street from the height `ground`."""
    random = c.random
    sky(c, ground - 40, random.randint(2, 4))
    skyline(c, ground - 60, haze=0.48, tall=random.uniform(200, 300))
    if random.random() < 0.7:
        roofs(c, ground - 20, 0.3, random.uniform(120, 160))
    for n in range(6):
        tree(
            c.at((n + random.random()) * WIDTH / 6, ground + 6, haze=0.14),
            random.uniform(150, 230),
            shadow=False,
        )
    if paved:
        pavement(c, ground)
    else:
        meadow(c, ground, bend=8)
        tufts(c, 26, ground + 30, HEIGHT)


def room(c: Canvas, edge: float = 640, colour: str | None = None, wood_colour: str | None = None) -> None:
    """A wall with a window on the hour outside, and a table from the height `edge`."""
    random = c.random
    colour = colour or random.choice(("#f0e0c4", "#d9e6da", "#e9d3c0", "#dbe4ea", "#f4e6b8"))
    wall(c, 0, edge, colour)
    if random.random() < 0.4:
        tiled(c, edge - 190, edge, lighter(colour, 0.4))
    side = random.choice((-1, 1))
    view(c, 640 + side * random.uniform(270, 390), 110, random.uniform(280, 340), 340)
    (ledge if random.random() < 0.7 else hanging)(
        c.at(640 - side * random.uniform(300, 360), random.uniform(280, 330))
    )
    table(c, edge, wood_colour or random.choice(("#c08f5f", "#a9744a", "#d3a873", "#8f6a4f")))


def tiled(c: Canvas, top: float, bottom: float, colour: str) -> None:
    """A strip of kitchen tiles along the wall."""
    c.rect(-20, top, WIDTH + 40, bottom - top, colour)
    for n in range(1, 4):
        c.stroke(
            [(-20, top + n * (bottom - top) / 4), (WIDTH + 20, top + n * (bottom - top) / 4)],
            2,
            darker(colour, 0.12),
        )
    for n in range(28):
        c.stroke([(n * 48, top), (n * 48, bottom)], 2, darker(colour, 0.12))
    c.rect(-20, top - 8, WIDTH + 40, 10, darker(colour, 0.2))


def ledge(c: Canvas) -> None:
    """A shelf on the wall with plants and jars."""
    shelf(c, 430)
    for x in (-150, 150):
        c.polygon([(x - 6, 16), (x + 6, 16), (x, 60)], "#8d6c4c")
    for x in (-160, -62, 40, 140):
        kind = c.random.random()
        view = c.at(x, 0)
        if kind < 0.45:
            pot(view, 66, c.random.choice(("#c46b45", "#f4efe2", "#3f8f7c")))
            (fern if kind < 0.25 else seedling)(view.at(0, -52), 84)
        elif kind < 0.75:
            jar(
                view,
                c.random.choice(("#c98a3a", "#7fae48", "#d9704a", "#e8d9b0")),
                c.random.uniform(0.5, 0.85),
                width=62,
            )
        else:
            for n, tint in enumerate(("#e0574f", "#3a78b5", "#f0a63c", "#3f8f7c")):
                view.rect(-34 + n * 18, -88 + n * 7, 16, 88 - n * 7, tint, 2)


def hanging(c: Canvas) -> None:
    """Plants that hang from the ceiling."""
    for x, drop in ((-110, 10), (20, 70), (140, -20)):
        c.stroke([(x - 26, drop), (x, -420), (x + 26, drop)], 3, "#8d7a5a")
        pot(c.at(x, drop + 50), 70, c.random.choice(("#c46b45", "#f4efe2", "#8a9fb0")))
        for turn in (-150, -110, -60, -20, 20, 60, 110, 150):
            leaf(c.at(x, drop - 6, turn=turn), c.random.uniform(44, 74), c.random.choice(GREENS), 0.36)


def view(c: Canvas, x: float, y: float, width: float, height: float) -> None:
    """A window centred on `x` whose upper edge is at `y`, with curtains and a plant outside."""
    left, light, bare = x - width / 2, c.light, c.bare()
    c.rect(left - 16, y - 16, width + 32, height + 32, "#fbf6ea", 8)
    bare.shade(
        rounded(left, y, width, height, 4), light.zenith if light.dark else light.middle, light.horizon
    )
    scene = c.at(0, 0, haze=0.3)
    ridge = [(0.0, 0.72), (0.3, 0.6), (0.66, 0.7), (1.0, 0.58), (1.0, 1.0), (0.0, 1.0)]
    scene.shade([(left + width * px, y + height * py) for px, py in ridge], "#7fb56a", "#5f9c5a")
    if light.dark:
        bare.disc(left + width * 0.7, y + height * 0.24, 26, light.sun)
    else:
        cloud(c, left + width * 0.5, y + height * 0.32, 0.36)
    c.rect(x - 5, y, 10, height, "#fbf6ea")
    c.rect(left, y + height * 0.46, width, 9, "#fbf6ea")
    cloth = c.random.choice(("#e9b8a2", "#bcd5c4", "#f0d79a", "#c6cfe2"))
    for side in (-1, 1):
        outer, inner = x + side * (width / 2 + 34), x + side * width * 0.3
        c.smooth(
            [
                (outer, y - 22),
                (inner, y - 22),
                (x + side * width * 0.36, y + height * 0.5),
                (x + side * width * 0.44, y + height + 26),
                (outer, y + height + 26),
            ],
            cloth,
        )
        c.smooth(
            [
                (outer, y - 22),
                (outer - side * 24, y - 20),
                (outer - side * 10, y + height * 0.6),
                (outer, y + height + 22),
            ],
            darker(cloth, 0.12),
        )
    c.stroke([(x - width / 2 - 60, y - 26), (x + width / 2 + 60, y - 26)], 9, "#9a7650")
    c.rect(left - 30, y + height + 12, width + 60, 16, lighter("#c9a876", 0.3), 4)
