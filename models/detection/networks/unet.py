"""U-Net: plain, with squeeze-and-excitation, and with attention gates."""

import torch
from torch import nn

from .blocks import AttentionGate, Skip, SqueezedSkip, double_convolution

WIDTHS = (16, 32, 64, 128, 256)
"""Channels per level, a quarter of Ronneberger et al. 2015: landslide chips need no more, and it trains on two CPU cores."""


class UNet(nn.Module):
    """U-Net with four down-samplings (Ronneberger et al. 2015; padded convolutions, batch normalisation).

    ``squeeze`` adds squeeze-and-excitation after each encoder block and on each skip connection; ``attention`` puts an
    attention gate on each skip connection (Oktay et al. 2018).
    """

    def __init__(self, bands: int, squeeze: bool = False, attention: bool = False):
        super().__init__()
        above = (bands, *WIDTHS[:-1])
        self.encoder = nn.ModuleList(
            double_convolution(inside, outside, squeeze) for inside, outside in zip(above, WIDTHS, strict=True)
        )
        self.pool = nn.MaxPool2d(2)
        upward = [(WIDTHS[level + 1], WIDTHS[level]) for level in reversed(range(len(WIDTHS) - 1))]
        skip = AttentionGate if attention else SqueezedSkip if squeeze else Skip
        self.skips = nn.ModuleList(skip(width) for _, width in upward)
        self.raise_resolution = nn.ModuleList(nn.ConvTranspose2d(below, width, 2, stride=2) for below, width in upward)
        self.decoder = nn.ModuleList(double_convolution(2 * width, width) for _, width in upward)
        self.head = nn.Conv2d(WIDTHS[0], 1, 1)

    def forward(self, tiles: torch.Tensor) -> torch.Tensor:
        """Return landslide logits (n, h, w) for normalised tiles (n, bands, h, w), sides multiples of 16."""
        levels = []
        features = tiles
        for depth, block in enumerate(self.encoder):
            features = block(features if depth == 0 else self.pool(features))
            levels.append(features)
        levels.pop()
        for raise_resolution, skip, block in zip(self.raise_resolution, self.skips, self.decoder, strict=True):
            raised = raise_resolution(features)
            features = block(torch.cat((skip(levels.pop(), raised), raised), dim=1))
        return self.head(features).squeeze(1)
