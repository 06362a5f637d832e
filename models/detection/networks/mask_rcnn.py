"""Mask R-CNN with a feature pyramid (He et al. 2017, Lin et al. 2017) for any number of bands, through torchvision."""

import torch
import torchvision
from torch import nn
from torchvision.models.detection import MaskRCNN
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.backbone_utils import BackboneWithFPN
from torchvision.models.detection.faster_rcnn import FastRCNNPredictor, TwoMLPHead
from torchvision.models.detection.mask_rcnn import MaskRCNNHeads, MaskRCNNPredictor
from torchvision.models.detection.transform import GeneralizedRCNNTransform

ANCHOR_SIZES = ((12,), (24,), (48,), (96,), (192,))
"""One size per pyramid level (strides 4, 8, 16, 32, 64), for landslides of 10 to 200 cells."""
ANCHOR_RATIOS = (0.4, 1.0, 2.5)
"""Height over width; landslides are elongated."""
STAGE_WIDTHS = {"resnet18": (64, 128, 256, 512), "resnet50": (256, 512, 1024, 2048)}
PYRAMID_WIDTHS = {"resnet18": 128, "resnet50": 256}
CLASSES = 2
"""Background and landslide."""


class UnscaledTransform(GeneralizedRCNNTransform):
    """Batches tiles as they are: they are normalised already, and scaling them would change the cell size."""

    def __init__(self, bands: int):
        super().__init__(min_size=1, max_size=1, image_mean=[0.0] * bands, image_std=[1.0] * bands)

    def resize(self, image: torch.Tensor, target: dict | None = None) -> tuple[torch.Tensor, dict | None]:
        """Leave tile and target alone."""
        return image, target


def mask_rcnn(bands: int, backbone: str) -> MaskRCNN:
    """Return Mask R-CNN on ``resnet18`` or ``resnet50``, from random weights: nothing is downloaded.

    Batch normalisation stays trainable, because there are no statistics to freeze.
    """
    width = PYRAMID_WIDTHS[backbone]
    network = MaskRCNN(
        _pyramid(bands, backbone, width),
        rpn_anchor_generator=AnchorGenerator(ANCHOR_SIZES, (ANCHOR_RATIOS,) * len(ANCHOR_SIZES)),
        rpn_pre_nms_top_n_train=1000,
        rpn_post_nms_top_n_train=500,
        rpn_post_nms_top_n_test=300,
        box_head=TwoMLPHead(width * 7 * 7, 4 * width),
        box_predictor=FastRCNNPredictor(4 * width, CLASSES),
        # chips hold few landslides: 128 proposals a chip train as well as 512 and cost a quarter
        box_batch_size_per_image=128,
        mask_head=MaskRCNNHeads(width, (width,) * 4, 1),
        mask_predictor=MaskRCNNPredictor(width, width, CLASSES),
    )
    network.transform = UnscaledTransform(bands)
    return network


def _pyramid(bands: int, backbone: str, width: int) -> BackboneWithFPN:
    body = getattr(torchvision.models, backbone)(weights=None)
    body.conv1 = nn.Conv2d(bands, 64, 7, stride=2, padding=3, bias=False)
    nn.init.kaiming_normal_(body.conv1.weight, mode="fan_out", nonlinearity="relu")
    stages = {f"layer{stage}": str(stage - 1) for stage in range(1, 5)}
    return BackboneWithFPN(body, stages, list(STAGE_WIDTHS[backbone]), width, norm_layer=nn.BatchNorm2d)
