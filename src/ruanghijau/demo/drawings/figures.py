"""People: about 300 units tall, standing on the origin of their view and looking to the right."""

from dataclasses import dataclass
from random import Random

from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import Point, joint
from ruanghijau.demo.drawings.heads import Look, head
from ruanghijau.demo.drawings.light import darker

SKINS = ("#f2c9a4", "#e0ab80", "#c98d62", "#a56d47", "#7c4d33")


SHIRTS = ("#e0574f", "#f0a63c", "#3f8f7c", "#3a78b5", "#f4efe2", "#8a5aa0", "#e58aa0", "#5aa469", "#2f5d73")


TROUSERS = ("#33475b", "#5a4a42", "#7c8a6a", "#2f3e4e", "#a98a66", "#455a75")


HEADS = ("hijab", "hijab", "short", "short", "cap", "caping", "long", "curly", "bun", "peci")


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


SIT_FLAT = Pose(hip=(0, -8), neck=(0, -106), hands=((52, -60), (42, -52)), feet=((68, 5), (56, 8)))


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
