"""Outlines of groups of cells without their stairs: never further than half a cell from the cells' own edges."""

import struct
from collections.abc import Sequence

import numpy as np
from osgeo import ogr

CUT = 0.5 / np.sqrt(2)
"""Cutting a corner between the middles of two cell sides moves the outline by at most this many cells."""
TOLERANCE = 0.5 - CUT
"""What is left for simplification, so that both together stay within half a cell."""
LEAST_LIKENESS = 0.95
"""A small group keeps its stairs where smoothing would change its area by more than this allows."""


def smooth_outlines(shapes: Sequence[ogr.Geometry]) -> list[ogr.Geometry]:
    """Return polygons along cell edges, in units of cells, with corners cut and superfluous points removed.

    Valid where the input is; the input itself where smoothing changes its area by more than 5 %.
    """
    rings = [rings_of(shape) for shape in shapes]
    cut = iter(_corners_cut([ring for group in rings for ring in group]))
    return [_simplified(polygon([next(cut) for _ in group]), shape) for shape, group in zip(shapes, rings, strict=True)]


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


def sides_of(rings: Sequence[np.ndarray]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the number of the ring (sides,) of each side of closed rings, and its two ends float64 (sides, 2)."""
    counts = np.array([len(ring) for ring in rings])
    points = np.concatenate(rings)
    ring = np.repeat(np.arange(len(rings)), counts)
    inside = ring[:-1] == ring[1:]
    return ring[:-1][inside], points[:-1][inside], points[1:][inside]


def _simplified(smooth: ogr.Geometry, shape: ogr.Geometry) -> ogr.Geometry:
    simple = smooth.Simplify(TOLERANCE)
    if simple is None or simple.IsEmpty() or not simple.IsValid():
        simple = smooth.SimplifyPreserveTopology(TOLERANCE)
    if simple.IsEmpty() or simple.GetGeometryType() != ogr.wkbPolygon or not simple.IsValid():
        return shape
    before, after = shape.GetArea(), simple.GetArea()
    return simple if LEAST_LIKENESS <= after / before <= 1 / LEAST_LIKENESS else shape


def _corners_cut(rings: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Replace each corner by the points half a cell before and behind it; sides are at least one cell long.

    All rings at once, because a dense inventory has many thousands of short ones.
    """
    if not rings:
        return []
    ring, first, second = sides_of(rings)
    side = second - first
    half = 0.5 * side / np.abs(side).sum(axis=1, keepdims=True)
    points = np.stack([first + half, second - half], axis=1).reshape(-1, 2)
    ring = np.repeat(ring, 2)
    # both points of a side one cell long are its middle
    different = (np.abs(np.diff(points, axis=0)).sum(axis=1) > 1e-9) | (np.diff(ring) > 0)
    kept = np.append(True, different)
    ends = np.cumsum(np.bincount(ring[kept]))
    return [np.concatenate([cut, cut[:1]]) for cut in np.split(points[kept], ends[:-1])]
