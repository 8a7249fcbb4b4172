"""A canvas on which scenes are drawn in their own units, larger than asked for and then made smaller.

The unit square is 1280 x 960, whatever the size of the picture. `at` gives a view of the same canvas that is
moved, scaled, turned or further away, so that a thing is described once, around its own origin.
"""

import itertools
from collections.abc import Sequence
from math import cos, hypot, radians, sin, sqrt
from random import Random

from PIL import Image, ImageDraw

from ruanghijau.demo.drawings.curves import Point, ring, rounded, smooth_path
from ruanghijau.demo.drawings.light import LAMP, Light

WIDTH, HEIGHT = 1280, 960
OVERSAMPLING = 2  # edges come out smooth when two by two pixels become one

# Pillow's gradient reaches 181 at the middle of an edge and 255 only in the corners.
_SPOT = Image.radial_gradient("L").point([round(255 * max(0, 1 - n / 181) ** 1.6) for n in range(256)])
_FADE = Image.linear_gradient("L")
_SHADES = 320  # more steps between two colours than a screen can show


class Canvas:
    """Colours are given as `#rrggbb` at noon; `alpha` runs from 0 (nothing) to 1 (opaque)."""

    def __init__(self, size: tuple[int, int], light: Light, random: Random, span: Point = (WIDTH, HEIGHT)):
        self.light, self.random = light, random
        big = (size[0] * OVERSAMPLING, size[1] * OVERSAMPLING)
        self.image = Image.new("RGB", big)
        self._draw = ImageDraw.Draw(self.image, "RGBA")
        scale = max(big[0] / span[0], big[1] / span[1])
        self._unit = scale
        self._matrix = (
            scale,
            0.0,
            (big[0] - scale * span[0]) / 2,
            0.0,
            scale,
            (big[1] - scale * span[1]) / 2,
        )
        self.haze = 0.0

    def at(
        self, x: float, y: float, scale: float = 1, turn: float = 0, flip: bool = False, haze: float = 0
    ) -> "Canvas":
        """A view whose origin is (x, y) of this one, `turn` degrees clockwise; `haze` puts it far away."""
        view = object.__new__(Canvas)
        view.light, view.random, view.image, view._draw = self.light, self.random, self.image, self._draw
        view._unit = self._unit
        a, b, c, d, e, f = self._matrix
        cosine, sine = cos(radians(turn)) * scale, sin(radians(turn)) * scale
        across = -1 if flip else 1
        view._matrix = (
            (a * cosine + b * sine) * across, b * cosine - a * sine, a * x + b * y + c,
            (d * cosine + e * sine) * across, e * cosine - d * sine, d * x + e * y + f,
        )  # fmt: skip
        view.haze = self.haze + haze * (1 - self.haze)
        return view

    def bare(self) -> "Canvas":
        """The same view for colours that need no light of the hour, such as the sky's."""
        view = self.at(0, 0)
        view.light, view.haze = LAMP, 0.0
        return view

    @property
    def scale(self) -> float:
        """Pixels of the large image to one unit of this view."""
        a, b, _, d, e, _ = self._matrix
        return sqrt(abs(a * e - b * d))

    @property
    def zoom(self) -> float:
        """Units of the whole picture to one unit of this view, whatever the size of the picture."""
        return self.scale / self._unit

    def ink(self, colour: str, alpha: float = 1) -> tuple[int, ...]:
        seen = self.light.on(colour, self.haze)
        return seen if alpha >= 1 else (*seen, round(alpha * 255))

    def _pixels(self, points: Sequence[Point]) -> list[Point]:
        a, b, c, d, e, f = self._matrix
        return [(a * x + b * y + c, d * x + e * y + f) for x, y in points]

    def polygon(self, points: Sequence[Point], colour: str, alpha: float = 1) -> None:
        self._draw.polygon(self._pixels(points), self.ink(colour, alpha))

    def smooth(self, points: Sequence[Point], colour: str, alpha: float = 1) -> None:
        """A closed shape without corners, through all `points`."""
        self.polygon(smooth_path(points), colour, alpha)

    def oval(self, x: float, y: float, rx: float, ry: float, colour: str, alpha: float = 1) -> None:
        a, b, _, d, e, _ = self._matrix
        if abs(b) + abs(d) > 1e-9:
            self.polygon(ring(x, y, rx, ry, 12 if rx * self.scale < 16 else 40), colour, alpha)
            return
        ((px, py),) = self._pixels([(x, y)])
        wide, high = abs(a) * rx, abs(e) * ry
        if wide >= 0.5 and high >= 0.5:
            self._draw.ellipse((px - wide, py - high, px + wide, py + high), self.ink(colour, alpha))

    def disc(self, x: float, y: float, r: float, colour: str, alpha: float = 1) -> None:
        self.oval(x, y, r, r, colour, alpha)

    def rect(
        self, x: float, y: float, width: float, height: float, colour: str, r: float = 0, alpha: float = 1
    ) -> None:
        """A rectangle from its upper left corner, with corners rounded by `r`."""
        if r <= 0:
            corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        else:
            corners = rounded(x, y, width, height, min(r, width / 2, height / 2))
        self.polygon(corners, colour, alpha)

    def stroke(self, points: Sequence[Point], width: float, colour: str, alpha: float = 1) -> None:
        """A line of even width with round ends."""
        self.taper(points, width, width, colour, alpha)

    def taper(
        self, points: Sequence[Point], first: float, last: float, colour: str, alpha: float = 1
    ) -> None:
        """A line that goes from the width `first` to `last`, with round ends."""
        if alpha < 1:
            self._outline(points, first, last, colour, alpha)
            return
        count = len(points) - 1
        for step, ((x0, y0), (x1, y1)) in enumerate(itertools.pairwise(points)):
            start, end = (first + (last - first) * part / count for part in (step, step + 1))
            length = hypot(x1 - x0, y1 - y0) or 1e-9
            ux, uy = (y1 - y0) / length / 2, (x0 - x1) / length / 2
            sides = [
                (x0 + ux * start, y0 + uy * start), (x1 + ux * end, y1 + uy * end),
                (x1 - ux * end, y1 - uy * end), (x0 - ux * start, y0 - uy * start),
            ]  # fmt: skip
            self.polygon(sides, colour)
            self.disc(x1, y1, end / 2, colour)
        self.disc(*points[0], first / 2, colour)

    def _outline(self, points: Sequence[Point], first: float, last: float, colour: str, alpha: float) -> None:
        """A see-through line must be one shape, or its joints would show twice."""
        left, right, count = [], [], len(points) - 1
        for step, (x, y) in enumerate(points):
            (x0, y0), (x1, y1) = points[max(step - 1, 0)], points[min(step + 1, count)]
            length = hypot(x1 - x0, y1 - y0) or 1e-9
            half = (first + (last - first) * step / count) / 2
            nx, ny = (y1 - y0) / length * half, (x0 - x1) / length * half
            left.append((x + nx, y + ny))
            right.append((x - nx, y - ny))
        self.polygon(left + right[::-1], colour, alpha)

    def shade(self, points: Sequence[Point], top: str, bottom: str) -> None:
        """A shape whose colour runs from `top` at its highest point to `bottom` at its lowest."""
        pixels = self._pixels(points)
        box = self._clip(pixels)
        if box is None:
            return
        left, upper, right, lower = box
        size = (right - left, lower - upper)
        lowest, highest = max(y for _, y in pixels), min(y for _, y in pixels)
        mask = Image.new("1", size, 0)
        ImageDraw.Draw(mask).polygon([(x - left, y - upper) for x, y in pixels], 1)
        span = max(lowest - highest, 1)
        fill = ramp(self.ink(top), self.ink(bottom), (upper - highest) / span, (lower - highest) / span, size)
        self.image.paste(fill, (left, upper), mask)

    def union(self, shapes: Sequence[Sequence[Point]], colour: str, alpha: float = 1) -> None:
        """Several shapes as one, so that their overlaps do not show when they are see-through."""
        drawn = [self._pixels(shape) for shape in shapes]
        box = self._clip([point for shape in drawn for point in shape])
        if box is None:
            return
        left, upper, right, lower = box
        mask = Image.new("L", (right - left, lower - upper), 0)
        pen = ImageDraw.Draw(mask)
        for shape in drawn:
            pen.polygon([(x - left, y - upper) for x, y in shape], round(255 * alpha))
        self.image.paste(self.ink(colour)[:3], box, mask)

    def glow(self, x: float, y: float, r: float, colour: str, alpha: float = 1, flat: float = 1) -> None:
        """A spot that fades to nothing at the distance `r`; `flat` below 1 presses it to the ground."""
        ((px, py),) = self._pixels([(x, y)])
        wide, high = max(1, round(r * self.scale)), max(1, round(r * flat * self.scale))
        spot = _SPOT if alpha >= 1 else _SPOT.point([round(level * alpha) for level in range(256)])
        mask = spot.resize((2 * wide, 2 * high), Image.Resampling.NEAREST)
        self.image.paste(self.ink(colour)[:3], (round(px) - wide, round(py) - high), mask)

    def shadow(self, x: float, y: float, r: float, alpha: float = 0.4, flat: float = 0.22) -> None:
        """The soft shadow of a thing that stands at (x, y)."""
        self.glow(x, y, r, "#1b2a33", alpha, flat)

    def veil(self, top: float, bottom: float, colour: str, first: float, last: float) -> None:
        """A mist over the whole width, from the strength `first` at `top` to `last` at `bottom`."""
        (_, y0), (_, y1) = self._pixels([(0, top), (0, bottom)])
        upper, lower = max(0, round(y0)), min(self.image.height, round(y1))
        if lower > upper:
            levels = [round(255 * (first + (last - first) * level / 255)) for level in range(256)]
            mask = _FADE.point(levels).resize((self.image.width, lower - upper), Image.Resampling.NEAREST)
            self.image.paste(self.ink(colour)[:3], (0, upper), mask)

    def finish(self) -> Image.Image:
        """The picture in the size that was asked for."""
        return self.image.reduce(OVERSAMPLING)

    def _clip(self, pixels: Sequence[Point]) -> tuple[int, int, int, int] | None:
        xs, ys = [x for x, _ in pixels], [y for _, y in pixels]
        left, upper = max(0, int(min(xs))), max(0, int(min(ys)))
        right, lower = min(self.image.width, int(max(xs)) + 2), min(self.image.height, int(max(ys)) + 2)
        return (left, upper, right, lower) if left < right and upper < lower else None


def ramp(
    top: tuple[int, ...], bottom: tuple[int, ...], first: float, last: float, size: tuple[int, int]
) -> Image.Image:
    """An image that runs from `top` (at 0) to `bottom` (at 1); it shows the part from `first` to `last`."""
    rows = min(size[1], _SHADES)
    column = Image.new("RGB", (1, rows))
    parts = [first + (last - first) * row / max(rows - 1, 1) for row in range(rows)]
    column.putdata([tuple(round(a + (b - a) * p) for a, b in zip(top, bottom, strict=True)) for p in parts])
    return column.resize(size, Image.Resampling.NEAREST)
