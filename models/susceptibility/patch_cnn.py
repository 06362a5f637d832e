"""Patch CNNs: two convolutions with pooling over a cell's surroundings (DESIGN §5, ``cnn`` and ``cnn_2d``)."""

import torch
from torch import nn

FIRST, SECOND, HIDDEN = 32, 64, 128


def widened(count: int, width: float) -> int:
    """Return how many filters or neurons there are when ``count`` are multiplied by ``width``."""
    return max(1, round(count * width))


class PatchFeatures(nn.Module):
    """Convolution 32 and convolution 64 (3×3, zero padding), each with ReLU, batch norm, max-pool 2 and dropout."""

    def __init__(self, columns: int, window: int, width: float = 1.0, normalised: bool = True):
        super().__init__()
        first, second = widened(FIRST, width), widened(SECOND, width)
        self.first = nn.Conv2d(columns, first, 3, padding=1)
        self.first_norm = nn.BatchNorm2d(first) if normalised else nn.Identity()
        self.second = nn.Conv2d(first, second, 3, padding=1)
        self.second_norm = nn.BatchNorm2d(second) if normalised else nn.Identity()
        self.pool = nn.MaxPool2d(2)
        self.dropout = nn.Dropout(0.2)
        self.count = second * (window // 2 // 2) ** 2
        """Number of features: channels times places."""

    def forward(self, patches: torch.Tensor) -> torch.Tensor:
        """Return features (n, count), the places of a channel side by side, of encoded patches (n, columns, window, window)."""
        features = self.dropout(self.pool(self.first_norm(torch.relu(self.first(patches)))))
        features = self.dropout(self.pool(self.second_norm(torch.relu(self.second(features)))))
        return features.flatten(1)


class PatchCnn(nn.Module):
    """Patch features, dense 128 with dropout, one logit."""

    def __init__(self, columns: int, window: int = 9, width: float = 1.0, normalised: bool = True):
        super().__init__()
        self.features = PatchFeatures(columns, window, width, normalised)
        self.dense = nn.Linear(self.features.count, widened(HIDDEN, width))
        self.output = nn.Linear(self.dense.out_features, 1)
        self.dropout = nn.Dropout(0.3)

    def forward(self, patches: torch.Tensor) -> torch.Tensor:
        """Return logits (n,) of encoded patches (n, columns, window, window)."""
        return self.output(self.dropout(torch.relu(self.dense(self.features(patches))))).squeeze(1)


class PlainPatchCnn(PatchCnn):
    """The same without batch norm, on larger patches."""

    def __init__(self, columns: int, window: int = 13, width: float = 1.0):
        super().__init__(columns, window, width, normalised=False)
