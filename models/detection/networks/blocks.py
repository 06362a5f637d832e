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


def convolution(inside: int, outside: int) -> nn.Sequential:
    """Return a 3×3 convolution with batch normalisation and ReLU."""
    return nn.Sequential(nn.Conv2d(inside, outside, 3, padding=1, bias=False), nn.BatchNorm2d(outside), nn.ReLU(inplace=True))


def double_convolution(inside: int, outside: int, squeeze: bool = False) -> nn.Sequential:
    """Return two 3×3 convolutions, followed by squeeze-and-excitation when asked for."""
    layers = [convolution(inside, outside), convolution(outside, outside)]
    return nn.Sequential(*layers, SqueezeExcitation(outside)) if squeeze else nn.Sequential(*layers)
