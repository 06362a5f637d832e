"""Which folds a cross-validation uses: those drawn with the samples where they fit, else drawn anew."""

from dataclasses import replace

import numpy as np

from ...core.errors import InputError
from ...core.susceptibility.splitting import Shares
from .training_data import TrainingData
from .validation import FOLDS


def folds_of(data: TrainingData, spatial: bool, seed: int) -> tuple[np.ndarray, list[str]]:
    """Return int64 (n,): the fold of each sample, and notes on what was drawn or merged.

    Spatial folds keep blocks whole, random ones need only keep landslides whole. Raises InputError when there are no two
    folds with both classes.
    """
    fold, notes = _drawn_or_given(data, spatial, seed)
    return with_both_classes(data, fold, notes)


def folds_are_blocks(data: TrainingData) -> bool:
    """True when the samples' own folds keep every spatial block whole."""
    pairs = np.unique(np.stack([data.block, data.fold]), axis=1)
    return blocks_are_known(data) and pairs.shape[1] == len(np.unique(data.block))


def blocks_are_known(data: TrainingData) -> bool:
    """True when the samples say in which spatial block they are."""
    return len(np.unique(data.block)) > 1


def _drawn_or_given(data: TrainingData, spatial: bool, seed: int) -> tuple[np.ndarray, list[str]]:
    count = len(np.unique(data.fold))
    given = count > 1
    if spatial and not blocks_are_known(data):
        raise InputError(
            "SAMPLES", data.source, 'lies in one spatial block; draw it with "Sample points" or choose another validation'
        )
    if given and folds_are_blocks(data) == spatial:
        return data.fold, []
    folds = count if given else FOLDS
    kind = "block" if spatial else "landslide"
    return data.grouped_parts(spatial, Shares(0.0, folds), seed), [f"{folds} folds were drawn by {kind} for this validation."]


def with_both_classes(data: TrainingData, fold: np.ndarray, notes: list[str]) -> tuple[np.ndarray, list[str]]:
    """Return the folds with those that lack a class merged into their neighbour, and the notes with one for each.

    Of several draws of cells without landslides the first counts, which evaluations are of. Raises InputError when no two folds
    with both classes are left.
    """
    counts = data.in_draw(data.draws[0])
    spatial = folds_are_blocks(replace(data, fold=fold))
    fold = fold.copy()
    numbers = np.unique(fold).tolist()
    while len(numbers) > 1:
        alone = next((number for number in numbers if len(np.unique(data.landslide[counts & (fold == number)])) < 2), None)
        if alone is None:
            return fold, notes
        place = numbers.index(alone)
        neighbour = numbers[place - 1] if place else numbers[1]
        fold[fold == alone] = neighbour
        numbers.remove(alone)
        notes = [*notes, f"Fold {alone} holds one class only and was merged with fold {neighbour}."]
    raise InputError("SAMPLES", data.source, _why_not_two(data, spatial))


def _why_not_two(data: TrainingData, spatial: bool) -> str:
    if data.landslide_count < 2:
        return "has one landslide to learn from, and each of two folds needs one; map more landslides"
    if spatial:
        return 'has no two folds with both classes; draw it with smaller blocks in "Sample points", or choose random_cv'
    return 'has no two folds with both classes; draw it anew with "Sample points"'
