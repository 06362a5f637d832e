"""How much a random forest needs each factor to tell landslides from other cells."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score

from ...core.factor import Factor
from ...core.progress import Progress, ShouldStop, never_stop, no_progress, part, stop_if_asked, track
from .encoding import FactorEncoder

TREES = 100
TREES_AT_ONCE = 20
REPEATS = 10
SMALLEST_LEAF = 5


@dataclass(frozen=True)
class FactorImportance:
    """Importance per factor, float64 (factors,).

    ``gini``: mean decrease of impurity, sums to 1. ``permutation`` and ``spread``: mean and standard deviation over repeats of
    the AUC lost on held-out samples when the factor's values are shuffled. ``auc`` is the forest's on these samples.
    """

    gini: np.ndarray
    permutation: np.ndarray
    spread: np.ndarray
    auc: float


def forest_importance(
    factors: Sequence[Factor],
    values: np.ndarray,
    landslide: np.ndarray,
    held_out: np.ndarray,
    seed: int,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> FactorImportance:
    """Fit a forest on the samples that are not held out and measure both importances.

    ``values`` raw (n, factors) without NaN, ``landslide`` (n,) 0 or 1, ``held_out`` bool (n,); both kinds of sample on both
    sides.
    """
    encoder = FactorEncoder.fit(factors, values[~held_out])
    forest = _forest(encoder, values[~held_out], landslide[~held_out], seed, part(progress, 0, 0.3), should_stop)
    random = np.random.default_rng(seed)
    tested, truth = values[held_out], landslide[held_out]
    auc = roc_auc_score(truth, _scores(forest, encoder, tested))
    losses = np.empty((len(factors), REPEATS))
    for index in track(range(len(factors)), len(factors), "Shuffling factors", part(progress, 0.3, 1), should_stop):
        shuffled = np.tile(tested, (REPEATS, 1))
        shuffled[:, index] = np.concatenate([random.permutation(tested[:, index]) for _ in range(REPEATS)])
        # all repeats in one call, which is several times faster than one by one
        scores = _scores(forest, encoder, shuffled).reshape(REPEATS, -1)
        losses[index] = [auc - roc_auc_score(truth, these) for these in scores]
    return FactorImportance(_gini(forest, encoder), losses.mean(axis=1), losses.std(axis=1, ddof=1), float(auc))


def gini_importance(
    factors: Sequence[Factor],
    values: np.ndarray,
    landslide: np.ndarray,
    seed: int,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> np.ndarray:
    """Return the mean decrease of impurity per factor (float64, sums to 1) of a forest fitted on all samples."""
    encoder = FactorEncoder.fit(factors, values)
    return _gini(_forest(encoder, values, landslide, seed, progress, should_stop), encoder)


def _forest(
    encoder: FactorEncoder,
    values: np.ndarray,
    landslide: np.ndarray,
    seed: int,
    progress: Progress,
    should_stop: ShouldStop,
) -> RandomForestClassifier:
    table = encoder.encode_table(values)
    forest = RandomForestClassifier(
        0, min_samples_leaf=SMALLEST_LEAF, max_features="sqrt", n_jobs=-1, random_state=seed, warm_start=True
    )
    while forest.n_estimators < TREES:
        stop_if_asked(should_stop)
        forest.n_estimators += TREES_AT_ONCE
        forest.fit(table, landslide)
        progress(forest.n_estimators / TREES, "Growing trees")
    return forest


def _scores(forest: RandomForestClassifier, encoder: FactorEncoder, values: np.ndarray) -> np.ndarray:
    return forest.predict_proba(encoder.encode_table(values))[:, 1]


def _gini(forest: RandomForestClassifier, encoder: FactorEncoder) -> np.ndarray:
    """Return the importance of factors: that of their encoded columns added up."""
    return np.bincount(encoder.column_factor, forest.feature_importances_, len(encoder.factors))
