"""The networks by name: what ARCHITECTURE chooses and what a model card names."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from torch import nn

from .mask_rcnn import mask_rcnn
from .resnet import ResNet18
from .unet import UNet
from .vgg import VGG13


@dataclass(frozen=True)
class Backbone:
    """The part of a network for which there are published weights: torchvision's name and where the part begins."""

    published: str
    prefix: str


@dataclass(frozen=True)
class Architecture:
    """How to build a network for a number of bands, and what it gives back.

    Semantic networks map (n, bands, h, w) to landslide logits (n, h, w), sides being multiples of ``multiple``; their last
    layer is called ``head``. Instance networks (Mask R-CNN) take a list of (bands, h, w) and follow torchvision's convention.
    """

    build: Callable[[int], nn.Module]
    is_instance: bool
    multiple: int
    backbone: Backbone | None = None


ARCHITECTURES = {
    "unet_se": Architecture(partial(UNet, squeeze=True), is_instance=False, multiple=16),
    "unet": Architecture(UNet, is_instance=False, multiple=16),
    "attention_unet": Architecture(partial(UNet, attention=True), is_instance=False, multiple=16),
    "vgg13_se": Architecture(VGG13, is_instance=False, multiple=16, backbone=Backbone("vgg13_bn", "features.")),
    "resnet18_se": Architecture(ResNet18, is_instance=False, multiple=32, backbone=Backbone("resnet18", "encoder.")),
    "maskrcnn_resnet18": Architecture(
        partial(mask_rcnn, backbone="resnet18"), is_instance=True, multiple=32, backbone=Backbone("resnet18", "backbone.body.")
    ),
    "maskrcnn_resnet50": Architecture(
        partial(mask_rcnn, backbone="resnet50"), is_instance=True, multiple=32, backbone=Backbone("resnet50", "backbone.body.")
    ),
}
