"""Susceptibility models that are networks: they see the patch around a cell."""

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..device import chosen_device
from .encoding import FactorEncoder
from .model import SusceptibilityModel

if TYPE_CHECKING:
    import torch

    from .dense_cnn import DensePatchCnn

LARGE_BATCH, LARGE_VOLUME_BATCH = 4096, 256
"""Patches predicted together by networks in two and in three dimensions, whose inner layers are much larger."""


def is_volume_network(network: "torch.nn.Module") -> bool:
    """Tell whether a network convolves in three dimensions."""
    return any(parameter.dim() == 5 for parameter in network.parameters())


def large_batch(network: "torch.nn.Module") -> int:
    """Return how many patches to predict together."""
    return LARGE_VOLUME_BATCH if is_volume_network(network) else LARGE_BATCH


def on_device(network: "torch.nn.Module", device: "torch.device") -> "torch.nn.Module":
    """Move a network to a device, with the channels of its convolutions innermost, where they train up to twice as fast."""
    import torch

    innermost = torch.channels_last_3d if is_volume_network(network) else torch.channels_last
    return network.to(device, memory_format=innermost)


def as_batch(encoded: np.ndarray, device: "torch.device") -> "torch.Tensor":
    """Return encoded patches (columns, n, window, window) as a batch (n, columns, window, window), columns innermost.

    That is the layout in which convolutions over few cells and many columns are fastest.
    """
    import torch

    batch = torch.from_numpy(encoded).transpose(0, 1)
    return batch.contiguous(memory_format=torch.channels_last).to(device)


class NetworkModel(SusceptibilityModel):
    """A torch network from encoded patches (n, columns, window, window) to logits (n,)."""

    kind = "torch"
    payload_name = "weights.safetensors"

    def __init__(self, card: dict, encoder: FactorEncoder, network: "torch.nn.Module", device: "torch.device"):
        """Raises InputError for a device on which the network does not predict what it does on the processor."""
        from ..memory import Portion

        super().__init__(card, encoder)
        self.network = on_device(network, device).eval()
        self.device = device
        self._patches_at_once = Portion(large_batch(self.network), device)
        if device.type != "cpu":
            from .agreement import check_agreement

            check_agreement(self.network, self._dense, len(encoder.columns), self.window, device)

    @classmethod
    def load(cls, card: dict, encoder: FactorEncoder, payload: bytes, device: str) -> "NetworkModel":
        """Return the model; raises what safetensors or torch raise for weights that do not fit the card."""
        from safetensors.torch import load

        from .networks import build_network

        network = build_network(card["architecture"], len(encoder.columns), card["window"], card.get("width", 1.0))
        network.load_state_dict(load(payload))
        return cls(card, encoder, network, chosen_device(device))

    @property
    def block(self) -> int:
        """Cells a side that are predicted within about a second."""
        return super().block if self._dense is not None or self.window == 1 else 32

    def payload(self) -> bytes:
        """Return the weights as safetensors."""
        from safetensors.torch import save

        return save({name: tensor.cpu().contiguous() for name, tensor in self.network.state_dict().items()})

    def _patch_probabilities(self, patches: np.ndarray) -> np.ndarray:
        return self._patches_at_once.of(lambda count: self._probabilities_in_batches(patches, count))

    def _probabilities_in_batches(self, patches: np.ndarray, batch_size: int) -> np.ndarray:
        import torch

        found = np.empty(len(patches), dtype=np.float32)
        with torch.inference_mode():
            for start in range(0, len(patches), batch_size):
                part = slice(start, start + batch_size)
                batch = as_batch(self.encoder.encode(np.moveaxis(patches[part], 1, 0)), self.device)
                found[part] = torch.sigmoid(self.network(batch)).cpu().numpy()
        return found

    def _raster_probabilities(self, values: np.ndarray, complete: np.ndarray) -> np.ndarray:
        import torch

        if self._dense is None:
            return self._patch_by_patch(values, complete)
        rows, columns = complete.shape
        # an even window leaves one row and column over
        needed = values[:, : rows + self.window - 1, : columns + self.window - 1]
        with torch.inference_mode():
            encoded = torch.from_numpy(self.encoder.encode(needed)).to(self.device)
            return torch.sigmoid(self._dense.logits(encoded)).cpu().numpy()

    @cached_property
    def _dense(self) -> "DensePatchCnn | None":
        """The network made ready for whole rasters, or None where that is not known for it."""
        import torch

        from .factor_cnn import HybridCnn
        from .patch_cnn import PatchCnn

        if not isinstance(self.network, (PatchCnn, HybridCnn)):
            return None
        if self.device.type == "cpu":
            from .dense_cnn_processor import DensePatchCnnOnProcessor as Dense
        else:
            from .dense_cnn import DensePatchCnn as Dense
        with torch.inference_mode():
            return Dense(self.network, self.window)

    def _patch_by_patch(self, values: np.ndarray, complete: np.ndarray) -> np.ndarray:
        views = np.lib.stride_tricks.sliding_window_view(values, (self.window, self.window), axis=(1, 2))
        probabilities = np.empty(complete.shape, dtype=np.float32)
        cells = np.argwhere(complete)
        for start in range(0, len(cells), LARGE_BATCH):
            rows, columns = cells[start : start + LARGE_BATCH].T
            probabilities[rows, columns] = self._patch_probabilities(np.moveaxis(views[:, rows, columns], 0, 1))
        return probabilities
