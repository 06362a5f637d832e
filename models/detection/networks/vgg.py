"""VGG-13 with squeeze-and-excitation and a plain decoder."""

import torch
from torch import nn
from torchvision.models.vgg import cfgs, make_layers

from .blocks import PlainDecoder, SqueezeExcitation

LAYERS = cfgs["B"]
"""Widths of VGG-13's convolutions, and ``M`` where it pools."""
BLOCK_WIDTHS = (64, 128, 256, 512, 512)


class VGG13(nn.Module):
    """The convolutions of VGG-13 (Simonyan & Zisserman 2015, with batch normalisation) and a decoder without skips.

    ``squeeze`` adds squeeze-and-excitation after each of the five convolution blocks. The last pooling is left out, so that
    small landslides keep a resolution of 1/16. Layers are named as torchvision names them, so that its weights fit.
    """

    def __init__(self, bands: int, squeeze: bool = True):
        super().__init__()
        self.features = make_layers(LAYERS, batch_norm=True)[:-1]
        self.features[0] = nn.Conv2d(bands, BLOCK_WIDTHS[0], 3, padding=1)
        for layer in self.features:
            if isinstance(layer, nn.Conv2d):
                nn.init.kaiming_normal_(layer.weight, mode="fan_out", nonlinearity="relu")
                nn.init.zeros_(layer.bias)
        self.squeezes = nn.ModuleList(SqueezeExcitation(width, 16) if squeeze else nn.Identity() for width in BLOCK_WIDTHS)
        self.decoder = PlainDecoder(BLOCK_WIDTHS[-1], len(BLOCK_WIDTHS) - 1)
        self.head = nn.Conv2d(self.decoder.width, 1, 1)

    def forward(self, tiles: torch.Tensor) -> torch.Tensor:
        """Return landslide logits (n, h, w) for normalised tiles (n, bands, h, w), sides multiples of 16."""
        features, squeezes = tiles, iter(self.squeezes)
        for layer in self.features:
            if isinstance(layer, nn.MaxPool2d):
                features = next(squeezes)(features)
            features = layer(features)
        return self.head(self.decoder(next(squeezes)(features))).squeeze(1)
