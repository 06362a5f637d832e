"""The patch CNN: two convolutions with pooling over a cell's surroundings (DESIGN §5, ``cnn``)."""

import torch
from torch import nn


class PatchCnn(nn.Module):
    """Convolution 32 and convolution 64 (3×3, zero padding, ReLU, batch norm, max-pool 2, dropout), dense 128, one logit."""

    def __init__(self, columns: int, window: int = 9):
        super().__init__()
        self.first = nn.Conv2d(columns, 32, 3, padding=1)
        self.first_norm = nn.BatchNorm2d(32)
        self.second = nn.Conv2d(32, 64, 3, padding=1)
        self.second_norm = nn.BatchNorm2d(64)
        side = window // 2 // 2
        self.dense = nn.Linear(64 * side * side, 128)
        self.output = nn.Linear(128, 1)
        self.pool = nn.MaxPool2d(2)
        self.dropout = nn.Dropout(0.2)
        self.dense_dropout = nn.Dropout(0.3)

    def forward(self, patches: torch.Tensor) -> torch.Tensor:
        """Return logits (n,) of encoded patches (n, columns, window, window)."""
        features = self.dropout(self.pool(self.first_norm(torch.relu(self.first(patches)))))
        features = self.dropout(self.pool(self.second_norm(torch.relu(self.second(features)))))
        hidden = self.dense_dropout(torch.relu(self.dense(features.flatten(1))))
        return self.output(hidden).squeeze(1)
