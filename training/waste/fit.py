"""Fine-tunes the network in stages, with a progress bar, and takes an interrupted run up again where it
stood.
"""

import copy
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, Sampler
from tqdm import tqdm

from training.waste.labels import BINS, KINDS, NAMES, NONE
from training.waste.network import MobileNetV2
from training.waste.samples import Recipe, Samples

BATCH = 48
_SMOOTHING = 0.05
_DECAY = 0.997
"""Of the running average of the weights, per step, once it has warmed up."""
_CHECKPOINT_STEPS = 100


@dataclass(frozen=True)
class Stage:
    """A part of a run: for `steps` steps, at `side` pixels, with the first `frozen` convolutions left as they
    are and the rate of learning falling from `rate` to nearly nothing. `mixed` is the parameter of the Beta
    distribution by which photos are blended in pairs (mixup), 0 for not at all.
    """

    steps: int
    side: int
    frozen: int
    rate: float
    recipe: Recipe
    mixed: float = 0.0


@dataclass
class State:
    """All that a run needs to go on: the network, its running average, the optimiser and the steps taken."""

    network: MobileNetV2
    average: MobileNetV2
    optimiser: torch.optim.Optimizer
    step: int = 0

    def save(self, path: Path) -> None:
        held = {"network": self.network.state_dict(), "average": self.average.state_dict(), "step": self.step}
        fresh = path.with_suffix(".part")
        torch.save({**held, "optimiser": self.optimiser.state_dict()}, fresh)
        fresh.replace(path)

    def load(self, path: Path, device: torch.device) -> None:
        held: dict[str, Any] = torch.load(path, map_location=device, weights_only=True)
        self.network.load_state_dict(held["network"])
        self.average.load_state_dict(held["average"])
        self.optimiser.load_state_dict(held["optimiser"])
        self.step = held["step"]


def start(network: MobileNetV2, checkpoint: Path, device: torch.device) -> State:
    """A run from its beginning, or from the checkpoint when there is one."""
    network = network.to(device, memory_format=torch.channels_last)
    average = copy.deepcopy(network).eval().requires_grad_(False)
    state = State(network, average, torch.optim.AdamW(_groups(network), weight_decay=0.02))
    if checkpoint.exists():
        state.load(checkpoint, device)
    return state


def _groups(network: MobileNetV2) -> list[dict[str, Any]]:
    """Earlier layers learn slower: they see edges and textures, which ImageNet taught well. `share` scales
    the rate.
    """
    count = len(network.convolutions)
    groups: list[dict[str, Any]] = [
        {"params": list(layer.parameters()), "lr": 0.0, "share": 0.1 * 3 ** (index / count)}
        for index, layer in enumerate(network.convolutions)
    ]
    return [*groups, {"params": list(network.head.parameters()), "lr": 0.0, "share": 1.0}]


def fit(
    state: State, stages: list[Stage], samples: dict[Stage, Samples], checkpoint: Path, workers: int
) -> MobileNetV2:
    """Runs what is left of the stages, each with its samples. Returns the averaged network."""
    total = sum(stage.steps for stage in stages)
    cv2.setNumThreads(0)
    with tqdm(total=total, initial=state.step, desc="training", unit="step", mininterval=10) as bar:
        for first, stage in _left(stages, state.step):
            loader = DataLoader(
                samples[stage],
                batch_size=BATCH,
                sampler=_From(state.step * BATCH, (first + stage.steps) * BATCH),
                num_workers=workers,
                prefetch_factor=4 if workers else None,
            )
            _run(state, stage, first, loader, checkpoint, bar)
    state.save(checkpoint)
    return state.average


def _left(stages: list[Stage], step: int) -> Iterator[tuple[int, Stage]]:
    first = 0
    for stage in stages:
        if step < first + stage.steps:
            yield first, stage
        first += stage.steps


class _From(Sampler[int]):
    def __init__(self, first: int, last: int) -> None:
        self._numbers = range(first, last)

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def _run(state: State, stage: Stage, first: int, loader: Any, checkpoint: Path, bar: Any) -> None:
    device = state.network.head.weight.device
    running = 0.0
    for pixels, kinds in loader:
        _set_rates(state.optimiser, stage.rate, state.step - first, stage.steps)
        loss = _step(state, stage, to_input(pixels.to(device)), kinds.to(device))
        state.step += 1
        running = loss if not running else 0.98 * running + 0.02 * loss
        bar.set_postfix(loss=f"{running:.3f}", side=stage.side, refresh=False)
        bar.update()
        if state.step % _CHECKPOINT_STEPS == 0:
            state.save(checkpoint)


def _set_rates(optimiser: torch.optim.Optimizer, rate: float, step: int, steps: int) -> None:
    """A short climb, then a cosine down to nearly nothing over the stage."""
    climb = min(1.0, (step + 1) / 100)
    fall = 0.02 + 0.98 * (1 + math.cos(math.pi * step / steps)) / 2
    for group in optimiser.param_groups:
        group["lr"] = rate * group["share"] * climb * fall


def _step(state: State, stage: Stage, x: torch.Tensor, kinds: torch.Tensor) -> float:
    network = state.network.train()
    share = float(np.random.beta(stage.mixed, stage.mixed)) if stage.mixed else 1.0
    other = torch.randperm(len(x), device=x.device)
    x = share * x + (1 - share) * x[other] if share < 1 else x
    with torch.autocast(x.device.type, torch.bfloat16):
        with torch.no_grad():
            x = network.features(x, 0, stage.frozen) if stage.frozen else x
        logits = network.head(network.dropout(network.features(x, stage.frozen)))
    value = share * loss(logits.float(), kinds) + (1 - share) * loss(logits.float(), kinds[other])
    state.optimiser.zero_grad(set_to_none=True)
    value.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 2.0)
    state.optimiser.step()
    _follow(state)
    return float(value.detach())


def loss(logits: torch.Tensor, kinds: torch.Tensor) -> torch.Tensor:
    """Half for the kind, half for the bin: a tomato taken for an apple is a small mistake, for glass a large
    one.
    """
    ends = [*BINS, NONE]
    of_kind = torch.tensor([ends.index(KINDS[name]) for name in NAMES], device=logits.device)
    spread = torch.nn.functional.one_hot(of_kind, len(ends)).T.bool()
    in_bin = torch.stack([logits[:, members].logsumexp(1) for members in spread], dim=1)
    by_kind = nn.functional.cross_entropy(logits, kinds, label_smoothing=_SMOOTHING)
    return (by_kind + nn.functional.cross_entropy(in_bin, of_kind[kinds], label_smoothing=_SMOOTHING)) / 2


def _follow(state: State) -> None:
    decay = min(_DECAY, (1 + state.step) / (10 + state.step))
    with torch.no_grad():
        for kept, now in zip(state.average.parameters(), state.network.parameters(), strict=True):
            kept.lerp_(now, 1 - decay)


def to_input(pixels: torch.Tensor) -> torch.Tensor:
    """N x H x W x 3 bytes to what the network takes."""
    x = pixels.permute(0, 3, 1, 2).to(torch.float32, memory_format=torch.channels_last)
    return x / 127.5 - 1
