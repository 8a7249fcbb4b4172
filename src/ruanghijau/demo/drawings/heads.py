"""The heads of people, by what covers them."""

from dataclasses import dataclass

from ruanghijau.demo.drawings.canvas import Canvas
from ruanghijau.demo.drawings.curves import ring, smooth_path
from ruanghijau.demo.drawings.light import darker, lighter


@dataclass(frozen=True)
class Look:
    """What somebody wears."""

    skin: str
    shirt: str
    trousers: str
    head: str
    accent: str
    gown: bool = False


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
        opening = ring(3, -27, 28, 32, 36)
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
