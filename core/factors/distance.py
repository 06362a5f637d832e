"""Exact Euclidean distance from the cells of a grid to features, in windows, features beyond the grid included."""

from collections.abc import Iterator

import numpy as np
from osgeo import ogr
from scipy.ndimage import distance_transform_edt
from scipy.spatial import cKDTree

from ..errors import InputError
from ..grid import Grid, Window
from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from ..vector import Features, rasterised
from .feature_index import FeatureIndex

BLOCK = 1024
"""Side, in cells of the finer grid, of the squares in which features are rasterised."""

MOST_SURROUNDINGS = 9
"""How many times its own cells a window may be widened by; beyond, looking features up in a tree is faster."""

LARGEST_COORDINATE = 1e8
"""In metres: twice round the earth, so that no projection reaches it."""
PROBES = 17
"""Points per side at which a window is probed for how far features are."""


class DistanceField:
    """Distances of the cells of ``grid``. Use ``distance_field``.

    Only the touched cells are kept (about 60 bytes each), never a raster, so memory does not grow with the grid and features
    far outside cost nothing. The nearest is found exactly, which GDAL's proximity does not promise: near features by SciPy's
    transform of the window and its surroundings, far ones in a tree.
    """

    def __init__(self, grid: Grid, areas: FeatureIndex, cells: np.ndarray, oversampling: int, limit: float):
        self.grid = grid
        self.limit = limit
        self._areas = areas
        self._cells = cells
        self._oversampling = oversampling
        self._size = np.array([grid.cell_width, grid.cell_height])
        self._tree = cKDTree((cells + 0.5) * (self._size / oversampling))

    @property
    def touched_cells(self) -> int:
        """How many touched cells distances are measured to."""
        return len(self._cells)

    def reaches(self) -> bool:
        """Return True when a touched cell lies nearer than the limit to the rectangle of the grid."""
        beyond = np.maximum(np.maximum(-self._tree.data, self._tree.data - (self.grid.width, self.grid.height) * self._size), 0)
        return bool((np.hypot(*beyond.T) < self.limit).any())

    def read(self, window: Window) -> np.ndarray:
        """Return float32 (rows, columns) in map units, at most ``limit``; 0 where a polygon holds the cell's centre."""
        around = window.grown(int(self._farthest(window) / self._size.min()) + 1)
        if self._oversampling == 1 and around.width * around.height <= MOST_SURROUNDINGS * window.width * window.height:
            distances = self._transformed(window, around)
        else:
            distances = self._looked_up(window)
        distances[self._areas.rasterised(self.grid.part(window), all_touched=False) > 0] = 0.0
        return np.minimum(distances, self.limit).astype(np.float32)

    def _farthest(self, window: Window) -> float:
        """Return a distance that no cell of the window exceeds, unless it is beyond the limit."""
        x = np.linspace(window.column, window.column + window.width, PROBES) * self.grid.cell_width
        y = np.linspace(window.row, window.row + window.height, PROBES) * self.grid.cell_height
        probed, _ = self._tree.query(np.stack(np.meshgrid(x, y), axis=-1))
        # no cell is farther from a probe than half the diagonal between two of them
        between = np.hypot(window.width * self._size[0], window.height * self._size[1]) / (PROBES - 1) / 2
        return min(probed.max() + between, self.limit)

    def _transformed(self, window: Window, around: Window) -> np.ndarray:
        columns, rows = (self._cells - (around.column, around.row)).T
        inside = (columns >= 0) & (columns < around.width) & (rows >= 0) & (rows < around.height)
        is_far = np.ones((around.height, around.width), dtype=bool)
        is_far[rows[inside], columns[inside]] = False
        if is_far.all():
            return np.full((window.height, window.width), np.inf)
        distances = distance_transform_edt(is_far, sampling=self._size[::-1])
        top, left = window.row - around.row, window.column - around.column
        return distances[top : top + window.height, left : left + window.width]

    def _looked_up(self, window: Window) -> np.ndarray:
        x = (window.column + np.arange(window.width) + 0.5) * self.grid.cell_width
        y = (window.row + np.arange(window.height) + 0.5) * self.grid.cell_height
        # the bound is exclusive, so it lies just above the limit; what is farther comes back as infinity
        bound = np.nextafter(self.limit, np.inf)
        return self._tree.query(np.stack(np.meshgrid(x, y), axis=-1), distance_upper_bound=bound, workers=-1)[0]


