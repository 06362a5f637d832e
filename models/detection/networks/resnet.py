"""ResNet-18 with squeeze-and-excitation and a plain decoder."""

import torch
from torch import nn
from torchvision.models.resnet import BasicBlock, ResNet

from .blocks import PlainDecoder, SqueezeExcitation

DEPTHS = [2, 2, 2, 2]
WIDTH = 512


class SqueezedBlock(BasicBlock):
    """A residual block that weights its channels before the sum (Hu et al. 2018, fig. 3)."""

    def __init__(self, inside: int, outside: int, *options: object, **more: object):
        super().__init__(inside, outside, *options, **more)
        self.squeeze = SqueezeExcitation(outside, 16)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """Return the sum of the block's input and its squeezed output."""
        change = self.relu(self.bn1(self.conv1(features)))
        change = self.squeeze(self.bn2(self.conv2(change)))
        return self.relu(change + (features if self.downsample is None else self.downsample(features)))


class ResNet18(nn.Module):
    """ResNet-18 (He et al. 2016) and a decoder without skips; ``squeeze`` takes residual blocks with squeeze-and-excitation.

    Layers are named as torchvision names them, so that its weights fit.
    """

    def __init__(self, bands: int, squeeze: bool = True):
        super().__init__()
        self.encoder = ResNet(SqueezedBlock if squeeze else BasicBlock, DEPTHS)
        self.encoder.conv1 = nn.Conv2d(bands, 64, 7, stride=2, padding=3, bias=False)
        nn.init.kaiming_normal_(self.encoder.conv1.weight, mode="fan_out", nonlinearity="relu")
        self.encoder.fc = nn.Identity()
        self.decoder = PlainDecoder(WIDTH, 5)
        self.head = nn.Conv2d(self.decoder.width, 1, 1)

    def forward(self, tiles: torch.Tensor) -> torch.Tensor:
        """Return landslide logits (n, h, w) for normalised tiles (n, bands, h, w), sides multiples of 32."""
        encoder = self.encoder
        features = encoder.maxpool(encoder.relu(encoder.bn1(encoder.conv1(tiles))))
        for stage in (encoder.layer1, encoder.layer2, encoder.layer3, encoder.layer4):
            features = stage(features)
        return self.head(self.decoder(features)).squeeze(1)
