"""`python bench/waste.py`: what a 12-megapixel photo costs on one core, and where the time goes."""

import statistics
import time
from collections.abc import Callable
from io import BytesIO

import numpy as np
from PIL import Image

from ruanghijau.ai.waste import WasteClassifier
from ruanghijau.ai.waste.photo import opened, prepared

ROUNDS = 30
MILLION = 1_000_000


def photo(width: int = 4032, height: int = 3024) -> bytes:
    """A JPEG with as much detail as a phone's: noise of several sizes."""
    rng = np.random.default_rng(4)
    picture = np.zeros((height, width, 3), np.float32)
    for cells in (8, 64, 512):
        noise = Image.fromarray(rng.integers(0, 256, (cells, cells, 3), dtype=np.uint8))
        picture += np.asarray(noise.resize((width, height), Image.Resampling.BICUBIC), np.float32) / 3
    file = BytesIO()
    Image.fromarray(picture.clip(0, 255).astype(np.uint8)).save(file, "JPEG", quality=88)
    return file.getvalue()


def milliseconds(work: Callable[[], object]) -> tuple[float, float]:
    """Median wall time and median processor time of a call."""
    wall, processor = [], []
    for _ in range(ROUNDS):
        started, spent = time.perf_counter(), time.thread_time()
        work()
        wall.append(time.perf_counter() - started)
        processor.append(time.thread_time() - spent)
    return statistics.median(wall) * 1000, statistics.median(processor) * 1000


def main() -> None:
    data = photo()
    classifier = WasteClassifier()
    started = time.perf_counter()
    classifier.classify(data)
    print(f"first photo, loading included   {(time.perf_counter() - started) * 1000:7.1f} ms")
    settings = classifier.settings
    picture = opened(data)
    pixels = prepared(picture, settings)
    steps: dict[str, Callable[[], object]] = {
        "whole": lambda: classifier.classify(data),
        "decoding": lambda: opened(data),
        "preparing": lambda: prepared(picture, settings),
        "model": lambda: classifier.logits(pixels),
    }
    print(f"photo of {len(data) / MILLION:.1f} MB")
    for name, work in steps.items():
        wall, processor = milliseconds(work)
        print(f"{name:30}  {wall:7.1f} ms  (processor {processor:.1f} ms)")


if __name__ == "__main__":
    main()
