"""Cells that did not change between two scenes, and the line that takes one scene's radiometry to the other's.

Iteratively re-weighted multivariate alteration detection (Nielsen 2007) and orthogonal regression over the cells it leaves
unchanged (Canty & Nielsen 2008). Neither depends on gain and offset of the scenes.
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import eigh
from scipy.stats import chi2

from ..errors import ToolboxError
from ..progress import Progress, ShouldStop, never_stop, no_progress, stop_if_asked

MOST_ITERATIONS = 100
SETTLED = 1e-3
"""The iteration ends when no canonical correlation changes by more."""
LEAST_INDEPENDENCE = 1e-9
"""Smallest eigenvalue of the correlations between bands: rounding leaves 1e-16 of a copy, neighbouring bands have 1e-4."""


@dataclass(frozen=True)
class Invariance:
    """Probability of no change per cell, canonical correlations of the bands at the end, and how many iterations it took."""

    probability: np.ndarray
    correlations: np.ndarray
    iterations: int


@dataclass(frozen=True)
class Line:
    """``slope`` × value + ``intercept``, with the correlation of the cells it was fitted to."""

    slope: float
    intercept: float
    correlation: float

    def apply(self, values: np.ndarray) -> np.ndarray:
        """Return float64 of the same shape; NaN stays NaN."""
        return values.astype(np.float64) * self.slope + self.intercept


def invariance(
    first: np.ndarray, second: np.ndarray, progress: Progress = no_progress, should_stop: ShouldStop = never_stop
) -> Invariance:
    """Return how likely each cell did not change, from its bands in two scenes, float (cells, bands) each without NaN.

    Raises ToolboxError when the bands of a scene are constant or copies of each other.
    """
    weights = np.ones(len(first))
    correlations = np.zeros(first.shape[1])
    for iteration in range(1, MOST_ITERATIONS + 1):
        stop_if_asked(should_stop)
        progress(iteration / MOST_ITERATIONS, "Looking for cells that did not change")
        differences, current = _variates(first, second, weights)
        squares = (differences**2 / (2 * (1 - current)).clip(1e-12)).sum(axis=1)
        weights = chi2.sf(squares, first.shape[1])
        settled = np.abs(current - correlations).max() < SETTLED
        correlations = current
        if settled:
            break
    return Invariance(weights, correlations, iteration)


def orthogonal_line(values: np.ndarray, targets: np.ndarray) -> Line:
    """Return the line from ``values`` to ``targets`` that is nearest at right angles: both scenes are noisy alike."""
    (var_x, covariance), (_, var_y) = np.cov(values, targets)
    difference = var_y - var_x
    slope = (difference + np.hypot(difference, 2 * covariance)) / (2 * covariance)
    return Line(slope, targets.mean() - slope * values.mean(), covariance / np.sqrt(var_x * var_y))


def _variates(first: np.ndarray, second: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the differences of the canonical variates (cells, bands) of unit variance, and their correlations."""
    total = weights.sum()
    x, y = (scene - (weights @ scene) / total for scene in (first, second))
    s_xx, s_yy, s_xy = ((weights[:, None] * a).T @ b / total for a, b in ((x, x), (y, y), (x, y)))
    for covariance in (s_xx, s_yy):
        _check_independent(covariance)
    squared, a = eigh(s_xy @ np.linalg.solve(s_yy, s_xy.T), s_xx)
    b = np.linalg.solve(s_yy, s_xy.T @ a)
    b /= np.sqrt(np.einsum("ik,ij,jk->k", b, s_yy, b)).clip(1e-300)
    correlations = np.sqrt(squared.clip(0, 1))
    return x @ a - y @ b, correlations


def _check_independent(covariance: np.ndarray) -> None:
    deviations = np.sqrt(np.diag(covariance))
    varied = (deviations > 0).all()
    if not varied or np.linalg.eigvalsh(covariance / np.outer(deviations, deviations))[0] < LEAST_INDEPENDENCE:
        raise ToolboxError("The bands of one scene are constant or copies of each other; leave such bands out.")
