"""Where to cut a continuous quantity into classes: natural breaks, quantiles or equal intervals, found while values stream by.

A value at a limit belongs to the class above it, everywhere in the toolbox.
"""

import math
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from ..progress import Progress, no_progress, part
from .histogram import Histogram
from .natural_breaks import natural_breaks
from .quantiles import QuantileLimits

METHODS = ("natural_breaks", "quantile", "equal_interval")


class LimitFinder:
    """Watches values go by and then knows range and limits. This one knows only the range and gives no limits."""

    passes = 1
    """How often all values must be added."""

    def __init__(self) -> None:
        self.lowest = math.inf
        self.highest = -math.inf

    def add(self, values: np.ndarray) -> None:
        """Take note of finite float32 values, (n,)."""
        if values.size:
            self.lowest = min(self.lowest, float(values.min()))
            self.highest = max(self.highest, float(values.max()))

    @property
    def is_empty(self) -> bool:
        """True while no value has been added; there are no limits then."""
        return self.lowest > self.highest

    def end_of_pass(self) -> None:
        """Take note that every value has been added once."""

    def limits(self) -> np.ndarray:
        """Return ascending float64 limits between the classes; fewer than asked when there are too few different values."""
        return np.empty(0)


class EqualIntervals(LimitFinder):
    """Classes of equal width between the lowest and the highest value."""

    def __init__(self, classes: int):
        super().__init__()
        self._classes = classes

    def limits(self) -> np.ndarray:
        """Return the inner limits."""
        return limits_inside(np.linspace(self.lowest, self.highest, self._classes + 1)[1:-1], self.lowest, self.highest)


class NaturalBreaks(LimitFinder):
    """Classes that differ least inside (exact Fisher–Jenks)."""

    def __init__(self, classes: int):
        super().__init__()
        self._classes = classes
        self._histogram = Histogram()

    def add(self, values: np.ndarray) -> None:
        """Count values."""
        super().add(values)
        self._histogram.add(values)

    def limits(self) -> np.ndarray:
        """Return the inner limits."""
        return limits_inside(natural_breaks(self._histogram, self._classes), self.lowest, self.highest)


class Quantiles(LimitFinder):
    """Classes that hold given shares of the values."""

    passes = 2

    def __init__(self, shares_below: Sequence[float]):
        super().__init__()
        self._quantiles = QuantileLimits(shares_below)

    def add(self, values: np.ndarray) -> None:
        """Count values."""
        super().add(values)
        self._quantiles.add(values)

    def end_of_pass(self) -> None:
        """Turn to the second pass after the first."""
        self._quantiles.end_of_pass()

    def limits(self) -> np.ndarray:
        """Return the inner limits."""
        return limits_inside(self._quantiles.limits(), self.lowest, self.highest)


def limit_finder(method: str, classes: int) -> LimitFinder:
    """Return the finder of a method in METHODS."""
    if method == "quantile":
        return Quantiles(np.arange(1, classes) / classes)
    return {"natural_breaks": NaturalBreaks, "equal_interval": EqualIntervals}[method](classes)


def find_limits(
    finders: Sequence[LimitFinder],
    values_of_a_pass: Callable[[Progress], Iterable[Sequence[np.ndarray]]],
    progress: Progress = no_progress,
) -> None:
    """Stream the values past the finders, as often as each of them needs.

    ``values_of_a_pass(progress)`` starts a new reading and yields, per window, one float32 array of finite values for each
    finder.
    """
    passes = max(finder.passes for finder in finders)
    for number in range(passes):
        pending = [index for index, finder in enumerate(finders) if number < finder.passes]
        for values in values_of_a_pass(part(progress, number / passes, (number + 1) / passes)):
            for index in pending:
                finders[index].add(values[index])
        for index in pending:
            finders[index].end_of_pass()


def limits_inside(limits: np.ndarray, lowest: float, highest: float) -> np.ndarray:
    """Return the different limits that have values on both sides, ascending."""
    limits = np.unique(np.asarray(limits, dtype=float))
    return limits[(limits > lowest) & (limits <= highest)]


def class_numbers(values: np.ndarray, limits: np.ndarray) -> np.ndarray:
    """Return the class of each value, counted from 0 (int64, shape of ``values``)."""
    return np.searchsorted(limits, values, side="right")
