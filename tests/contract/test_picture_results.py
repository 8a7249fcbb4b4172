"""What becomes of every kind of picture that is accepted."""

from io import BytesIO

import pytest
from PIL import Image, ImageOps

import picture_samples as samples
from ruanghijau.gateways.pictures import Picture, PictureLimits, prepare_picture

VARIANTS = {name: (data, colour) for name, data, colour in samples.variants()}


def _opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def _near(seen: object, wanted: tuple[int, ...], by: int = 14) -> bool:
    assert isinstance(seen, tuple)
    return all(abs(one - other) <= by for one, other in zip(seen, wanted, strict=True))


@pytest.mark.parametrize("name", VARIANTS)
def test_every_kind_becomes_the_same_picture_as_jpeg(name: str) -> None:
    data, colour = VARIANTS[name]
    picture = prepare_picture(data)
    assert (picture.content_type, picture.extension) == ("image/jpeg", "jpg")
    assert (picture.width, picture.height) == (96, 64)
    for file in (picture.full, picture.thumbnail):
        image = _opened(file)
        assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (96, 64))
        assert _near(image.getpixel((12, 12)), colour)


@pytest.mark.parametrize(
    ("size", "full", "thumbnail"),
    [
        ((4000, 3000), (2048, 1536), (480, 360)),
        ((3000, 4000), (1536, 2048), (360, 480)),
        ((2048, 2048), (2048, 2048), (480, 480)),
        ((2049, 1), (2048, 1), (480, 1)),
        ((8192, 6144), (2048, 1536), (480, 360)),
        ((500, 100), (500, 100), (480, 96)),
        ((480, 480), (480, 480), (480, 480)),
        ((1, 1), (1, 1), (1, 1)),
    ],
)
def test_large_pictures_are_made_smaller_and_small_ones_stay(
    size: tuple[int, int], full: tuple[int, int], thumbnail: tuple[int, int]
) -> None:
    picture = prepare_picture(samples.encoded(Image.new("RGB", size, samples.GREEN), "JPEG"))
    assert (picture.width, picture.height) == full == _opened(picture.full).size
    assert _opened(picture.thumbnail).size == thumbnail


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "HEIF"])
def test_large_pictures_of_other_kinds_are_made_smaller(kind: str) -> None:
    picture = prepare_picture(samples.encoded(samples.quarters(3000, 2000), kind))
    assert (picture.width, picture.height) == (2048, 1365)
    assert _near(_opened(picture.full).getpixel((2000, 1300)), samples.YELLOW)


def test_the_sizes_and_the_quality_may_be_chosen() -> None:
    limits = PictureLimits(long_side=60, thumbnail_side=30, quality=40)
    picture = prepare_picture(samples.encoded(samples.quarters(), "PNG"), limits)
    assert (picture.width, picture.height) == (60, 40)
    assert _opened(picture.thumbnail).size == (30, 20)
    assert _tables(picture.full) == _tables(samples.encoded(samples.quarters(), "JPEG", quality=40))


def test_the_quality_is_85() -> None:
    picture = prepare_picture(samples.encoded(samples.quarters(), "PNG"))
    wanted = _tables(samples.encoded(samples.quarters(), "JPEG", quality=85))
    assert _tables(picture.full) == wanted
    assert _tables(picture.thumbnail) == wanted


def _tables(data: bytes) -> object:
    return getattr(_opened(data), "quantization")  # noqa: B009 - only JPEG images have it


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_pictures_are_turned_upright(kind: str, orientation: int) -> None:
    data = samples.encoded(samples.quarters(), kind, exif=samples.exif(orientation))
    _assert_alike(prepare_picture(data), ImageOps.exif_transpose(_opened(data)))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_heic_is_turned_by_its_container_and_only_once(orientation: int) -> None:
    tags = samples.exif(orientation)
    data = samples.encoded(samples.quarters(), "HEIF", exif=tags.tobytes())
    assert (b"irot" in data or b"imir" in data) == (orientation != 1)
    as_png = samples.encoded(samples.quarters(), "PNG", exif=tags)
    _assert_alike(prepare_picture(data), ImageOps.exif_transpose(_opened(as_png)))


def test_exif_alone_does_not_turn_heic() -> None:
    data = samples.encoded(samples.quarters(), "HEIF", exif=samples.exif(6))
    assert b"irot" not in data
    _assert_alike(prepare_picture(data), samples.quarters())


@pytest.mark.parametrize("order", ["<", ">"])
def test_both_byte_orders_of_exif_are_read(order: str) -> None:
    tags = samples.exif(6)
    tags.endian = order
    data = samples.encoded(samples.quarters(), "JPEG", exif=tags.tobytes())
    assert (b"MM\x00*" in data) == (order == ">")
    assert (prepare_picture(data).width, prepare_picture(data).height) == (64, 96)


def _assert_alike(picture: Picture, wanted: Image.Image) -> None:
    assert (picture.width, picture.height) == wanted.size
    seen = _opened(picture.full)
    width, height = wanted.size
    for x, y in [(12, 12), (width - 12, 12), (12, height - 12), (width - 12, height - 12)]:
        assert _near(seen.getpixel((x, y)), wanted.convert("RGB").getpixel((x, y)))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_colours_are_brought_to_srgb_before_their_profile_is_dropped(kind: str) -> None:
    data = samples.encoded(samples.quarters(), kind, icc_profile=samples.foreign_profile())
    seen = _opened(prepare_picture(data).full)
    assert "icc_profile" not in seen.info
    red, _, blue = seen.getpixel((12, 12))  # type: ignore[misc]
    assert blue > red + 100


@pytest.mark.parametrize("profile", [b"no profile at all", samples.foreign_profile()[:200], b"\0" * 4000])
def test_a_damaged_profile_does_not_cost_the_picture(profile: bytes) -> None:
    data = samples.encoded(samples.quarters(), "JPEG", icc_profile=profile)
    assert _near(_opened(prepare_picture(data).full).getpixel((12, 12)), samples.RED)


def test_a_profile_for_other_pixels_is_left_aside() -> None:
    grey = Image.new("L", (96, 64), 90)
    data = samples.encoded(grey, "JPEG", icc_profile=samples.foreign_profile())
    assert _near(_opened(prepare_picture(data).full).getpixel((12, 12)), (90, 90, 90))
