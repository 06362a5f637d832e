"""Mapping a model over a factor stack, window by window, in memory that does not grow with the raster."""

import os
from typing import TYPE_CHECKING, Protocol

import numpy as np

from .factor_stack import FactorStack
from .patches import read_mirrored
from .progress import Progress, ShouldStop, never_stop, no_progress, track
from .raster import Band, create_raster

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .grid import Window


class Encoder(Protocol):
    """What predicting needs of a model's encoder."""

    def unknown_categories(self, values: np.ndarray) -> dict[str, list[int]]:
        """Return, per categorical factor, the categories of raw values (factors, ...) that training never saw."""


class RasterModel(Protocol):
    """What predicting needs of a model."""

    margin: int
    block: int
    """Cells a side that are predicted between two looks at Cancel."""
    encoder: "Encoder"

    def predict_raster(self, values: np.ndarray) -> np.ndarray:
        """Return float32 (rows, columns) for values (factors, rows + 2 × margin, columns + 2 × margin)."""


def predicted_windows(
    stack: FactorStack,
    names: list[str],
    model: RasterModel,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> "Iterator[tuple[Window, np.ndarray, np.ndarray]]":
    """Yield windows, the raw values of the factors ``names`` with margin, and the model's answer (rows, columns).

    Beyond the raster's edge the raster is mirrored, as it was for the samples.
    """
    windows = stack.grid.windows(model.block)
    for window in track(windows, stack.grid.window_count(model.block), "Predicting", progress, should_stop):
        values = read_mirrored(stack, window.grown(model.margin), names)
        yield window, values, model.predict_raster(values)


def write_susceptibility(
    path: str | os.PathLike,
    stack: FactorStack,
    names: list[str],
    model: RasterModel,
    metadata: dict[str, str],
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> tuple[int, dict[str, set[int]]]:
    """Write the susceptibility raster (Float32 in [0, 1], nodata NaN).

    Returns how many cells have a value and, per categorical factor, the categories that the model's encoder does not know.
    """
    count, unknown = 0, {}
    with create_raster(path, stack.grid, [Band("susceptibility")], metadata=metadata) as writer:
        for window, values, probabilities in predicted_windows(stack, names, model, progress, should_stop):
            for name, categories in model.encoder.unknown_categories(values).items():
                unknown.setdefault(name, set()).update(categories)
            count += int(np.isfinite(probabilities).sum())
            writer.write(probabilities, window)
    return count, unknown
