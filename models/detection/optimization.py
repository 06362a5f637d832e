"""Optimizers and learning-rate schedules by name."""

from collections.abc import Callable, Iterable
from math import cos, pi

import torch

from .settings import TrainingSettings

LEAST_LEARNING_RATE = 5e-6
"""Where the cosine schedule ends."""
STEP_EPOCHS = 10
STEP_FACTOR = 0.1
MOMENTUM = 0.9


def make_optimizer(settings: TrainingSettings, parameters: Iterable[torch.nn.Parameter]) -> torch.optim.Optimizer:
    """Return the optimizer ``adamw`` | ``adam`` | ``sgd`` (with momentum 0.9 after Nesterov)."""
    common = {"lr": settings.learning_rate, "weight_decay": settings.weight_decay}
    if settings.optimizer == "sgd":
        return torch.optim.SGD(parameters, momentum=MOMENTUM, nesterov=True, **common)
    return {"adamw": torch.optim.AdamW, "adam": torch.optim.Adam}[settings.optimizer](parameters, **common)


def learning_rate_at(settings: TrainingSettings, epoch: int) -> float:
    """Return the learning rate in an epoch, counted from 0; the last epoch of ``cosine`` has 5e-6, or less if it began so."""
    return _SCHEDULES[settings.schedule](settings, epoch)


def _cosine(settings: TrainingSettings, epoch: int) -> float:
    end = min(LEAST_LEARNING_RATE, settings.learning_rate)
    done = epoch / max(settings.epochs - 1, 1)
    return end + (settings.learning_rate - end) * (1 + cos(pi * done)) / 2


def _step(settings: TrainingSettings, epoch: int) -> float:
    return settings.learning_rate * STEP_FACTOR ** (epoch // STEP_EPOCHS)


def _constant(settings: TrainingSettings, epoch: int) -> float:
    return settings.learning_rate


_SCHEDULES: dict[str, Callable[[TrainingSettings, int], float]] = {"cosine": _cosine, "step": _step, "constant": _constant}
