"""What fitting takes and gives, for every kind of model alike."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ...core.errors import InputError
from ...core.progress import Progress, ShouldStop
from .encoding import FactorEncoder
from .model import SusceptibilityModel
from .settings import Settings
from .training_data import TrainingData


class Round(NamedTuple):
    """Loss (cross-entropy) after an epoch of a network or a tree of a boosted model; the watched one may be missing."""

    number: int
    training_loss: float
    watched_loss: float | None


class Diverged(InputError):
    """The numbers of a network grew beyond all bounds."""

    def __init__(self, learning_rate: float):
        super().__init__(
            "LEARNING_RATE", learning_rate, "lets the network's numbers grow beyond all bounds; choose a smaller one"
        )


@dataclass(frozen=True)
class Fitted:
    """A model, how its loss went, and how many rounds (epochs or trees) it was trained for."""

    model: SusceptibilityModel
    history: list[Round]
    rounds: int


@dataclass(frozen=True)
class FittingTask:
    """What a model is fitted to and how, for every kind of model alike.

    ``watched`` samples, when there are any, say when to stop; else ``rounds`` epochs or trees are run (None: all that the
    settings allow). Models that take no rounds leave both aside.
    """

    data: TrainingData
    encoder: FactorEncoder
    settings: Settings
    watched: TrainingData | None
    rounds: int | None
    progress: Progress
    should_stop: ShouldStop

    @property
    def table(self) -> np.ndarray:
        """Encoded columns float32 (n, columns) of the samples' own cells."""
        return self.encoder.encode_table(self.data.centres)

    @property
    def weights(self) -> np.ndarray:
        """Weights float32 (n,) of the samples."""
        return self.data.weights(self.settings.balanced)


def card_of(settings: Settings) -> dict:
    """Return as much of the model card as predicting needs."""
    card = {"architecture": settings.architecture, "window": settings.window, "threshold": 0.5}
    return card | ({"width": settings.width} if settings.width != 1 else {})
