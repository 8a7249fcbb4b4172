"""Looking at a photo more than once.

A phone's photo is usually upright, so the photo and its mirror image decide. A thing on a table has no
upright, though, and photos come without a note of how the phone was held: where the photo turned by a quarter
is clearly surer, all four views are heard.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from ruanghijau.ai.waste.result import probabilities

Floats = npt.NDArray[np.float32]
Network = Callable[[Floats], Floats]

CLEARLY = 0.1
"""By how much the turned views must be surer of their bin than the upright ones; a coarse choice among tenths
(docs/waste-model.md has the figures).
"""


def looked_at(pixels: Floats, network: Network, spread: Floats) -> Floats:
    """One row of outputs for each of N prepared photos.

    `network` gives outputs for any number of them; `spread` is kinds x bins, with 1 where a kind belongs in a
    bin. Photos of which the upright views are so sure that no turned one could be clearly surer are not
    turned.
    """
    outputs = _mean(network, pixels, pixels[..., ::-1])
    open_ = np.flatnonzero(_surest(outputs, spread) + CLEARLY < 1)
    if len(open_):
        chosen = pixels[open_]
        quarters = (np.rot90(chosen, turns, axes=(2, 3)) for turns in (1, 3))
        turned, upright = _mean(network, *quarters), outputs[open_]
        surer = _surest(turned, spread) > _surest(upright, spread) + CLEARLY
        outputs[open_] = np.where(surer[:, None], (upright + turned) / 2, upright)
    return outputs


def _mean(network: Network, *views: Floats) -> Floats:
    outputs = network(np.ascontiguousarray(np.concatenate(views)))
    return np.asarray(outputs.reshape(len(views), len(views[0]), -1).mean(axis=0), dtype=np.float32)


def _surest(outputs: Floats, spread: Floats) -> npt.NDArray[np.float64]:
    """The probability of the likeliest bin of each row, before any calibration."""
    return np.asarray((probabilities(outputs, 1.0) @ spread).max(axis=1), dtype=np.float64)
