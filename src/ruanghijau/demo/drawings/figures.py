"""People: about 300 units tall, standing on the origin of their view and looking to the right."""

from dataclasses import dataclass
from random import Random

from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import Point, joint, ring, smooth_path
from ruanghijau.demo.drawings.light import darker, lighter

SKINS = ("#f2c9a4", "#e0ab80", "#c98d62", "#a56d47", "#7c4d33")
SHIRTS = ("#e0574f", "#f0a63c", "#3f8f7c", "#3a78b5", "#f4efe2", "#8a5aa0", "#e58aa0", "#5aa469", "#2f5d73")
TROUSERS = ("#33475b", "#5a4a42", "#7c8a6a", "#2f3e4e", "#a98a66", "#455a75")
HEADS = ("hijab", "hijab", "short", "short", "cap", "caping", "long", "curly", "bun", "peci")


@dataclass(frozen=True)
class Look:
    """What somebody wears."""

    skin: str
    shirt: str
    trousers: str
    head: str
    accent: str
    gown: bool = False


def anybody(random: Random, head: str | None = None) -> Look:
    """Somebody to put into a picture."""
    head = head or random.choice(HEADS)
    shirt = random.choice(SHIRTS)
    accent = random.choice([colour for colour in SHIRTS if colour != shirt])
    skin = random.choice(SKINS[1:4] if head != "curly" else SKINS[2:])
    gown = head == "hijab" and random.random() < 0.4
    return Look(skin, shirt, random.choice(TROUSERS), head, accent, gown)


@dataclass(frozen=True)
class Pose:
    """Where the joints are that matter; elbows and knees follow from them. Pairs are (far, near)."""

    hip: Point = (0, -138)
    neck: Point = (2, -236)
    hands: tuple[Point, Point] = ((24, -128), (-14, -120))
    feet: tuple[Point, Point] = ((14, 0), (-14, 0))
    tilt: float = 0


STAND = Pose()
WALK = Pose(hands=((44, -160), (-40, -150)), feet=((-38, -4), (36, 0)))
WAVE = Pose(hands=((56, -300), (-14, -120)))
CHEER = Pose(hands=((52, -310), (-46, -306)))
CARRY = Pose(hip=(-4, -136), hands=((62, -172), (58, -158)), feet=((-22, 0), (22, 0)))
POINT = Pose(hands=((86, -232), (-14, -120)))
BEND = Pose(hip=(-26, -134), neck=(44, -196), hands=((92, -84), (78, -70)), feet=((12, 0), (-22, 0)), tilt=38)
PICK = Pose(hip=(-34, -128), neck=(46, -168), hands=((84, -20), (66, -12)), feet=((16, 0), (-26, 0)), tilt=52)
CROUCH = Pose(hip=(-24, -58), neck=(26, -142), hands=((78, -34), (70, -20)), feet=((34, 0), (-8, 0)), tilt=24)
SWEEP = Pose(hands=((46, -188), (30, -140)), feet=((-24, 0), (22, 0)), neck=(10, -234), tilt=8)
DIG = Pose(
    hip=(-12, -132), neck=(26, -222), hands=((62, -170), (50, -112)), feet=((34, 0), (-26, 0)), tilt=18
)
SIT = Pose(hip=(0, -8), neck=(0, -108), hands=((56, -58), (44, -50)), feet=((78, 62), (70, 62)))
KNEEL = Pose(hip=(-14, -62), neck=(8, -158), hands=((62, -70), (50, -62)), feet=((-60, 0), (-58, -2)))


