"""Portraits by what is worn on the head."""

from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import ring, smooth_path
from ruanghijau.demo.drawings.faces import CLOTHES, face
from ruanghijau.demo.drawings.hairstyles import short_hair
from ruanghijau.demo.drawings.light import darker, lighter
from ruanghijau.demo.drawings.plants import leaf


def hijab(c: Canvas, skin: str) -> None:
    cloth = c.random.choice(
        ("#3f8f7c", "#e58aa0", "#3a78b5", "#f4efe2", "#8a5aa0", "#c9824a", "#5aa469", "#d9b24a", "#5f6f8f")
    )
    drape = [
        (200, 58),
        (286, 82),
        (318, 168),
        (310, 268),
        (352, 350),
        (372, 430),
        (28, 430),
        (48, 350),
        (90, 268),
        (82, 168),
        (114, 82),
    ]
    c.smooth(drape, cloth)
    c.smooth(
        [(286, 82), (318, 168), (310, 268), (352, 350), (372, 430), (286, 430), (280, 300), (292, 190)],
        darker(cloth, 0.14),
        0.7,
    )
    face(c, skin, c.random.random() < 0.25, ears=False)
    frame = ring(200, 190, 112, 126, 48)
    inner = ring(200, 196, 80, 94, 48)
    c.polygon([*frame, frame[0], inner[0], *inner[::-1]], cloth)
    c.stroke([*inner, inner[0]], 4, darker(cloth, 0.16))
    c.smooth(
        [
            (104, 250),
            (150, 296),
            (200, 310),
            (262, 292),
            (298, 246),
            (310, 300),
            (240, 352),
            (150, 350),
            (90, 306),
        ],
        lighter(cloth, 0.12),
    )
    c.stroke(smooth_path([(112, 292), (170, 330), (250, 328)], closed=False), 4, darker(cloth, 0.16))
    c.stroke(smooth_path([(140, 330), (190, 356), (280, 344)], closed=False), 4, darker(cloth, 0.16))


def capped(c: Canvas, skin: str) -> None:
    short_hair(c, skin)
    cap = c.random.choice(CLOTHES)
    c.smooth([(104, 146), (112, 84), (160, 46), (240, 46), (288, 84), (296, 146), (200, 122)], cap)
    c.smooth([(240, 46), (288, 84), (296, 146), (250, 130)], darker(cap, 0.16))
    c.smooth([(96, 146), (200, 112), (304, 146), (290, 162), (200, 138), (110, 162)], darker(cap, 0.28))
    leaf(c.at(196, 108, turn=16), 44, "#f4efe2", 0.6)


def peci(c: Canvas, skin: str) -> None:
    short_hair(c, skin, glasses=c.random.random() < 0.5)
    c.polygon([(108, 136), (122, 50), (278, 50), (292, 136), (200, 118)], "#23262e")
    c.polygon([(122, 50), (278, 50), (268, 66), (132, 66)], "#3a3f4b")
    c.polygon([(226, 50), (278, 50), (292, 136), (240, 124)], "#171a20")


def udeng(c: Canvas, skin: str) -> None:
    short_hair(c, skin)
    cloth = "#fbf6ea"
    c.smooth([(104, 146), (112, 92), (156, 60), (244, 60), (288, 92), (296, 146), (200, 116)], cloth)
    c.polygon([(196, 122), (160, 66), (208, 20), (226, 78)], darker(cloth, 0.08))
    c.stroke(
        smooth_path([(104, 142), (150, 110), (200, 122), (250, 108), (296, 142)], closed=False), 7, "#d9b24a"
    )
    c.disc(206, 108, 9, "#e8c25a")


def caping(c: Canvas, skin: str) -> None:
    short_hair(c, skin, hair="#55504c")
    c.polygon([(36, 148), (200, 22), (364, 148), (200, 118)], "#dcb870")
    c.polygon([(200, 22), (364, 148), (226, 122)], "#c39a55")
    for n in range(1, 5):
        c.stroke(
            smooth_path(
                [
                    (200 - 164 * n / 5, 22 + 126 * n / 5),
                    (200, 14 + 104 * n / 5),
                    (200 + 164 * n / 5, 22 + 126 * n / 5),
                ],
                closed=False,
            ),
            3,
            "#a98045",
        )


def helmet(c: Canvas, skin: str) -> None:
    short_hair(c, skin)
    shell = c.random.choice(CLOTHES)
    c.smooth([(98, 148), (104, 86), (150, 44), (250, 44), (296, 86), (302, 148), (200, 118)], shell)
    for x in (146, 200, 254):
        c.smooth([(x - 12, 116), (x - 9, 66), (x + 9, 66), (x + 12, 116)], "#2f3a42")
    for side in (-1, 1):
        c.stroke([(200 + side * 98, 150), (200 + side * 70, 280)], 6, "#3a3436")
