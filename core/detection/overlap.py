"""What share of each polygon lies in a layer that excludes landslides: water, roads, fields, settlements …"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from osgeo import ogr
from scipy import ndimage

from ..ground_scale import metres_per_unit_at
from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from ..raster import Raster
from ..vector import Features, repaired, reprojected, reprojected_where_possible
from .zonal import cells_under


@dataclass(frozen=True)
class Exclusion:
    """A layer under its name: features of any kind, or a raster whose first band excludes where it has a value but 0."""

    name: str
    layer: Features | Raster


def overlap_shares(
    polygons: Features,
    exclusion: Exclusion,
    buffer: float,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> np.ndarray:
    """Return float64 (polygons,): the share of each polygon's area within ``buffer`` of the layer.

    Polygons are valid and in a reference system in metres, as ``buffer`` is.
    """
    of_layer = _shares_of_raster if isinstance(exclusion.layer, Raster) else _shares_of_features
    shares = of_layer(polygons, exclusion.layer, buffer)
    return np.array(list(track(shares, len(polygons), f"Comparing with {exclusion.name}", progress, should_stop)), dtype=float)


def _shares_of_features(polygons: Features, layer: Features, buffer: float) -> Iterator[float]:
    """Yield the share of each polygon; only what of the layer is near it is buffered and united."""
    features, _ = reprojected_where_possible(repaired(layer)[0], polygons.crs_wkt, "EXCLUSIONS")
    shapes = features.shapes()
    west, east, south, north = np.array([shape.GetEnvelope() for shape in shapes]).reshape(-1, 4).T
    for polygon in polygons.shapes():
        box = np.add(polygon.GetEnvelope(), (-buffer, buffer, -buffer, buffer))
        near = np.flatnonzero((west <= box[1]) & (east >= box[0]) & (south <= box[3]) & (north >= box[2]))
        together = ogr.Geometry(ogr.wkbGeometryCollection)
        for index in near:
            part = shapes[index].Intersection(_rectangle(box))
            if part is not None and not part.IsEmpty():
                together.AddGeometry(part)
        # buffering a collection unites its parts; a buffer of 0 keeps areas and drops points and lines
        yield together.Buffer(buffer).Intersection(polygon).GetArea() / polygon.GetArea()


def _shares_of_raster(polygons: Features, raster: Raster, buffer: float) -> Iterator[float]:
    """Yield the share of each polygon's cells."""
    moved = reprojected(polygons, raster.grid.crs_wkt, "INPUT")
    boxes = np.array([shape.GetEnvelope() for shape in moved.shapes()])
    scale_x, scale_y = metres_per_unit_at(raster.grid.crs_wkt, boxes[:, :2].mean(axis=1), boxes[:, 2:].mean(axis=1))
    cells = np.stack([raster.grid.cell_height * scale_y, raster.grid.cell_width * scale_x], axis=1)
    margins = np.ceil(buffer / cells.min(axis=1)).astype(int)
    for cell, (window, inside) in zip(cells, cells_under(moved, raster.grid, margins), strict=True):
        excluding = np.nan_to_num(raster.read(window, [0])[0]) != 0
        if buffer > 0 and excluding.any():
            excluding = ndimage.distance_transform_edt(~excluding, sampling=cell) <= buffer
        yield float(excluding[inside].mean())


def _rectangle(box: np.ndarray) -> ogr.Geometry:
    """Return the rectangle of an envelope: west, east, south, north."""
    west, east, south, north = box
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ((west, south), (east, south), (east, north), (west, north), (west, south)):
        ring.AddPoint_2D(x, y)
    rectangle = ogr.Geometry(ogr.wkbPolygon)
    rectangle.AddGeometry(ring)
    return rectangle
