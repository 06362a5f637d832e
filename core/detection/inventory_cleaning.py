"""Which polygons of an inventory are probably no landslides, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from osgeo import osr

from ..ground_scale import metres_per_unit_at
from ..progress import Progress, ShouldStop, never_stop, no_progress, part
from ..raster import Raster
from ..vector import Features, reprojected
from .overlap import Exclusion, overlap_shares
from .shape_measures import shape_measures
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


class Verdicts:
    """Why each polygon should go, all reasons and not only the first, and one line per rule for the log."""

    def __init__(self, polygons: int):
        self._reasons: list[list[str]] = [[] for _ in range(polygons)]
        self.lines: list[str] = []

    @property
    def reasons(self) -> list[str]:
        """The reasons of each polygon as one text, '' where it may stay."""
        return ["; ".join(found) for found in self._reasons]

    def add(self, rule: str, wrong: np.ndarray, reasons: Sequence[str]) -> None:
        """Note the reasons of the polygons (from 0) that break a rule."""
        for index, reason in zip(wrong, reasons, strict=True):
            self._reasons[index].append(reason)
        self.lines.append(f"{len(wrong)} of {len(self._reasons)} polygons {rule}.")


def verdicts_on(
    polygons: Features,
    rules: CleaningRules,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> Verdicts:
    """Judge polygons by the rules; they are valid and have a reference system."""
    verdicts = Verdicts(len(polygons))
    _judge_repeats(polygons, verdicts)
    _judge_shapes(polygons, rules, verdicts)
    steps = len(rules.exclusions) + (rules.slope is not None)
    local = _in_metres(polygons)
    for step, exclusion in enumerate(rules.exclusions):
        shares = overlap_shares(local, exclusion, rules.buffer, part(progress, step / steps, (step + 1) / steps), should_stop)
        wrong = np.flatnonzero(shares > rules.most_overlap)
        reasons = [f"{100 * shares[index]:.0f} % in {exclusion.name}" for index in wrong]
        verdicts.add(f"lie with more than {100 * rules.most_overlap:g} % of their area in {exclusion.name}", wrong, reasons)
    if rules.slope is not None:
        _judge_slopes(polygons, rules, verdicts, part(progress, 1 - 1 / steps, 1.0), should_stop)
    return verdicts


def _judge_repeats(polygons: Features, verdicts: Verdicts) -> None:
    seen: set[bytes] = set()
    wrong = [i for i, geometry in enumerate(polygons.geometries) if geometry in seen or seen.add(geometry)]
    verdicts.add("repeat another one", np.array(wrong, dtype=int), ["repeats another polygon"] * len(wrong))


def _judge_shapes(polygons: Features, rules: CleaningRules, verdicts: Verdicts) -> None:
    measures = shape_measures(polygons)
    compactness = 4 * np.pi * measures.area / measures.perimeter**2
    if rules.least_area > 0:
        limit = f"under {rules.least_area:g} m²"
        wrong = np.flatnonzero(measures.area < rules.least_area)
        verdicts.add(f"have an area {limit}", wrong, [f"area {measures.area[i]:.0f} m² {limit}" for i in wrong])
    if rules.least_compactness > 0:
        limit = f"under {rules.least_compactness:g}"
        wrong = np.flatnonzero(compactness < rules.least_compactness)
        verdicts.add(f"have a compactness {limit}", wrong, [f"compactness {compactness[i]:.2f} {limit}" for i in wrong])


def _judge_slopes(
    polygons: Features, rules: CleaningRules, verdicts: Verdicts, progress: Progress, should_stop: ShouldStop
) -> None:
    moved = reprojected(polygons, rules.slope.grid.crs_wkt)
    slopes = mean_under(moved, rules.slope, rules.slope_band, progress, should_stop)
    limit = f"under {rules.least_slope:g}°"
    wrong = np.flatnonzero(slopes < rules.least_slope)
    verdicts.add(f"have a mean slope {limit}", wrong, [f"mean slope {slopes[i]:.1f}° {limit}" for i in wrong])
    unknown = np.isnan(slopes).sum()
    if unknown:
        verdicts.lines.append(f"{unknown} of {len(polygons)} polygons lie where SLOPE has no data; it removes none of them.")


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
