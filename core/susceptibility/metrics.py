"""How well scores tell landslides from the rest: ROC, precision and recall, calibration, and tables at a threshold.

Everywhere ``landslide`` is (n,) of 1 and 0 and ``scores`` (n,) in [0, 1], higher for landslides. Both classes must occur.
"""

from dataclasses import dataclass

import numpy as np

from .curve_area import area_under

RESAMPLINGS = 1000
CELLS_RESAMPLED = 50_000_000
"""Samples times resamplings of the bootstrap, at most: a large sample needs fewer resamplings to be as sure."""


@dataclass(frozen=True)
class RocCurve:
    """False and true positive rate at each threshold, from (0, 0) on; scores of at least the threshold count as landslide."""

    false_positive_rate: np.ndarray
    true_positive_rate: np.ndarray
    thresholds: np.ndarray

    @property
    def area(self) -> float:
        """Area under the curve: the chance that a landslide scores higher than a cell without (ties count half)."""
        return area_under(self.false_positive_rate, self.true_positive_rate)

    def youden_threshold(self) -> float:
        """Return the threshold, one of the scores, where true minus false positive rate is largest (Youden 1950)."""
        gain = self.true_positive_rate - self.false_positive_rate
        return float(self.thresholds[1 + np.argmax(gain[1:])])

    def balanced_threshold(self) -> float:
        """Return the threshold where sensitivity and specificity are most nearly equal."""
        return float(self.thresholds[np.argmin(np.abs(self.true_positive_rate - (1 - self.false_positive_rate)))])


@dataclass(frozen=True)
class Confusion:
    """Counts of a confusion matrix and what follows from them; a share of nothing is 0."""

    true_positives: int
    false_positives: int
    false_negatives: int
    true_negatives: int

    @property
    def count(self) -> int:
        """How many samples there are."""
        return self.true_positives + self.false_positives + self.false_negatives + self.true_negatives

    @property
    def accuracy(self) -> float:
        """Share of samples told right."""
        return _share(self.true_positives + self.true_negatives, self.count)

    @property
    def precision(self) -> float:
        """Share of predicted landslides that are landslides."""
        return _share(self.true_positives, self.true_positives + self.false_positives)

    @property
    def sensitivity(self) -> float:
        """Share of landslides that are predicted; also called recall."""
        return _share(self.true_positives, self.true_positives + self.false_negatives)

    @property
    def specificity(self) -> float:
        """Share of cells without landslides that are predicted so."""
        return _share(self.true_negatives, self.true_negatives + self.false_positives)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and sensitivity."""
        return _share(2 * self.true_positives, 2 * self.true_positives + self.false_positives + self.false_negatives)

    @property
    def kappa(self) -> float:
        """Agreement beyond chance (Cohen 1960)."""
        predicted = self.true_positives + self.false_positives
        actual = self.true_positives + self.false_negatives
        by_chance = _share(predicted * actual + (self.count - predicted) * (self.count - actual), self.count**2)
        return _share(self.accuracy - by_chance, 1 - by_chance)


def roc_curve(landslide: np.ndarray, scores: np.ndarray) -> RocCurve:
    """Return the ROC curve, one point per different score."""
    true_positives, false_positives, thresholds = _cumulative(landslide, scores)
    return RocCurve(
        np.concatenate([[0.0], false_positives / false_positives[-1]]),
        np.concatenate([[0.0], true_positives / true_positives[-1]]),
        np.concatenate([[np.inf], thresholds]),
    )


def auc(landslide: np.ndarray, scores: np.ndarray) -> float:
    """Return the area under the ROC curve."""
    return roc_curve(landslide, scores).area


def auc_interval(
    landslide: np.ndarray, scores: np.ndarray, landslide_id: np.ndarray | None = None, seed: int = 0, level: float = 0.95
) -> tuple[float, float]:
    """Return the bootstrap interval of the area under the ROC curve.

    Whole landslides are drawn, and cells without: the cells of one landslide resemble each other, and drawing them one by one
    would make the interval too narrow. ``landslide_id`` (n,) defaults to every cell a landslide of its own.
    """
    random = np.random.default_rng(seed)
    order = np.argsort(scores, kind="stable")
    positive = np.asarray(landslide)[order] == 1
    ties = np.concatenate([[0], np.cumsum(np.diff(np.asarray(scores)[order]) != 0)])
    ids = np.arange(len(order)) if landslide_id is None else np.asarray(landslide_id)[order]
    number_of_id, group = np.unique(ids[positive], return_inverse=True)
    negatives = int((~positive).sum())
    found = []
    for _ in range(int(np.clip(CELLS_RESAMPLED // len(order), 100, RESAMPLINGS))):
        drawn = np.bincount(random.integers(len(number_of_id), size=len(number_of_id)), minlength=len(number_of_id))
        weights = np.zeros(len(order))
        weights[positive] = drawn[group]
        weights[~positive] = np.bincount(random.integers(negatives, size=negatives), minlength=negatives)
        found.append(_weighted_auc(positive, ties, weights))
    low, high = np.quantile(found, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def precision_recall_curve(landslide: np.ndarray, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return recall, precision and threshold for each different score, from the highest score down."""
    true_positives, false_positives, thresholds = _cumulative(landslide, scores)
    return true_positives / true_positives[-1], true_positives / (true_positives + false_positives), thresholds


