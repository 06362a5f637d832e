"""The jackknife: what a model loses without a factor, and what it can do with that factor alone, on held-out folds."""

import numpy as np

from ...core.errors import InputError
from ...core.explanation.jackknife import Jackknife
from ...core.progress import Progress, ShouldStop, part
from ...core.susceptibility.metrics import auc
from ..susceptibility.folds import folds_of
from ..susceptibility.settings import Settings
from ..susceptibility.training import check_trainable
from ..susceptibility.training_data import TrainingData
from ..susceptibility.validation import cross_validate


def jackknife(
    data: TrainingData, settings: Settings, spatial: bool, progress: Progress, should_stop: ShouldStop
) -> tuple[Jackknife, list[str]]:
    """Train with all factors, without each, and with each alone, on the same folds; return the AUC of each, and notes.

    Every model is trained from scratch on the other folds and scored on the fold it never saw. Raises InputError for samples of
    one class, constant factors, a single factor, and folds that cannot be used.
    """
    check_trainable(data)
    if len(data.factors) < 2:
        raise InputError("FACTORS", data.factors[0].name, "is the only factor, and a jackknife compares several; stack more")
    fold, notes = folds_of(data, spatial, settings.seed)
    everything = list(range(len(data.factors)))
    choices = [everything]
    choices += [[other for other in everything if other != index] for index in everything]
    choices += [[index] for index in everything]
    names = ["all factors", *(f"without {factor.name}" for factor in data.factors)]
    names += [f"{factor.name} alone" for factor in data.factors]
    areas = []
    for done, (choice, name) in enumerate(zip(choices, names, strict=True)):
        report = part(progress, done / len(choices), (done + 1) / len(choices))

        def say(fraction: float, message: str = "", report: Progress = report, name: str = name) -> None:
            report(fraction, f"Training: {name}")

        held_out = cross_validate(data.with_factors(choice), fold, spatial, settings, say, should_stop)
        areas.append(_areas_by_fold(data.landslide, held_out.scores, fold))
        notes += [note for note in held_out.notes if note not in notes]
    count = len(everything)
    found = Jackknife(
        [factor.name for factor in data.factors], areas[0], *map(np.array, (areas[1 : count + 1], areas[count + 1 :]))
    )
    return found, notes


def _areas_by_fold(landslide: np.ndarray, scores: np.ndarray, fold: np.ndarray) -> np.ndarray:
    return np.array([auc(landslide[fold == number], scores[fold == number]) for number in np.unique(fold)])
