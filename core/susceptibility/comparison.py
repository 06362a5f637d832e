"""Whether two models differ by more than chance on the same samples: AUC (DeLong) and yes-or-no predictions (McNemar)."""

from dataclasses import dataclass
from math import comb, erfc, sqrt

import numpy as np

from ..ranks import mean_ranks

EXACT_BELOW = 25
"""Disagreements below which McNemar's test is exact; the approximation is poor there."""


@dataclass(frozen=True)
class AucDifference:
    """Difference of two AUC (first − second), its standard error, and the two-sided p that it is 0.

    ``p_by_landslide`` takes the cells of one landslide together, ``standard_error`` and ``p`` each on its own; None where
    there is but one landslide.
    """

    difference: float
    standard_error: float
    p: float
    p_by_landslide: float | None


@dataclass(frozen=True)
class Disagreement:
    """Samples only the first or only the second model tells right, and the two-sided p that both are as good."""

    only_first: int
    only_second: int
    p: float
    exact: bool


def auc_difference(landslide: np.ndarray, landslide_id: np.ndarray, first: np.ndarray, second: np.ndarray) -> AucDifference:
    """Compare the AUC of two scores (n,) of the same samples (DeLong et al. 1988, with the midranks of Sun & Xu 2014).

    By landslide the variance is that of clusters (Obuchowski 1997); cells without landslides are each on their own.
    """
    positive = np.asarray(landslide) == 1
    areas, of_positives, of_negatives = zip(*(_placements(positive, scores) for scores in (first, second)), strict=True)
    difference, ids = areas[0] - areas[1], np.asarray(landslide_id)[positive]
    gains, others = of_positives[0] - of_positives[1], _variance_of_mean(of_negatives[0] - of_negatives[1])
    variance = _variance_of_mean(gains) + others
    by_landslide = _p(difference, _variance_of_mean(gains, ids) + others) if len(np.unique(ids)) > 1 else None
    return AucDifference(difference, sqrt(variance), _p(difference, variance), by_landslide)


def disagreement(landslide: np.ndarray, first: np.ndarray, second: np.ndarray) -> Disagreement:
    """Compare two yes-or-no predictions (n,) of the same samples (McNemar 1947).

    With continuity correction, or exact from the binomial distribution for fewer than ``EXACT_BELOW`` disagreements.
    """
    truth = np.asarray(landslide) == 1
    first_right, second_right = np.asarray(first, bool) == truth, np.asarray(second, bool) == truth
    only_first, only_second = int((first_right & ~second_right).sum()), int((~first_right & second_right).sum())
    total, fewer = only_first + only_second, min(only_first, only_second)
    if total < EXACT_BELOW:
        p = min(1.0, 2 * sum(comb(total, count) for count in range(fewer + 1)) / 2**total)
        return Disagreement(only_first, only_second, p, True)
    statistic = max(abs(only_first - only_second) - 1, 0) ** 2 / total
    return Disagreement(only_first, only_second, erfc(sqrt(statistic / 2)), False)


def _placements(positive: np.ndarray, scores: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
    """Return the AUC and, for each landslide and each other sample, the share of the other class it is on the right side of."""
    scores = np.asarray(scores, dtype=np.float64)
    yes, no = scores[positive], scores[~positive]
    everyone = mean_ranks(scores)
    of_positives = (everyone[positive] - mean_ranks(yes)) / len(no)
    of_negatives = 1 - (everyone[~positive] - mean_ranks(no)) / len(yes)
    return float(of_positives.mean()), of_positives, of_negatives


def _variance_of_mean(values: np.ndarray, group: np.ndarray | None = None) -> float:
    """Return the variance of the mean of values (n,), of which those of a group go together (default: each on its own)."""
    _, place = np.unique(np.arange(len(values)) if group is None else group, return_inverse=True)
    sums = np.bincount(place, values - values.mean())
    return float(len(sums) / (len(sums) - 1) * (sums**2).sum() / len(values) ** 2) if len(sums) > 1 else 0.0


def _p(difference: float, variance: float) -> float:
    """Return the two-sided p of a difference of that variance."""
    if variance <= 0:
        return 1.0 if difference == 0 else 0.0
    return erfc(abs(difference) / sqrt(2 * variance))
