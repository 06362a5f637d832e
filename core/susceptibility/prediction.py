"""Mapping a model over a factor stack, window by window, in memory that does not grow with the raster."""

import os
from contextlib import ExitStack
from typing import Protocol

import numpy as np

from ..factor_stack import FactorStack
from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from ..raster import Band, create_raster
from .patches import read_mirrored


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

    def predict_raster_with_spread(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the same and the spread over the model's members."""


def write_susceptibility(
    path: str | os.PathLike,
    stack: FactorStack,
    names: list[str],
    model: RasterModel,
    metadata: dict[str, str],
    uncertainty: str | os.PathLike | None = None,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> tuple[int, dict[str, set[int]]]:
    """Write the susceptibility raster (Float32 in [0, 1], nodata NaN) and, at ``uncertainty``, the spread over members.

    Beyond the raster's edge the raster is mirrored, as it was for the samples. Returns how many cells have a value and, per
    categorical factor, the categories that the model's encoder does not know.
    """
    count, unknown = 0, {}
    windows = track(stack.grid.windows(model.block), stack.grid.window_count(model.block), "Predicting", progress, should_stop)
    with ExitStack() as files:
        outputs = [files.enter_context(create_raster(path, stack.grid, [Band("susceptibility")], metadata=metadata))]
        if uncertainty is not None:
            outputs.append(files.enter_context(create_raster(uncertainty, stack.grid, [Band("spread")], metadata=metadata)))
        for window in windows:
            values = read_mirrored(stack, window.grown(model.margin), names)
            for name, categories in model.encoder.unknown_categories(values).items():
                unknown.setdefault(name, set()).update(categories)
            found = [model.predict_raster(values)] if uncertainty is None else model.predict_raster_with_spread(values)
            count += int(np.isfinite(found[0]).sum())
            for output, part in zip(outputs, found, strict=True):
                output.write(part, window)
    return count, unknown
