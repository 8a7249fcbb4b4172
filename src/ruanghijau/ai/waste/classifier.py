"""The model in memory, and what asks it."""

import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PIL import Image

from ruanghijau.ai.waste.photo import opened, prepared
from ruanghijau.ai.waste.result import Result
from ruanghijau.ai.waste.settings import BINS, ModelSettings
from ruanghijau.ai.waste.views import looked_at

if TYPE_CHECKING:  # imported with the model, so that what never looks at a photo starts without it
    import onnxruntime

SHIPPED = Path(__file__).parent / "model" / "waste.onnx"
"""The model that comes with the package; its settings are beside it under the same name, as JSON."""


class WasteClassifier:
    """Classifies photos with the model at `model`, which is loaded at the first photo and then kept.

    Safe to share between threads. Make it, or at least ask it first, after a server has forked its workers: a
    loaded model has threads of its own, which a fork leaves behind. `threads` bounds the cores that one photo
    may take.
    """

    def __init__(self, model: Path = SHIPPED, threads: int = 1) -> None:
        self._model = model
        self._threads = threads
        self._lock = threading.Lock()
        self._session: onnxruntime.InferenceSession | None = None
        self._settings: ModelSettings | None = None

    @property
    def settings(self) -> ModelSettings:
        """Raises OSError or ValueError where the file beside the weights is missing or unusable."""
        if self._settings is None:
            self._settings = ModelSettings.read(self._model.with_suffix(".json"))
        return self._settings

    @property
    def loaded(self) -> bool:
        """Whether the model is in memory already."""
        return self._session is not None

    def load(self) -> None:
        """Load the model now rather than at the first photo."""
        self._ready()

    def classify(self, photo: bytes | Image.Image) -> Result:
        """The answer for a photo as uploaded (JPEG, PNG, WebP or HEIC), or for a picture that is decoded
        already.

        Raises `ruanghijau.gateways.pictures.PictureRefused`, with its reason, for what is not an acceptable
        photo.
        """
        picture = opened(photo) if isinstance(photo, bytes) else photo
        pixels = prepared(picture, self.settings)
        started = time.perf_counter()
        logits = self.logits(pixels)
        return Result.of(logits[0], self.settings, (time.perf_counter() - started) * 1000)

    def logits(self, pixels: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """The outputs for N prepared photos, N x kinds, each looked at in several views."""
        return looked_at(pixels, self._outputs, self._spread())

    def _outputs(self, pixels: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        session = self._ready()
        (outputs,) = session.run(None, {session.get_inputs()[0].name: pixels})
        return np.asarray(outputs, dtype=np.float32)

    def _spread(self) -> npt.NDArray[np.float32]:
        of_kinds = self.settings.kinds.values()
        return np.array([[bin_of == name for name in BINS] for bin_of in of_kinds], dtype=np.float32)

    def _ready(self) -> "onnxruntime.InferenceSession":
        if self._session is None:
            with self._lock:
                if self._session is None:
                    self._session = self._loaded_session()
        return self._session

    def _loaded_session(self) -> "onnxruntime.InferenceSession":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            self._model.read_bytes(), options, providers=["CPUExecutionProvider"]
        )
