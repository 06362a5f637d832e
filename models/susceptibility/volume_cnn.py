"""3-D CNNs: factors are the depth of a volume around the cell (DESIGN §5, ``cnn_3d`` and ``multiscale_cnn_3d``)."""

import torch
from torch import nn

from .patch_cnn import widened
from .resampling import PatchResampling

SIDE = 12
SCALES = (12, 17, 22)
CHANNELS = (8, 16)
HIDDEN = 64


class VolumeFeatures(nn.Module):
    """VGG-like: twice two 3×3×3 convolutions with batch norm and ReLU, then a max-pool over 2×2 cells (and two factors)."""

    def __init__(self, columns: int, width: float = 1.0):
        super().__init__()
        layers: list[nn.Module] = []
        before = 1
        depth = columns
        for channels in (widened(count, width) for count in CHANNELS):
            for _ in range(2):
                layers += [nn.Conv3d(before, channels, 3, padding=1), nn.BatchNorm3d(channels), nn.ReLU()]
                before = channels
            pooled = 2 if depth > 1 else 1
            layers.append(nn.MaxPool3d((pooled, 2, 2)))
            depth //= pooled
        self.layers = nn.Sequential(*layers)
        self.count = before * depth * (SIDE // 4) ** 2
        """Number of features."""

    def forward(self, volumes: torch.Tensor) -> torch.Tensor:
        """Return features (n, count) of encoded patches (n, columns, 12, 12)."""
        return self.layers(volumes.unsqueeze(1)).flatten(1)


class MultiscaleVolumeCnn(nn.Module):
    """One set of volume features per scale – the middle 12, 17 and 22 cells, each resampled to 12 – fused by a dense layer."""

    scales: tuple[int, ...] = SCALES

    def __init__(self, columns: int, window: int = SCALES[-1], width: float = 1.0):
        super().__init__()
        # scales keep their proportions when another window than the default is asked for
        parts = [max(1, round(window * scale / self.scales[-1])) for scale in self.scales]
        self.resampled = nn.ModuleList(PatchResampling.scaled(window, part, SIDE) for part in parts)
        self.features = nn.ModuleList(VolumeFeatures(columns, width) for _ in parts)
        self.dense = nn.Linear(sum(features.count for features in self.features), widened(HIDDEN, width))
        self.output = nn.Linear(self.dense.out_features, 1)
        self.dropout = nn.Dropout(0.3)

    def forward(self, patches: torch.Tensor) -> torch.Tensor:
        """Return logits (n,) of encoded patches (n, columns, window, window)."""
        scales = zip(self.resampled, self.features, strict=True)
        both = torch.cat([features(resampled(patches)) for resampled, features in scales], dim=1)
        return self.output(self.dropout(torch.relu(self.dense(both)))).squeeze(1)


class VolumeCnn(MultiscaleVolumeCnn):
    """The same with one scale: the patch itself."""

    scales = (SIDE,)

    def __init__(self, columns: int, window: int = SIDE, width: float = 1.0):
        super().__init__(columns, window, width)
