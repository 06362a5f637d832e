"""Area, perimeter, length and width of polygons in metres on the ground, whatever their reference system."""

from dataclasses import dataclass

import numpy as np

from ..ground_scale import metres_per_unit_at
from ..vector import Features, polygons_of
from .outline import rings_of, sides_of


@dataclass(frozen=True)
class ShapeMeasures:
    """Float64 arrays (polygons,) in m² and m; length and width are the sides of the smallest rectangle around the polygon."""

    area: np.ndarray
    perimeter: np.ndarray
    length: np.ndarray
    width: np.ndarray


def shape_measures(features: Features) -> ShapeMeasures:
    """Measure polygons and multipolygons."""
    if len(features) == 0:
        return ShapeMeasures(*np.zeros((4, 0)))
    shapes = features.shapes()
    envelopes = np.array([shape.GetEnvelope() for shape in shapes])
    centres = np.stack([envelopes[:, :2].mean(axis=1), envelopes[:, 2:].mean(axis=1)], axis=1)
    scales = np.stack(metres_per_unit_at(features.crs_wkt, centres[:, 0], centres[:, 1]), axis=1)
    parts = [[rings_of(one) for one in polygons_of(shape)] for shape in shapes]
    rings = [ring for shape in parts for part in shape for ring in part]
    # rings are numbered through; those after the first of a polygon are holes
    is_hole = np.array([number > 0 for shape in parts for part in shape for number in range(len(part))])
    owner = np.repeat(np.arange(len(shapes)), [sum(map(len, shape)) for shape in parts])
    area, perimeter = _areas_and_lengths(rings, centres[owner], scales[owner])
    sides = _smallest_rectangles([rings_of(shape.ConvexHull())[0] for shape in shapes], centres, scales)
    return ShapeMeasures(
        np.bincount(owner, np.where(is_hole, -area, area)), np.bincount(owner, perimeter), sides.max(axis=1), sides.min(axis=1)
    )


def _areas_and_lengths(rings: list[np.ndarray], centres: np.ndarray, scales: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the area within each ring and its length, from centres and metres per unit (rings, 2)."""
    ring, first, second = sides_of(rings)
    (x0, y0), (x1, y1) = ((ends - centres[ring]).T * scales[ring].T for ends in (first, second))
    area = np.abs(np.bincount(ring, x0 * y1 - x1 * y0)) / 2
    return area, np.bincount(ring, np.hypot(x1 - x0, y1 - y0))


def _smallest_rectangles(hulls: list[np.ndarray], centres: np.ndarray, scales: np.ndarray) -> np.ndarray:
    """Return both sides (hulls, 2) of the smallest rectangle, one side of which lies on a side of the hull.

    Hulls with the same number of points are computed together.
    """
    sides = np.empty((len(hulls), 2))
    counts = np.array([len(hull) for hull in hulls])
    for count in np.unique(counts):
        chosen = np.flatnonzero(counts == count)
        points = np.stack([hulls[i] for i in chosen]) - centres[chosen, np.newaxis]
        points *= scales[chosen, np.newaxis]
        side = np.diff(points, axis=1)
        along = side / np.linalg.norm(side, axis=2, keepdims=True)
        across = np.stack([-along[..., 1], along[..., 0]], axis=2)
        extents = np.stack([np.ptp(points @ axis.transpose(0, 2, 1), axis=1) for axis in (along, across)], axis=2)
        smallest = extents.prod(axis=2).argmin(axis=1)
        sides[chosen] = extents[np.arange(len(chosen)), smallest]
    return sides
