"""Outlines of groups of cells without their stairs: never further than half a cell from the cells' own edges."""

import struct

import numpy as np
from osgeo import ogr

CUT = 0.5 / np.sqrt(2)
"""Cutting a corner between the middles of two cell sides moves the outline by at most this many cells."""
TOLERANCE = 0.5 - CUT
"""What is left for simplification, so that both together stay within half a cell."""
LEAST_LIKENESS = 0.95
"""A small group keeps its stairs where smoothing would change its area by more than this allows."""


def smooth_outline(shape: ogr.Geometry) -> ogr.Geometry:
    """Return a polygon along cell edges, in units of cells, with corners cut and superfluous points removed.

    Valid where the input is; the input itself where smoothing changes its area by more than 5 %.
    """
    smooth = polygon([_corners_cut(ring) for ring in rings_of(shape)])
    simple = smooth.Simplify(TOLERANCE)
    if simple is None or simple.IsEmpty() or not simple.IsValid():
        simple = smooth.SimplifyPreserveTopology(TOLERANCE)
    if simple.IsEmpty() or simple.GetGeometryType() != ogr.wkbPolygon or not simple.IsValid():
        return shape
    before, after = shape.GetArea(), simple.GetArea()
    return simple if LEAST_LIKENESS <= after / before <= 1 / LEAST_LIKENESS else shape


def rings_of(shape: ogr.Geometry) -> list[np.ndarray]:
    """Return the rings of a polygon as float64 (points, 2), closed, the outer one first."""
    data = bytes(shape.ExportToWkb(ogr.wkbNDR))
    position, rings = 9, []
    for _ in range(struct.unpack_from("<I", data, 5)[0]):
        (points,) = struct.unpack_from("<I", data, position)
        rings.append(np.frombuffer(data, "<f8", 2 * points, position + 4).reshape(-1, 2))
        position += 4 + 16 * points
    return rings


def polygon(rings: list[np.ndarray]) -> ogr.Geometry:
    """Return the polygon of closed rings (points, 2), the outer one first."""
    parts = [struct.pack("<BII", 1, ogr.wkbPolygon, len(rings))]
    for ring in rings:
        parts += [struct.pack("<I", len(ring)), np.ascontiguousarray(ring, dtype="<f8").tobytes()]
    return ogr.CreateGeometryFromWkb(b"".join(parts))


def _corners_cut(ring: np.ndarray) -> np.ndarray:
    """Replace each corner by the points half a cell before and behind it; sides are at least one cell long."""
    side = np.diff(ring, axis=0)
    half = 0.5 * side / np.abs(side).sum(axis=1, keepdims=True)
    points = np.stack([ring[:-1] + half, ring[1:] - half], axis=1).reshape(-1, 2)
    # both points of a side one cell long are its middle
    different = np.append(True, np.abs(np.diff(points, axis=0)).sum(axis=1) > 1e-9)
    points = points[different]
    return np.concatenate([points, points[:1]])
