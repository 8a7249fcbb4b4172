import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ruanghijau.ai.waste import BINS, SHIPPED, ModelSettings, WasteClassifier
from ruanghijau.gateways.pictures import PictureProblem, PictureRefused
from waste_photos import blank, encoded, face, landscape

CLASSIFIER = WasteClassifier()
JPEG = encoded(landscape())


def test_gives_all_five_bins_and_what_is_left_to_none_of_them() -> None:
    result = CLASSIFIER.classify(JPEG)

    assert {share.name for share in result.bins} == set(BINS)
    assert sum(share.confidence for share in result.bins) + result.none == pytest.approx(1)
    assert sum(share.confidence for share in result.kinds) + result.none == pytest.approx(1)
    assert list(result.bins) == sorted(result.bins, key=lambda share: -share.confidence)
    assert result.two_likeliest == result.bins[:2]


def test_a_bin_is_the_sum_of_its_kinds() -> None:
    result = CLASSIFIER.classify(JPEG)
    kinds = CLASSIFIER.settings.kinds

    for share in result.bins:
        of_it = (kind.confidence for kind in result.kinds if kinds[kind.name] == share.name)
        assert sum(of_it) == pytest.approx(share.confidence)


@pytest.mark.parametrize(
    "picture",
    [landscape(), face(), *map(blank, ("white", "black", "#8a6d3b", "#2e7d32"))],
    ids=["landscape", "face", "white", "black", "brown", "green"],
)
def test_does_not_recommend_a_bin_for_what_is_no_waste(picture: Image.Image) -> None:
    assert CLASSIFIER.classify(picture).uncertain


def test_loads_at_the_first_photo_and_once_however_many_threads_ask() -> None:
    classifier = WasteClassifier()
    assert not classifier.loaded
    together = threading.Barrier(8)

    def ask(_: int) -> list[float]:
        together.wait()
        return [share.confidence for share in classifier.classify(JPEG).bins]

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(8)))

    assert classifier.loaded
    assert all(answer == pytest.approx(answers[0], abs=1e-6) for answer in answers)


def test_a_photo_taken_sideways_gives_the_answer_of_the_upright_one() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    sideways = landscape().transpose(Image.Transpose.ROTATE_90)

    turned = CLASSIFIER.classify(encoded(sideways, quality=95, exif=exif))
    upright = CLASSIFIER.classify(encoded(landscape(), quality=95))

    for one, other in zip(turned.bins, upright.bins, strict=True):
        assert one.confidence == pytest.approx(other.confidence, abs=0.05)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_takes_every_format_a_phone_writes(kind: str) -> None:
    expected = CLASSIFIER.classify(landscape())

    found = CLASSIFIER.classify(encoded(landscape(), kind))

    assert found.none == pytest.approx(expected.none, abs=0.1)


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "CMYK", "1", "I;16"])
def test_takes_every_kind_of_pixel(mode: str) -> None:
    grey = landscape().convert("L")
    wide = Image.fromarray(np.asarray(grey, dtype=np.uint16) * 256)
    picture = wide if mode == "I;16" else landscape().convert(mode)
    kind = "JPEG" if mode == "CMYK" else "PNG"

    assert len(CLASSIFIER.classify(encoded(picture, kind)).bins) == 5


@pytest.mark.parametrize("size", [(1, 1), (20_000, 1), (1, 20_000), (5, 3)])
def test_takes_any_shape(size: tuple[int, int]) -> None:
    assert len(CLASSIFIER.classify(encoded(Image.new("RGB", size, "navy"), "PNG")).bins) == 5


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", PictureProblem.empty),
        (b"\xff\xd8\xff" + b"\0" * (5 * 1024 * 1024), PictureProblem.too_large),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", PictureProblem.unsupported),
        (b"<!doctype html><script>alert(1)</script>", PictureProblem.unsupported),
        (encoded(Image.new("1", (12_000, 12_000)), "PNG"), PictureProblem.too_many_pixels),
        (JPEG[: len(JPEG) // 3], PictureProblem.broken),
    ],
    ids=["empty", "large", "svg", "html", "bomb", "truncated"],
)
def test_refuses_what_is_no_acceptable_photo(data: bytes, reason: PictureProblem) -> None:
    with pytest.raises(PictureRefused) as refusal:
        CLASSIFIER.classify(data)

    assert refusal.value.reason is reason


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(JPEG) - 1), st.binary(min_size=1, max_size=40))
def test_a_damaged_file_is_answered_or_refused_and_nothing_else(place: int, damage: bytes) -> None:
    data = JPEG[:place] + damage + JPEG[place + len(damage) :]
    try:
        result = CLASSIFIER.classify(data)
    except PictureRefused:
        return
    assert all(0 <= share.confidence <= 1 for share in result.bins)


def test_reads_how_to_prepare_a_photo_from_the_file_beside_the_weights(tmp_path: Path) -> None:
    shipped = ModelSettings.read(SHIPPED.with_suffix(".json"))
    other = tmp_path / "other.onnx"
    other.write_bytes(SHIPPED.read_bytes())
    text = SHIPPED.with_suffix(".json").read_text(encoding="utf-8")
    other.with_suffix(".json").write_text(
        text.replace(f'"temperature": {shipped.temperature}', '"temperature": 50.0'), encoding="utf-8"
    )

    flat = WasteClassifier(other).classify(JPEG)

    assert flat.best.confidence < 0.6  # so hot a softmax makes all outputs nearly equal
    assert flat.kinds[0].confidence < 2 / len(shipped.kinds)


def test_the_shipped_model_is_small_enough_for_the_repository() -> None:
    assert SHIPPED.stat().st_size <= 10 * 1024 * 1024
