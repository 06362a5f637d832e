"""Cross-validation by landslide or by block, and the watched part that tells when to stop."""

from dataclasses import dataclass, replace

import numpy as np

from ...core.errors import InputError
from ...core.progress import Progress, ShouldStop, part
from .fitting import fit
from .fitting_task import Fitted, Round
from .settings import Settings
from .training_data import TrainingData

FOLDS = 5
WATCHING = 0.7
"""Share of the time that goes into a training until it stops; one to all samples follows."""
BY_LANDSLIDE = (
    "Spatial blocks are too few to hold whole ones back: the samples that tell when to stop or where the threshold lies were "
    "drawn by landslide."
)


@dataclass(frozen=True)
class HeldOut:
    """Scores (n,) of samples by models that never saw them, with the fold each was in, and how training went per fold.

    ``notes`` say what was watched otherwise than asked for.
    """

    scores: np.ndarray
    fold: np.ndarray
    rounds: list[int]
    histories: list[list[Round]]
    notes: list[str]


def cross_validate(
    data: TrainingData, fold: np.ndarray, spatial: bool, settings: Settings, progress: Progress, should_stop: ShouldStop
) -> HeldOut:
    """Return scores of every sample by a model of the other folds, made as the model that is kept.

    Early stopping watches a part of those other folds, never the fold that is scored.
    """
    scores = np.full(len(data), np.nan, dtype=np.float32)
    rounds, histories, notes = [], [], []
    numbers = np.unique(fold)
    for done, number in enumerate(numbers):
        report = part(progress, done / len(numbers), (done + 1) / len(numbers))
        fitted, found = _fitted_to_all(data.chosen(fold != number), spatial, settings, report, should_stop)
        notes += [note for note in found if note not in notes]
        scores[fold == number] = fitted.model.predict_patches(data.patches[fold == number])
        rounds.append(fitted.rounds)
        histories.append(fitted.history)
    return HeldOut(scores, fold, rounds, histories, notes)


def _fitted_to_all(
    data: TrainingData, spatial: bool, settings: Settings, progress: Progress, should_stop: ShouldStop
) -> tuple[Fitted, list[str]]:
    """Fit to ``data``, for as many rounds as a training took whose watched part said when to stop, and return its notes.

    The history is of that training.
    """
    if not settings.stops_early:
        return fit(data, settings, None, progress, should_stop), []
    stopped, _, notes = fit_watched(data, spatial, settings, part(progress, 0, WATCHING), should_stop)
    fitted = fit(data, settings, None, part(progress, WATCHING, 1), should_stop, stopped.rounds)
    return replace(fitted, history=stopped.history), notes


def fit_watched(
    data: TrainingData, spatial: bool, settings: Settings, progress: Progress, should_stop: ShouldStop
) -> tuple[Fitted, np.ndarray, list[str]]:
    """Fit to most of ``data`` and stop early by the rest, where the settings stop early.

    Return the fitted model, the mask (n,) of the watched samples, and notes on how they were drawn.
    """
    watched, notes = watched_part(data, spatial, settings)
    told = data.chosen(watched) if settings.stops_early else None
    return fit(data.chosen(~watched), settings, told, progress, should_stop), watched, notes


def watched_part(data: TrainingData, spatial: bool, settings: Settings) -> tuple[np.ndarray, list[str]]:
    """Return bool (n,): the share of the samples that is held back to stop early, drawn by block or by landslide.

    Both classes are on either side; where blocks are too few for that, landslides are drawn, and a note says so. Raises
    InputError when they are too few as well.
    """
    for whole_blocks in (True, False) if spatial else (False,):
        watched = data.held_back(whole_blocks, settings.watched_share, settings.seed)
        if watched is not None:
            return watched, [BY_LANDSLIDE] if spatial and not whole_blocks else []
    raise InputError(
        "SAMPLES",
        data.source,
        f"has too few landslides to hold some back, which tell {settings.architecture} when to stop or where the threshold "
        "lies; map more, or choose random_forest with a cross-validation",
    )
