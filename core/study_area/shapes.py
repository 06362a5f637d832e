"""Lines and polygons from coordinates: smoothing, jagging and conversion to features."""

from collections.abc import Sequence

import numpy as np
from osgeo import ogr

from ..vector import Features


def line(points: np.ndarray) -> ogr.Geometry:
    """Return a line through points (n, 2)."""
    geometry = ogr.Geometry(ogr.wkbLineString)
    for x, y in points:
        geometry.AddPoint_2D(float(x), float(y))
    return geometry


def polygon(points: np.ndarray) -> ogr.Geometry:
    """Return a polygon with the outline points (n, 2), closed here."""
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in points:
        ring.AddPoint_2D(float(x), float(y))
    ring.CloseRings()
    geometry = ogr.Geometry(ogr.wkbPolygon)
    geometry.AddGeometry(ring)
    return geometry


def rectangle(west: float, south: float, east: float, north: float) -> ogr.Geometry:
    """Return an upright rectangle."""
    return polygon(np.array([(west, south), (east, south), (east, north), (west, north)]))


def rounded(points: np.ndarray, times: int = 2) -> np.ndarray:
    """Return a line's points (n, 2) with corners cut ``times`` times (Chaikin 1974); the ends stay."""
    for _ in range(times):
        if len(points) < 3:
            break
        before, after = points[:-1], points[1:]
        cut = np.stack([0.75 * before + 0.25 * after, 0.25 * before + 0.75 * after], axis=1).reshape(-1, 2)
        points = np.concatenate([points[:1], cut[1:-1], points[-1:]])
    return points


def wobble(length: int, smoothness: float, generator: np.random.Generator) -> np.ndarray:
    """Return ``length`` values of mean 0 and standard deviation 1 that change over about ``smoothness`` steps."""
    reach = int(3 * smoothness) + 1
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / max(smoothness, 1e-6)) ** 2)
    values = np.convolve(generator.standard_normal(length + 2 * reach), kernel, mode="valid")
    return values / np.sqrt((kernel**2).sum())


def blob(centre: tuple[float, float], radius: float, stretch: float, turn: float, generator: np.random.Generator) -> np.ndarray:
    """Return the outline (48, 2) of an irregular ellipse: ``stretch`` times longer than wide, turned by ``turn`` radians."""
    angle = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    reach = np.ones(48)
    for wave in (2, 3, 5, 7):
        reach += generator.normal(0, 0.22 / wave) * np.cos(wave * angle + generator.uniform(0, 2 * np.pi))
    along, across = radius * np.sqrt(stretch) * reach * np.cos(angle), radius / np.sqrt(stretch) * reach * np.sin(angle)
    x = centre[0] + along * np.cos(turn) - across * np.sin(turn)
    y = centre[1] + along * np.sin(turn) + across * np.cos(turn)
    return np.column_stack([x, y])


def features(shapes: Sequence[ogr.Geometry], crs_wkt: str, source: str, /, **attributes: list) -> Features:
    """Return geometries with their attributes as features called ``source``."""
    return Features([bytes(shape.ExportToWkb()) for shape in shapes], attributes, crs_wkt, source)
