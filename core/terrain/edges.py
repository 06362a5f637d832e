"""The cells beyond the edge of the map: continued in a straight line, as ``gdaldem -compute_edges`` does."""

import numpy as np

from ..grid import Grid, Window


def continue_edges(heights: np.ndarray, window: Window, grid: Grid) -> None:
    """Fill the border (one cell wide, NaN beyond the map) of the heights of a window, in place, where it lies off the map."""
    if window.row == 0:
        heights[0] = 2 * heights[1] - heights[2]
    if window.row + window.height == grid.height:
        heights[-1] = 2 * heights[-2] - heights[-3]
    if window.column == 0:
        heights[:, 0] = 2 * heights[:, 1] - heights[:, 2]
    if window.column + window.width == grid.width:
        heights[:, -1] = 2 * heights[:, -2] - heights[:, -3]
