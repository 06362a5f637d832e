"""A small picture of a raster, filled while its windows stream by."""

import numpy as np

from .grid import Grid, Window

LONGEST_SIDE = 900


class Thumbnail:
    """Every n-th cell of every n-th row, at most LONGEST_SIDE cells a side; float32, NaN until filled."""

    def __init__(self, grid: Grid):
        self.grid = grid
        self.step = -(-max(grid.width, grid.height) // LONGEST_SIDE)
        self.values = np.full((-(-grid.height // self.step), -(-grid.width // self.step)), np.nan, dtype=np.float32)

    def add(self, values: np.ndarray, window: Window) -> None:
        """Take what falls on the picture from ``values`` (rows, columns) of a window inside the grid."""
        top, left = -window.row % self.step, -window.column % self.step
        taken = values[top :: self.step, left :: self.step]
        row, column = (window.row + top) // self.step, (window.column + left) // self.step
        self.values[row : row + taken.shape[0], column : column + taken.shape[1]] = taken
