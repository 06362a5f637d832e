"""Cross-validation by landslide or by block, and the watched part that tells when to stop."""

from dataclasses import dataclass

import numpy as np

from ...core.errors import InputError
from ...core.progress import Progress, ShouldStop, part
from .fitting import fit
from .fitting_task import Fitted, Round
from .settings import Settings
from .training_data import TrainingData

FOLDS = 5


@dataclass(frozen=True)
class HeldOut:
    """Scores (n,) of samples by models that never saw them, with the fold each was in, and how training went per fold."""

    scores: np.ndarray
    fold: np.ndarray
    rounds: list[int]
    histories: list[list[Round]]


def cross_validate(
    data: TrainingData, fold: np.ndarray, spatial: bool, settings: Settings, progress: Progress, should_stop: ShouldStop
) -> HeldOut:
    """Return scores of every sample by the model of the other folds.

    Early stopping watches a part of those other folds, never the fold that is scored.
    """
    scores = np.full(len(data), np.nan, dtype=np.float32)
    rounds, histories = [], []
    numbers = np.unique(fold)
    for done, number in enumerate(numbers):
        report = part(progress, done / len(numbers), (done + 1) / len(numbers))
        training = data.chosen(fold != number)
        if settings.stops_early:
            fitted = fit_watched(training, spatial, settings, report, should_stop)[0]
        else:
            fitted = fit(training, settings, None, report, should_stop)
        scores[fold == number] = fitted.model.predict_patches(data.patches[fold == number])
        rounds.append(fitted.rounds)
        histories.append(fitted.history)
    return HeldOut(scores, fold, rounds, histories)


def fit_watched(
    data: TrainingData, spatial: bool, settings: Settings, progress: Progress, should_stop: ShouldStop
) -> tuple[Fitted, np.ndarray]:
    """Fit to most of ``data`` and stop early by the rest; return the fitted model and the mask (n,) of the watched samples."""
    watched = watched_part(data, spatial, settings)
    return fit(data.chosen(~watched), settings, data.chosen(watched), progress, should_stop), watched


def watched_part(data: TrainingData, spatial: bool, settings: Settings) -> np.ndarray:
    """Return bool (n,): the share of the samples that is held back to stop early, drawn by block or by landslide.

    Both classes are on either side; where blocks are too few for that, landslides are drawn. Raises InputError when they are
    too few as well.
    """
    for whole_blocks in (True, False) if spatial else (False,):
        watched = data.held_back(whole_blocks, settings.watched_share, settings.seed)
        if watched is not None:
            return watched
    raise InputError(
        "SAMPLES",
        data.source,
        f"has too few landslides to hold some back, which tell {settings.architecture} when to stop or where the threshold "
        "lies; map more, or choose random_forest with a cross-validation",
    )