def person(c: Canvas, look: Look, pose: Pose = STAND, shadow: bool = True) -> None:
    """Somebody in a pose; draw what they hold before or after."""
    if shadow:
        c.shadow((pose.feet[0][0] + pose.feet[1][0]) / 2, 0, 66, 0.4, 0.2)
    (hx, hy), (nx, ny) = pose.hip, pose.neck
    back_shoulder, front_shoulder = (nx + 15, ny + 17), (nx - 15, ny + 19)
    _arm(c, back_shoulder, pose.hands[0], darker(look.shirt, 0.22), darker(look.skin, 0.12))
    if look.gown:
        _gown(c, pose, look)
    else:
        _leg(c, (hx + 7, hy), pose.feet[0], darker(look.trousers, 0.22))
        _leg(c, (hx - 7, hy), pose.feet[1], look.trousers)
    _torso(c, pose, look)
    c.taper([(nx, ny + 10), (nx + 3, ny - 14)], 19, 17, darker(look.skin, 0.14))
    head(c.at(nx + 4, ny - 10, turn=pose.tilt * 0.6), look)
    _arm(c, front_shoulder, pose.hands[1], darker(look.shirt, 0.06), look.skin)


def _torso(c: Canvas, pose: Pose, look: Look) -> None:
    (hx, hy), (nx, ny) = pose.hip, pose.neck
    length = ((hx - nx) ** 2 + (hy - ny) ** 2) ** 0.5
    ux, uy = (hx - nx) / length, (hy - ny) / length
    px, py = -uy, ux

    def spot(down: float, out: float) -> Point:
        return nx + ux * down + px * out, ny + uy * down + py * out

    right = [
        spot(-2, 0),
        spot(4, -17),
        spot(14, -29),
        spot(38, -26),
        spot(length * 0.75, -22),
        spot(length + 9, -25),
    ]
    left = [spot(length + 9, 25), spot(length * 0.75, 22), spot(38, 26), spot(14, 29), spot(4, 17)]
    c.smooth(right + left, look.shirt)
    c.smooth(
        [
            spot(16, -27),
            spot(38, -25),
            spot(length * 0.75, -21),
            spot(length + 6, -24),
            spot(length + 6, -8),
            spot(44, -12),
        ],
        darker(look.shirt, 0.16),
        0.6,
    )


def _leg(c: Canvas, hip: Point, foot: Point, colour: str) -> None:
    knee = joint(hip, (foot[0], foot[1] - 10), 66, 64, -1)
    c.taper([hip, knee, (foot[0], foot[1] - 10)], 31, 21, colour)
    c.smooth(
        [
            (foot[0] - 11, foot[1] - 13),
            (foot[0] + 8, foot[1] - 13),
            (foot[0] + 24, foot[1] - 3),
            (foot[0] + 20, foot[1] + 2),
            (foot[0] - 12, foot[1] + 2),
        ],
        "#3a3436",
    )


def _gown(c: Canvas, pose: Pose, look: Look) -> None:
    (hx, hy), feet = pose.hip, sorted((pose.feet[0][0], pose.feet[1][0]))
    for x in feet:
        c.oval(x + 6, -3, 15, 6, "#3a3436")
    hem = [(feet[1] + 26, -6), (feet[0] - 24, -6)]
    c.smooth(
        [(hx - 24, hy - 12), (hx + 24, hy - 12), (hx + 32, hy * 0.5), *hem, (hx - 34, hy * 0.5)], look.shirt
    )
    c.smooth(
        [(hx + 6, hy), (hx + 24, hy - 8), (hx + 32, hy * 0.5), hem[0], (hx + 10, -8)],
        darker(look.shirt, 0.16),
        0.6,
    )


def _arm(c: Canvas, shoulder: Point, hand: Point, sleeve: str, skin: str) -> None:
    elbow = joint(shoulder, hand, 52, 50, 1)
    c.taper([shoulder, elbow, hand], 18, 13, skin)
    half = ((shoulder[0] + 3 * elbow[0]) / 4, (shoulder[1] + 3 * elbow[1]) / 4)
    c.taper([shoulder, half], 23, 19, sleeve)
    c.disc(*hand, 8.5, skin)


