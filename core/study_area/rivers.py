"""Rivers as lines from the drainage, and water as polygons: wide rivers and a reservoir."""

from dataclasses import dataclass

import numpy as np
from osgeo import gdal, ogr
from scipy import ndimage

from ..progress import ShouldStop, stop_if_asked
from ..vector import Features, polygons_of
from .drainage import Drainage, drainage_of
from .shapes import features, line, rounded
from .site import Site

RIVER_AREA = 4e5
"""Catchment (m²) from which a stream is mapped."""
WIDE_AREA = 6e6
"""Catchment (m²) from which a river is wide enough to be mapped as a polygon too."""


@dataclass(frozen=True)
class Waters:
    """Elevation with the reservoir's surface in it, river lines, water polygons, and catchment (m²) of each cell."""

    elevation: np.ndarray
    rivers: Features
    water: Features
    catchment: np.ndarray


def waters_of(site: Site, elevation: np.ndarray, generator: np.random.Generator, should_stop: ShouldStop) -> Waters:
    """Return rivers and water of a site; ``elevation`` (rows, columns) in m."""
    drainage = drainage_of(elevation)
    catchment = drainage.accumulated(np.full(elevation.shape, site.dem.cell_area))
    elevation, lake = _reservoir(elevation, drainage, catchment, generator, should_stop)
    paths = _river_paths(drainage, catchment.ravel())
    lines = [line(rounded(_coordinates(site, path))) for path in paths]
    areas = [catchment.ravel()[path[:-1]].max() for path in paths]
    rivers = features(lines, site.dem.crs_wkt, "rivers", catchment_km2=[round(float(area) / 1e6, 3) for area in areas])
    wide, lakes = _river_polygons(lines, areas), _lake_polygons(site, lake)
    kinds = ["river"] * len(wide) + ["lake"] * len(lakes)
    return Waters(elevation, rivers, features(wide + lakes, site.dem.crs_wkt, "water", kind=kinds), catchment)


def river_width(catchment: np.ndarray | float) -> np.ndarray | float:
    """Return the width of a river in m for its catchment in m²."""
    return 5.0 * (np.asarray(catchment) / 1e6) ** 0.42


def _river_paths(drainage: Drainage, catchment: np.ndarray) -> list[list[int]]:
    """Return cell numbers of each reach, from its head or confluence down to the next confluence or the border."""
    river = np.flatnonzero(catchment >= RIVER_AREA)
    feeders = np.bincount(drainage.receiver[river], minlength=catchment.size + 1)
    paths = []
    for head in river[feeders[river] != 1]:
        path = [int(head)]
        while True:
            below = int(drainage.receiver[path[-1]])
            if below == catchment.size:
                break
            path.append(below)
            if feeders[below] != 1:
                break
        if len(path) > 1:
            paths.append(path)
    return paths


def _coordinates(site: Site, path: list[int]) -> np.ndarray:
    rows, columns = np.divmod(np.array(path), site.dem.width)
    return np.column_stack(site.dem.centres(rows, columns))


def _river_polygons(lines: list[ogr.Geometry], areas: list[float]) -> list[ogr.Geometry]:
    wide = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape, area in zip(lines, areas, strict=True):
        if area >= WIDE_AREA:
            wide.AddGeometry(shape.Buffer(float(river_width(area)) / 2, 4))
    joined = wide.UnionCascaded() if wide.GetGeometryCount() else None
    return _polygons_of(joined)


def _reservoir(
    elevation: np.ndarray,
    drainage: Drainage,
    catchment: np.ndarray,
    generator: np.random.Generator,
    should_stop: ShouldStop,
) -> tuple[np.ndarray, np.ndarray]:
    """Dam a medium river so that a few thousandths of the area are flooded; returns elevation and the lake's cells."""
    size = elevation.shape[0]
    inside = np.zeros(elevation.shape, dtype=bool)
    inside[size // 6 : -size // 6, size // 6 : -size // 6] = True
    candidates = np.flatnonzero((inside & (catchment > 0.03 * catchment.max())).ravel())
    target = 0.003 * elevation.size
    best = np.zeros(elevation.shape, dtype=bool)
    level = 0.0
    for dam in generator.permutation(candidates)[:12]:
        stop_if_asked(should_stop)
        above = drainage.solved(np.arange(elevation.size) == dam, (np.arange(elevation.size) != dam)) > 0
        for height in (8.0, 14.0, 22.0, 30.0):
            flooded = above & (elevation < elevation.ravel()[dam] + height)
            if abs(flooded.sum() - target) < abs(best.sum() - target):
                best, level = flooded, float(elevation.ravel()[dam] + height)
    return np.where(best, np.float32(level), elevation), best


def _lake_polygons(site: Site, lake: np.ndarray) -> list[ogr.Geometry]:
    if not lake.any():
        return []
    smooth = ndimage.zoom(lake.astype(np.float32), 3, order=1, grid_mode=True, mode="nearest") > 0.5
    dataset = gdal.GetDriverByName("MEM").Create("", site.image.width, site.image.height, 1, gdal.GDT_Byte)
    dataset.SetGeoTransform(site.image.geotransform)
    dataset.SetProjection(site.dem.crs_wkt)
    band = dataset.GetRasterBand(1)
    band.WriteArray(smooth.astype(np.uint8))
    source = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = source.CreateLayer("lake")
    gdal.Polygonize(band, band, layer, -1)
    shapes = [feature.GetGeometryRef().Buffer(15).Buffer(-15).Simplify(6) for feature in layer]
    return [piece for shape in shapes for piece in _polygons_of(shape) if piece.Area() > 5000]


def _polygons_of(shape: ogr.Geometry | None) -> list[ogr.Geometry]:
    if shape is None or shape.IsEmpty():
        return []
    return [piece.Clone() for piece in polygons_of(shape)]
