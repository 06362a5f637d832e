"""Where a training starts: from random weights, from an earlier detector, or from published weights of a backbone."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace

import safetensors.torch
import torch
from safetensors import SafetensorError
from torch import nn

from ...core.errors import InputError
from ...core.files import sha256_of
from ..model_file import read_model_file
from .detector import TASK, build_network, take_weights
from .networks import ARCHITECTURES

COLOURS = ("red", "green", "blue")
"""Order of the bands of published weights."""
COUNTER = "num_batches_tracked"
"""What batch normalisation counts; it decides nothing."""


@dataclass(frozen=True)
class Start:
    """A network before its training: where its weights come from, and whether its last layer has been trained before."""

    architecture: str
    network: nn.Module
    origin: str
    is_trained: bool = False


def random_start(architecture: str, bands: Sequence[str], seed: int) -> Start:
    """Return a network with random weights that depend on ``seed`` alone."""
    return Start(architecture, build_network(architecture, len(bands), seed), f"random weights, seed {seed}")


def start_from_model(
    path: str | os.PathLike, bands: Sequence[str], architecture: str | None, parameter: str = "INITIAL_MODEL"
) -> Start:
    """Return the network of a model file, made fit for other bands.

    Bands are matched by name; a new one starts from the mean of the old ones' filters. Where no name is known, bands are
    matched by their order. Raises InputError when the file holds another architecture than the one asked for.
    """
    model = read_model_file(path, TASK, parameter)
    try:
        own, old = model.card["architecture"], model.card["bands"]
        weights = safetensors.torch.load(model.payload)
        network = build_network(own, len(bands), seed=0)
        first = first_convolution(network)
        weights[first] = adapted_filters(weights[first], band_sources(old, bands))
        if architecture not in (None, own):
            raise InputError(parameter, path, f"holds a {own} where ARCHITECTURE is {architecture}; clear ARCHITECTURE")
        take_weights(network, weights, path, parameter)
    except (KeyError, TypeError, RuntimeError, SafetensorError):
        raise InputError(
            parameter, path, "is damaged: card or weights are not those of a detector; train the model again"
        ) from None
    origin = f"initial model {os.path.basename(path)} (SHA-256 {sha256_of(path)}). {_sentence(old, bands)}"
    return Start(own, network, origin, is_trained=True)


def start_from_backbone(
    path: str | os.PathLike, start: Start, bands: Sequence[str], parameter: str = "BACKBONE_WEIGHTS"
) -> Start:
    """Return the start with published weights (torchvision's ``.pth``, or ``.safetensors``) in its backbone.

    Red, green and blue bands take the filters of their colour, other bands the mean of the three. Raises InputError for a
    network without such a backbone, a file that holds anything but weights, and weights that do not fit, naming the first
    layer that differs.
    """
    architecture, network = start.architecture, start.network
    backbone = ARCHITECTURES[architecture].backbone
    if backbone is None:
        fitting = ", ".join(name for name, one in ARCHITECTURES.items() if one.backbone)
        raise InputError(parameter, path, f"cannot be used: {architecture} has no published weights; choose one of {fitting}")
    published = _read_weights(path, parameter)
    own = network.state_dict()
    first = first_convolution(network)
    loaded = {}
    for name, tensor in own.items():
        if not name.startswith(backbone.prefix) or ".squeeze." in name or name.endswith(COUNTER):
            continue
        theirs = _published_tensor(published, name, backbone.prefix)
        if theirs is not None and name == first and theirs.dim() == 4 and theirs.shape[1] == len(COLOURS):
            theirs = adapted_filters(theirs, band_sources(COLOURS, bands))
        if theirs is None or theirs.shape != tensor.shape:
            found = "is missing there" if theirs is None else f"has shape {tuple(theirs.shape)} there"
            raise InputError(
                parameter,
                path,
                f"does not fit {architecture}: the layer {name.removeprefix(backbone.prefix)} {found} and needs "
                f"{tuple(tensor.shape)}; choose weights of torchvision's {backbone.published}",
            )
        loaded[name] = theirs
    network.load_state_dict(own | loaded)
    return replace(start, origin=f"backbone weights {os.path.basename(path)} (SHA-256 {sha256_of(path)}); {start.origin}")


def first_convolution(network: nn.Module) -> str:
    """Return the name of the weights that meet the bands: those of the first convolution."""
    return next(f"{name}.weight" for name, module in network.named_modules() if isinstance(module, nn.Conv2d))


def band_sources(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """Return for each new band the number of the old band whose filters it takes over, None for a band unknown so far."""
    known = [name.lower() for name in old]
    sources = [known.index(name.lower()) if name.lower() in known else None for name in new]
    if sources.count(None) == len(new) and len(old) == len(new):
        return list(range(len(new)))
    return sources


def adapted_filters(filters: torch.Tensor, sources: Sequence[int | None]) -> torch.Tensor:
    """Return (out, new bands, h, w) from (out, old bands, h, w); a band without a source gets the mean of all old ones."""
    mean = filters.mean(dim=1)
    return torch.stack([mean if source is None else filters[:, source] for source in sources], dim=1)


def _read_weights(path: str | os.PathLike, parameter: str) -> dict[str, torch.Tensor]:
    try:
        if os.fspath(path).endswith(".safetensors"):
            weights = safetensors.torch.load_file(path)
        else:
            # only tensors and plain containers are read; anything that could run code raises
            weights = torch.load(path, map_location="cpu", weights_only=True)
    except Exception:
        raise InputError(
            parameter, path, "holds no plain weights; choose a checkpoint of torchvision (.pth) or a .safetensors file"
        ) from None
    if not isinstance(weights, dict) or not all(isinstance(value, torch.Tensor) for value in weights.values()):
        raise InputError(parameter, path, "is not a list of weights by layer; choose a checkpoint of torchvision")
    return weights


def _published_tensor(published: dict[str, torch.Tensor], name: str, prefix: str) -> torch.Tensor | None:
    """Find a layer by its name with the network's prefix (a VGG keeps it in the published file, a ResNet does not)."""
    return published.get(name, published.get(name.removeprefix(prefix)))


def _sentence(old: Sequence[str], new: Sequence[str]) -> str:
    sources = band_sources(old, new)
    if list(old) == list(new):
        return f"The bands are those of the initial model: {', '.join(new)}."
    unknown = [name for name, source in zip(new, sources, strict=True) if source is None]
    unused = [name for index, name in enumerate(old) if index not in sources]
    if not unknown and not unused:
        pairs = (f"{name} from {old[source]}" for name, source in zip(new, sources, strict=True))
        return f"Bands take over the filters of the initial model: {', '.join(pairs)}."
    text = "Bands differ from those of the initial model"
    text += f"; new, from the mean of its filters: {', '.join(unknown)}" if unknown else ""
    return text + (f"; no longer used: {', '.join(unused)}." if unused else ".")
