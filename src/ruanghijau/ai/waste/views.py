"""Looking at a photo more than once.

A phone's photo is usually upright, so the photo and its mirror image decide. A thing on a table has no
upright, though, and photos come without a note of how the phone was held: where the photo turned by a quarter
is clearly surer, all four views are heard.
"""

import numpy as np
import numpy.typing as npt

from ruanghijau.ai.waste.result import probabilities

Floats = npt.NDArray[np.float32]

_UPRIGHT = 2
_VIEWS = 4
CLEARLY = 0.1
"""By how much the turned views must be surer of their bin than the upright ones; a coarse choice among tenths
(docs/waste-model.md has the figures).
"""


def views(pixels: Floats) -> Floats:
    """N prepared photos as 4N: as they are, mirrored, and turned by a quarter either way."""
    turned = (np.rot90(pixels, quarters, axes=(2, 3)) for quarters in (1, 3))
    return np.ascontiguousarray(np.concatenate([pixels, pixels[..., ::-1], *turned]))


def heard(outputs: Floats, spread: Floats) -> Floats:
    """One row of outputs for each photo from those of its views, 4N x kinds. `spread` is kinds x bins, with
    1 where a kind belongs in a bin.
    """
    of_view = outputs.reshape(_VIEWS, len(outputs) // _VIEWS, -1)
    upright, turned = of_view[:_UPRIGHT].mean(axis=0), of_view[_UPRIGHT:].mean(axis=0)
    surer = _surest(turned, spread) > _surest(upright, spread) + CLEARLY
    return np.asarray(np.where(surer[:, None], of_view.mean(axis=0), upright), dtype=np.float32)


def _surest(outputs: Floats, spread: Floats) -> npt.NDArray[np.float64]:
    """The probability of the likeliest bin of each row, before any calibration."""
    return np.asarray((probabilities(outputs, 1.0) @ spread).max(axis=1), dtype=np.float64)
