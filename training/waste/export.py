"""Writes a trained network as ONNX, its weights in half precision.

onnxruntime turns them back to full precision when it loads the graph: half the size, the speed and, to the
fourth digit, the answers of the network that was trained, on every processor. What bytes would save and cost
stands in docs/waste-model.md.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from training.waste.network import MobileNetV2, projects, skips

_OPSET = 17
_IR_VERSION = 10

Array = npt.NDArray[np.float32]


class _Graph:
    """Nodes and stored tensors of a graph in the making."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.stored: list[onnx.TensorProto] = []

    def add(self, kind: str, inputs: list[str], **settings: object) -> str:
        name = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **settings))
        return name

    def keep(self, name: str, values: npt.NDArray[np.generic]) -> str:
        self.stored.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def weights(self, name: str, values: Array) -> str:
        """Weights kept in half precision; gives the name of their full form. onnxruntime casts stored tensors
        once, at loading.
        """
        return self.add("Cast", [self.keep(f"{name}.half", values.astype(np.float16))], to=TensorProto.FLOAT)


def export(network: MobileNetV2, path: Path) -> None:
    """Write the network to `path`: input `pixels` N x 3 x H x W, output `logits` N x kinds."""
    graph = _Graph()
    floor, ceiling = graph.keep("floor", np.float32(0)), graph.keep("ceiling", np.float32(6))
    x = kept = "pixels"
    for index, layer in enumerate(network.convolutions):
        x = _convolution(graph, index, layer, x)
        if not projects(index):
            x = graph.add("Clip", [x, floor, ceiling])
            continue
        x = graph.add("Add", [x, kept]) if skips(index) else x
        kept = x
    pooled = graph.add("Flatten", [graph.add("GlobalAveragePool", [x])])
    head = graph.weights("head", network.head.weight.detach().cpu().numpy())
    bias = graph.keep("head.bias", network.head.bias.detach().cpu().numpy())
    graph.nodes.append(helper.make_node("Gemm", [pooled, head, bias], ["logits"], transB=1))
    _write(graph, network.head.out_features, path)


def _convolution(graph: _Graph, index: int, layer: nn.Conv2d, x: str) -> str:
    name, stride = f"convolution{index:02}", layer.stride[0]
    weight = graph.weights(name, layer.weight.detach().cpu().numpy())
    bias = graph.keep(f"{name}.bias", layer.bias.detach().cpu().numpy())
    rim = layer.padding[0]
    pads = [0, 0, 1, 1] if stride == 2 else [rim] * 4
    size = list(layer.kernel_size)
    settings = {"kernel_shape": size, "strides": [stride] * 2, "pads": pads, "group": layer.groups}
    return graph.add("Conv", [x, weight, bias], **settings)


def _write(graph: _Graph, outputs: int, path: Path) -> None:
    pixels = helper.make_tensor_value_info("pixels", TensorProto.FLOAT, ["photos", 3, "height", "width"])
    logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["photos", outputs])
    made = helper.make_graph(graph.nodes, "waste", [pixels], [logits], graph.stored)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR_VERSION)
    onnx.checker.check_model(model)
    fresh = path.with_suffix(".part")
    onnx.save(model, fresh)
    fresh.replace(path)
