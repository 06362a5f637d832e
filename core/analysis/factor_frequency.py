"""Frequency ratio of every class of every factor of a stack, counted in windows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..factor import CATEGORICAL, CIRCULAR, CONTINUOUS, Factor
from ..factor_stack import FactorStack, valid_cells
from ..progress import Progress, ShouldStop, track
from ..raster import RasterWriter
from ..susceptibility.landslide_cells import LandslideCells
from .class_limits import LimitFinder, find_limits, limit_finder
from .factor_classes import Classes, Sectors, categories_of, intervals_as_written, intervals_between
from .frequency_ratio import WeightsOfEvidence, frequency_ratio, weights_of_evidence

MOST_CATEGORIES = 256


class OccurringValues(LimitFinder):
    """Collects the different values of a categorical factor."""

    def __init__(self) -> None:
        super().__init__()
        self.values = np.empty(0)

    def add(self, values: np.ndarray) -> None:
        """Take note of values; stops collecting when there are far too many to be categories."""
        super().add(values)
        if self.values.size <= MOST_CATEGORIES:
            self.values = np.union1d(self.values, values)


@dataclass(frozen=True)
class FactorFrequency:
    """The classes of a factor and how landslides fall on them; all arrays are (classes,)."""

    factor: Factor
    classes: Classes
    cells: np.ndarray
    landslide_cells: np.ndarray
    ratios: np.ndarray
    weights: WeightsOfEvidence

    @property
    def labels(self) -> list[str]:
        """Names of the classes, in their order."""
        return list(self.classes.labels)

    @property
    def scaled_ratios(self) -> np.ndarray:
        """Frequency ratios brought to 0 (lowest class that occurs) … 1 (highest); all 0 where they do not differ."""
        lowest, highest = np.nanmin(self.ratios), np.nanmax(self.ratios)
        return (self.ratios - lowest) / (highest - lowest or 1.0)


def find_classes(
    stack: FactorStack,
    method: str,
    classes: int,
    written: dict[str, list[float]],
    progress: Progress,
    should_stop: ShouldStop,
) -> list[Classes]:
    """Return the classes of each factor, found over the cells where every factor has a value.

    Raises InputError when there is no such cell, a factor has one value only, or a categorical one has too many.
    """
    finders = [_finder(factor, method, classes, written) for factor in stack.factors]

    def values_of_a_pass(progress: Progress) -> Iterable[Sequence[np.ndarray]]:
        windows = stack.grid.windows()
        for window in track(windows, stack.grid.window_count(), "Finding class limits", progress, should_stop):
            values = stack.read(window)
            yield values[:, valid_cells(values)]

    find_limits(finders, values_of_a_pass, progress)
    if finders[0].is_empty:
        raise InputError("FACTORS", stack.path, "has no cell where every factor has a value; stack other factors")
    return [_classes(factor, finder, written, stack) for factor, finder in zip(stack.factors, finders, strict=True)]


def count_landslides(
    stack: FactorStack,
    classes: Sequence[Classes],
    landslides: LandslideCells,
    progress: Progress,
    should_stop: ShouldStop,
) -> tuple[list[FactorFrequency], int]:
    """Return the frequency of every factor, and how many landslide cells were left out because a factor has no value.

    Raises InputError when no cell, or every cell, with values is landslide.
    """
    cells = [np.zeros(len(these.labels), np.int64) for these in classes]
    found = [np.zeros(len(these.labels), np.int64) for these in classes]
    lost = 0
    windows = stack.grid.windows()
    for window in track(windows, stack.grid.window_count(), "Counting landslide cells", progress, should_stop):
        values = stack.read(window)
        valid, landslide = valid_cells(values), landslides.mask(window)
        lost += int((landslide & ~valid).sum())
        landslide = landslide[valid]
        for index, these in enumerate(classes):
            numbers = these.numbers(values[index, valid])
            cells[index] += np.bincount(numbers, minlength=len(these.labels))
            found[index] += np.bincount(numbers[landslide], minlength=len(these.labels))
    _check_both_kinds(int(cells[0].sum()), int(found[0].sum()), landslides)
    return [
        FactorFrequency(factor, these, total, slid, frequency_ratio(total, slid), weights_of_evidence(total, slid))
        for factor, these, total, slid in zip(stack.factors, classes, cells, found, strict=True)
    ], lost


def write_scaled_ratios(
    stack: FactorStack,
    frequencies: Sequence[FactorFrequency],
    writer: RasterWriter,
    progress: Progress,
    should_stop: ShouldStop,
) -> None:
    """Write every factor recoded to its classes' frequency ratio, scaled to 0 … 1; NaN where any factor has no value."""
    windows = stack.grid.windows()
    for window in track(windows, stack.grid.window_count(), "Writing frequency ratios", progress, should_stop):
        values = stack.read(window)
        valid = valid_cells(values)
        recoded = np.full(values.shape, np.nan, dtype=np.float32)
        for index, frequency in enumerate(frequencies):
            recoded[index, valid] = frequency.scaled_ratios[frequency.classes.numbers(values[index, valid])]
        writer.write(recoded, window)


def recoded_factors(factors: Sequence[Factor]) -> list[Factor]:
    """Return the factors of the recoded stack: the same names, all continuous and without units."""
    return [Factor(factor.name, CONTINUOUS) for factor in factors]


def _finder(factor: Factor, method: str, classes: int, written: dict[str, list[float]]) -> LimitFinder:
    if factor.kind == CATEGORICAL:
        return OccurringValues()
    if factor.kind == CIRCULAR or factor.name in written:
        return LimitFinder()
    return limit_finder(method, classes)


def _classes(factor: Factor, finder: LimitFinder, written: dict[str, list[float]], stack: FactorStack) -> Classes:
    if finder.lowest == finder.highest:
        raise InputError(
            "FACTORS",
            stack.path,
            f"holds the factor {factor.name}, which is {finder.lowest:g} everywhere and explains nothing; "
            'leave it out with "Stack factors"',
        )
    if isinstance(finder, OccurringValues):
        if finder.values.size > MOST_CATEGORIES:
            raise InputError(
                "FACTORS",
                stack.path,
                f"holds {factor.name} as categories, and it has more than {MOST_CATEGORIES} different values; "
                'group them, or stack it as a continuous factor with "Stack factors"',
            )
        return categories_of(factor, finder.values)
    if factor.name in written:
        intervals = intervals_as_written(written[factor.name], finder.lowest, finder.highest)
        if intervals.limits.size == 0:
            limits = ", ".join(f"{limit:g}" for limit in written[factor.name])
            raise InputError(
                "BREAKS",
                f"{factor.name}: {limits}",
                f"has no limit inside the range of {factor.name} ({finder.lowest:g} to {finder.highest:g}); write others",
            )
        return intervals
    if factor.kind == CIRCULAR:
        return Sectors()
    return intervals_between(finder.limits(), finder.lowest, finder.highest)


def _check_both_kinds(cells: int, landslide_cells: int, landslides: LandslideCells) -> None:
    if landslide_cells == 0:
        problem = "has no landslide where every factor has a value; choose the inventory of this area"
    elif landslide_cells == cells:
        problem = "covers every cell of the factors, which leaves nothing to compare with; choose landslides only"
    else:
        return
    raise InputError("INVENTORY", landslides.features.source, problem)
