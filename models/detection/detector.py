"""A trained detector: a network with the card that says what it was trained on."""

import os
from collections.abc import Callable, Iterator
from typing import TypeVar

import numpy as np
import safetensors.torch
import torch
from safetensors import SafetensorError
from torch import nn

from ...core.detection.instances import Instances
from ...core.errors import InputError
from ..device import chosen_device
from ..memory import is_out_of_memory
from ..model_file import ModelFile, read_model_file, write_model_file
from .memory import free_memory
from .networks import ARCHITECTURES
from .normalisation import Normalisation
from .precision import inference_context
from .sound_card import check_card

WEIGHTS = "weights.safetensors"
TASK = "detection"
CELLS_AT_ONCE = {"cpu": 1 << 19, "cuda": 1 << 23, "mps": 1 << 21}
"""Cells that go through the network together; more does not make it faster but takes memory."""
LEAST_MASK_PROBABILITY = 0.5
Result = TypeVar("Result")


class Detector:
    """Predicts landslides on tiles of raw band values.

    Squeeze-and-excitation looks at the whole tile, so a prediction depends a little on how much a tile shows. Show tiles of
    ``chip_size``, the size of the training chips, when the result must not depend on the tiling.
    """

    def __init__(self, network: nn.Module, card: dict, device: torch.device):
        self._architecture = ARCHITECTURES[card["architecture"]]
        self.network = network.to(device=device, memory_format=torch.channels_last).eval()
        self._normalisation = Normalisation(card["statistics"], device)
        self.device = device
        self.card = card
        self.bands: list[str] = card["bands"]
        self.statistics: list[dict] = card["statistics"]
        self.cell_size: float | None = card["cell_size"]
        self.chip_size: int = card["chip_size"]
        self.threshold: float = card["threshold"]
        self.is_instance: bool = self._architecture.is_instance
        self.cells_at_once: int = CELLS_AT_ONCE[device.type]

    def probabilities(self, tiles: np.ndarray) -> np.ndarray:
        """Return float32 (n, h, w), the probability of landslide in each cell, for float32 tiles (n, bands, h, w) of any size.

        For Mask R-CNN it is the highest score among the instances that cover the cell. Cells without data get a value too.
        """
        if self.is_instance:
            return covering_scores(self.instances(tiles))
        height, width = tiles.shape[-2:]

        def forward(batch: torch.Tensor) -> np.ndarray:
            logits = self.network(batch.contiguous(memory_format=torch.channels_last))
            return torch.sigmoid(logits[:, :height, :width].float()).cpu().numpy()

        return np.concatenate(list(self._in_batches(tiles, forward)))

    def instances(self, tiles: np.ndarray) -> list[Instances]:
        """Return what Mask R-CNN finds in each of the float32 tiles (n, bands, h, w), with scores from 0.05 on."""
        height, width = tiles.shape[-2:]

        def forward(batch: torch.Tensor) -> list[Instances]:
            return [_instances(output, height, width) for output in self.network(list(batch))]

        return [one for batch in self._in_batches(tiles, forward) for one in batch]

    def _in_batches(self, tiles: np.ndarray, forward: Callable[[torch.Tensor], Result]) -> Iterator[Result]:
        """Yield what ``forward`` makes of batches of tiles, half as many together from now on when the memory runs out."""
        height, width = (-(-side // self._architecture.multiple) * self._architecture.multiple for side in tiles.shape[-2:])
        first = 0
        while first < len(tiles):
            at_once = min(max(1, self.cells_at_once // (height * width)), len(tiles) - first)
            try:
                with torch.inference_mode(), inference_context(self.device):
                    result = forward(self._prepared(tiles[first : first + at_once], height, width))
            except RuntimeError as problem:
                if not is_out_of_memory(problem):
                    raise
                result = None
            # beyond the except block, so that the failed pass no longer holds its tensors
            if result is None:
                free_memory(self.device, at_once, "tile")
                self.cells_at_once = at_once // 2 * height * width
                continue
            yield result
            first += at_once

    def _prepared(self, tiles: np.ndarray, height: int, width: int) -> torch.Tensor:
        """Normalise and pad right and bottom with the mean to the sides the network needs."""
        values = self._normalisation(tiles)
        return nn.functional.pad(values, (0, width - tiles.shape[-1], 0, height - tiles.shape[-2]))


def build_network(architecture: str, bands: int, seed: int) -> nn.Module:
    """Return a network with random weights that depend on ``seed`` alone."""
    with torch.random.fork_rng(devices=[]):
        torch.default_generator.manual_seed(seed)  # that of the processor alone, where the weights are drawn
        return ARCHITECTURES[architecture].build(bands)


def load_detector(path: str | os.PathLike, device: str = "auto", parameter: str = "MODEL") -> Detector:
    """Return the detector in a model file; raises InputError when the file is not one, or its weights do not fit its card."""
    model = read_model_file(path, TASK, parameter)
    chosen = chosen_device(device)
    try:
        check_card(model.card)
        network = build_network(model.card["architecture"], len(model.card["bands"]), seed=0)
        take_weights(network, safetensors.torch.load(model.payload), path, parameter)
        detector = Detector(network, model.card, chosen)
        statistics = dict(zip(detector.bands, detector.statistics, strict=True))
        constant = [band for band, of_band in statistics.items() if not of_band["std"] > 0]
    except (KeyError, TypeError, ValueError, RuntimeError, SafetensorError):
        raise InputError(
            parameter, path, "is damaged: card or weights are not those of a detector; train the model again"
        ) from None
    if constant:
        problem = f"says that the band {constant[0]} had one value only in training, so nothing can be scaled by it"
        raise InputError(parameter, path, f"{problem}; train the model again without this band")
    return detector


def take_weights(network: nn.Module, weights: dict[str, torch.Tensor], path: str | os.PathLike, parameter: str) -> None:
    """Give a network its weights; raises InputError that names the first layer that is missing, different or too much."""
    own = network.state_dict()
    for name, tensor in own.items():
        if name not in weights or weights[name].shape != tensor.shape:
            found = f"has shape {tuple(weights[name].shape)}" if name in weights else "is missing"
            problem = f"holds weights that do not fit its model card: the layer {name} {found} and needs {tuple(tensor.shape)}"
            raise InputError(parameter, path, f"{problem}; train the model again")
    superfluous = next((name for name in weights if name not in own), None)
    if superfluous is not None:
        problem = f"holds weights that do not fit its model card: there is no layer {superfluous}; train the model again"
        raise InputError(parameter, path, problem)
    network.load_state_dict(weights)


def save_detector(path: str | os.PathLike, network: nn.Module, card: dict) -> None:
    """Write network and card as a model file, whole or not at all. Card keys: DESIGN §2 and ``Detector``."""
    weights = {name: tensor.detach().cpu().contiguous() for name, tensor in network.state_dict().items()}
    write_model_file(path, ModelFile({"task": TASK, **card}, WEIGHTS, safetensors.torch.save(weights)))


def covering_scores(found: list[Instances]) -> np.ndarray:
    """Return float32 (n, h, w): the highest score among the instances that cover each cell, 0 where there is none."""
    scores = [(tile.scores[:, np.newaxis, np.newaxis] * tile.masks).max(axis=0, initial=0.0) for tile in found]
    return np.stack(scores).astype(np.float32)


def _instances(output: dict[str, torch.Tensor], height: int, width: int) -> Instances:
    masks = output["masks"][:, 0, :height, :width] > LEAST_MASK_PROBABILITY
    boxes = output["boxes"].float().cpu().numpy()
    boxes = np.clip(boxes, 0, np.array([width, height, width, height], dtype=np.float32))
    seen = masks.flatten(1).any(dim=1).cpu().numpy()
    return Instances(output["scores"].float().cpu().numpy()[seen], boxes[seen], masks.cpu().numpy()[seen])
