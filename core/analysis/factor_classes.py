"""How the values of a factor fall into classes: intervals, compass sectors or the categories themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ..compass import direction_class
from ..factor import Factor
from .class_limits import class_numbers

SECTORS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
FLAT = "flat"


@dataclass(frozen=True)
class Intervals:
    """Classes between ascending limits; a value at a limit is in the class above it."""

    limits: np.ndarray
    labels: Sequence[str]

    def numbers(self, values: np.ndarray) -> np.ndarray:
        """Return the class of each value, counted from 0; meaningless for NaN."""
        return class_numbers(values, self.limits)


@dataclass(frozen=True)
class Sectors:
    """Flat ground (values below 0), then the eight sectors of 45° clockwise from north, north from 337.5° to 22.5°."""

    labels: Sequence[str] = (FLAT, *SECTORS)

    def numbers(self, values: np.ndarray) -> np.ndarray:
        """Return the class of each direction in degrees, counted from 0; meaningless for NaN."""
        return (direction_class(np.nan_to_num(values)) + 1) % len(self.labels)


@dataclass(frozen=True)
class Categories:
    """The categories that occur, ascending, under their labels."""

    values: np.ndarray
    labels: Sequence[str]

    def numbers(self, values: np.ndarray) -> np.ndarray:
        """Return the class of each category, counted from 0; meaningless for NaN."""
        return np.searchsorted(self.values, values)


Classes = Intervals | Sectors | Categories


def categories_of(factor: Factor, values: np.ndarray) -> Categories:
    """Return the categories of a factor that occur; those without a label are shown by number."""
    return Categories(values, [factor.categories.get(int(value), f"{value:g}") for value in values])


def intervals_between(limits: np.ndarray, lowest: float, highest: float) -> Intervals:
    """Return classes between limits that were computed, labelled with the range of the values."""
    texts = _different_texts([lowest, *limits, highest])
    return Intervals(limits, [f"{below} – {above}" for below, above in pairwise(texts)])


def intervals_as_written(written: Sequence[float], lowest: float, highest: float) -> Intervals:
    """Return classes between limits that a user wrote, without those outside the range of the values.

    A limit at the highest value makes no class of its own: 90 in ``0, 45, 90`` closes the class below it.
    """
    inner = [limit for limit in written if lowest < limit < highest]
    below = [limit for limit in written if limit <= lowest]
    above = [limit for limit in written if limit >= highest]
    texts = [f"{limit:.10g}" for limit in inner]
    first = f"{below[-1]:.10g}" if below else None
    last = f"{above[0]:.10g}" if above else None
    edges = [first, *texts, last]
    return Intervals(np.array(inner), [_interval(*pair) for pair in pairwise(edges)])


def _interval(below: str | None, above: str | None) -> str:
    if below is None:
        return "all" if above is None else f"< {above}"
    return f"≥ {below}" if above is None else f"{below} – {above}"


def _different_texts(numbers: Sequence[float]) -> list[str]:
    """Return the numbers with as few digits as tell them apart."""
    for digits in range(3, 10):
        texts = [f"{number:.{digits}g}" for number in numbers]
        if len(set(texts)) == len(set(numbers)):
            return [f"{float(text):.10g}" for text in texts]
    return [f"{number:.10g}" for number in numbers]
