"""Makes the shipped model of a trained network: weights, settings, and the figures on its card."""

import dataclasses
import json
from pathlib import Path

import numpy as np

from ruanghijau.ai.waste import Evaluation, WasteClassifier, evaluate
from ruanghijau.ai.waste.settings import BINS, NONE, ModelSettings
from training.waste.calibrate import Tuning, best_temperature, best_threshold, by_bin, inputs
from training.waste.export import export
from training.waste.labels import KINDS
from training.waste.network import MobileNetV2

_SIDE = 224
_BATCH = 32


def release(network: MobileNetV2, tuning: Tuning, model: Path, version: str) -> None:
    """Write `model` (ONNX) and its settings beside it, calibrated on the tuning pictures."""
    model.parent.mkdir(parents=True, exist_ok=True)
    export(network.cpu().eval(), model)
    settings = ModelSettings(
        version=version,
        side=_SIDE,
        short_side=_SIDE,
        mean=(127.5,) * 3,
        std=(127.5,) * 3,
        kinds=dict(KINDS),
        temperature=1.0,
        least_confidence=0.0,
    )
    _write(settings, model)
    _write(_calibrated(settings, tuning, WasteClassifier(model)), model)


def _calibrated(settings: ModelSettings, tuning: Tuning, classifier: WasteClassifier) -> ModelSettings:
    parts = [tuning.pictures[start : start + _BATCH] for start in range(0, len(tuning.pictures), _BATCH)]
    logits = np.concatenate([classifier.logits(inputs(part, settings)) for part in parts])
    ends, of_kind = np.array(tuning.ends), [[*BINS, NONE].index(end) for end in KINDS.values()]
    temperature = best_temperature(logits, ends, of_kind)
    threshold = best_threshold(by_bin(logits, of_kind, temperature), ends)
    return dataclasses.replace(settings, temperature=round(temperature, 4), least_confidence=threshold)


def _write(settings: ModelSettings, model: Path) -> None:
    held = json.dumps(dataclasses.asdict(settings), indent=2) + "\n"
    model.with_suffix(".json").write_text(held, encoding="utf-8")


def figures(model: Path, folder: Path) -> str:
    """The measured figures of a model on a folder of labelled photos, as Markdown."""
    found = evaluate(folder, WasteClassifier(model))
    return "\n".join([_summary(found, model), "", *_rows(found)])


def _summary(found: Evaluation, model: Path) -> str:
    settings = ModelSettings.read(model.with_suffix(".json"))
    return (
        f"{found.photos} photos: accuracy {found.accuracy:.3f}, macro-F1 {found.macro_f1:.3f}, "
        f"ECE {found.calibration_error:.3f}; uncertain {found.uncertain:.1%}, "
        f"right when certain {found.certain_accuracy:.1%} "
        f"(temperature {settings.temperature}, threshold {settings.least_confidence})."
    )


def _rows(found: Evaluation) -> list[str]:
    head = ["| bin | recall |" + "".join(f" said {name} |" for name in BINS), "| --- |" + " ---: |" * 6]
    body = [
        f"| {true} | {found.recall.get(true, 0):.2f} |"
        + "".join(f" {found.confusion[true][said]} |" for said in BINS)
        for true in BINS
    ]
    return head + body
