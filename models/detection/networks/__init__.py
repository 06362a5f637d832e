"""The networks by name: what ARCHITECTURE chooses and what a model card names."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from torch import nn

from .mask_rcnn import mask_rcnn
from .unet import UNet


@dataclass(frozen=True)
class Architecture:
    """How to build a network for a number of bands, and what it gives back.

    Semantic networks map (n, bands, h, w) to landslide logits (n, h, w), sides being multiples of ``multiple``.
    Instance networks (Mask R-CNN) take a list of (bands, h, w) and follow torchvision's detection convention.
    """

    build: Callable[[int], nn.Module]
    is_instance: bool
    multiple: int


ARCHITECTURES = {
    "unet_se": Architecture(partial(UNet, squeeze=True), is_instance=False, multiple=16),
    "maskrcnn_resnet18": Architecture(partial(mask_rcnn, backbone="resnet18"), is_instance=True, multiple=32),
    "maskrcnn_resnet50": Architecture(partial(mask_rcnn, backbone="resnet50"), is_instance=True, multiple=32),
}
