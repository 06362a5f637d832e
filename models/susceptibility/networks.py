"""The susceptibility networks by name."""

from collections.abc import Callable

import torch

from .factor_cnn import FactorCnn, HybridCnn
from .patch_cnn import PatchCnn, PlainPatchCnn
from .volume_cnn import MultiscaleVolumeCnn, VolumeCnn

NETWORKS: dict[str, Callable[[int, int], torch.nn.Module]] = {
    "cnn": PatchCnn,
    "cnn_1d": FactorCnn,
    "cnn_2d": PlainPatchCnn,
    "hybrid_cnn": HybridCnn,
    "cnn_3d": VolumeCnn,
    "multiscale_cnn_3d": MultiscaleVolumeCnn,
}


def build_network(architecture: str, columns: int, window: int) -> torch.nn.Module:
    """Return an untrained network from (n, columns, window, window) to logits (n,); raises KeyError for an unknown name."""
    return NETWORKS[architecture](columns, window)
