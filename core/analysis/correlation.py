"""How alike two factors are: Pearson, Spearman, and Cramér's V between categories."""

import numpy as np

from ..ranks import mean_ranks


def pearson(columns: np.ndarray) -> np.ndarray:
    """Return the correlation matrix (columns, columns) of float (n, columns); NaN for a constant column."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.atleast_2d(np.corrcoef(columns, rowvar=False))


def spearman(columns: np.ndarray) -> np.ndarray:
    """Return the rank correlation matrix (columns, columns); equal values share their mean rank."""
    return pearson(np.stack([mean_ranks(column) for column in columns.T], axis=1))


def cramers_v(first: np.ndarray, second: np.ndarray) -> float:
    """Return Cramér's V (1946) of two arrays of categories: 0 independent … 1 each determines the other."""
    _, row = np.unique(first, return_inverse=True)
    _, column = np.unique(second, return_inverse=True)
    rows, columns = row.max() + 1, column.max() + 1
    observed = np.bincount(row * columns + column, minlength=rows * columns).reshape(rows, columns)
    expected = np.outer(observed.sum(axis=1), observed.sum(axis=0)) / observed.sum()
    chi_squared = ((observed - expected) ** 2 / expected).sum()
    return float(np.sqrt(chi_squared / (observed.sum() * (min(rows, columns) - 1))))
