"""`python -m training.waste`: from the photos to the shipped model and its card's figures, in one command.

A run that was interrupted goes on from its checkpoint; `--fresh` begins anew.
"""

import argparse
import dataclasses
import os
import time
from pathlib import Path

import torch

from ruanghijau.ai.waste import SHIPPED
from training.waste.calibrate import tuning
from training.waste.cutout import Pixels
from training.waste.fit import Stage, fit, start
from training.waste.gather import PHOTOS
from training.waste.labels import NAMES
from training.waste.network import MobileNetV2, pretrained
from training.waste.photos import Photo, list_photos, list_scenes
from training.waste.release import figures, release
from training.waste.samples import Recipe, Samples, load, read_rgb

STAGES = [
    Stage(steps=2250, side=160, frozen=9, rate=3e-3, recipe=Recipe(pasted=0.5, gentle=0.0)),
    Stage(steps=1050, side=192, frozen=6, rate=1.2e-3, recipe=Recipe(pasted=0.4, gentle=0.5)),
    Stage(steps=1800, side=192, frozen=6, rate=1.5e-3, recipe=Recipe(pasted=0.4, gentle=0.6), mixed=0.3),
    Stage(steps=700, side=192, frozen=6, rate=5e-4, recipe=Recipe(pasted=0.35, gentle=0.7)),
]
SEED = 20


def main() -> None:
    """Run the command line."""
    arguments = _arguments()
    arguments.work.mkdir(parents=True, exist_ok=True)
    checkpoint = arguments.work / "checkpoint.pt"
    if arguments.fresh:
        checkpoint.unlink(missing_ok=True)
    gathered: Path | None = arguments.scenes
    photos = list_photos(arguments.data, gathered / PHOTOS if gathered else None)
    scenes = list_scenes(gathered) if gathered else []
    network = _trained(arguments, photos, scenes, checkpoint)
    tune = load(_part(photos, "tune"), arguments.work / "outlines")
    held = tuning(tune, _pictures(_part(scenes, "tune")), arguments.seed)
    release(network, held, arguments.model, time.strftime("%Y-%m-%d"))
    say(figures(arguments.model, arguments.data / "val"))


def say(line: str) -> None:
    """Tell the person who trains."""
    os.write(1, f"{line}\n".encode())


def _trained(
    arguments: argparse.Namespace, photos: list[Photo], scenes: list[Photo], checkpoint: Path
) -> MobileNetV2:
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    state = start(pretrained(arguments.weights, len(NAMES)), checkpoint, device)
    stages = _scaled(arguments.length)
    if arguments.release or state.step >= sum(stage.steps for stage in stages):
        return state.average
    pieces, pictures = (
        load(_part(photos, "teach"), arguments.work / "outlines"),
        _pictures(_part(scenes, "teach")),
    )
    samples = {s: Samples(pieces, pictures, s.side, arguments.seed, s.recipe) for s in stages}
    return fit(state, stages, samples, checkpoint, arguments.workers)


def _part(photos: list[Photo], part: str) -> list[Photo]:
    return [photo for photo in photos if photo.part == part]


def _pictures(scenes: list[Photo]) -> list[Pixels]:
    return [read_rgb(scene.path) for scene in scenes]


def _scaled(length: float) -> list[Stage]:
    return [dataclasses.replace(s, steps=max(1, round(s.steps * length))) for s in STAGES]


def _arguments() -> argparse.Namespace:
    shared = Path(os.environ.get("WASTE_SHARED", "../shared"))
    parser = argparse.ArgumentParser(prog="python -m training.waste", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=shared / "data/waste", help="folder with train/ and val/"
    )
    weights = shared / "models/mobilenetv2/mobilenetv2_1.0_224_w8.onnx"
    parser.add_argument("--weights", type=Path, default=weights, help="ImageNet weights to start from")
    parser.add_argument(
        "--scenes", type=Path, help="folder that training.waste.gather filled (docs/waste-model.md)"
    )
    parser.add_argument("--model", type=Path, default=SHIPPED, help="where the finished model goes")
    parser.add_argument("--work", type=Path, default=Path("var/waste"), help="where checkpoints are kept")
    parser.add_argument("--length", type=float, default=1.0, help="share of the usual number of steps")
    parser.add_argument("--workers", type=int, default=2, help="processes that make samples")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--release", action="store_true", help="ship the checkpoint as it stands")
    parser.add_argument("--fresh", action="store_true", help="forget an interrupted run")
    return parser.parse_args()


if __name__ == "__main__":
    main()
