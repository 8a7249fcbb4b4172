"""MobileNetV2 for training, built from the shared ImageNet weights, with an output per kind of waste.

The shared weights have batch normalisation folded in, so the network is convolutions and ReLU6 alone: nothing
to freeze or to recompute when weights are averaged, and what is exported is what was trained.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

_SKIPS = frozenset({8, 14, 17, 23, 26, 29, 35, 38, 44, 47})
FEATURES = 1280


class MobileNetV2(nn.Module):
    """Takes N x 3 x H x W in the range -1 to 1; gives N x `outputs` logits."""

    def __init__(self, convolutions: nn.ModuleList, outputs: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.convolutions = convolutions
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(FEATURES, outputs)
        nn.init.normal_(self.head.weight, std=0.01)
        nn.init.zeros_(self.head.bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.dropout(self.features(x)))

    def features(self, x: torch.Tensor, start: int = 0, stop: int = 52) -> torch.Tensor:
        """What convolutions `start` to `stop` make of `x`; averaged over the picture at the last."""
        kept = x
        for index in range(start, stop):
            convolution = self.convolutions[index]
            if convolution.stride == (2, 2):
                x = functional.pad(x, (0, 1, 0, 1))
            x = convolution(x)
            if not projects(index):
                x = functional.relu6(x)
                continue
            x = x + kept if skips(index) else x
            kept = x
        return x.mean((2, 3)) if stop == 52 else x


def projects(index: int) -> bool:
    """Whether a convolution ends its block, without activation: number 2, then each block's third."""
    return index == 2 or (4 < index < 51 and index % 3 == 2)


def skips(index: int) -> bool:
    """Whether a block's output is added to its input: where neither size nor channels change."""
    return index in _SKIPS


def pretrained(path: Path, outputs: int) -> MobileNetV2:
    """The network with the ImageNet weights of an ONNX file as shared/models/mobilenetv2 describes it."""
    graph = onnx.load(path).graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    layers = nn.ModuleList()
    for node in [node for node in graph.node if node.op_type == "Conv"][:-1]:
        layers.append(_convolution(node, stored))
    return MobileNetV2(layers, outputs)


def _convolution(node: onnx.NodeProto, stored: dict[str, np.ndarray]) -> nn.Conv2d:
    name = node.input[1].removesuffix(".weight")
    settings = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
    scale = stored[f"{name}.scale"][:, None, None, None]
    weight = stored[f"{name}.weight_int8"].astype(np.float32) * scale
    stride, groups, size = settings["strides"][0], settings["group"], weight.shape[2]
    padding = 1 if size == 3 and stride == 1 else 0
    layer = nn.Conv2d(weight.shape[1] * groups, weight.shape[0], size, stride, padding, groups=groups)
    layer.weight.data = torch.from_numpy(weight)
    layer.bias.data = torch.from_numpy(stored[f"{name}.bias"].copy())
    return layer
