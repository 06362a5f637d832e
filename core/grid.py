"""The grid of cells that rasters share, and windows into it. Needs no GDAL."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

import numpy as np

STRIP = 256
"""Rows of a strip: one row of tiles of a GeoTIFF."""
FARTHEST = 2.0**53
"""Cells: as far from a grid as a row or column is told."""


class Window(NamedTuple):
    """A rectangle of cells; may reach beyond the grid, where reading gives nodata."""

    column: int
    row: int
    width: int
    height: int

    def grown(self, halo: int) -> "Window":
        """Return the window widened by ``halo`` cells on every side."""
        return Window(self.column - halo, self.row - halo, self.width + 2 * halo, self.height + 2 * halo)

    def clipped(self, width: int, height: int) -> "Window":
        """Return the part of the window inside a grid of ``width`` × ``height`` cells (may be empty)."""
        left, top = max(self.column, 0), max(self.row, 0)
        right, bottom = min(self.column + self.width, width), min(self.row + self.height, height)
        return Window(left, top, max(right - left, 0), max(bottom - top, 0))

    def pieces(self, size: int) -> "Iterator[Window]":
        """Yield windows of at most ``size`` × ``size`` cells that cover this one once, row by row."""
        bottom, right = self.row + self.height, self.column + self.width
        for row in range(self.row, bottom, size):
            for column in range(self.column, right, size):
                yield Window(column, row, min(size, right - column), min(size, bottom - row))


@dataclass(frozen=True)
class Grid:
    """CRS (WKT), geotransform (GDAL order, map units) and size in cells."""

    crs_wkt: str
    geotransform: tuple[float, float, float, float, float, float]
    width: int
    height: int

    @property
    def cell_width(self) -> float:
        """Cell width in map units, positive."""
        return hypot(self.geotransform[1], self.geotransform[4])

    @property
    def cell_height(self) -> float:
        """Cell height in map units, positive."""
        return hypot(self.geotransform[2], self.geotransform[5])

    @property
    def cell_area(self) -> float:
        """Area of one cell in squared map units."""
        return self.cell_width * self.cell_height

    @property
    def is_north_up(self) -> bool:
        """True when rows run west to east and columns north to south, without rotation."""
        _, across, skew_x, _, skew_y, down = self.geotransform
        return skew_x == 0 and skew_y == 0 and across > 0 and down < 0

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north of a north-up grid, in map units."""
        west, across, _, north, _, down = self.geotransform
        return west, north + down * self.height, west + across * self.width, north

    def matches(self, other: "Grid", same_crs: bool = True) -> bool:
        """True when size is equal and origin and cell size differ by less than 1/1000 of a cell.

        Compares ``crs_wkt`` as text; ``core.crs.same_crs`` decides for texts that differ, so callers who have GDAL use
        ``core.crs.check_same_grid``.
        """
        tolerance = 1e-3 * min(self.cell_width, self.cell_height)
        near = all(abs(a - b) < tolerance for a, b in zip(self.geotransform, other.geotransform, strict=True))
        # a cell-size difference adds up over the raster: the far corner must agree as well
        far = all(abs(a - b) < tolerance for a, b in zip(self._far_corner(), other._far_corner(), strict=True))
        size = (self.width, self.height) == (other.width, other.height)
        return size and near and far and (not same_crs or self.crs_wkt == other.crs_wkt)

    def offset_of(self, other: "Grid") -> tuple[int, int] | None:
        """Return column and row of ``other``'s first cell in this grid, or None when their cells do not lie on each other.

        Cells lie on each other when they are off by less than 1/1000 of a cell everywhere; the CRS is not looked at.
        """
        tolerance = 1e-3 * min(self.cell_width, self.cell_height)
        x0, across, _, y0, _, down = self.geotransform
        # a cell-size difference adds up over the raster
        steps = zip(self.geotransform, other.geotransform, (0, 1, 1, 0, 1, 1), strict=True)
        longest = max(other.width, other.height)
        if not self.is_north_up or any(abs(a - b) * longest >= tolerance for a, b, is_step in steps if is_step):
            return None
        columns, rows = (other.geotransform[0] - x0) / across, (other.geotransform[3] - y0) / down
        if max(abs(columns - round(columns)), abs(rows - round(rows))) >= 1e-3:
            return None
        return round(columns), round(rows)

    def _far_corner(self) -> tuple[float, float]:
        x0, across, skew_x, y0, skew_y, down = self.geotransform
        return x0 + across * self.width + skew_x * self.height, y0 + skew_y * self.width + down * self.height

    def whole(self) -> Window:
        """Return the window that covers the grid."""
        return Window(0, 0, self.width, self.height)

    def windows(self, size: int = 512) -> Iterator[Window]:
        """Yield windows of at most ``size`` × ``size`` cells that cover the grid once, row by row."""
        return self.whole().pieces(size)

    def window_count(self, size: int = 512) -> int:
        """Return how many windows ``windows(size)`` yields."""
        return -(-self.width // size) * -(-self.height // size)

    def strips(self) -> list[Window]:
        """Return windows as wide as the grid, of at most ``STRIP`` rows, that cover it once from top to bottom."""
        return [Window(0, row, self.width, min(STRIP, self.height - row)) for row in range(0, self.height, STRIP)]

    def part(self, window: Window) -> "Grid":
        """Return the grid of a window."""
        x0, across, skew_x, y0, skew_y, down = self.geotransform
        x = x0 + window.column * across + window.row * skew_x
        y = y0 + window.column * skew_y + window.row * down
        return Grid(self.crs_wkt, (x, across, skew_x, y, skew_y, down), window.width, window.height)

    def cells_at(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return rows and columns (int64) of the cells that hold the points; may lie outside the grid. North-up only.

        A point without coordinates (NaN) lies outside of every grid.
        """
        west, across, _, north, _, down = self.geotransform
        return _whole((np.asarray(y, dtype=float) - north) / down), _whole((np.asarray(x, dtype=float) - west) / across)

    def centres(self, rows: np.ndarray, columns: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return x and y (map units) of the centres of cells. North-up only."""
        west, across, _, north, _, down = self.geotransform
        return west + (np.asarray(columns) + 0.5) * across, north + (np.asarray(rows) + 0.5) * down

    def describe(self) -> str:
        """Return a short text for messages: size, cell, origin."""
        return (
            f"{self.width} × {self.height} cells of {self.cell_width:g} × {self.cell_height:g}, "
            f"origin {self.geotransform[0]:.10g}, {self.geotransform[3]:.10g}"
        )


def _whole(steps: np.ndarray) -> np.ndarray:
    """Return int64: steps rounded down; what no integer holds, such as NaN, becomes another number on each processor."""
    return np.clip(np.nan_to_num(np.floor(steps), nan=-FARTHEST), -FARTHEST, FARTHEST).astype(np.int64)
