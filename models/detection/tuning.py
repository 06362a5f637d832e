"""Which optimizer, learning rate and focal loss suit the chips: a search judged by the validation chips alone."""

import copy
import os
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import partial

from torch import nn

from ...core.progress import Progress, ShouldStop, part
from ...core.search_record import Between, Choice, SearchRecord, Space, Trial
from ..search import Report, search
from .checkpoint import fingerprint_of
from .networks import ARCHITECTURES
from .settings import OPTIMIZERS, TrainingSettings
from .trainer import Diverged, Trainer

LEARNING_RATES = (1e-4, 1e-3, 1e-2)
SHARE_BEFORE_PRUNING = 0.2
"""Part of the epochs after which a trial may be given up."""
SPACE: Space = {
    "optimizer": Choice(OPTIMIZERS),
    "learning_rate": Choice(LEARNING_RATES, ordered=True),
    # the ends of (0, 1) would leave one class without weight
    "alpha": Between(0.01, 0.99),
    "gamma": Between(0.0, 5.0),
}
OF_THE_FOCAL_LOSS = ("alpha", "gamma")


def search_space(settings: TrainingSettings, fixed: Collection[str] = ()) -> Space:
    """Return what can be searched: what has an effect with these settings and is not among the ``fixed`` names."""
    has_focal_loss = settings.loss != "bce" and not ARCHITECTURES[settings.architecture].is_instance
    return {name: one for name, one in SPACE.items() if name not in fixed and (has_focal_loss or name not in OF_THE_FOCAL_LOSS)}


@dataclass(frozen=True)
class Tuning:
    """How much to search: ``trials``, the space, a file that keeps the trials (or None), and who hears of each trial."""

    trials: int
    space: Space
    storage: str | os.PathLike | None = None
    tell: Callable[[int, Trial], None] = lambda number, trial: None

    def run(
        self,
        settings: TrainingSettings,
        network: nn.Module,
        trainer_of: Callable[[nn.Module, TrainingSettings], Trainer],
        data_hash: str,
        progress: Progress,
        should_stop: ShouldStop,
    ) -> tuple[TrainingSettings, SearchRecord]:
        """Return the settings of the best trial, and the search.

        Each trial trains a copy of ``network``, the first with ``settings`` as they are, and scores as early stopping does.
        """
        about = {"settings": settings.to_json(), "start": fingerprint_of({"chips": data_hash}, network)}
        record = search(
            self.space,
            partial(_score, settings, network, trainer_of),
            self.trials,
            settings.seed,
            self.storage,
            progress,
            should_stop,
            first={name: getattr(settings, name) for name in self.space},
            prune_after=max(1, round(SHARE_BEFORE_PRUNING * settings.epochs)),
            about=about,
            tell=self.tell,
        )
        return replace(settings, **record.best.values), record


def _score(
    settings: TrainingSettings,
    network: nn.Module,
    trainer_of: Callable[[nn.Module, TrainingSettings], Trainer],
    values: dict,
    report: Report,
    progress: Progress,
    should_stop: ShouldStop,
) -> float:
    trainer = trainer_of(copy.deepcopy(network), replace(settings, **values))
    while not trainer.is_done():
        done = len(trainer.history)
        try:
            trainer.run_epoch(part(progress, done / settings.epochs, (done + 1) / settings.epochs), should_stop)
        except Diverged:
            # a learning rate that is too high for this optimizer is an answer, not an error
            break
        report(done + 1, trainer.best_score)
    return trainer.best_score
