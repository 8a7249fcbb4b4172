"""All scenes by their names, and the hours at which each may be seen."""

from collections.abc import Callable
from random import Random

from PIL import Image, ImageOps

from ruanghijau.demo.drawings.canvas import HEIGHT, WIDTH, Canvas
from ruanghijau.demo.drawings.light import DAWN, DUSK, GOLDEN, MORNING, NIGHT, NOON, OVERCAST, RAIN, Light
from ruanghijau.demo.drawings.scenes import (
    compost,
    energy,
    forest,
    garden,
    home,
    learning,
    mangroves,
    neighbours,
    river,
    sea,
    shore,
    soil,
    town,
    waste,
    water,
)

Painter = Callable[[Canvas], None]
DAY = (DAWN, MORNING, NOON, GOLDEN)
ANY = (*DAY, DUSK, OVERCAST)
WORK = (MORNING, NOON, GOLDEN, MORNING, OVERCAST)

CLOSEST = 1.18

SCENES: dict[str, tuple[Painter, tuple[Light, ...]]] = {
    "pilah_sampah": (waste.sorting, DAY),
    "bank_sampah": (waste.waste_bank, WORK),
    "komposter": (compost.composter, DAY),
    "takakura": (compost.indoor_compost, WORK),
    "gerobak_sampah": (neighbours.handcart, (DAWN, MORNING, OVERCAST)),
    "kerja_bakti": (neighbours.tidying, (DAWN, MORNING, NOON)),
    "sampah_liar": (waste.dump, (OVERCAST, DUSK, MORNING)),
    "ecobrick": (waste.bottle_bricks, WORK),
    "biopori": (soil.infiltration, (MORNING, NOON, GOLDEN)),
    "bibit": (garden.nursery, WORK),
    "kebun_kota": (garden.city_garden, DAY),
    "hidroponik": (garden.hydroponics, (*DAY, DUSK)),
    "kampung_hijau": (garden.green_alley, DAY),
    "tanam_pohon": (soil.planting, DAY),
    "hutan": (forest.forest, ANY),
    "sawah": (forest.terraces, ANY),
    "gambut": (soil.peatland, (MORNING, OVERCAST, GOLDEN)),
    "mata_air": (forest.grove, DAY),
    "pekarangan": (garden.banana_yard, DAY),
    "sungai": (river.riverside, ANY),
    "bersih_sungai": (river.river_cleaning, WORK),
    "panen_hujan": (water.rain_harvest, (RAIN, RAIN, MORNING)),
    "saringan_air": (water.water_filter, WORK),
    "danau": (water.lake, ANY),
    "rob": (water.flooded, (OVERCAST, DUSK, MORNING)),
    "air_terjun": (water.waterfall, (MORNING, NOON)),
    "pantai": (shore.quiet_beach, (*DAY, DUSK)),
    "pantai_sampah": (shore.littered_beach, (OVERCAST, DUSK, MORNING, GOLDEN)),
    "bersih_pantai": (shore.beach_cleaning, (*DAY, DUSK)),
    "mangrove": (mangroves.mangroves, ANY),
    "tanam_mangrove": (mangroves.mangrove_planting, DAY),
    "terumbu": (sea.reef, (NOON, MORNING)),
    "lamun": (sea.seagrass, (NOON, MORNING)),
    "perahu": (sea.boats, (DAWN, GOLDEN, DUSK, MORNING)),
    "penyu": (shore.hatchlings, (DUSK, DAWN, GOLDEN)),
    "jaring_ikan": (shore.catch, DAY),
    "sepeda": (town.cycling, DAY),
    "sepeda_parkir": (town.parked, DAY),
    "angkutan_umum": (town.transit, (DAWN, MORNING, DUSK, NIGHT)),
    "jalan_kaki": (town.walking, DAY),
    "pasar": (town.market, (DAWN, MORNING, NOON)),
    "tas_belanja": (town.groceries, WORK),
    "panel_surya": (energy.solar_roof, (MORNING, NOON, GOLDEN)),
    "kebun_surya": (energy.solar_field, (MORNING, NOON, GOLDEN)),
    "kelas": (learning.school, DAY),
    "anak_anak": (learning.children, DAY),
    "kebun_atap": (town.rooftops, (MORNING, GOLDEN, DUSK)),
    "eco_enzyme": (home.ferments, WORK),
    "minyak_jelantah": (home.used_oil, WORK),
    "limbah_elektronik": (home.electronics, WORK),
    "botol_minum": (home.refills, WORK),
    "hemat_listrik": (home.evening, (NIGHT, NIGHT, DUSK)),
    "meteran": (home.meter, WORK),
    "kayu_bekas": (home.mending, WORK),
    "rapat_warga": (neighbours.gathering, (GOLDEN, DUSK, MORNING)),
}


def draw_scene(name: str, seed: int, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Image.Image:
    """The scene called `name` as an RGB picture; the same seed always gives the same picture.

    The seed decides the hour, the arrangement, who is there, how near they are and from which side they
    are seen. Raises `KeyError` when there is no such scene.
    """
    paint, lights = SCENES[name]
    random = Random(f"{name}/{seed}")
    canvas = Canvas(size, random.choice(lights), random)
    paint(_nearer(canvas, random.uniform(1.0, CLOSEST)))
    picture = canvas.finish()
    return ImageOps.mirror(picture) if random.random() < 0.5 else picture


def _nearer(canvas: Canvas, zoom: float) -> Canvas:
    """The canvas seen through a longer lens, which keeps what stands on the ground in view."""
    x, y = WIDTH / 2, HEIGHT * 0.86
    return canvas.at(x * (1 - zoom), y * (1 - zoom), zoom)
