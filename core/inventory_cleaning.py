"""Which polygons of an inventory are probably no landslides, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from osgeo import osr

from .ground_scale import metres_per_unit_at
from .overlap import Exclusion, overlap_shares
from .progress import Progress, ShouldStop, never_stop, no_progress, part
from .raster import Raster
from .shape_measures import shape_measures
from .vector import Features, reprojected
from .zonal import mean_under


@dataclass(frozen=True)
class CleaningRules:
    """What a polygon must fulfil to stay; the defaults let everything stay.

    ``buffer`` (m) widens the exclusions, of which no layer may cover more than ``most_overlap`` (0–1) of a polygon's area;
    ``least_slope`` (degrees) is the least mean of ``slope``, band ``slope_band`` (from 0); ``least_area`` in m²;
    ``least_compactness`` the least 4π · area / perimeter², which is 1 for a circle and near 0 for a long thin shape.
    """

    exclusions: Sequence[Exclusion] = ()
    buffer: float = 0.0
    most_overlap: float = 1.0
    slope: Raster | None = None
    slope_band: int = 0
    least_slope: float = 0.0
    least_area: float = 0.0
    least_compactness: float = 0.0


def reasons_for_removal(
    polygons: Features,
    rules: CleaningRules,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> tuple[list[str], list[str]]:
    """Return for each polygon why it should go, '' where it may stay, and notes on what could not be judged.

    Polygons valid and with a reference system. All reasons are given, not only the first.
    """
    reasons: list[list[str]] = [[] for _ in polygons.geometries]
    notes: list[str] = []
    _add_repeated(polygons, reasons)
    _add_shape(polygons, rules, reasons)
    steps = len(rules.exclusions) + 1
    local = _in_metres(polygons)
    for step, exclusion in enumerate(rules.exclusions):
        here = part(progress, step / steps, (step + 1) / steps)
        shares = overlap_shares(local, exclusion, rules.buffer, here, should_stop)
        for index in np.flatnonzero(shares > rules.most_overlap):
            reasons[index].append(f"{100 * shares[index]:.0f} % in {exclusion.name}")
    if rules.slope is not None:
        moved = reprojected(polygons, rules.slope.grid.crs_wkt)
        slopes = mean_under(moved, rules.slope, rules.slope_band, part(progress, 1 - 1 / steps, 1.0), should_stop)
        for index in np.flatnonzero(slopes < rules.least_slope):
            reasons[index].append(f"mean slope {slopes[index]:.1f}° under {rules.least_slope:g}°")
        if np.isnan(slopes).any():
            notes.append(f"{np.isnan(slopes).sum()} of {len(polygons)} polygons lie where SLOPE has no data; it removed none.")
    return ["; ".join(found) for found in reasons], notes


def _add_repeated(polygons: Features, reasons: list[list[str]]) -> None:
    seen: set[bytes] = set()
    for geometry, found in zip(polygons.geometries, reasons, strict=True):
        if geometry in seen:
            found.append("repeats another polygon")
        seen.add(geometry)


def _add_shape(polygons: Features, rules: CleaningRules, reasons: list[list[str]]) -> None:
    measures = shape_measures(polygons)
    compactness = 4 * np.pi * measures.area / measures.perimeter**2
    for index, found in enumerate(reasons):
        if measures.area[index] < rules.least_area:
            found.append(f"area {measures.area[index]:.0f} m² under {rules.least_area:g} m²")
        if compactness[index] < rules.least_compactness:
            found.append(f"compactness {compactness[index]:.2f} under {rules.least_compactness:g}")


def _in_metres(polygons: Features) -> Features:
    """Return the polygons in their own reference system if that is true metres, else in an equal-area one around them."""
    boxes = np.array([shape.GetEnvelope() for shape in polygons.shapes()])
    scales = metres_per_unit_at(polygons.crs_wkt, boxes[:, :2].mean(axis=1), boxes[:, 2:].mean(axis=1))
    if all((scale == 1).all() for scale in scales):
        return polygons
    degrees = reprojected(polygons, _wkt("+proj=longlat +datum=WGS84 +no_defs"))
    west, east, south, north = np.array([shape.GetEnvelope() for shape in degrees.shapes()]).T
    middle = (south.min() + north.max()) / 2, (west.min() + east.max()) / 2
    return reprojected(polygons, _wkt(f"+proj=laea +lat_0={middle[0]:.6f} +lon_0={middle[1]:.6f} +datum=WGS84 +units=m"))


def _wkt(definition: str) -> str:
    reference = osr.SpatialReference()
    reference.ImportFromProj4(definition)
    return reference.ExportToWkt()
