"""A susceptibility map cut into classes: names, colours, limits, and what each class holds."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ..analysis.class_limits import LimitFinder, Quantiles, class_numbers, find_limits, limit_finder
from ..analysis.frequency_ratio import frequency_ratio
from ..errors import InputError
from ..figures.canvas import CLASS_COLOURS
from ..number_lists import increasing_numbers_in, numbers_in
from ..progress import Progress, ShouldStop, track
from ..raster import Raster, RasterWriter
from ..table import Table
from ..thumbnail import Thumbnail
from .landslide_cells import LandslideCells
from .rate_curve import RateCurve

METHODS = ("natural_breaks", "quantile", "equal_interval", "manual", "landslide_share")
WORDS = {
    2: ("low", "high"),
    3: ("low", "moderate", "high"),
    4: ("low", "moderate", "high", "very high"),
    5: ("very low", "low", "moderate", "high", "very high"),
    6: ("very low", "low", "rather low", "rather high", "high", "very high"),
    7: ("very low", "low", "rather low", "moderate", "rather high", "high", "very high"),
}


@dataclass(frozen=True)
class ClassCounts:
    """Cells and landslide cells of each class (int64, (classes,)), the range of the map, and how it orders the landslides."""

    cells: np.ndarray
    landslide_cells: np.ndarray
    lowest: float
    highest: float
    rates: RateCurve | None = None
    """None without landslides."""


def class_labels(classes: int) -> list[str]:
    """Return the names of the classes from the lowest to the highest susceptibility."""
    if classes in WORDS:
        return list(WORDS[classes])
    labels = [f"class {number}" for number in range(1, classes + 1)]
    return [f"{labels[0]} (lowest)", *labels[1:-1], f"{labels[-1]} (highest)"]


def class_colours(classes: int) -> list[tuple[int, int, int]]:
    """Return RGB (0–255) from green to red, for any number of classes from 2."""
    known = np.array([[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in CLASS_COLOURS])
    where = np.linspace(0, len(known) - 1, classes)
    return [tuple(round(float(np.interp(place, range(len(known)), channel))) for channel in known.T) for place in where]


def class_categories(classes: int) -> dict[int, tuple[str, tuple[int, int, int]]]:
    """Return value → (label, RGB) for colour table, attribute table and style."""
    return dict(enumerate(zip(class_labels(classes), class_colours(classes), strict=True), start=1))


def written_limits(text: str, classes: int) -> np.ndarray:
    """Return the inner limits of METHOD manual from BREAKS; the outer two may be written too. Raises InputError."""
    if not text:
        raise InputError(
            "BREAKS", "none", f"is needed for METHOD manual; write {classes - 1} limits such as 0.2, 0.4, 0.6, 0.8"
        )
    limits = increasing_numbers_in(text, "BREAKS")
    if len(limits) == classes + 1:
        limits = limits[1:-1]
    if len(limits) != classes - 1:
        raise InputError(
            "BREAKS",
            text,
            f"has {len(limits)} numbers, and {classes} CLASSES have {classes - 1} limits between them; change one of the two",
        )
    return np.array(limits)


def written_shares(text: str, classes: int) -> np.ndarray:
    """Return for METHOD landslide_share the share of the landslides below each limit.

    ``text`` holds the percentage of the landslides in each class from the highest to the lowest; empty means equal shares.
    Raises InputError.
    """
    if not text:
        return np.arange(1, classes) / classes
    percent = numbers_in(text, "BREAKS")
    if len(percent) != classes or min(percent) <= 0 or abs(sum(percent) - 100) > 0.01:
        raise InputError(
            "BREAKS",
            text,
            f"is not the percentage of landslides in each of {classes} classes; "
            "write positive numbers that add up to 100, the highest class first",
        )
    return np.cumsum(percent[::-1])[:-1] / 100


def watch_map(
    finder: LimitFinder,
    raster: Raster,
    landslides: LandslideCells | None,
    progress: Progress,
    should_stop: ShouldStop,
) -> None:
    """Stream a map past a limit finder; with ``landslides`` only landslide cells count."""

    def values_of_a_pass(progress: Progress) -> Iterable[list[np.ndarray]]:
        windows = raster.grid.windows()
        for window in track(windows, raster.grid.window_count(), "Finding class limits", progress, should_stop):
            values = raster.read(window)[0]
            counted = np.isfinite(values) if landslides is None else np.isfinite(values) & landslides.mask(window)
            yield [values[counted]]

    find_limits([finder], values_of_a_pass, progress)


def finder_of(method: str, classes: int, breaks: str) -> LimitFinder:
    """Return the limit finder of any method but manual."""
    if method == "landslide_share":
        return Quantiles(written_shares(breaks, classes))
    return limit_finder(method, classes)


def write_classes(
    raster: Raster,
    writer: RasterWriter,
    limits: np.ndarray,
    landslides: LandslideCells | None,
    picture: Thumbnail,
    progress: Progress,
    should_stop: ShouldStop,
) -> ClassCounts:
    """Write class numbers from 1 (0 where the map has no value), fill the picture and count."""
    cells, landslide_cells = np.zeros(limits.size + 1, np.int64), np.zeros(limits.size + 1, np.int64)
    extent, rates = LimitFinder(), None if landslides is None else RateCurve()
    windows = raster.grid.windows()
    for window in track(windows, raster.grid.window_count(), "Classifying", progress, should_stop):
        values = raster.read(window)[0]
        valid = np.isfinite(values)
        numbers = np.where(valid, class_numbers(values, limits) + 1, 0).astype(np.uint8)
        writer.write(numbers, window)
        picture.add(numbers, window)
        extent.add(values[valid])
        cells += np.bincount(numbers.ravel(), minlength=cells.size + 1)[1:]
        if landslides is not None:
            slid = landslides.mask(window)
            landslide_cells += np.bincount(numbers[slid], minlength=cells.size + 1)[1:]
            rates.add(values[valid], slid[valid])
    return ClassCounts(cells, landslide_cells, extent.lowest, extent.highest, rates)


def class_table(counts: ClassCounts, limits: np.ndarray, cell_area: float, with_landslides: bool) -> Table:
    """Return the table of classes; ``cell_area`` in m². A class without cells has no frequency ratio.

    Limits set by hand may lie beyond the map's values; the outer classes then end at the limit.
    """
    edges = [min(counts.lowest, limits[0]), *limits, max(counts.highest, limits[-1])]
    square_kilometres = counts.cells * cell_area / 1e6
    columns = ["class", "label", "from", "to", "cells", "area_km2", "area_percent"]
    labels = class_labels(counts.cells.size)
    parts = [range(1, len(labels) + 1), labels, map(float, edges[:-1]), map(float, edges[1:]), counts.cells.tolist()]
    parts += [square_kilometres.tolist(), (100 * counts.cells / counts.cells.sum()).tolist()]
    if with_landslides:
        found = counts.landslide_cells
        density = np.divide(100 * found, counts.cells, out=np.full(found.shape, np.nan), where=counts.cells > 0)
        columns += ["landslide_cells", "landslide_area_km2", "landslide_percent", "frequency_ratio", "density_percent"]
        parts += [found.tolist(), (found * cell_area / 1e6).tolist(), (100 * found / found.sum()).tolist()]
        parts += [_none_for_nan(frequency_ratio(counts.cells, found)), _none_for_nan(density)]
    return Table(columns, [list(row) for row in zip(*parts, strict=True)])


def classes_that_do_not_rise(ratios: np.ndarray, labels: list[str]) -> list[str]:
    """Return a few words for each class whose frequency ratio is not above that of the class below it.

    Two classes without landslides, one above the other, are no fault of the map.
    """
    found = []
    below = None
    for ratio, label in zip(ratios, labels, strict=True):
        if np.isnan(ratio):
            continue
        if below is not None and ratio <= below[0] and below[0] > 0:
            found.append(f"{label} ({ratio:.2f}) is not above {below[1]} ({below[0]:.2f})")
        below = ratio, label
    return found


def _none_for_nan(values: np.ndarray) -> list[float | None]:
    return [None if np.isnan(value) else float(value) for value in values]