def head(c: Canvas, look: Look) -> None:
    """A head whose chin is near the origin, looking to the right."""
    hair = "#2c2326" if look.head != "grey" else "#c9c6c0"
    if look.head == "long":
        c.smooth([(-30, -40), (-10, -62), (20, -56), (26, -30), (4, -8), (-2, 30), (-34, 34), (-38, 0)], hair)
    if look.head == "curly":
        for x, y, r in ((-22, -28, 17), (-18, -46, 17), (0, -56, 18), (18, -50, 16), (-20, -14, 12)):
            c.disc(x, y, r, hair)
    if look.head == "bun":
        c.disc(-26, -48, 13, hair)
    if look.head == "hijab":
        _hijab(c, look)
    c.oval(2, -26, 25, 28, look.skin)
    c.oval(27, -24, 4, 5, look.skin)
    c.oval(16, -15, 7, 4.5, "#e0705c", 0.25)
    if look.head != "hijab":
        c.oval(-15, -23, 5.5, 7, darker(look.skin, 0.12))
    _face(c, look)
    _cover(c, look, hair)


def _face(c: Canvas, look: Look) -> None:
    for x in (8, 21):
        c.oval(x, -27, 2.3, 3.1, "#2a2022")
        c.stroke([(x - 4, -36), (x + 3, -37)], 2.2, "#3a2a28")
    c.stroke(smooth_path([(8, -13), (14, -9.5), (20, -13)], closed=False, steps=4), 2.4, "#8d3b34")


def _hijab(c: Canvas, look: Look) -> None:
    cloth = look.accent
    c.smooth(
        [
            (-34, -30),
            (-24, -58),
            (4, -64),
            (30, -50),
            (33, -22),
            (22, 6),
            (30, 34),
            (-6, 46),
            (-40, 34),
            (-36, 0),
        ],
        cloth,
    )
    c.smooth(
        [(-34, -26), (-22, -54), (-16, -20), (-6, 6), (-10, 40), (-38, 32), (-36, 0)],
        darker(cloth, 0.16),
        0.7,
    )


def _cover(c: Canvas, look: Look, hair: str) -> None:
    if look.head == "hijab":
        opening = [p for p in ring(3, -27, 28, 32, 36)]
        inner = ring(5, -25, 21.5, 24.5, 36)
        c.polygon([*opening, opening[0], inner[0], *inner[::-1]], look.accent)
        c.smooth([(22, 0), (4, 12), (-14, 4), (-12, 20), (10, 26), (28, 14)], lighter(look.accent, 0.1))
    elif look.head in ("short", "long", "bun", "grey"):
        c.smooth(
            [
                (-24, -22),
                (-27, -42),
                (-12, -58),
                (12, -58),
                (27, -44),
                (22, -38),
                (4, -46),
                (-10, -38),
                (-14, -24),
            ],
            hair,
        )
    elif look.head == "peci":
        c.smooth([(-23, -20), (-25, -40), (-12, -36), (-14, -22)], hair)
        c.polygon([(-26, -40), (-22, -68), (22, -70), (27, -42), (4, -46)], "#23262e")
        c.polygon([(-22, -68), (22, -70), (20, -64), (-20, -62)], "#3a3f4b")
    elif look.head == "cap":
        c.smooth([(-22, -22), (-25, -38), (-12, -36), (-14, -22)], hair)
        c.smooth([(-26, -38), (-18, -60), (8, -64), (26, -48), (27, -40), (0, -43)], look.accent)
        c.smooth([(18, -46), (46, -41), (44, -35), (20, -38)], darker(look.accent, 0.2))
    elif look.head == "caping":
        c.smooth([(-23, -20), (-25, -40), (-12, -36), (-14, -22)], hair)
        c.polygon([(-58, -36), (2, -82), (62, -38), (2, -30)], "#dcb870")
        c.polygon([(2, -82), (62, -38), (2, -30)], "#c39a55")
        c.stroke([(-54, -36), (2, -30), (58, -38)], 3, "#a98045")
    elif look.head == "curly":
        for x, y in ((-14, -50), (2, -53), (16, -49)):
            c.disc(x, y, 10, hair)
