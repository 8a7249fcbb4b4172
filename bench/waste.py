"""What a 12-megapixel photo costs on one core, and where the time goes.

    python bench/waste.py

Sends a photo to a server on loopback as a guest would, and runs the parts of the way by themselves. `bare` is
the baseline: Pillow decodes the JPEG as small as it can for the model, and the model runs once. Where PyTorch
is installed (`uv sync --group training`), the same network is run in it as well. The mission allows 1-3 s.
"""

import importlib.util
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import httpx
import numpy as np
import onnxruntime
from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1]))

from ruanghijau.ai.waste import SHIPPED, WasteClassifier
from ruanghijau.ai.waste.photo import opened, prepared
from ruanghijau.db import migrate
from ruanghijau.db.engine import create_engine
from servers import running_server

ROUNDS = 40
MILLION = 1_000_000
WEIGHTS = Path("../shared/models/mobilenetv2/mobilenetv2_1.0_224_w8.onnx")


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


def times(work: Callable[[], object]) -> list[float]:
    """Milliseconds of each call, after one that does not count."""
    work()
    spent = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        spent.append((time.perf_counter() - started) * 1000)
    return spent


def parts(data: bytes) -> dict[str, Callable[[], object]]:
    classifier = WasteClassifier()
    settings = classifier.settings
    picture = opened(data)
    pixels = prepared(picture, settings)

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(SHIPPED, options)

    def one_view() -> None:
        session.run(None, {session.get_inputs()[0].name: pixels})

    def bare() -> None:
        image = Image.open(BytesIO(data))
        image.draft("RGB", (settings.side, settings.side))
        image.load()
        one_view()

    return {
        "bare": bare,
        "classify": lambda: classifier.classify(data),
        "  decoding": lambda: opened(data),
        "  preparing": lambda: prepared(picture, settings),
        "  model, several views": lambda: classifier.logits(pixels),
        "  model, one view": one_view,
    } | in_torch(pixels)


def in_torch(pixels: np.ndarray) -> dict[str, Callable[[], object]]:
    if importlib.util.find_spec("torch") is None or not WEIGHTS.exists():
        return {}
    import torch
    from training.waste.network import pretrained

    torch.set_num_threads(1)
    network, given = pretrained(WEIGHTS, 15).eval(), torch.from_numpy(pixels)

    def run() -> None:
        with torch.inference_mode():
            network(given)

    return {"  one view in PyTorch": run}


def served(data: bytes) -> tuple[float, list[float], float]:
    """The first request, the following ones (milliseconds), and what they added to the worker (MiB)."""
    folder = Path(tempfile.mkdtemp())
    database = f"sqlite:///{folder}/waste.db"
    engine = create_engine(database)
    migrate.upgrade(engine)
    engine.dispose()
    with running_server(database, folder, WASTE_DAILY_GUEST="100000", RATE_LIMITS="false") as server:
        client = httpx.Client(base_url=server.url, timeout=60)

        def send() -> None:
            files = {"image": ("photo.jpg", data, "image/jpeg")}
            client.post("/api/waste/detect", files=files).raise_for_status()

        client.get("/api/waste/bins").raise_for_status()
        before = resident(server.process.pid)
        started = time.perf_counter()
        send()
        first = (time.perf_counter() - started) * 1000
        return first, times(send), resident(server.process.pid) - before


def resident(session: int) -> float:
    """Memory of all processes of a server, in MiB."""
    command = ["ps", "-o", "rss=", "-s", str(session)]
    listed = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - made here
    return sum(int(kibibytes) for kibibytes in listed.stdout.split()) / 1024


def main() -> None:
    data = photo()
    first, requests, memory = served(data)
    print(f"photo of {len(data) / MILLION:.1f} MB; first request {first:.0f} ms, {memory:.0f} MiB added")
    costs = {name: times(work) for name, work in parts(data).items()}
    base = statistics.median(costs["bare"])
    for name, spent in {"POST /api/waste/detect": requests, **costs}.items():
        middle, late = statistics.median(spent), statistics.quantiles(spent, n=20)[-1]
        print(f"{name:24} p50 {middle:7.1f} ms   p95 {late:7.1f} ms   {middle / base:5.2f} x bare")


if __name__ == "__main__":
    main()
