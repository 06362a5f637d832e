"""Ranks of values, as rank statistics need them."""

import numpy as np


def mean_ranks(values: np.ndarray) -> np.ndarray:
    """Return float64 (n,) ranks from 1 of values (n,); equal values share their mean rank."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return (last - (counts - 1) / 2)[place]
