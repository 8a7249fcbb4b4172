"""Lessons, and children who show what they made."""

from ruanghijau.demo.drawings.buildings import house
from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import Point
from ruanghijau.demo.drawings.figures import (
    CARRY,
    CHEER,
    POINT,
    STAND,
    WAVE,
    Pose,
    anybody,
    person,
)
from ruanghijau.demo.drawings.plants import fern, pot, tree
from ruanghijau.demo.drawings.scenes.backdrops import countryside
from ruanghijau.demo.drawings.tools import board, bunting


def school(c: Canvas) -> None:
    """A lesson under a tree."""
    random = c.random
    countryside(c, 560)
    tree(c.at(random.choice((150, 1140)), 740), 600)
    bunting(c, 180, 1120, 200, 60)
    board(c.at(random.uniform(760, 860), 760, 1.1), 440)
    teacher = anybody(random, random.choice(("hijab", "bun", "peci", "short")))
    person(c.at(480, 800, 1.25), teacher, POINT)
    spots: list[Point] = [(300, 900), (430, 925), (570, 905), (710, 928), (850, 905), (990, 925)]
    for x, y in spots:
        flat = Pose(hip=(0, -8), neck=(0, -104), hands=((50, -60), (40, -52)), feet=((64, 4), (54, 6)))
        pose = (
            flat
            if random.random() < 0.75
            else Pose(hip=(0, -8), neck=(0, -104), hands=((30, -176), (40, -52)), feet=((64, 4), (54, 6)))
        )
        person(
            c.at(x, y, 0.92), anybody(random, random.choice(("short", "hijab", "bun", "curly", "cap"))), pose
        )


def children(c: Canvas) -> None:
    """Children who show what they have made."""
    random = c.random
    countryside(c, 580)
    house(c.at(640, 680, haze=0.08), 640, wall="#f4efe2")
    bunting(c, 60, 1220, 190, 80)
    for n in range(5):
        x = 180 + n * 230 + random.uniform(-20, 20)
        look = anybody(random, random.choice(("short", "hijab", "bun", "curly", "cap", "long")))
        pose = random.choice((CHEER, WAVE, CARRY, STAND))
        person(c.at(x, 900 + random.uniform(-20, 20), random.uniform(0.95, 1.1), flip=x > 640), look, pose)
        if pose is CARRY:
            pot(c.at(x + (-62 if x > 640 else 62), 760), 60)
            fern(c.at(x + (-62 if x > 640 else 62), 712), 70)
