"""The susceptibility networks by name."""

from collections.abc import Callable

import torch

from .patch_cnn import PatchCnn

NETWORKS: dict[str, Callable[[int, int], torch.nn.Module]] = {"cnn": PatchCnn}


def build_network(architecture: str, columns: int, window: int) -> torch.nn.Module:
    """Return an untrained network from (n, columns, window, window) to logits (n,); raises KeyError for an unknown name."""
    return NETWORKS[architecture](columns, window)
