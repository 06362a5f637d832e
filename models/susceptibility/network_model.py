"""Susceptibility models that are networks: they see the patch around a cell."""

from typing import TYPE_CHECKING

import numpy as np

from ..device import chosen_device
from .encoding import FactorEncoder
from .model import SusceptibilityModel

if TYPE_CHECKING:
    import torch

BATCH = 4096


class NetworkModel(SusceptibilityModel):
    """A torch network from encoded patches (n, columns, window, window) to logits (n,)."""

    kind = "torch"
    payload_name = "weights.safetensors"

    def __init__(self, card: dict, encoder: FactorEncoder, network: "torch.nn.Module", device: "torch.device"):
        super().__init__(card, encoder)
        self.network = network.to(device).eval()
        self.device = device

    @classmethod
    def load(cls, card: dict, encoder: FactorEncoder, payload: bytes, device: str) -> "NetworkModel":
        """Return the model; raises what safetensors or torch raise for weights that do not fit the card."""
        from safetensors.torch import load

        from .networks import build_network

        network = build_network(card["architecture"], len(encoder.columns), card["window"])
        network.load_state_dict(load(payload))
        return cls(card, encoder, network, chosen_device(device))

    def payload(self) -> bytes:
        """Return the weights as safetensors."""
        from safetensors.torch import save

        return save({name: tensor.cpu().contiguous() for name, tensor in self.network.state_dict().items()})

    def _patch_probabilities(self, patches: np.ndarray) -> np.ndarray:
        import torch

        found = np.empty(len(patches), dtype=np.float32)
        with torch.inference_mode():
            for start in range(0, len(patches), BATCH):
                part = slice(start, start + BATCH)
                encoded = self.encoder.encode(np.moveaxis(patches[part], 0, 1))
                batch = torch.from_numpy(np.ascontiguousarray(np.moveaxis(encoded, 1, 0))).to(self.device)
                found[part] = torch.sigmoid(self.network(batch)).cpu().numpy()
        return found

    def _raster_probabilities(self, values: np.ndarray, complete: np.ndarray) -> np.ndarray:
        views = np.lib.stride_tricks.sliding_window_view(values, (self.window, self.window), axis=(1, 2))
        views = views[:, : complete.shape[0], : complete.shape[1]]  # an even window leaves one row and column over
        probabilities = np.empty(complete.shape, dtype=np.float32)
        cells = np.argwhere(complete)
        for start in range(0, len(cells), BATCH):
            rows, columns = cells[start : start + BATCH].T
            patches = np.moveaxis(views[:, rows, columns], 0, 1)
            probabilities[rows, columns] = self._patch_probabilities(patches)
        return probabilities
