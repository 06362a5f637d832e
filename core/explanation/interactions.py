"""Which factor changes the effect of another: the spread of contributions at one value, explained by the others."""

from collections.abc import Sequence

import numpy as np

from ..compass import SECTORS, direction_class
from ..factor import CATEGORICAL, CIRCULAR, Factor

GROUPS = 8
SMALLEST_GROUP = 20
"""Samples; in fewer, chance explains too much."""
MOST_CATEGORIES = 8
WEAKEST = 0.05
"""Share of the spread at one value that an interaction must explain to be named."""


def strongest_interaction(factors: Sequence[Factor], values: np.ndarray, contributions: np.ndarray, index: int) -> int | None:
    """Return the number of the factor that best explains why contributions of factor ``index`` differ at one of its values.

    ``values`` (n, factors) raw, NaN for nodata; ``contributions`` (n, factors). Samples are grouped by the value of the factor
    (eighths, sectors or categories); within each group the part of the contributions that its own value does not explain
    linearly is regressed on every other factor, and the variance explained (adjusted R²) summed over the groups. None when no
    factor explains a twentieth, or there are too few samples.
    """
    spread = 0.0
    explained = np.zeros(len(factors))
    for members in _groups(factors[index], values[:, index]):
        own = _columns(factors[index], values[members, index]) if factors[index].kind != CATEGORICAL else None
        rest = _without(own, contributions[members, index])
        spread += float(rest @ rest)
        for other, factor in enumerate(factors):
            if other != index:
                explained[other] += _explained(own, _columns(factor, values[members, other]), rest)
    strongest = int(np.argmax(explained))
    return strongest if spread > 0 and explained[strongest] > WEAKEST * spread else None


def _groups(factor: Factor, values: np.ndarray) -> list[np.ndarray]:
    """Return the samples (indices) of each group of similar values."""
    known = np.flatnonzero(np.isfinite(values))
    if factor.kind == CATEGORICAL:
        groups = [known[values[known] == value] for value in np.unique(values[known])]
    elif factor.kind == CIRCULAR:
        direction = direction_class(values[known])
        groups = [known[direction == number] for number in range(len(SECTORS) + 1)]
    else:
        groups = np.array_split(known[np.argsort(values[known], kind="stable")], GROUPS)
    return [group for group in groups if len(group) >= SMALLEST_GROUP]


def _columns(factor: Factor, values: np.ndarray) -> np.ndarray:
    """Return float64 (n, columns), standardised: the value, its sine and cosine, or one column for each common category."""
    known = np.isfinite(values)
    if factor.kind == CATEGORICAL:
        present, counts = np.unique(values[known], return_counts=True)
        common = present[np.argsort(-counts, kind="stable")][: MOST_CATEGORIES + 1]
        columns = [values == value for value in common[1:]]
    elif factor.kind == CIRCULAR:
        facing = known & (values >= 0)
        angle = np.deg2rad(np.where(facing, values, 0.0))
        columns = [np.where(facing, np.sin(angle), 0.0), np.where(facing, np.cos(angle), 0.0)]
    else:
        columns = [np.where(known, values, values[known].mean() if known.any() else 0.0)]
    table = np.stack(columns, axis=1).astype(np.float64) if columns else np.empty((len(values), 0))
    table -= table.mean(axis=0)
    return table / np.where(table.std(axis=0) > 0, table.std(axis=0), 1.0)


def _without(columns: np.ndarray | None, values: np.ndarray) -> np.ndarray:
    """Return what is left of centred ``values`` (n,) or (n, k) after regression on ``columns``."""
    centred = values - values.mean(axis=0)
    if columns is None or columns.shape[1] == 0:
        return centred
    return centred - columns @ np.linalg.lstsq(columns, centred, rcond=None)[0]


def _explained(own: np.ndarray | None, columns: np.ndarray, rest: np.ndarray) -> float:
    """Return the sum of squares of ``rest`` that ``columns`` explain beyond ``own`` and beyond chance."""
    added = _without(own, columns) if columns.shape[1] else columns
    free = len(rest) - 1 - added.shape[1]
    total = float(rest @ rest)
    if added.shape[1] == 0 or free <= 0 or total == 0:
        return 0.0
    left = _without(added, rest)
    by_chance = added.shape[1] / free * float(left @ left)
    return max(total - float(left @ left) - by_chance, 0.0)
