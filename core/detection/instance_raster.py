"""Landslides known one by one, painted into rasters: their numbers, and their scores as a map."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np

from ..grid import Grid, Window
from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from ..raster import Raster, RasterWriter


class Painted(Protocol):
    """A landslide: bool ``cells`` (rows, columns) that start at ``row`` and ``column`` of the grid."""

    row: int
    column: int
    cells: np.ndarray


def write_numbers(instances: Sequence[Painted], grid: Grid, writer: RasterWriter) -> None:
    """Write each cell's landslide: 1 for the first, which lies on top, 0 for none."""
    first = np.array([instance.row for instance in instances], dtype=np.int64)
    last = first + np.array([len(instance.cells) for instance in instances], dtype=np.int64)
    for strip in grid.strips():
        numbers = np.zeros((strip.height, strip.width), dtype=np.int32)
        for index in np.flatnonzero((first < strip.row + strip.height) & (last > strip.row))[::-1]:
            instance = instances[index]
            top, bottom = max(instance.row, strip.row), min(int(last[index]), strip.row + strip.height)
            cells = instance.cells[top - instance.row : bottom - instance.row]
            columns = slice(instance.column, instance.column + cells.shape[1])
            numbers[top - strip.row : bottom - strip.row, columns][cells] = index + 1
        writer.write(numbers, strip)


def write_scores(
    numbers: Raster,
    scores: Sequence[float],
    wanted: Callable[[Window], np.ndarray],
    writer: RasterWriter,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> None:
    """Write the score of each cell's landslide, 0 outside of all, NaN where bool ``wanted`` (rows, columns) is False."""
    values = np.concatenate([[0.0], scores]).astype(np.float32)
    windows = list(numbers.grid.windows(512))
    for window in track(windows, len(windows), "Writing scores", progress, should_stop):
        number = numbers.read(window, [0])[0].astype(np.int64)
        writer.write(np.where(wanted(window), values[number], np.float32(np.nan)), window)
