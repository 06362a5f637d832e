"""The part of a rain grid around a reference grid, also across the seam of grids that run from 0° to 360°."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from ..crs import spatial_reference, transformation
from ..errors import InputError
from ..grid import Grid, Window

MARGIN = 3
"""Cells beyond the reference that resampling looks at, with one to spare."""
POINTS_ON_EDGE = 33


@dataclass(frozen=True)
class Region:
    """``grid`` is the part of the source to be read, placed where the reference is; ``column`` and ``row`` its first cell."""

    source: Grid
    grid: Grid
    column: int
    row: int

    def pieces(self, window: Window) -> Iterator[tuple[Window, int]]:
        """Yield windows of the source that make up a window of the region, each with the column where it belongs.

        Columns beyond the last one of a grid around the globe go on at its first.
        """
        done = 0
        while done < window.width:
            column = self.column + window.column + done
            width = window.width - done
            if _is_around_the_globe(self.source):
                column %= self.source.width
                width = min(width, self.source.width - column)
            yield Window(column, self.row + window.row, width, window.height), done
            done += width


def region_around(reference: Grid, source: Grid, parameter: str, value: object) -> Region:
    """Return the part of ``source`` that ``reference`` needs; raises InputError when the two do not overlap."""
    x, y = _outline(reference)
    change = transformation(reference.crs_wkt, source.crs_wkt)
    if change is not None:
        moved = np.array(change.TransformPoints(np.stack([x, y], axis=1).tolist()))
        x, y = moved[:, 0], moved[:, 1]
    turns = 0
    if spatial_reference(source.crs_wkt).IsGeographic():
        x = x[0] + (x - x[0] + 180) % 360 - 180  # in one piece across the seam of the reference's own longitudes
        turns = _turns_to(source, x)
    columns = (x - 360 * turns - source.geotransform[0]) / source.geotransform[1]
    rows = (y - source.geotransform[3]) / source.geotransform[5]
    wanted = _cells(columns, rows)
    limit = wanted.clipped(source.width, source.height)
    if _is_around_the_globe(source):
        limit = Window(wanted.column, limit.row, wanted.width, limit.height)
    if not np.isfinite(columns).all() or limit.width == 0 or limit.height == 0:
        raise InputError(parameter, value, "does not cover the reference; check both extents and reference systems")
    placed = source.part(limit)
    west, *others = placed.geotransform
    return Region(source, replace(placed, geotransform=(west + 360 * turns, *others)), limit.column, limit.row)


def _outline(grid: Grid) -> tuple[np.ndarray, np.ndarray]:
    west, south, east, north = grid.bounds
    share = np.linspace(0, 1, POINTS_ON_EDGE)
    x, y = west + share * (east - west), south + share * (north - south)
    sides = [(x, np.full_like(x, south)), (x, np.full_like(x, north)), (np.full_like(y, west), y), (np.full_like(y, east), y)]
    return np.concatenate([side[0] for side in sides]), np.concatenate([side[1] for side in sides])


def _turns_to(source: Grid, x: np.ndarray) -> int:
    """Return how many times 360° the reference's longitudes lie beyond the source's."""
    first, last = sorted((source.geotransform[0], source.geotransform[0] + source.width * source.geotransform[1]))
    middle = (x.min() + x.max()) / 2
    return int(np.floor((middle - first) / 360)) if last - first <= 360 + abs(source.geotransform[1]) else 0


def _cells(columns: np.ndarray, rows: np.ndarray) -> Window:
    left, top = int(np.floor(columns.min())) - MARGIN, int(np.floor(rows.min())) - MARGIN
    right, bottom = int(np.ceil(columns.max())) + MARGIN, int(np.ceil(rows.max())) + MARGIN
    return Window(left, top, right - left, bottom - top)


def _is_around_the_globe(grid: Grid) -> bool:
    width = abs(grid.geotransform[1])
    return spatial_reference(grid.crs_wkt).IsGeographic() and abs(grid.width * width - 360) < 0.01 * width
