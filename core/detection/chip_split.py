"""Which chips train, validate and test: drawn so that no cell of a landslide, nor of a chip, is in two splits."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from .chip import SPLITS
from .chip_layout import CellsInChips, ChipLayout

LEFT_OUT = -1
DRAWS = 500
"""Random territories tried; as many again are small changes of the best so far."""
WEIGHT_OF_SURPLUS = 0.5
CHIPS_PER_TERRITORY = 16
MOST_TERRITORIES = 4


@dataclass(frozen=True)
class Split:
    """``chip`` int8 (chips,): index into SPLITS or LEFT_OUT; ``landslide`` int8 (landslides,): index into SPLITS.

    A chip belongs to a split when it lies wholly in its territory and holds cells of no landslide of another split.
    """

    chip: np.ndarray
    landslide: np.ndarray


def split_shares(text: str, parameter: str = "SPLIT") -> tuple[float, float, float]:
    """Return the shares of train, val and test from a text such as ``70,15,15``; raises InputError for another text."""
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    # written so that NaN, which compares false with everything, is refused too
    if not (len(numbers) == len(SPLITS) and min(numbers) >= 0 and abs(sum(numbers) - 100) <= 0.01 and numbers[0] > 0):
        raise InputError(
            parameter, text, "is not three percentages for train, val and test that add up to 100; write, say, 70,15,15"
        )
    return tuple(number / 100 for number in numbers)


def draw_split(
    layout: ChipLayout,
    cells: CellsInChips,
    positive: np.ndarray,
    shares: Sequence[float],
    seed: int,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> Split:
    """Give each chip and each landslide a split.

    Val and test get rectangular territories and train the rest. Chips across a border have to be left out, so many
    territories are drawn and those are taken that leave fewest splits empty and then hold the largest set of chips of
    ``positive`` (chips,) bool, and of landslide cells in them, in just the wanted shares; what is beyond these shares counts a
    little, as it is kept too.
    """
    generator = np.random.default_rng(seed)
    extent = np.array([layout.row_starts[-1] + layout.size, layout.column_starts[-1] + layout.size])
    chips = _Chips(layout, cells, positive)
    best: list[_Territory] = []  # all train, where nothing else fits
    best_score = chips.score(best, shares)
    for draw in track(range(2 * DRAWS), 2 * DRAWS, "Drawing splits", progress, should_stop):
        if draw < DRAWS:
            candidate = _random_territories(generator, extent, layout.size, shares)
        else:
            candidate = _moved(generator, best, extent)
        score = chips.score(candidate, shares)
        if score > best_score:
            best, best_score = candidate, score
    return chips.split(best)


@dataclass(frozen=True)
class _Territory:
    """A rectangle that belongs to val (1) or test (2): first row, first column, last row, last column (exclusive)."""

    split: int
    limits: np.ndarray


class _Chips:
    """The chips of a layout, ready to be tried in many territories."""

    def __init__(self, layout: ChipLayout, cells: CellsInChips, positive: np.ndarray):
        self._first = np.stack([layout.rows, layout.columns])
        self._last = self._first + layout.size
        self._cells = cells
        self._positive = positive
        self._cells_per_chip = cells.per_chip(len(layout))[positive]
        self._landslides = len(cells.all_touched)

    def split(self, territories: Sequence[_Territory]) -> Split:
        chip = self._by_place(territories)
        pairs = self._cells
        kept = chip[pairs.chip] != LEFT_OUT
        votes = np.bincount(
            pairs.landslide[kept] * len(SPLITS) + chip[pairs.chip[kept]],
            weights=pairs.cells[kept],
            minlength=self._landslides * len(SPLITS),
        )
        landslide = votes.reshape(-1, len(SPLITS)).argmax(axis=1).astype(np.int8)
        torn = pairs.chip[landslide[pairs.landslide] != chip[pairs.chip]]
        chip[torn] = LEFT_OUT
        return Split(chip, landslide)

    def score(self, territories: Sequence[_Territory], shares: Sequence[float]) -> tuple[bool, int, float]:
        split = self.split(territories).chip[self._positive]
        kept = split != LEFT_OUT
        chips = np.bincount(split[kept], minlength=len(SPLITS))
        cells = np.bincount(split[kept], weights=self._cells_per_chip[kept], minlength=len(SPLITS))
        wanted = np.asarray(shares) > 0
        parts = np.stack([chips / len(split), cells / self._cells_per_chip.sum()])
        in_shares = (parts[:, wanted] / np.asarray(shares)[wanted]).min()
        return bool(chips[0]), int((chips[wanted] > 0).sum()), float(in_shares + WEIGHT_OF_SURPLUS * parts.sum() / 2)

    def _by_place(self, territories: Sequence[_Territory]) -> np.ndarray:
        inside = np.zeros((len(SPLITS), self._first.shape[1]), dtype=bool)
        touched = np.zeros_like(inside)
        for territory in territories:
            start, end = territory.limits[:2, np.newaxis], territory.limits[2:, np.newaxis]
            inside[territory.split] |= ((self._first >= start) & (self._last <= end)).all(axis=0)
            touched[territory.split] |= ((self._first < end) & (self._last > start)).all(axis=0)
        val, test = SPLITS.index("val"), SPLITS.index("test")
        chip = np.full(self._first.shape[1], LEFT_OUT, dtype=np.int8)
        chip[~touched.any(axis=0)] = SPLITS.index("train")
        chip[inside[val] & ~touched[test]] = val
        chip[inside[test] & ~touched[val]] = test
        return chip


def _random_territories(
    generator: np.random.Generator, extent: np.ndarray, size: int, shares: Sequence[float]
) -> list[_Territory]:
    """Draw rectangles for val and test of about their share of the scene; the larger the scene the more, up to four each."""
    territories = []
    for split, share in enumerate(shares):
        # a scene of one or two chips has no room for every split, so now and then one goes without
        if split == SPLITS.index("train") or share == 0 or generator.random() < 0.1:
            continue
        area = share * generator.uniform(0.6, 1.8) * extent.prod()
        count = int(np.clip(area / size**2 / CHIPS_PER_TERRITORY, 1, MOST_TERRITORIES))
        for _ in range(count):
            ratio = np.exp(generator.uniform(-0.7, 0.7))
            sides = np.sqrt(area / count) * np.array([ratio, 1 / ratio])
            sides = np.clip(np.rint(sides), min(size, extent.min()), extent)
            # drawn from beyond the edges and moved back, because a rectangle in a corner has fewer borders to lose chips at
            first = np.clip(generator.uniform(-sides / 2, extent - sides / 2), 0, extent - sides)
            territories.append(_Territory(split, np.rint(np.concatenate([first, first + sides]))))
    return territories


def _moved(generator: np.random.Generator, territories: Sequence[_Territory], extent: np.ndarray) -> list[_Territory]:
    scale = 0.05 * np.tile(extent, 2)
    return [
        _Territory(t.split, np.clip(np.rint(t.limits + generator.normal(size=4) * scale), 0, np.tile(extent, 2)))
        for t in territories
    ]
