"""Histogram matching: each value becomes the one with the same share of cells below it in another scene."""

import numpy as np

from ..analysis.histogram import Histogram


class HistogramMatch:
    """Maps values of the ``source`` histogram to those of the ``target`` with the same rank (Richards 2013, section 4.5).

    Ranks are taken in the middle of equal values, so that a histogram matched to itself stays as it is.
    """

    def __init__(self, source: Histogram, target: Histogram):
        self._values, ranks = _values_and_ranks(source)
        target_values, target_ranks = _values_and_ranks(target)
        self._matched = np.interp(ranks, target_ranks, target_values)

    def apply(self, values: np.ndarray) -> np.ndarray:
        """Return float64 of the same shape; NaN stays NaN."""
        return np.interp(values, self._values, self._matched)


def _values_and_ranks(histogram: Histogram) -> tuple[np.ndarray, np.ndarray]:
    values, counts = histogram.occupied()
    return values, (np.cumsum(counts) - counts / 2) / histogram.total
