"""Stations: where something was measured, read from points or from a table with coordinates."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from osgeo import ogr

from ..crs import spatial_reference
from ..errors import InputError
from ..gdal_calls import attempt
from ..grid import Grid
from ..vector import Features, reprojected

FEWEST = 3
SAME_PLACE = 1e-3
"""Stations nearer to each other than this share of a cell are one place."""
LARGEST = 1e30
"""Larger values are mistakes, and their squares have no place in a number."""


@dataclass(frozen=True)
class Stations:
    """Places (map units of the grid) and values, float64 (stations,)."""

    x: np.ndarray
    y: np.ndarray
    values: np.ndarray

    def __len__(self) -> int:
        return self.values.size

    def without(self, index: int) -> "Stations":
        """Return the stations but one."""
        return Stations(*(np.delete(column, index) for column in (self.x, self.y, self.values)))


@dataclass(frozen=True)
class Columns:
    """Which fields hold the value and, for a table without geometry, the coordinates and their reference system (WKT)."""

    value: str
    x: str | None = None
    y: str | None = None
    crs_wkt: str = ""


def stations_on_grid(features: Features, columns: Columns, grid: Grid) -> tuple[Stations, list[str]]:
    """Return the stations in the grid's reference system, one for each place, with notes on what was left out or merged.

    Raises InputError for fields that are missing, geometry other than points, coordinates that do not fit their reference
    system, stations far from the grid, fewer than FEWEST places and the same value everywhere.
    """
    if len(features) == 0:
        raise InputError("INPUT", features.source, "has no stations; choose a layer or table with at least three")
    values = _numbers(features, columns.value, "FIELD")
    _check_numbers(values, columns.value)
    points = _points_of_table(features, columns, grid) if columns.x else _points_of_layer(features)
    usable = np.isfinite(values) & np.array([bool(wkb) for wkb in points.geometries])
    notes = []
    if not usable.all():
        notes.append(f"{(~usable).sum()} of {len(features)} stations have no usable value or place and were left out.")
    found = reprojected(points.chosen(np.flatnonzero(usable)), grid.crs_wkt, "INPUT")
    coordinates = np.array([shape.GetPoint_2D(0) for shape in found.shapes()], dtype=float).reshape(-1, 2)
    stations = Stations(coordinates[:, 0], coordinates[:, 1], values[usable])
    stations, merged = _one_for_each_place(stations, SAME_PLACE * min(grid.cell_width, grid.cell_height))
    _check_usable(stations, features.source, columns.value, grid)
    outside = len(stations) - _inside(stations, grid).sum()
    if outside:
        notes.append(f"{outside} of {len(stations)} stations lie outside the reference; they count as well.")
    return stations, [*notes, *merged]


def _numbers(features: Features, name: str, parameter: str) -> np.ndarray:
    """Return a field as float64 with NaN for what is no number; tables from text files may hold numbers as text."""
    if name not in features.attributes:
        fields = ", ".join(features.attributes) or "no fields"
        raise InputError(parameter, name, f"is not a field of {features.source} (it has {fields}); choose one of these")
    return np.array([_number(value) for value in features.attributes[name]], dtype=float)


def _check_numbers(values: np.ndarray, field: str) -> None:
    if not np.isfinite(values).any():
        raise InputError("FIELD", field, "holds no number; choose the field of the measured value")
    largest = np.abs(values[np.isfinite(values)]).max()
    if largest > LARGEST:
        raise InputError("FIELD", field, f"holds {largest:g}, too large for any measurement; correct the value")


def _number(value: object) -> float:
    try:
        return float(value) if value is not None else np.nan
    except (TypeError, ValueError):
        return np.nan


def _points_of_layer(features: Features) -> Features:
    """Return the layer with multipoints of one point as points; features without a place keep an empty geometry."""
    if not any(features.geometries):
        raise InputError(
            "X_FIELD", "not given", "is needed for a table without geometry; choose the fields that hold the coordinates"
        )
    return replace(features, geometries=[_point(wkb, features.source) for wkb in features.geometries])


def _point(wkb: bytes, source: str) -> bytes:
    shape = attempt(ogr.CreateGeometryFromWkb, wkb) if wkb else None
    if shape is None or shape.IsEmpty():
        return b""
    if shape.GetGeometryCount() == 1:
        shape = shape.GetGeometryRef(0).Clone()  # a part alone goes with its whole
    if ogr.GT_Flatten(shape.GetGeometryType()) != ogr.wkbPoint:
        raise InputError("INPUT", source, 'holds other geometry than single points; make points of it with "Centroids"')
    return bytes(shape.ExportToWkb())


def _points_of_table(features: Features, columns: Columns, grid: Grid) -> Features:
    if not columns.y:
        raise InputError("Y_FIELD", "not given", "is needed beside X_FIELD; choose the field that holds the other coordinate")
    x, y = _numbers(features, columns.x, "X_FIELD"), _numbers(features, columns.y, "Y_FIELD")
    crs_wkt = columns.crs_wkt or grid.crs_wkt
    if not spatial_reference(crs_wkt).IsGeographic() and _look_like_degrees(x, y):
        raise InputError(
            "X_FIELD", columns.x, "holds degrees, and the coordinates are taken as metres; set COORDINATES_CRS to EPSG:4326"
        )
    return replace(features, geometries=[_point_at(*place) for place in zip(x, y, strict=True)], crs_wkt=crs_wkt)


def _point_at(x: float, y: float) -> bytes:
    if not (np.isfinite(x) and np.isfinite(y)):
        return b""
    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(x, y)
    return bytes(point.ExportToWkb())


def _look_like_degrees(x: np.ndarray, y: np.ndarray) -> bool:
    return bool(np.isfinite(x).any() and np.nanmax(np.abs(x)) <= 360 and np.nanmax(np.abs(y)) <= 90)


def _one_for_each_place(stations: Stations, tolerance: float) -> tuple[Stations, list[str]]:
    """Return the stations with those at one place merged to their mean."""
    cells = np.round(np.stack([stations.x, stations.y]) / tolerance)
    _, first, place = np.unique(cells, axis=1, return_index=True, return_inverse=True)
    place = place.ravel()
    counts = np.bincount(place, minlength=first.size)
    means = np.bincount(place, stations.values, first.size) / np.maximum(counts, 1)
    order = np.argsort(first)  # as in the table
    merged = Stations(stations.x[first][order], stations.y[first][order], means[order])
    if first.size == len(stations):
        return merged, []
    spread = np.abs(stations.values - means[place]).max()
    return merged, [
        f"There is more than one station at {(counts > 1).sum()} of {first.size} places; their values, up to {spread:g} from "
        "the mean, were averaged."
    ]


def _inside(stations: Stations, grid: Grid) -> np.ndarray:
    west, south, east, north = grid.bounds
    return (stations.x >= west) & (stations.x <= east) & (stations.y >= south) & (stations.y <= north)


def _check_usable(stations: Stations, source: str, field: str, grid: Grid) -> None:
    if len(stations) < FEWEST:
        raise InputError(
            "INPUT", source, f"has {len(stations)} places with a value, and interpolation needs {FEWEST}; add stations"
        )
    west, south, east, north = grid.bounds
    if stations.x.max() < west or stations.x.min() > east or stations.y.max() < south or stations.y.min() > north:
        raise InputError("INPUT", source, "lies wholly to one side of the reference; check both reference systems")
    if np.ptp(stations.values) == 0 or stations.values.std() == 0:  # the square of a difference may be too small for a number
        raise InputError("FIELD", field, f"is {stations.values[0]:g} at every station and explains nothing; choose another")


def logarithms(stations: Stations, field: str) -> Stations:
    """Return the stations with the natural logarithm of their values; raises InputError when one is not above 0."""
    lowest = stations.values.min()
    if lowest <= 0:
        raise InputError("FIELD", field, f"holds {lowest:g}, which has no logarithm; leave LOGARITHM off")
    return replace(stations, values=np.log(stations.values))


def as_table_rows(stations: Stations, *columns: Sequence[float]) -> list[tuple]:
    """Return x, y, value and further columns as rows of plain numbers; NaN becomes an empty cell."""
    rows = zip(stations.x, stations.y, stations.values, *columns, strict=True)
    return [tuple(float(number) if np.isfinite(number) else None for number in row) for row in rows]
