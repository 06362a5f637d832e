"""Area, perimeter, length and width of polygons in metres on the ground, whatever their reference system."""

from dataclasses import dataclass

import numpy as np
from osgeo import ogr

from ..ground_scale import metres_per_unit_at
from ..vector import Features, polygons_of
from .outline import rings_of


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
    rows = [_measured(shape, centre, scale) for shape, centre, scale in zip(shapes, centres, scales, strict=True)]
    return ShapeMeasures(*np.array(rows).T)


def _measured(shape: ogr.Geometry, centre: np.ndarray, scale: np.ndarray) -> tuple[float, float, float, float]:
    rings = [[(ring - centre) * scale for ring in rings_of(part)] for part in polygons_of(shape)]
    area = sum(_area(part[0]) - sum(_area(hole) for hole in part[1:]) for part in rings)
    perimeter = sum(np.hypot(*np.diff(ring, axis=0).T).sum() for part in rings for ring in part)
    hull = rings_of(shape.ConvexHull())[0]
    return area, float(perimeter), *_smallest_rectangle((hull - centre) * scale)


def _area(ring: np.ndarray) -> float:
    x, y = ring.T
    return abs(float(np.dot(x[:-1], y[1:]) - np.dot(x[1:], y[:-1]))) / 2


def _smallest_rectangle(hull: np.ndarray) -> tuple[float, float]:
    """Return the longer and the shorter side; one side of the smallest rectangle lies on a side of the hull."""
    side = np.diff(hull, axis=0)
    along = side / np.hypot(*side.T)[:, np.newaxis]
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    extents = np.ptp(hull @ along.T, axis=0), np.ptp(hull @ across.T, axis=0)
    smallest = int(np.argmin(extents[0] * extents[1]))
    sides = sorted((float(extents[0][smallest]), float(extents[1][smallest])))
    return sides[1], sides[0]
