from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruanghijau.ai.waste import BINS, Evaluation, Result, Share, WasteClassifier, evaluate
from ruanghijau.ai.waste.evaluation import expected_calibration_error
from waste_photos import blank, encoded, landscape

CLASSIFIER = WasteClassifier()


def answer(name: str, confidence: float = 0.9, uncertain: bool = False) -> Result:
    rest = [Share(other, (1 - confidence) / 4) for other in BINS if other != name]
    return Result((Share(name, confidence), *rest), (), 0.0, uncertain, 1.0)


def test_counts_who_was_taken_for_whom() -> None:
    truth = ["kaca", "kaca", "logam", "kertas"]
    found = Evaluation.of(truth, [answer("kaca"), answer("logam"), answer("logam"), answer("kertas")])

    assert found.accuracy == pytest.approx(0.75)
    assert found.recall == pytest.approx({"kaca": 0.5, "logam": 1, "kertas": 1})
    assert found.macro_f1 == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)
    assert found.confusion["kaca"]["logam"] == 1
    assert found.table().splitlines()[4].split() == ["kaca", "0", "0", "0", "1", "1"]


def test_tells_how_often_it_declines_and_how_right_it_is_otherwise() -> None:
    results = [answer("kaca"), answer("logam", uncertain=True), answer("logam"), answer("kaca")]
    found = Evaluation.of(["kaca", "kaca", "logam", "logam"], results)

    assert found.uncertain == pytest.approx(0.25)
    assert found.certain_accuracy == pytest.approx(2 / 3)


def test_nothing_to_compare_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing"):
        evaluate(tmp_path, CLASSIFIER)


def test_one_answer_too_few_is_an_error() -> None:
    with pytest.raises(ValueError, match="shorter"):
        Evaluation.of(["kaca", "kaca"], [answer("kaca")])


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_the_calibration_error_lies_between_the_overall_gap_and_one(pairs: list[tuple[float, bool]]) -> None:
    confidences, right = [c for c, _ in pairs], [r for _, r in pairs]
    overall = abs(sum(confidences) - sum(right)) / len(pairs)

    assert overall - 1e-9 <= expected_calibration_error(confidences, right) <= 1


def test_who_is_as_often_right_as_promised_has_no_calibration_error() -> None:
    assert expected_calibration_error([0.75] * 8, [True] * 6 + [False] * 2) == pytest.approx(0)


def test_reads_a_folder_of_labelled_photos_and_names_what_it_could_not_read(tmp_path: Path) -> None:
    for name in ("kaca", "organik", "unknown"):
        (tmp_path / name).mkdir()
    (tmp_path / "kaca/scene.jpg").write_bytes(encoded(landscape()))
    (tmp_path / "organik/blank.png").write_bytes(encoded(blank("white"), "PNG"))
    (tmp_path / "organik/broken.jpg").write_bytes(b"no photo")
    (tmp_path / "organik/notes.txt").write_bytes(b"not to be read")
    (tmp_path / "unknown/scene.jpg").write_bytes(encoded(landscape()))

    found = evaluate(tmp_path, CLASSIFIER)

    assert found.photos == 2
    assert set(found.recall) == {"kaca", "organik"}
    assert found.refused == ("organik/broken.jpg: unsupported",)
