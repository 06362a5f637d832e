"""Whether two models differ by more than chance on the same samples: AUC (DeLong) and yes-or-no predictions (McNemar)."""

from dataclasses import dataclass
from math import comb, erfc, sqrt

import numpy as np

from ..ranks import mean_ranks

EXACT_BELOW = 25
"""Disagreements below which McNemar's test is exact; the approximation is poor there."""


@dataclass(frozen=True)
class AucDifference:
    """Difference of two AUC (first − second), its standard error, and the two-sided p that it is 0."""

    difference: float
    standard_error: float
    p: float


@dataclass(frozen=True)
class Disagreement:
    """Samples only the first or only the second model tells right, and the two-sided p that both are as good."""

    only_first: int
    only_second: int
    p: float
    exact: bool


def auc_difference(landslide: np.ndarray, first: np.ndarray, second: np.ndarray) -> AucDifference:
    """Compare the AUC of two scores (n,) of the same samples (DeLong et al. 1988, with the midranks of Sun & Xu 2014)."""
    positive = np.asarray(landslide) == 1
    areas, of_positives, of_negatives = zip(*(_placements(positive, scores) for scores in (first, second)), strict=True)
    variance = _variance_of_difference(*of_positives) + _variance_of_difference(*of_negatives)
    difference = areas[0] - areas[1]
    if variance <= 0:
        return AucDifference(difference, 0.0, 1.0 if difference == 0 else 0.0)
    return AucDifference(difference, sqrt(variance), erfc(abs(difference) / sqrt(2 * variance)))


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


def _variance_of_difference(first: np.ndarray, second: np.ndarray) -> float:
    return float(np.var(first - second, ddof=1) / len(first)) if len(first) > 1 else 0.0
