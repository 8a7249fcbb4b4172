"""The pictures of the demo: each can be drawn, and the same again, but not twice alike."""

from datetime import date

import pytest
from PIL import Image

from ruanghijau.demo import content
from ruanghijau.demo.drawings import PORTRAITS, SCENES, Item, draw_avatar, draw_receipt, draw_scene

SMALL = (320, 240)


def has_a_subject(picture: Image.Image) -> bool:
    """More than a plain ground: no colour, as a poster would show it, fills the whole of it."""
    colours = picture.quantize(16).convert("RGB").getcolors()
    assert colours is not None
    return len(colours) > 8 and max(count for count, _ in colours) < 0.7 * picture.width * picture.height


@pytest.mark.parametrize("name", SCENES)
def test_every_scene_can_be_drawn_and_drawn_again(name: str) -> None:
    picture = draw_scene(name, 1, SMALL)
    assert (picture.mode, picture.size) == ("RGB", SMALL)
    assert has_a_subject(picture)
    assert picture.tobytes() == draw_scene(name, 1, SMALL).tobytes()
    assert picture.tobytes() != draw_scene(name, 2, SMALL).tobytes()


def test_a_scene_keeps_its_shape_in_every_size() -> None:
    large = draw_scene("pilah_sampah", 3, (1280, 960)).resize((64, 48))
    small = draw_scene("pilah_sampah", 3, SMALL).resize((64, 48))
    apart = [abs(a - b) for a, b in zip(large.tobytes(), small.tobytes(), strict=True)]
    assert sum(apart) / len(apart) < 6


@pytest.mark.parametrize("portrait", PORTRAITS)
def test_every_portrait_can_be_drawn_and_drawn_again(portrait: str) -> None:
    first = draw_avatar(portrait, 3, 1, 128)
    assert (first.mode, first.size) == ("RGB", (128, 128))
    assert has_a_subject(first)
    assert first.tobytes() == draw_avatar(portrait, 3, 1, 128).tobytes()
    assert len({draw_avatar(portrait, 3, seed, 128).tobytes() for seed in range(3)}) > 1


def test_a_receipt_can_be_drawn_and_drawn_again() -> None:
    day, items = date(2026, 5, 4), [Item("Bibit bakau", 500, 2_500), Item("Polybag", 500, 150)]
    picture = draw_receipt("Kelompok Tani Bahari", day, items)
    assert (picture.mode, picture.size) == ("RGB", (720, 960))
    assert has_a_subject(picture)
    assert picture.tobytes() == draw_receipt("Kelompok Tani Bahari", day, items).tobytes()
    others = [
        draw_receipt("Kelompok Tani Subur", day, items),
        draw_receipt("Kelompok Tani Bahari", date(2026, 5, 5), items),
        draw_receipt("Kelompok Tani Bahari", day, items[:1]),
    ]
    assert len({other.tobytes() for other in (picture, *others)}) == 4


def test_the_longest_receipt_of_the_demo_stays_on_the_table() -> None:
    longest = max(len(entry.receipt) for one in content.campaigns() for entry in one.disbursements)
    picture = draw_receipt("Toko Bangunan", date(2026, 5, 4), [Item("Sekop kecil", 12, 35_000)] * longest)
    corner = picture.crop((0, 0, picture.width, 60)), picture.crop((0, 900, picture.width, 960))
    for edge in corner:
        brightest = max(edge.convert("L").tobytes())
        assert brightest < 225  # the paper is lighter than any table


def test_unknown_names_are_refused() -> None:
    with pytest.raises(KeyError):
        draw_scene("gudang", 1, SMALL)
    with pytest.raises(KeyError):
        draw_avatar("robot", 3, 1, 64)
