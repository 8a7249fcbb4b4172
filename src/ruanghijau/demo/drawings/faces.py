"""Faces and shoulders of profile pictures, 400 units wide."""

from collections.abc import Sequence

from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import Point, ring, smooth_path
from ruanghijau.demo.drawings.light import darker, lighter

CLOTHES = ("#e0574f", "#f0a63c", "#3f8f7c", "#3a78b5", "#8a5aa0", "#e58aa0", "#2f5d73", "#5aa469", "#c9824a")


HAIR = ("#231c1e", "#2f2624", "#3a2b26")


def shoulders(c: Canvas, skin: str, collar: bool = False) -> str:
    cloth = c.random.choice(CLOTHES)
    c.taper([(200, 250), (200, 322)], 74, 84, darker(skin, 0.16))
    body = [
        (44, 420),
        (60, 352),
        (120, 318),
        (166, 306),
        (200, 330),
        (234, 306),
        (280, 318),
        (340, 352),
        (356, 420),
    ]
    c.polygon(smooth_path(body, closed=False), cloth)
    c.polygon(
        smooth_path([(236, 306), (280, 318), (340, 352), (356, 420), (290, 420), (270, 350)]),
        darker(cloth, 0.14),
        0.7,
    )
    if collar:
        c.polygon([(160, 304), (200, 348), (172, 366), (146, 316)], lighter(cloth, 0.35))
        c.polygon([(240, 304), (200, 348), (228, 366), (254, 316)], lighter(cloth, 0.25))
    return cloth


def face(c: Canvas, skin: str, glasses: bool = False, ears: bool = True, brows: str = "#2f2624") -> None:
    if ears:
        for x in (116, 284):
            c.oval(x, 196, 17, 24, darker(skin, 0.08))
    outline = [
        (200, 96),
        (262, 112),
        (284, 168),
        (276, 226),
        (246, 270),
        (200, 288),
        (154, 270),
        (124, 226),
        (116, 168),
        (138, 112),
    ]
    c.smooth(outline, skin)
    c.smooth(
        [(262, 112), (284, 168), (276, 226), (246, 270), (214, 286), (250, 236), (262, 180)],
        darker(skin, 0.1),
        0.5,
    )
    for x in (148, 252):
        c.oval(x, 224, 20, 13, "#e8705c", 0.28)
    smiling = c.random.random() < 0.3
    for x in (164, 236):
        if smiling:
            c.stroke(smooth_path([(x - 13, 190), (x, 181), (x + 13, 190)], closed=False), 5.5, "#2a2022")
        else:
            c.oval(x, 186, 8.5, 11, "#2a2022")
            c.disc(x + 3, 181, 3.2, "#ffffff")
        c.stroke(smooth_path([(x - 17, 162), (x, 154), (x + 17, 161)], closed=False), 6, brows)
    c.stroke(smooth_path([(194, 216), (200, 222), (209, 215)], closed=False), 4.5, darker(skin, 0.3))
    mouth(c)
    if glasses:
        for x in (164, 236):
            rim = ring(x, 187, 29, 26, 36)
            c.stroke([*rim, rim[0]], 5, "#39332f")
            c.polygon(ring(x - 9, 177, 8, 5, 14), "#ffffff", 0.4)
        c.stroke([(193, 184), (207, 184)], 5, "#39332f")


def mouth(c: Canvas) -> None:
    if c.random.random() < 0.5:
        lip = smooth_path([(172, 240), (200, 246), (228, 240)], closed=False)
        c.polygon([*lip, *smooth_path([(226, 244), (200, 268), (174, 244)], closed=False)], "#8d2f33")
        c.polygon([(176, 242), (200, 247), (224, 242), (218, 250), (182, 250)], "#ffffff")
    else:
        c.stroke(smooth_path([(174, 241), (200, 258), (226, 241)], closed=False), 6, "#9d3f3c")


def fringe(c: Canvas, hair: str, points: Sequence[Point]) -> None:
    c.smooth(points, hair)
    c.stroke(smooth_path([(150, 108), (178, 92), (214, 90)], closed=False), 6, lighter(hair, 0.24))


SHORT = [
    (112, 186),
    (106, 130),
    (134, 82),
    (200, 62),
    (266, 82),
    (294, 130),
    (288, 186),
    (276, 150),
    (250, 124),
    (196, 132),
    (146, 120),
    (126, 150),
]


SWEPT = [
    (112, 196),
    (104, 134),
    (132, 82),
    (200, 60),
    (268, 82),
    (296, 134),
    (288, 196),
    (274, 150),
    (236, 112),
    (190, 142),
    (140, 152),
    (124, 172),
]
