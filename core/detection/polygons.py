"""Numbered cells to landslide polygons with their attributes."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from osgeo import gdal, ogr

from ..errors import Cancelled, ToolboxError
from ..gdal_calls import attempt, last_error
from ..grid import Grid
from ..progress import Progress, ShouldStop, never_stop, no_progress, part, track
from ..vector import Features
from .outline import polygon, rings_of, smooth_outlines
from .shape_measures import shape_measures

EXAMPLE = Features(
    [bytes(ogr.CreateGeometryFromWkt("POLYGON((0 0,1 0,1 1,0 0))").ExportToWkb())],
    {
        "landslide_id": [1],
        "score": [0.5],
        "area_m2": [0.5],
        "perimeter_m": [0.5],
        "length_m": [0.5],
        "width_m": [0.5],
        "class": ["landslide"],
        "source": [""],
        "slope_deg": [0.5],
        "aspect_deg": [0.5],
        "relief_m": [0.5],
    },
)
"""What ``write_features`` needs to know to write a layer without landslides."""
CELLS = (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
"""Geotransform of a raster in units of cells, x to the right and y downwards."""
TOGETHER = 1000
"""Landslides whose outlines are smoothed at once: enough to be fast, few enough to look at Cancel between."""


def landslide_polygons(
    labels_path: str,
    scores: Sequence[float],
    grid: Grid,
    least_area: float,
    source: str,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> Features:
    """Return one valid feature for each number of an Int32 raster in units of cells (``CELLS``), 0 being none.

    ``scores`` (n,) belong to the numbers 1 to n; ``grid`` places the cells; polygons of less than ``least_area`` m² are left
    out. A number whose cells do not touch becomes a multipolygon. Attributes: landslide_id, score, area_m2, perimeter_m,
    length_m, width_m, class and source.
    """
    found = _outlines(labels_path, part(progress, 0.0, 0.5), should_stop)
    numbers = sorted(found)
    progress = part(progress, 0.5, 1.0)
    geometries = []
    for first in track(
        range(0, len(numbers), TOGETHER), -(-len(numbers) // TOGETHER), "Smoothing outlines", progress, should_stop
    ):
        geometries += _placed([found[number] for number in numbers[first : first + TOGETHER]], grid)
    shapes = Features(geometries, {}, grid.crs_wkt, source)
    measures = shape_measures(shapes)
    # a square of cells measured through coordinates may miss its own area by a rounding error
    large = np.flatnonzero(measures.area >= least_area * (1 - 1e-9))
    attributes = {
        "landslide_id": list(range(1, len(large) + 1)),
        "score": [float(scores[numbers[i] - 1]) for i in large],
        "area_m2": measures.area[large].tolist(),
        "perimeter_m": measures.perimeter[large].tolist(),
        "length_m": measures.length[large].tolist(),
        "width_m": measures.width[large].tolist(),
        "class": ["landslide"] * len(large),
        "source": [source] * len(large),
    }
    return replace(shapes.chosen(large), attributes=attributes)


def _outlines(labels_path: str, progress: Progress, should_stop: ShouldStop) -> dict[int, list[ogr.Geometry]]:
    """Return number → polygons along the edges of its cells, in units of cells."""
    dataset = gdal.Open(labels_path)
    band = dataset.GetRasterBand(1)
    memory = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = memory.CreateLayer("outlines")
    layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))

    def going_on(fraction: float, *_: object) -> int:
        progress(fraction, "Drawing outlines")
        return 0 if should_stop() else 1

    failed = attempt(gdal.Polygonize, band, band, layer, 0, [], callback=going_on, otherwise=1)
    if should_stop():
        raise Cancelled
    if failed:
        raise ToolboxError(f"The landslides cannot be outlined: {last_error()}.")
    found: dict[int, list[ogr.Geometry]] = {}
    for feature in layer:
        found.setdefault(feature.GetField(0), []).append(feature.GetGeometryRef().Clone())
    return found


def _placed(groups: Sequence[Sequence[ogr.Geometry]], grid: Grid) -> list[bytes]:
    """Return the smoothed outlines of each group of polygons in map units as WKB."""
    smooth = iter(smooth_outlines([shape for group in groups for shape in group]))
    return [_together([_in_map_units(next(smooth), grid) for _ in group]) for group in groups]


def _in_map_units(shape: ogr.Geometry, grid: Grid) -> ogr.Geometry:
    x0, across, skew_x, y0, skew_y, down = grid.geotransform
    turn = np.array([[across, skew_y], [skew_x, down]])
    return polygon([ring @ turn + (x0, y0) for ring in rings_of(shape)])


def _together(parts: Sequence[ogr.Geometry]) -> bytes:
    if len(parts) == 1:
        return bytes(parts[0].ExportToWkb())
    collected = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in parts:
        collected.AddGeometry(shape)
    return bytes((collected if collected.IsValid() else collected.Buffer(0)).ExportToWkb())
