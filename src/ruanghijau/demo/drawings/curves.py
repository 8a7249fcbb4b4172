"""Points along smooth lines."""

from collections.abc import Sequence
from functools import cache
from math import cos, hypot, pi, sin
from random import Random

Point = tuple[float, float]


def smooth_path(points: Sequence[Point], closed: bool = True, steps: int = 6) -> list[Point]:
    """A Catmull-Rom curve through all `points`, `steps` points for each."""
    weights = _weights(steps)
    padded = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    path = [
        (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
        for (x0, y0), (x1, y1), (x2, y2), (x3, y3) in zip(
            padded, padded[1:], padded[2:], padded[3:], strict=False
        )
        for a, b, c, d in weights
    ]
    return path if closed else [*path, points[-1]]


@cache
def _weights(steps: int) -> tuple[tuple[float, float, float, float], ...]:
    """What the four points around a stretch of the curve weigh at each step along it."""
    return tuple(
        (
            (-t + 2 * t * t - t**3) / 2,
            (2 - 5 * t * t + 3 * t**3) / 2,
            (t + 4 * t * t - 3 * t**3) / 2,
            (t**3 - t * t) / 2,
        )
        for t in (step / steps for step in range(steps))
    )


def blob(
    x: float, y: float, rx: float, ry: float, random: Random, rough: float = 0.14, count: int = 9
) -> list[Point]:
    """An uneven ellipse, as of leaves or a cloud."""
    start = random.random() * pi
    spokes = [(2 * pi * n / count + start, 1 + random.uniform(-rough, rough)) for n in range(count)]
    return smooth_path([(x + rx * k * cos(a), y + ry * k * sin(a)) for a, k in spokes], steps=3)


def ridge(left: float, right: float, y: float, height: float, random: Random, count: int = 6) -> list[Point]:
    """The upper edge of a range of hills, from left to right."""
    step = (right - left) / count
    points = [
        (left + step * n + random.uniform(-0.3, 0.3) * step * (0 < n < count), y - random.random() * height)
        for n in range(count + 1)
    ]
    return smooth_path(points, closed=False, steps=8)


def wave(left: float, right: float, y: float, height: float, length: float, phase: float = 0) -> list[Point]:
    """A row of even waves, from left to right."""
    count = max(8, round((right - left) / length * 8))
    xs = [left + (right - left) * n / count for n in range(count + 1)]
    return [(x, y + height * sin(2 * pi * x / length + phase)) for x in xs]


def joint(start: Point, end: Point, first: float, second: float, side: int) -> Point:
    """The elbow or knee of a limb from `start` to `end` with bones of the two lengths, bent to `side`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    reach = max(1e-6, hypot(dx, dy))
    along = (first**2 - second**2 + reach**2) / (2 * reach)
    out = max(0.0, first**2 - along**2) ** 0.5 * side
    return start[0] + (dx * along - dy * out) / reach, start[1] + (dy * along + dx * out) / reach


def petal(length: float, width: float) -> list[Point]:
    """A leaf from its stalk at the origin to its tip at (0, -length)."""
    return [(x * width, y * length) for x, y in _petal()]


@cache
def _petal() -> list[Point]:
    right = [(0.62, -0.22), (0.72, -0.5), (0.34, -0.82)]
    left = [(-x, y) for x, y in reversed(right)]
    return smooth_path([(0, 0), *right, (0, -1), *left], steps=4)


def ring(x: float, y: float, rx: float, ry: float, count: int = 40) -> list[Point]:
    """Points on an ellipse, clockwise from the right."""
    return [(x + rx * c, y + ry * s) for c, s in _circle(count)]


@cache
def _circle(count: int) -> list[Point]:
    return [(cos(2 * pi * n / count), sin(2 * pi * n / count)) for n in range(count)]


def rounded(x: float, y: float, width: float, height: float, r: float) -> list[Point]:
    """The outline of a rectangle with round corners."""
    corners = [
        (x + width - r, y + height - r),
        (x + r, y + height - r),
        (x + r, y + r),
        (x + width - r, y + r),
    ]
    return [
        (cx + r * cos(angle), cy + r * sin(angle))
        for quarter, (cx, cy) in enumerate(corners)
        for angle in (pi / 2 * quarter + pi / 2 * step / 6 for step in range(7))
    ]
