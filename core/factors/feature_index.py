"""Features and where they lie, so that only those near a window are rasterised."""

from collections.abc import Sequence

import numpy as np

from ..grid import Grid
from ..vector import Features, rasterised


class FeatureIndex:
    """Features with their envelopes; rasterising all of them for every window would cost the square of the area."""

    def __init__(self, features: Features):
        self.features = features
        envelopes = np.array([shape.GetEnvelope() for shape in features.shapes()], dtype=float).reshape(-1, 4)
        self._left, self._right, self._bottom, self._top = envelopes.T

    def near(self, grid: Grid) -> np.ndarray:
        """Return the numbers (from 0) of the features whose envelope meets the north-up grid."""
        west, south, east, north = grid.bounds
        meets = (self._left <= east) & (self._right >= west) & (self._bottom <= north) & (self._top >= south)
        return np.flatnonzero(meets)

    def rasterised(self, grid: Grid, values: Sequence[float] | None = None, all_touched: bool = True) -> np.ndarray:
        """Return float64 (rows, columns) with each feature's value, by default its number from 1; later ones on top, else 0."""
        near = self.near(grid)
        if near.size == 0:
            return np.zeros((grid.height, grid.width))
        burnt = near + 1 if values is None else np.asarray(values)[near]
        return rasterised(self.features.chosen(near), grid, values=burnt, all_touched=all_touched)
