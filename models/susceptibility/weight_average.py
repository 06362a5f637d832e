"""The running average of a network's weights, steadier than where the last step of training happened to end."""

from collections.abc import Sequence

import torch
from torch.optim.swa_utils import AveragedModel

RECENT = 10
"""Early in training about the last tenth of the steps counts."""


def weight_average(network: torch.nn.Module, kept: float) -> AveragedModel:
    """Return an average that forgets older weights exponentially (Polyak & Juditsky 1992, Tarvainen & Valpola 2017).

    ``update_parameters(network)`` takes the weights of a step in, running means of batch norm too; ``module`` is the network
    to use. ``kept`` is the share of the average that a step leaves, so that about 1 / (1 − ``kept``) steps count; early in
    training less is kept, or the average would hang on weights that had learnt nothing yet. 0 is no average.
    """

    def average(averaged: Sequence[torch.Tensor], latest: Sequence[torch.Tensor], steps: torch.Tensor) -> None:
        share = min(kept, (1 + int(steps)) / (RECENT + int(steps)))
        for mean, values in zip(averaged, latest, strict=True):
            if mean.is_floating_point():
                mean.lerp_(values, 1 - share)
            else:
                mean.copy_(values)

    return AveragedModel(network, multi_avg_fn=average, use_buffers=True)
