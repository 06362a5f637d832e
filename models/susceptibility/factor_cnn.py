"""Networks that convolve along the factors of a cell, alone or beside a patch CNN (DESIGN §5, ``cnn_1d``, ``hybrid_cnn``)."""

import torch
from torch import nn

from .patch_cnn import HIDDEN, PatchFeatures, widened
from .resampling import PatchResampling

FIRST, SECOND = 16, 32


class FactorFeatures(nn.Module):
    """Two 1-D convolutions (16 and 32, width 3) over the encoded columns of a cell, in the order of the stack."""

    def __init__(self, columns: int, width: float = 1.0):
        super().__init__()
        first, second = widened(FIRST, width), widened(SECOND, width)
        self.first = nn.Conv1d(1, first, 3, padding=1)
        self.second = nn.Conv1d(first, second, 3, padding=1)
        self.count = second * columns
        """Number of features."""

    def forward(self, cells: torch.Tensor) -> torch.Tensor:
        """Return features (n, count) of encoded cells (n, columns)."""
        return torch.relu(self.second(torch.relu(self.first(cells.unsqueeze(1))))).flatten(1)


class FactorCnn(nn.Module):
    """Factor features, dense 64 with dropout, one logit; sees the cell alone."""

    def __init__(self, columns: int, window: int = 1, width: float = 1.0):
        super().__init__()
        self.features = FactorFeatures(columns, width)
        self.dense = nn.Linear(self.features.count, widened(64, width))
        self.output = nn.Linear(self.dense.out_features, 1)
        self.dropout = nn.Dropout(0.3)

    def forward(self, patches: torch.Tensor) -> torch.Tensor:
        """Return logits (n,) of encoded patches (n, columns, 1, 1)."""
        hidden = torch.relu(self.dense(self.features(patches.flatten(1))))
        return self.output(self.dropout(hidden)).squeeze(1)


class HybridCnn(nn.Module):
    """Patch features and the factor features of the middle cell side by side, dense 128 with dropout, one logit."""

    def __init__(self, columns: int, window: int = 13, width: float = 1.0):
        super().__init__()
        self.features = PatchFeatures(columns, window, width)
        self.centre = PatchResampling.centre(window)
        self.beside = FactorFeatures(columns, width)
        self.dense = nn.Linear(self.features.count + self.beside.count, widened(HIDDEN, width))
        self.output = nn.Linear(self.dense.out_features, 1)
        self.dropout = nn.Dropout(0.3)

    def forward(self, patches: torch.Tensor) -> torch.Tensor:
        """Return logits (n,) of encoded patches (n, columns, window, window)."""
        beside = self.beside(self.centre(patches).flatten(1))
        both = torch.cat([self.features(patches), beside], dim=1)
        return self.output(self.dropout(torch.relu(self.dense(both)))).squeeze(1)
