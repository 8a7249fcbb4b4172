"""The hour of a scene: the colours of its sky, and what that light does to the colours of things.

Things are always described in their colours at noon; `Light.on` turns them into what is seen, so that
everything in one picture belongs together.
"""

from dataclasses import dataclass
from functools import lru_cache

Rgb = tuple[int, int, int]


@lru_cache(maxsize=4096)
def rgb(colour: str) -> Rgb:
    """The colour written as `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(first: Rgb, second: Rgb, part: float) -> Rgb:
    """`first`, moved towards `second` by `part` (0 to 1)."""
    r, g, b = (round(x + (y - x) * part) for x, y in zip(first, second, strict=True))
    return r, g, b


def blend(first: str, second: str, part: float) -> str:
    """The same for colours written as text."""
    return "#{:02x}{:02x}{:02x}".format(*mix(rgb(first), rgb(second), part))


def darker(colour: str, part: float = 0.18) -> str:
    """In shade: towards a cool dark, because shade under a blue sky is not grey."""
    return blend(colour, "#1d2440", part)


def lighter(colour: str, part: float = 0.2) -> str:
    return blend(colour, "#fff6dc", part)


@dataclass(frozen=True)
class Light:
    """One hour of the day: sky colours from the zenith down, the sun, the haze and the tint of things."""

    name: str
    zenith: str
    middle: str
    horizon: str
    sun: str
    haze: str
    tint: tuple[float, float, float]
    water: str
    sun_height: float
    clouds: str = "#ffffff"
    dark: bool = False

    def on(self, colour: str, haze: float = 0.0) -> Rgb:
        """What `colour` looks like in this light, seen through `haze` (0 near to 1 gone)."""
        return _seen(colour, self.tint, self.haze, haze)


@lru_cache(maxsize=8192)
def _seen(colour: str, tint: tuple[float, float, float], haze: str, part: float) -> Rgb:
    r, g, b = (min(255, round(x * t)) for x, t in zip(rgb(colour), tint, strict=True))
    return mix((r, g, b), rgb(haze), part)


DAWN = Light(
    "dawn", "#8fb4d9", "#f3cfc3", "#fde3b6", "#fff3d0", "#f2d4c8", (1.0, 0.93, 0.92), "#9dbfd0", 0.62
)
MORNING = Light(
    "morning", "#62b4e3", "#b5e0ee", "#fdf3d2", "#fffbe6", "#d9eef0", (1.0, 1.0, 0.97), "#58b3c7", 0.3
)
NOON = Light("noon", "#3a9fdc", "#86cdf0", "#dff5f7", "#ffffff", "#cfeaf3", (1.0, 1.0, 1.0), "#2ba3bf", 0.16)
GOLDEN = Light(
    "golden", "#f0a868", "#f9c987", "#fff0bf", "#fff8db", "#fbdba4", (1.02, 0.92, 0.78), "#d9ab78", 0.55
)
DUSK = Light(
    "dusk", "#4b4a8f", "#c9648a", "#ffb37a", "#ffe3a8", "#d98b94", (0.86, 0.74, 0.84), "#8a6396", 0.68,
    clouds="#ffc9b0",
)  # fmt: skip
NIGHT = Light(
    "night", "#0f1b3d", "#1f3a66", "#42638c", "#f7f2d8", "#2d4a73", (0.47, 0.53, 0.74), "#24456f", 0.22,
    clouds="#56739b", dark=True,
)  # fmt: skip
OVERCAST = Light(
    "overcast", "#8fa9b5", "#b9cacf", "#e2e8e4", "#f4f4ee", "#c6d3d5", (0.92, 0.95, 0.96), "#7fa3aa", 0.3,
    clouds="#e9efef",
)  # fmt: skip
RAIN = Light(
    "rain", "#5f7a8a", "#8ea5ae", "#bfcdce", "#dfe6e4", "#9db1b7", (0.8, 0.87, 0.9), "#5f8590", 0.3,
    clouds="#a9babf",
)  # fmt: skip
# Under it every colour is its own: for the sky and for what shines by itself.
LAMP = Light("lamp", *("#ffffff",) * 5, (1.0, 1.0, 1.0), "#ffffff", 0.0)

DAYS = (DAWN, MORNING, NOON, GOLDEN, DUSK)
CLEAR = (MORNING, NOON, MORNING, GOLDEN)
