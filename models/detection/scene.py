"""Whole scenes, from windows to one answer: blended probabilities of semantic networks, merged instances of Mask R-CNN."""

from collections.abc import Callable

import numpy as np

from ...core.detection.tiling import Tiling
from ...core.grid import Window
from ...core.progress import Progress, ShouldStop, never_stop, no_progress
from .detector import Detector
from .instance_merging import SceneInstance, merged, placed
from .scene_windows import Read, batches

Write = Callable[[np.ndarray, Window], None]
"""Takes float32 (rows, columns) and the window they fill."""


def predict_probability(
    detector: Detector,
    tiling: Tiling,
    read: Read,
    write: Write,
    tile_size: int = 2048,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> None:
    """Predict the probability of landslide in every cell of a scene, by a semantic network, blended where windows overlap.

    Rows are written as soon as no further window reaches them, so that memory holds one row of windows and no more. Cells that
    are not to be predicted become NaN.
    """
    blend = _Blend(tiling, write)
    at_once = max(1, detector.cells_at_once // tiling.size**2)
    for batch in batches(tiling, read, at_once, tile_size, progress, should_stop):
        for column in batch.skipped:
            blend.skip(column)
        if batch.columns:
            probabilities = np.where(batch.wanted, detector.probabilities(batch.tiles), np.nan)
            for column, probability in zip(batch.columns, probabilities, strict=True):
                blend.add(batch.number, column, probability)
        if batch.last:
            blend.finish(batch.number)


def predict_instances(
    detector: Detector,
    tiling: Tiling,
    read: Read,
    threshold: float,
    tile_size: int = 2048,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> list[SceneInstance]:
    """Return the landslides that Mask R-CNN finds in a scene with a score of at least ``threshold``, each once.

    Memory grows with the number of landslides, not with the scene.
    """
    found: list[SceneInstance] = []
    at_once = max(1, detector.cells_at_once // tiling.size**2)
    for batch in batches(tiling, read, at_once, tile_size, progress, should_stop):
        if batch.columns:
            row = int(tiling.row_starts[batch.number])
            for column, wanted, instances in zip(batch.columns, batch.wanted, detector.instances(batch.tiles), strict=True):
                window = tiling.window(row, column)
                for score, mask in zip(instances.scores, instances.masks, strict=True):
                    if score >= threshold and (mask & wanted).any():
                        found.append(placed(float(score), mask & wanted, window, tiling))
    return merged(found, should_stop)


class _Blend:
    """The row of windows being summed up, float32 (size, scene's width); NaN once a cell is known to have no prediction."""

    def __init__(self, tiling: Tiling, write: Write):
        self._tiling = tiling
        self._write = write
        self._row_weights = tiling.row_weights()
        self._column_weights = dict(zip(tiling.column_starts.tolist(), tiling.column_weights(), strict=True))
        self._sum = np.zeros((tiling.size, int(tiling.column_starts[-1]) + tiling.size), dtype=np.float32)

    def add(self, number: int, column: int, probability: np.ndarray) -> None:
        weights = self._row_weights[number][:, np.newaxis] * self._column_weights[column]
        self._sum[:, column : column + self._tiling.size] += probability * weights

    def skip(self, column: int) -> None:
        self._sum[:, column : column + self._tiling.size] = np.nan

    def finish(self, number: int) -> None:
        """Write the rows that no later window reaches, and move the others up."""
        first = int(self._tiling.row_starts[number])
        following = int([*self._tiling.row_starts, self._tiling.height][number + 1])
        rows = min(following - first, self._tiling.size)
        complete = np.clip(self._sum[:rows, : self._tiling.width], 0.0, 1.0)  # sums of weights miss 1 by a rounding error
        self._write(complete, Window(0, first, self._tiling.width, rows))
        self._sum[: self._tiling.size - rows] = self._sum[rows:].copy()
        self._sum[self._tiling.size - rows :] = 0.0
