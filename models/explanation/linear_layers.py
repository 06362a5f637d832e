"""How multipliers (change of the output per change of the input) pass backwards through linear layers: by the transpose.

Multipliers are float (pairs, ...): one set per pair of sample and background. Constants such as biases do not matter, because
they cancel in a change. Shapes are without the first axis.
"""

import operator
from collections.abc import Callable, Sequence

import torch
from torch import fx, nn

Shape = Sequence[int]
Passes = Callable[[torch.Tensor, list[Shape]], list[torch.Tensor]]
RESHAPES = ("flatten", "reshape", "view", "squeeze", "unsqueeze")
FUNCTIONS = {
    torch.flatten: "flatten",
    torch.reshape: "reshape",
    torch.squeeze: "squeeze",
    torch.unsqueeze: "unsqueeze",
    torch.cat: "cat",
    operator.add: "add",
    torch.add: "add",
}


def linear_passes(node: fx.Node, modules: dict[str, nn.Module]) -> Passes | None:
    """Return what passes multipliers (pairs, ...) to the inputs of a linear node, None for a node that is not linear.

    The function returned takes the multipliers of the output, which it may overwrite, and the shape of each input; what it
    returns shares no memory among the inputs.
    """
    if node.op == "call_module":
        module = modules[node.target]
        layer = next((passes for kinds, passes in LAYERS if isinstance(module, kinds)), None)
        return layer and (lambda multipliers, shapes: [layer(module, multipliers, shapes[0])])
    name = node.target if node.op == "call_method" else FUNCTIONS.get(node.target, "")
    if name in RESHAPES:
        return lambda multipliers, shapes: [multipliers.reshape(len(multipliers), *shapes[0])]
    if name == "add":
        return lambda multipliers, shapes: [multipliers, *(multipliers.clone() for _ in shapes[1:])]
    if name == "cat":
        axis = node.args[1] if len(node.args) > 1 else node.kwargs.get("dim", 0)
        return lambda multipliers, shapes: [
            part.contiguous() for part in multipliers.split([(0, *shape)[axis] for shape in shapes], axis)
        ]
    return None


def _dense(layer: nn.Linear, multipliers: torch.Tensor, shape: Shape) -> torch.Tensor:
    return multipliers @ layer.weight


def _convolution(layer: nn.Conv2d, multipliers: torch.Tensor, shape: Shape) -> torch.Tensor:
    transposes = {nn.Conv1d: nn.grad.conv1d_input, nn.Conv2d: nn.grad.conv2d_input, nn.Conv3d: nn.grad.conv3d_input}
    size = (len(multipliers), *shape)
    options = (layer.stride, layer.padding, layer.dilation, layer.groups)
    return transposes[type(layer)](size, layer.weight, multipliers, *options)


def _normalisation(layer: nn.BatchNorm2d, multipliers: torch.Tensor, shape: Shape) -> torch.Tensor:
    scale = layer.weight / torch.sqrt(layer.running_var + layer.eps)
    return multipliers.mul_(scale.reshape(-1, *[1] * (len(shape) - 1)))


def _unchanged(layer: nn.Module, multipliers: torch.Tensor, shape: Shape) -> torch.Tensor:
    return multipliers.reshape(len(multipliers), *shape)


LAYERS = (
    ((nn.Linear,), _dense),
    ((nn.Conv1d, nn.Conv2d, nn.Conv3d), _convolution),
    ((nn.BatchNorm1d, nn.BatchNorm2d, nn.BatchNorm3d), _normalisation),
    ((nn.Dropout, nn.Dropout1d, nn.Dropout2d, nn.Dropout3d, nn.Identity, nn.Flatten, nn.Unflatten), _unchanged),
)
"""Kinds of layers, as they are in evaluation mode, and what transposes them."""
