"""The success-rate or prediction-rate curve of a map: how many of the landslides lie in how little of the area.

Cells are taken from the most susceptible down (Chung & Fabbri 2003). With the landslides a model learnt from it is the success
rate, which tells how well the model fits; with others the prediction rate, which tells how well it predicts.
"""

import numpy as np

from ..analysis.histogram import Histogram
from .curve_area import area_under


class RateCurve:
    """Counts the values of all cells and of landslide cells while a map streams by; memory does not grow with the map."""

    def __init__(self) -> None:
        self._cells = Histogram()
        self._landslide_cells = Histogram()

    def add(self, values: np.ndarray, landslide: np.ndarray) -> None:
        """Take finite values (n,) and bool (n,): which of the cells are landslide."""
        self._cells.add(values)
        self._landslide_cells.add(values[landslide])

    def points(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return thresholds (falling) and, for cells of at least each, their share of the area and of the landslide cells.

        float64 (n,) each; the first point is (∞, 0, 0). There must be a landslide cell.
        """
        edges, counts = self._cells.occupied()
        area = np.cumsum(counts[::-1])[::-1]
        found_edges, found_counts = self._landslide_cells.occupied()
        found = np.append(np.cumsum(found_counts[::-1])[::-1], 0)
        # bins of the landslides are never wider than those of all cells and lie within them, so that the counts are exact
        landslides = found[np.searchsorted(found_edges, edges)]
        shares = (np.concatenate([[0.0], part[::-1] / part[0]]) for part in (area, landslides))
        return np.concatenate([[np.inf], edges[::-1]]), *shares

    def area_under(self) -> float:
        """Return the area under the curve: ½ for a map that orders nothing, at most 1 − half the landslides' share."""
        _, area, landslides = self.points()
        return area_under(area, landslides)
