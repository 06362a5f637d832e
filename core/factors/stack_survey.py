"""What the layers of a stack are like: their ranges and classes, the cells valid in all, and who removes how many."""

from collections.abc import Sequence

import numpy as np

from ..errors import InputError
from ..factor import CATEGORICAL
from ..factor_stack import valid_cells
from ..grid import Grid
from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from .category_cells import check_are_classes
from .stack_layers import StackLayer, read_layers

FEW_VALUES = 256
"""Whole numbers that span less than this may be classes that nobody named."""


class Ranges:
    """Lowest and highest value per factor, over windows."""

    def __init__(self, count: int):
        self.lowest, self.highest = np.full(count, np.inf), np.full(count, -np.inf)

    def add(self, index: int, values: np.ndarray) -> None:
        """Take in values, without NaN, of one factor."""
        if values.size:
            self.lowest[index] = min(self.lowest[index], values.min())
            self.highest[index] = max(self.highest[index], values.max())


class Survey:
    """Figures about layers, gathered window by window. Use ``survey_layers``."""

    def __init__(self, layers: Sequence[StackLayer]):
        self._layers = layers
        self._names = [layer.factor.name for layer in layers]
        self.ranges = Ranges(len(layers))
        """Over the cells where the factor itself is valid."""
        self._common_ranges = Ranges(len(layers))
        self.cells = 0
        self.common = 0
        """How many cells are valid in every factor."""
        self._valid = np.zeros(len(layers), dtype=np.int64)
        self._missing_alone = np.zeros(len(layers), dtype=np.int64)
        self.codes: list[set[float]] = [set() for _ in layers]

    def add(self, values: np.ndarray) -> None:
        """Take in (factors, rows, columns); raises InputError when a categorical factor holds what is no class."""
        valid, common = np.isfinite(values), valid_cells(values)
        missing = (~valid).sum(axis=0)
        self.cells += common.size
        self.common += int(common.sum())
        for index, (band, is_valid) in enumerate(zip(values, valid, strict=True)):
            inside = band[is_valid]
            self._valid[index] += inside.size
            self._missing_alone[index] += int((~is_valid & (missing == 1)).sum())
            self.ranges.add(index, inside)
            self._common_ranges.add(index, band[common])
            if self._layers[index].factor.kind == CATEGORICAL:
                self.codes[index].update(np.unique(inside).tolist())
                check_are_classes(self.codes[index], "CATEGORICAL", self._names[index])

    def check(self) -> None:
        """Raise InputError naming factors that are all nodata or constant, or when no cell is valid in every factor."""
        empty = [name for name, count in zip(self._names, self._valid, strict=True) if count == 0]
        if empty:
            raise InputError("LAYERS", empty, "is nodata all over the reference; check extent and nodata, or leave it out")
        if self.common == 0:
            worst = self._names[self._worst]
            raise InputError("LAYERS", self._names, f"share no valid cell; {worst} lacks most, check it or leave it out")
        is_constant = self._common_ranges.lowest == self._common_ranges.highest
        constant = [name for name, flag in zip(self._names, is_constant, strict=True) if flag]
        if constant:
            raise InputError("LAYERS", constant, "is constant where all factors are valid and explains nothing; leave it out")

    @property
    def _worst(self) -> int:
        return int(self._valid.argmin())

    def lines(self) -> list[str]:
        """Return the share of common valid cells and the layer that removes most, for the log."""
        lines = [f"{self.common:,} of {self.cells:,} cells ({self.common / self.cells:.1%}) are valid in every factor."]
        if self.common < self.cells:
            lost, alone = self.cells - self._valid[self._worst], self._missing_alone[self._worst]
            name = self._names[self._worst]
            lines.append(f"{name} removes most: it lacks {lost:,} cells, and leaving it out would win back {alone:,}.")
        return lines

    def warnings(self) -> list[str]:
        """Return a sentence for each layer that may hold classes nobody named."""
        warnings = []
        for layer, span in zip(self._layers, self.ranges.highest - self.ranges.lowest, strict=True):
            if layer.may_be_classes and span < FEW_VALUES:
                name = layer.factor.name
                warnings.append(f"{name} holds few whole numbers; if they are classes, name it in CATEGORICAL.")
        return warnings


def survey_layers(
    layers: Sequence[StackLayer], grid: Grid, progress: Progress = no_progress, should_stop: ShouldStop = never_stop
) -> Survey:
    """Read all layers once and return what they are like; raises InputError as ``Survey.add`` and ``Survey.check`` do."""
    survey = Survey(layers)
    for window in track(grid.windows(), grid.window_count(), "Looking at the layers", progress, should_stop):
        survey.add(read_layers(layers, window))
    survey.check()
    return survey
