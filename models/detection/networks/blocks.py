"""Pieces that several networks share."""

import torch
from torch import nn


class SqueezeExcitation(nn.Module):
    """Weights channels by what the whole tile shows (Hu et al. 2018, eq. 2–4)."""

    def __init__(self, channels: int, reduction: int = 8):
        super().__init__()
        hidden = max(channels // reduction, 4)
        self.gate = nn.Sequential(
            nn.AdaptiveAvgPool2d(1),
            nn.Conv2d(channels, hidden, 1),
            nn.ReLU(inplace=True),
            nn.Conv2d(hidden, channels, 1),
            nn.Sigmoid(),
        )

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """Return (n, channels, h, w) with every channel scaled by its gate."""
        return features * self.gate(features)


class Skip(nn.Module):
    """A plain skip connection: hands on what the encoder saw."""

    def __init__(self, channels: int):
        super().__init__()

    def forward(self, seen: torch.Tensor, raised: torch.Tensor) -> torch.Tensor:
        """Return ``seen``, the encoder's features; ``raised`` come from the level below, both (n, channels, h, w)."""
        return seen


class SqueezedSkip(Skip):
    """A skip connection with squeeze-and-excitation."""

    def __init__(self, channels: int):
        super().__init__(channels)
        self.squeeze = SqueezeExcitation(channels)

    def forward(self, seen: torch.Tensor, raised: torch.Tensor) -> torch.Tensor:
        """Return ``seen`` with its channels weighted."""
        return self.squeeze(seen)


class AttentionGate(Skip):
    """Lets through what fits the coarser features (Oktay et al. 2018, eq. 1–2), at the resolution of the skip."""

    def __init__(self, channels: int):
        super().__init__(channels)
        hidden = max(channels // 2, 4)
        self.from_seen = nn.Conv2d(channels, hidden, 1, bias=False)
        self.from_raised = nn.Conv2d(channels, hidden, 1)
        self.gate = nn.Sequential(nn.ReLU(inplace=True), nn.Conv2d(hidden, 1, 1), nn.Sigmoid())

    def forward(self, seen: torch.Tensor, raised: torch.Tensor) -> torch.Tensor:
        """Return ``seen`` with every cell weighted by its gate in [0, 1]."""
        return seen * self.gate(self.from_seen(seen) + self.from_raised(raised))


class PlainDecoder(nn.Sequential):
    """Doubles the resolution ``steps`` times and halves the width each time; has no skip connections."""

    def __init__(self, width: int, steps: int):
        layers: list[nn.Module] = []
        for _ in range(steps):
            narrower = max(width // 2, 16)
            layers += [nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False), convolution(width, narrower)]
            width = narrower
        super().__init__(*layers)
        self.width = width


def convolution(inside: int, outside: int) -> nn.Sequential:
    """Return a 3×3 convolution with batch normalisation and ReLU."""
    return nn.Sequential(nn.Conv2d(inside, outside, 3, padding=1, bias=False), nn.BatchNorm2d(outside), nn.ReLU(inplace=True))


def double_convolution(inside: int, outside: int, squeeze: bool = False) -> nn.Sequential:
    """Return two 3×3 convolutions, followed by squeeze-and-excitation when asked for."""
    layers = [convolution(inside, outside), convolution(outside, outside)]
    return nn.Sequential(*layers, SqueezeExcitation(outside)) if squeeze else nn.Sequential(*layers)
