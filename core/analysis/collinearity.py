"""How far each factor is a linear combination of the others, and which to drop so that none is too far.

The variance inflation factor of a factor is 1 / (1 − R²) of its regression on the others. A factor of several columns (sine
and cosine, one column per category) has the generalised one of Fox & Monette (1992), brought to one column by the root of its
degrees of freedom, GVIF^(1/df), so that one limit serves all; for one column that is the ordinary VIF.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

SINGULAR = 1e-8
"""1 − R² below which a factor counts as a combination of the others: float32 rasters cannot tell it from 0."""
RANK_TOLERANCE = 1e-6


class Collinearity:
    """Variance inflation of groups of columns, one group per factor."""

    def __init__(self, groups: Sequence[np.ndarray]):
        """``groups`` hold float (n, columns); columns that repeat within a group add no degree of freedom."""
        bases = [_orthonormal(np.asarray(group, dtype=np.float64)) for group in groups]
        self.degrees_of_freedom = [basis.shape[1] for basis in bases]
        """Columns of each factor that carry information; 0 for a constant one."""
        together = np.concatenate(bases, axis=1)
        self._gram = together.T @ together
        edges = np.concatenate([[0], np.cumsum(self.degrees_of_freedom)])
        self._columns = [np.arange(*pair) for pair in pairwise(edges)]

    def inflation(self, kept: Sequence[int]) -> np.ndarray:
        """Return float64 (kept,): GVIF^(1/df) of each kept factor among the kept ones; infinite for a linear combination."""
        return np.array([self._inflation_of(factor, [other for other in kept if other != factor]) for factor in kept])

    def _inflation_of(self, factor: int, others: Sequence[int]) -> float:
        own = self._columns[factor]
        if not others:
            return 1.0
        rest = np.concatenate([self._columns[other] for other in others])
        across = self._gram[np.ix_(own, rest)]
        explained = across @ np.linalg.pinv(self._gram[np.ix_(rest, rest)], rcond=SINGULAR, hermitian=True) @ across.T
        # eigenvalues are 1 − R² of the directions in which the factor varies, the least explained last
        unexplained = np.linalg.eigvalsh(np.eye(own.size) - explained)
        if unexplained[0] < SINGULAR:
            return np.inf
        return float(np.prod(1 / np.minimum(unexplained, 1.0)) ** (1 / own.size))


@dataclass(frozen=True)
class Step:
    """One step of the selection: kept factors with their inflation, and which was dropped for being least important."""

    kept: list[int]
    inflation: np.ndarray
    importance: np.ndarray | None
    dropped: int | None


def select_factors(
    collinearity: Collinearity, limit: float, importance_of: Callable[[list[int]], np.ndarray]
) -> tuple[list[int], list[Step]]:
    """Return the factors to keep and the steps that led there.

    Among the factors over the limit the least important is dropped, and both are computed anew for those that are left, until
    none is over the limit. While some are linear combinations of others, only these are candidates.
    ``importance_of(kept)`` returns float (kept,); it is asked only when there is something to drop.
    """
    kept = list(range(len(collinearity.degrees_of_freedom)))
    steps = []
    while True:
        inflation = collinearity.inflation(kept)
        candidates = np.isinf(inflation) if np.isinf(inflation).any() else inflation > limit
        if not candidates.any():
            return kept, [*steps, Step(kept, inflation, None, None)]
        importance = importance_of(kept)
        dropped = kept[int(np.argmin(np.where(candidates, importance, np.inf)))]
        steps.append(Step(kept, inflation, importance, dropped))
        kept = [factor for factor in kept if factor != dropped]


def _orthonormal(group: np.ndarray) -> np.ndarray:
    """Return an orthonormal basis (n, rank) of the centred columns."""
    left, strength, _ = np.linalg.svd(group - group.mean(axis=0), full_matrices=False)
    scale = max(float(np.abs(group).max()) * np.sqrt(len(group)), np.finfo(float).tiny)
    return left[:, strength > RANK_TOLERANCE * scale]