def average_precision(landslide: np.ndarray, scores: np.ndarray) -> float:
    """Return the area under the precision-recall curve as a sum of steps, without interpolation."""
    recall, precision, _ = precision_recall_curve(landslide, scores)
    return float(np.sum(np.diff(np.concatenate([[0.0], recall])) * precision))


def brier_score(landslide: np.ndarray, scores: np.ndarray) -> float:
    """Return the mean squared difference of probability and outcome (Brier 1950); 0 is perfect."""
    return float(np.mean((np.asarray(scores, dtype=np.float64) - landslide) ** 2))


def calibration(landslide: np.ndarray, scores: np.ndarray, bins: int = 10) -> list[tuple[float, float, int]]:
    """Return (mean score, share of landslides, count) for each of ``bins`` equal ranges of score that holds samples."""
    place = np.minimum((np.asarray(scores) * bins).astype(int), bins - 1)
    counts = np.bincount(place, minlength=bins)
    means = np.bincount(place, scores, bins)
    shares = np.bincount(place, landslide, bins)
    return [(float(means[i] / counts[i]), float(shares[i] / counts[i]), int(counts[i])) for i in np.flatnonzero(counts)]


def confusion(landslide: np.ndarray, predicted: np.ndarray) -> Confusion:
    """Return the confusion matrix of yes-or-no predictions (n,)."""
    landslide, predicted = np.asarray(landslide) == 1, np.asarray(predicted, dtype=bool)
    return Confusion(
        int((landslide & predicted).sum()),
        int((~landslide & predicted).sum()),
        int((landslide & ~predicted).sum()),
        int((~landslide & ~predicted).sum()),
    )


def _cumulative(landslide: np.ndarray, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return true and false positives at each different score, from the highest down, and the scores.

    Raises ValueError for scores that are no numbers, which have no order.
    """
    if np.isnan(scores).any():
        raise ValueError("scores that are not numbers cannot be ranked")
    order = np.argsort(-np.asarray(scores), kind="stable")
    scores, landslide = np.asarray(scores)[order], np.asarray(landslide)[order]
    last = np.concatenate([np.flatnonzero(np.diff(scores)), [len(scores) - 1]])
    true_positives = np.cumsum(landslide, dtype=np.float64)[last]
    return true_positives, last + 1 - true_positives, scores[last].astype(np.float64)


def _weighted_auc(positive: np.ndarray, ties: np.ndarray, weights: np.ndarray) -> float:
    """Return the AUC of weighted samples in rising order of score; ``ties`` numbers the different scores."""
    count = int(ties[-1]) + 1
    landslides = np.bincount(ties, weights * positive, count)
    others = np.bincount(ties, weights * ~positive, count)
    below = np.cumsum(others) - others
    return float(np.sum(landslides * (below + others / 2)) / (landslides.sum() * others.sum()))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
