"""How many metres on the ground one map unit is: the unit itself where the map is true to scale, else by the ellipsoid."""

import numpy as np
from osgeo import osr

from .crs import spatial_reference
from .grid import Grid

TRUE_ENOUGH = 0.01
"""UTM and national grids stay within 1 % of the ground; Web Mercator at 45° is off by 41 %."""


def metres_per_unit_at(wkt: str, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the metres on the ground of one map unit along x and along y, float64 (points,) each, at points in map units.

    A projection true to 1 % at all points gives its unit's own length, so that areas are those of the plane; degrees and
    projections that stretch give the length on the ellipsoid. A local system without a place on the earth gives its unit.
    """
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    reference = spatial_reference(wkt)
    nominal = reference.GetLinearUnits()
    if not (reference.IsGeographic() or reference.IsProjected()):
        return np.full_like(x, nominal), np.full_like(x, nominal)
    step = 1e-3 if reference.IsGeographic() else 100.0 / nominal
    origin = _longitude_latitude(reference, x, y)
    along_x = _ellipsoid_distance(reference, origin, _longitude_latitude(reference, x + step, y)) / step
    along_y = _ellipsoid_distance(reference, origin, _longitude_latitude(reference, x, y + step)) / step
    off = np.abs(np.concatenate([along_x, along_y]) / nominal - 1).max(initial=0)
    if reference.IsProjected() and off < TRUE_ENOUGH:
        return np.full_like(x, nominal), np.full_like(x, nominal)
    return along_x, along_y


def ground_cell_size(grid: Grid) -> float:
    """Return the side of a cell in metres: the root of the area of the cell in the middle of the grid."""
    x0, across, skew_x, y0, skew_y, down = grid.geotransform
    column, row = grid.width / 2, grid.height / 2
    x, y = x0 + column * across + row * skew_x, y0 + column * skew_y + row * down
    along_x, along_y = metres_per_unit_at(grid.crs_wkt, np.array([x]), np.array([y]))
    return float(np.sqrt(grid.cell_area * along_x[0] * along_y[0]))


def _longitude_latitude(reference: osr.SpatialReference, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return radians (points, 2)."""
    points = np.stack([x, y], axis=1)
    if reference.IsProjected():
        geographic = reference.CloneGeogCS()
        geographic.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        change = osr.CoordinateTransformation(reference, geographic)
        points = np.array(change.TransformPoints(points.tolist())).reshape(-1, 3)[:, :2]
    return np.radians(points)


def _ellipsoid_distance(reference: osr.SpatialReference, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Return metres between points close together (radians), by the radii of curvature (Snyder 1987, eq. 4-18, 4-20)."""
    major = reference.GetSemiMajor()
    flattening = 1 / reference.GetInvFlattening() if reference.GetInvFlattening() else 0.0
    squared_eccentricity = flattening * (2 - flattening)
    latitude = (start[:, 1] + end[:, 1]) / 2
    curvature = 1 - squared_eccentricity * np.sin(latitude) ** 2
    east = major / np.sqrt(curvature) * np.cos(latitude) * (end[:, 0] - start[:, 0])
    north = major * (1 - squared_eccentricity) / curvature**1.5 * (end[:, 1] - start[:, 1])
    return np.hypot(east, north)
