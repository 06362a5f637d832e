"""What a network minimises on a batch: one way for semantic networks, one for Mask R-CNN."""

from collections.abc import Callable
from math import log

import torch
from torch import nn

from .losses import make_loss
from .networks import ARCHITECTURES
from .settings import TrainingSettings
from .training_data import Batch

Objective = Callable[[nn.Module, Batch], torch.Tensor]


def make_objective(settings: TrainingSettings, landslide_share: float) -> Objective:
    """Return the function that maps a network in training mode and a batch, on the network's device, to a scalar loss."""
    if ARCHITECTURES[settings.architecture].is_instance:
        return instance_objective
    loss = make_loss(settings.loss, settings.alpha, settings.gamma, landslide_share)

    def semantic_objective(network: nn.Module, batch: Batch) -> torch.Tensor:
        images = batch.images.contiguous(memory_format=torch.channels_last)
        return loss(network(images), batch.masks)

    return semantic_objective


def begin_with_share(network: nn.Module, landslide_share: float) -> None:
    """Let an untrained semantic network begin by predicting the share of landslide everywhere (Lin et al. 2017, §4.1).

    Otherwise the many stable cells would rule the first epochs. Mask R-CNN has its own ways.
    """
    head = getattr(network, "head", None)
    if isinstance(head, nn.Conv2d):
        share = min(max(landslide_share, 1e-4), 1 - 1e-4)
        nn.init.constant_(head.bias, log(share / (1 - share)))


def instance_objective(network: nn.Module, batch: Batch) -> torch.Tensor:
    """Return the sum of Mask R-CNN's own five losses."""
    targets = [_target(instances) for instances in batch.instances]
    return sum(network(list(batch.images), targets).values())


def _target(instances: torch.Tensor) -> dict[str, torch.Tensor]:
    """Return boxes, labels and masks for bool (k, h, w); landslides that augmentation moved out of the chip are left out."""
    instances = instances[instances.flatten(1).any(dim=1)]
    columns, rows = instances.any(dim=1), instances.any(dim=2)
    edges = [_first(columns), _first(rows), columns.shape[1] - _first(columns.flip(1)), rows.shape[1] - _first(rows.flip(1))]
    labels = torch.ones(len(instances), dtype=torch.int64, device=instances.device)
    return {"boxes": torch.stack(edges, dim=1).float(), "labels": labels, "masks": instances.to(torch.uint8)}


def _first(flags: torch.Tensor) -> torch.Tensor:
    """Return the index of the first True in each row of (k, n)."""
    return flags.to(torch.uint8).argmax(dim=1)