def distance_field(
    features: Features,
    grid: Grid,
    limit: float = np.inf,
    oversampling: int = 1,
    parameter: str = "INPUT",
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> DistanceField:
    """Return the field of distances from cell centres to ``features`` (repaired, in the grid's CRS; north-up grid).

    Features are rasterised, every touched cell, on the grid's own lattice continued beyond its edges and made ``oversampling``
    times finer; the distance is that to the centre of the nearest touched cell, so it is within 0.71 / ``oversampling`` of a
    cell's side (square cells) of the distance to the geometry itself. Distances beyond ``limit`` (map units) are ``limit``.
    Raises InputError when no feature lies within ``limit`` and when one lies beyond the earth.
    """
    _check_on_earth(features, parameter)
    fine = _finer(grid, oversampling)
    margin = min(limit, _reach(features, grid)) + np.hypot(grid.cell_width, grid.cell_height)
    columns, rows = int(margin / fine.cell_width) + 1, int(margin / fine.cell_height) + 1
    region = Window(-columns, -rows, fine.width + 2 * columns, fine.height + 2 * rows)
    everything, areas = FeatureIndex(features), FeatureIndex(_areas_of(features))
    blocks = list(_blocks_with_features(features, fine, region))
    found = [
        _touched_cells(everything, areas, fine, block)
        for block in track(blocks, len(blocks), "Rasterising features", progress, should_stop)
    ]
    cells = np.concatenate([np.empty((0, 2), dtype=np.int64), *found])
    field = DistanceField(grid, areas, cells, oversampling, float(limit))
    if not field.reaches():
        raise InputError(
            parameter, features.source, f"has no feature within {limit:g} map units of the raster; raise MAX_DISTANCE"
        )
    return field


def _check_on_earth(features: Features, parameter: str) -> None:
    largest = max(max(map(abs, shape.GetEnvelope())) for shape in features.shapes())
    if not largest <= LARGEST_COORDINATE:
        raise InputError(
            parameter, features.source, f"has a coordinate of {largest:.3g} m, beyond the earth; delete or correct that feature"
        )


def _finer(grid: Grid, times: int) -> Grid:
    x0, across, skew_x, y0, skew_y, down = grid.geotransform
    transform = (x0, across / times, skew_x / times, y0, skew_y / times, down / times)
    return Grid(grid.crs_wkt, transform, grid.width * times, grid.height * times)


def _reach(features: Features, grid: Grid) -> float:
    """Return a distance (map units) from the grid beyond which no feature is the nearest of any cell.

    Take any one point of a feature: no cell is farther from the features than the farthest corner is from that point.
    """
    west, south, east, north = grid.bounds
    shapes = features.shapes()
    for shape in shapes:  # a long straight line may pass close by and have its ends far away
        shape.Segmentize((east - west + north - south) / 8)
    points = np.concatenate([_points(shape) for shape in shapes])
    across = np.maximum(np.abs(points[:, 0] - west), np.abs(points[:, 0] - east))
    along = np.maximum(np.abs(points[:, 1] - south), np.abs(points[:, 1] - north))
    return float(np.hypot(across, along).min())


def _points(shape: ogr.Geometry) -> np.ndarray:
    if shape.GetGeometryCount() == 0:
        return np.array(shape.GetPoints(), dtype=float)[:, :2]
    return np.concatenate([_points(shape.GetGeometryRef(part)) for part in range(shape.GetGeometryCount())])


def _areas_of(features: Features) -> Features:
    return features.chosen([i for i, shape in enumerate(features.shapes()) if shape.GetDimension() == 2])


def _blocks_with_features(features: Features, fine: Grid, region: Window) -> Iterator[Window]:
    """Yield those of the squares covering ``region`` that features touch, found by rasterising on a grid of squares."""
    x0, across, _, y0, _, down = fine.part(region).geotransform
    columns, rows = -(-region.width // BLOCK), -(-region.height // BLOCK)
    squares = Grid(fine.crs_wkt, (x0, across * BLOCK, 0.0, y0, 0.0, down * BLOCK), columns, rows)
    for row, column in np.argwhere(rasterised(features, squares) > 0):
        block = Window(int(column) * BLOCK, int(row) * BLOCK, BLOCK, BLOCK).clipped(region.width, region.height)
        yield block._replace(column=block.column + region.column, row=block.row + region.row)


def _touched_cells(everything: FeatureIndex, areas: FeatureIndex, fine: Grid, block: Window) -> np.ndarray:
    """Return (n, 2) columns and rows of the touched cells of a block, without those deep inside polygons.

    A cell that lies, with its four neighbours, inside polygons is never the nearest of a cell outside.
    """
    part = fine.part(block.grown(1))
    touched = everything.rasterised(part) > 0
    inside = areas.rasterised(part, all_touched=False) > 0
    deep = inside[1:-1, 1:-1] & inside[:-2, 1:-1] & inside[2:, 1:-1] & inside[1:-1, :-2] & inside[1:-1, 2:]
    rows, columns = np.nonzero(touched[1:-1, 1:-1] & ~deep)
    return np.column_stack([columns + block.column, rows + block.row])
