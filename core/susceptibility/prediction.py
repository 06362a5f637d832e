"""Mapping a model over a factor stack, window by window, in memory that does not grow with the raster."""

import os
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from ..factor_stack import FactorStack
from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from ..raster import Band, RasterWriter, create_raster
from .patches import read_mirrored

APPLICABLE = {
    1: ("within the area of applicability", (90, 180, 172)),
    0: ("outside: unlike the training samples", (178, 24, 43)),
}
"""Values of the band applicable: label and colour, as in the style of the raster."""


class Encoder(Protocol):
    """What predicting needs of a model's encoder."""

    def unknown_categories(self, values: np.ndarray) -> dict[str, list[float]]:
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


class Dissimilarity(Protocol):
    """What telling where a model should be believed needs of its applicability."""

    threshold: float

    def dissimilarity(self, values: np.ndarray) -> np.ndarray:
        """Return the dissimilarity index float32 (...) of raw values (factors, ...), NaN where a factor is missing."""


@dataclass(frozen=True)
class Beside:
    """Rasters to write beside the susceptibility, or None.

    ``uncertainty``: the spread over the model's members. ``applicability``: the dissimilarity index and whether the cell lies
    within the area of applicability, which ``area`` tells.
    """

    uncertainty: str | os.PathLike | None = None
    applicability: str | os.PathLike | None = None
    area: Dissimilarity | None = None


@dataclass
class Mapped:
    """What was mapped: cells with a value, those of them outside the area of applicability, categories never seen."""

    cells: int = 0
    outside: int = 0
    unknown: dict[str, set[float]] = field(default_factory=dict)


def write_susceptibility(
    path: str | os.PathLike,
    stack: FactorStack,
    names: list[str],
    model: RasterModel,
    metadata: dict[str, str],
    beside: Beside = Beside(),
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> Mapped:
    """Write the susceptibility raster (Float32 in [0, 1], nodata NaN) and those beside it.

    Beyond the raster's edge the raster is mirrored, as it was for the samples.
    """
    mapped = Mapped()
    windows = track(stack.grid.windows(model.block), stack.grid.window_count(model.block), "Predicting", progress, should_stop)
    with ExitStack() as files:

        def created(path: str | os.PathLike, *bands: str, **more: str) -> RasterWriter:
            return files.enter_context(
                create_raster(path, stack.grid, [Band(name) for name in bands], metadata=metadata | more)
            )

        outputs = [created(path, "susceptibility")]
        if beside.uncertainty is not None:
            outputs.append(created(beside.uncertainty, "spread"))
        if beside.applicability is not None:
            threshold = f"{beside.area.threshold:.6g}"
            area_raster = created(beside.applicability, "dissimilarity", "applicable", THRESHOLD=threshold)
            area_raster.label(1, APPLICABLE)
        for window in windows:
            values = read_mirrored(stack, window.grown(model.margin), names)
            for name, categories in model.encoder.unknown_categories(values).items():
                mapped.unknown.setdefault(name, set()).update(categories)
            found = [model.predict_raster(values)] if len(outputs) == 1 else model.predict_raster_with_spread(values)
            mapped.cells += int(np.isfinite(found[0]).sum())
            for output, part in zip(outputs, found, strict=True):
                output.write(part, window)
            if beside.applicability is not None:
                inner = values[:, model.margin : model.margin + window.height, model.margin : model.margin + window.width]
                bands = _applicability_bands(beside.area, inner)
                mapped.outside += int((bands[1] == 0).sum())
                area_raster.write(bands, window)
    return mapped


def _applicability_bands(area: Dissimilarity, values: np.ndarray) -> np.ndarray:
    """Return float32 (2, rows, columns): the index, and 1 within the threshold or 0 beyond; NaN where a factor is missing."""
    index = area.dissimilarity(values)
    return np.stack([index, np.where(np.isnan(index), np.nan, index <= area.threshold).astype(np.float32)])
