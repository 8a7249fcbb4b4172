"""All scenes by their names, and the hours at which each may be seen."""

from collections.abc import Callable
from random import Random

from PIL import Image, ImageOps

from ruanghijau.demo.drawings.canvas import HEIGHT, WIDTH, Canvas
from ruanghijau.demo.drawings.light import DAWN, DUSK, GOLDEN, MORNING, NIGHT, NOON, OVERCAST, RAIN, Light
from ruanghijau.demo.drawings.scenes import garden, waste

Painter = Callable[[Canvas], None]
DAY = (DAWN, MORNING, NOON, GOLDEN)
ANY = (*DAY, DUSK, OVERCAST)
WORK = (MORNING, NOON, GOLDEN, MORNING, OVERCAST)

SCENES: dict[str, tuple[Painter, tuple[Light, ...]]] = {
    "pilah_sampah": (waste.sorting, DAY),
    "bank_sampah": (waste.waste_bank, WORK),
    "komposter": (waste.composter, DAY),
    "takakura": (waste.indoor_compost, WORK),
    "gerobak_sampah": (waste.handcart, (DAWN, MORNING, OVERCAST)),
    "kerja_bakti": (waste.tidying, (DAWN, MORNING, NOON)),
    "sampah_liar": (waste.dump, (OVERCAST, DUSK, MORNING)),
    "ecobrick": (waste.bottle_bricks, WORK),
    "biopori": (garden.infiltration, (MORNING, NOON, GOLDEN)),
    "bibit": (garden.nursery, WORK),
    "kebun_kota": (garden.city_garden, DAY),
    "hidroponik": (garden.hydroponics, (*DAY, DUSK)),
    "kampung_hijau": (garden.green_alley, DAY),
    "tanam_pohon": (garden.planting, DAY),
    "hutan": (garden.forest, ANY),
    "sawah": (garden.terraces, ANY),
    "gambut": (garden.peatland, (MORNING, OVERCAST, GOLDEN)),
    "mata_air": (garden.grove, DAY),
    "pekarangan": (garden.banana_yard, DAY),
    "rapat_warga": (waste.gathering, (GOLDEN, DUSK, MORNING)),
}


def draw_scene(name: str, seed: int, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Image.Image:
    """The scene called `name` as an RGB picture; the same seed always gives the same picture.

    The seed decides the hour, the arrangement, who is there, and from which side they are seen.
    Raises `KeyError` when there is no such scene.
    """
    paint, lights = SCENES[name]
    random = Random(f"{name}/{seed}")
    canvas = Canvas(size, random.choice(lights), random)
    paint(canvas)
    picture = canvas.finish()
    return ImageOps.mirror(picture) if random.random() < 0.5 else picture
