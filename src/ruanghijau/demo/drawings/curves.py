"""Points along smooth lines."""

from collections.abc import Sequence
from math import cos, hypot, pi, sin
from random import Random

Point = tuple[float, float]


def smooth_path(points: Sequence[Point], closed: bool = True, steps: int = 6) -> list[Point]:
    """A Catmull-Rom curve through all `points`, `steps` points for each."""
    count = len(points)
    path: list[Point] = []
    for n in range(count if closed else count - 1):
        if closed:
            (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (points[(n + k) % count] for k in (-1, 0, 1, 2))
        else:
            (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (
                points[min(max(n + k, 0), count - 1)] for k in (-1, 0, 1, 2)
            )
        for step in range(steps):
            t = step / steps
            a, b, c, d = (
                -t + 2 * t * t - t**3,
                2 - 5 * t * t + 3 * t**3,
                t + 4 * t * t - 3 * t**3,
                t**3 - t * t,
            )
            path.append(((a * x0 + b * x1 + c * x2 + d * x3) / 2, (a * y0 + b * y1 + c * y2 + d * y3) / 2))
    return path if closed else [*path, points[-1]]


def blob(
    x: float, y: float, rx: float, ry: float, random: Random, rough: float = 0.14, count: int = 9
) -> list[Point]:
    """An uneven ellipse, as of leaves or a cloud."""
    start = random.random() * pi
    spokes = [(2 * pi * n / count + start, 1 + random.uniform(-rough, rough)) for n in range(count)]
    return smooth_path([(x + rx * k * cos(a), y + ry * k * sin(a)) for a, k in spokes], steps=4)


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
    right = [(width * 0.62, -length * 0.22), (width * 0.72, -length * 0.5), (width * 0.34, -length * 0.82)]
    left = [(-x, y) for x, y in reversed(right)]
    return smooth_path([(0, 0), *right, (0, -length), *left], steps=4)


def ring(x: float, y: float, rx: float, ry: float, count: int = 40) -> list[Point]:
    """Points on an ellipse, clockwise from the right."""
    return [(x + rx * cos(2 * pi * n / count), y + ry * sin(2 * pi * n / count)) for n in range(count)]


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
