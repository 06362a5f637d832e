"""Cutting and resampling patches inside a network, as a fixed linear layer that is explained and stored like any other."""

import numpy as np
import torch
from torch import nn


class PatchResampling(nn.Module):
    """Resamples the middle of a patch to another number of cells by averaging the area each new cell covers."""

    def __init__(self, weights: np.ndarray):
        """``weights`` (new rows, rows) act along rows and columns alike."""
        super().__init__()
        both = np.kron(weights, weights)
        self.unflatten = nn.Unflatten(2, (len(weights), len(weights)))
        self.linear = nn.Linear(both.shape[1], both.shape[0], bias=False)
        self.linear.weight = nn.Parameter(torch.from_numpy(both.astype(np.float32)), requires_grad=False)

    @classmethod
    def centre(cls, window: int) -> "PatchResampling":
        """Return the layer that keeps the middle cell alone."""
        return cls(np.eye(window)[window // 2 : window // 2 + 1])

    @classmethod
    def scaled(cls, window: int, part: int, side: int) -> "PatchResampling":
        """Return the layer that takes the middle ``part`` cells of a patch and makes ``side`` cells of them.

        The middle cell of a patch is at ``window // 2``, also where the window is even.
        """
        first = window // 2 - part // 2
        edges = np.linspace(0, part, side + 1)
        cells = np.arange(part)
        overlap = np.minimum(edges[1:, None], cells + 1) - np.maximum(edges[:-1, None], cells)
        weights = np.zeros((side, window))
        weights[:, first : first + part] = np.clip(overlap, 0, None) * side / part
        return cls(weights)

    def forward(self, patches: torch.Tensor) -> torch.Tensor:
        """Return (n, columns, side, side) for (n, columns, window, window)."""
        return self.unflatten(self.linear(patches.flatten(2)))
