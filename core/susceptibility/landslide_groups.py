"""Which cells of a grid belong to which landslide, with no landslide lost for being small."""

from dataclasses import dataclass

import numpy as np
from osgeo import ogr

from ..grid import Grid
from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from ..vector import Features, envelope_window, rasterised

LARGEST_PIECE = 1024


@dataclass(frozen=True)
class LandslideGroups:
    """Cells of an inventory, each cell once, in order of row and column.

    ``rows``, ``columns`` int64; ``landslide_id`` int64 from 1. Mapped features that share or touch a cell have one id:
    duplicates and neighbours that a split must not part. ``feature`` int64 is the first feature mapped in the cell.
    ``id_of_feature`` int64 (features,) is 0 for a feature beyond the grid.
    """

    rows: np.ndarray
    columns: np.ndarray
    landslide_id: np.ndarray
    feature: np.ndarray
    id_of_feature: np.ndarray

    @property
    def landslide_count(self) -> int:
        """How many landslides there are."""
        return int(self.id_of_feature.max(initial=0))

    def chosen(self, which: np.ndarray) -> "LandslideGroups":
        """Return the cells of a mask or of indices; ids stay."""
        parts = (self.rows, self.columns, self.landslide_id, self.feature)
        return LandslideGroups(*(part[which] for part in parts), self.id_of_feature)


def landslide_groups(
    features: Features,
    grid: Grid,
    only_centroids: bool = False,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> LandslideGroups:
    """Return the cells whose centre lies in a landslide; of one that holds no cell centre, the cell of an inner point.

    ``features`` are polygons or points in the grid's CRS, repaired. With ``only_centroids`` each feature gives one cell: its
    centroid's, or that of an inner point where the centroid lies outside.
    """
    touched, found = [], []
    shapes = features.shapes()
    for index in track(range(len(features)), len(features), "Mapping landslides", progress, should_stop):
        one = features.chosen([index])
        touching = _cells_of(one, shapes[index], grid, all_touched=True)
        if len(touching) == 0:
            continue
        touched.append(np.stack([touching, np.full_like(touching, index)]))
        inside = np.empty(0, np.int64) if only_centroids else _cells_of(one, shapes[index], grid, all_touched=False)
        if len(inside) == 0:
            inside = _cell_of_point(shapes[index], grid, centroid=only_centroids)
        found.append(np.stack([inside, np.full_like(inside, index)]))
    if not found:
        nothing = np.empty(0, np.int64)
        return LandslideGroups(nothing, nothing, nothing, nothing, np.zeros(len(features), np.int64))
    ids = _joined_ids(np.concatenate(touched, axis=1), len(features))
    cells, feature = np.concatenate(found, axis=1)
    cells, first = np.unique(cells, return_index=True)
    feature = feature[first]
    return LandslideGroups(*np.divmod(cells, grid.width), ids[feature], feature, ids)


def _cells_of(one: Features, shape: ogr.Geometry, grid: Grid, all_touched: bool) -> np.ndarray:
    """Return the cell numbers (row × width + column) of a feature."""
    numbers = [np.empty(0, np.int64)]
    # in pieces, so that one huge landslide takes no more memory than a tile
    for piece in envelope_window(shape, grid).clipped(grid.width, grid.height).pieces(LARGEST_PIECE):
        rows, columns = np.nonzero(rasterised(one, grid, piece, all_touched=all_touched))
        numbers.append((rows + piece.row) * grid.width + columns + piece.column)
    return np.concatenate(numbers)


def _cell_of_point(shape: ogr.Geometry, grid: Grid, centroid: bool) -> np.ndarray:
    """Return the number of the cell that holds the centroid or an inner point; empty beyond the grid."""
    point = shape.Centroid() if centroid else None
    if point is None or not point.Within(shape):
        point = shape.PointOnSurface() if shape.GetDimension() == 2 else shape.Centroid()
    rows, columns = grid.cells_at(np.array([point.GetX()]), np.array([point.GetY()]))
    inside = (rows >= 0) & (rows < grid.height) & (columns >= 0) & (columns < grid.width)
    return (rows * grid.width + columns)[inside]


def _joined_ids(touched: np.ndarray, feature_count: int) -> np.ndarray:
    """Return int64 (features,): one id for all features linked by shared cells, numbered from 1 in feature order."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    cells, feature = touched[:, np.argsort(touched[0], kind="stable")]
    shared = np.flatnonzero(cells[1:] == cells[:-1])
    links = coo_matrix((np.ones(len(shared)), (feature[shared], feature[shared + 1])), (feature_count, feature_count))
    component = connected_components(links, directed=False)[1]
    on_grid = np.unique(touched[1])
    _, first, number = np.unique(component[on_grid], return_index=True, return_inverse=True)
    # in order of first appearance, so that the numbers follow the inventory
    rank = np.empty(len(first), np.int64)
    rank[np.argsort(first)] = np.arange(1, len(first) + 1)
    ids = np.zeros(feature_count, np.int64)
    ids[on_grid] = rank[number]
    return ids
