"""The susceptibility networks by name."""

from collections.abc import Callable

import torch

from .factor_cnn import FactorCnn, HybridCnn
from .patch_cnn import PatchCnn, PlainPatchCnn
from .volume_cnn import MultiscaleVolumeCnn, VolumeCnn

NETWORKS: dict[str, Callable[[int, int, float], torch.nn.Module]] = {
    "cnn": PatchCnn,
    "cnn_1d": FactorCnn,
    "cnn_2d": PlainPatchCnn,
    "hybrid_cnn": HybridCnn,
    "cnn_3d": VolumeCnn,
    "multiscale_cnn_3d": MultiscaleVolumeCnn,
}


def set_dropout(network: torch.nn.Module, features: float, dense: float) -> None:
    """Set the share of values left out while training, after convolutions and before the last layer."""
    for name, module in network.named_modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = features if name.startswith("features") else dense


def build_network(architecture: str, columns: int, window: int, width: float = 1.0) -> torch.nn.Module:
    """Return an untrained network from (n, columns, window, window) to logits (n,).

    ``width`` multiplies its filters and neurons. Raises KeyError for an unknown name.
    """
    return NETWORKS[architecture](columns, window, width)
