"""Portraits by their hair."""

from math import cos, pi, sin

from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import smooth_path
from ruanghijau.demo.drawings.faces import HAIR, SHORT, SWEPT, face, fringe, mouth, shoulders
from ruanghijau.demo.drawings.light import darker, lighter


def short_hair(c: Canvas, skin: str, glasses: bool = False, beard: bool = False, hair: str = "") -> None:
    hair = hair or c.random.choice(HAIR)
    shoulders(c, skin, collar=c.random.random() < 0.5)
    face(c, skin, glasses, brows=darker(hair, 0.1))
    if beard:
        c.smooth(
            [
                (118, 196),
                (128, 214),
                (150, 232),
                (200, 228),
                (250, 232),
                (272, 214),
                (282, 196),
                (276, 240),
                (248, 282),
                (200, 300),
                (152, 282),
                (124, 240),
            ],
            hair,
        )
        c.smooth([(168, 244), (200, 238), (232, 244), (222, 262), (200, 268), (178, 262)], darker(skin, 0.05))
        mouth(c)
    fringe(c, hair, SHORT if c.random.random() < 0.6 else SWEPT)


def long_hair(c: Canvas, skin: str) -> None:
    hair = c.random.choice(HAIR)
    c.smooth(
        [
            (200, 52),
            (286, 76),
            (318, 160),
            (312, 260),
            (330, 360),
            (262, 384),
            (138, 384),
            (70, 360),
            (88, 260),
            (82, 160),
            (114, 76),
        ],
        hair,
    )
    shoulders(c, skin)
    face(c, skin)
    fringe(c, hair, SWEPT)
    for side in (-1, 1):
        c.smooth(
            [
                (200 + side * 92, 130),
                (200 + side * 112, 200),
                (200 + side * 108, 300),
                (200 + side * 122, 372),
                (200 + side * 76, 352),
                (200 + side * 84, 250),
                (200 + side * 76, 170),
            ],
            hair,
        )


def bob(c: Canvas, skin: str, glasses: bool = False) -> None:
    hair = c.random.choice(HAIR)
    c.smooth(
        [
            (200, 52),
            (284, 74),
            (316, 160),
            (314, 262),
            (264, 292),
            (136, 292),
            (86, 262),
            (84, 160),
            (116, 74),
        ],
        hair,
    )
    shoulders(c, skin, collar=True)
    face(c, skin, glasses)
    c.smooth(
        [
            (110, 210),
            (104, 130),
            (134, 80),
            (200, 60),
            (266, 80),
            (296, 130),
            (290, 210),
            (276, 150),
            (240, 134),
            (200, 140),
            (160, 134),
            (124, 150),
        ],
        hair,
    )


def bun(c: Canvas, skin: str) -> None:
    hair = c.random.choice(HAIR)
    c.disc(200, 54, 44, hair)
    c.stroke(smooth_path([(176, 44), (198, 34), (222, 44)], closed=False), 5, lighter(hair, 0.24))
    shoulders(c, skin)
    face(c, skin)
    fringe(c, hair, SWEPT)
    if c.random.random() < 0.7:
        for turn in range(5):
            a = turn * 2 * pi / 5
            c.disc(276 + 13 * cos(a), 112 + 13 * sin(a), 10, "#fbf6ea")
        c.disc(276, 112, 8, "#f2c233")


def curls(c: Canvas, skin: str, long: bool = False) -> None:
    hair = "#1f191a"
    span = (0.86, 2.14) if not long else (0.6, 2.4)
    for part in (1.0, 0.78):
        for n in range(15):
            a = pi * (span[0] + (span[1] - span[0]) * n / 14)
            c.disc(200 + 112 * part * cos(a), 178 + 116 * part * sin(a), c.random.uniform(30, 38), hair)
    if long:
        for side in (-1, 1):
            for n in range(5):
                c.disc(200 + side * (112 + 6 * sin(n * 2)), 200 + n * 32, 30, hair)
    shoulders(c, skin)
    face(c, skin)
    for n in range(9):
        a = pi * (1.14 + 0.72 * n / 8)
        c.disc(200 + 84 * cos(a), 184 + 88 * sin(a), 22, hair)
    for n in range(6):
        a = pi * (1.16 + 0.5 * n / 5)
        c.stroke(
            [(200 + 104 * cos(a), 180 + 108 * sin(a)), (206 + 104 * cos(a), 176 + 108 * sin(a))],
            5,
            lighter(hair, 0.2),
        )


def grey_hair(c: Canvas, skin: str) -> None:
    short_hair(c, skin, glasses=c.random.random() < 0.6, hair="#cfcbc6")
