"""The windows of a scene in batches, as networks want them.

A network sees windows of the size it was trained with, on a lattice that hangs on the scene alone. So nothing that concerns
memory can change the result: not how much is read or computed together, and not squeeze-and-excitation, which averages over
all that the network sees at once.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import numpy as np

from ...core.detection.read_ahead import read_ahead
from ...core.detection.tiling import Tiling
from ...core.grid import Window
from ...core.progress import Progress, ShouldStop, never_stop, no_progress, stop_if_asked

Read = Callable[[Window], tuple[np.ndarray, np.ndarray]]
"""Window → float32 (bands, rows, columns) with NaN for nodata, and bool (rows, columns): the cells to predict. Both go beyond
the scene, where there is nothing to predict."""


@dataclass(frozen=True)
class Batch:
    """Windows of one row of the lattice: its number, the columns of cells where they start, float32 ``tiles`` (windows, bands,
    size, size) and bool ``wanted`` (windows, size, size). ``skipped`` are columns of windows with nothing to predict;
    ``last`` is True for the last batch of the row."""

    number: int
    columns: list[int]
    tiles: np.ndarray
    wanted: np.ndarray
    skipped: list[int]
    last: bool


def batches(
    tiling: Tiling,
    read: Read,
    at_once: int,
    tile_size: int,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> Iterator[Batch]:
    """Yield all windows row by row, at most ``at_once`` together; about ``tile_size`` cells of a row are read together.

    Raises Cancelled between two batches.
    """
    pieces = _pieces(tiling, tile_size)
    # closed at once when anything goes wrong, so that nothing is read any more when the caller closes the scene
    with closing(read_ahead(lambda piece: _read(piece, tiling, read), pieces)) as scene:
        for done, ((number, columns), (values, wanted)) in enumerate(scene, start=1):
            ends_row = columns[-1] == tiling.column_starts[-1]
            for batch in _cut(number, columns, values, wanted, at_once, ends_row):
                stop_if_asked(should_stop)
                yield batch
            progress(done / len(pieces), "Looking for landslides")
    stop_if_asked(should_stop)


def _pieces(tiling: Tiling, tile_size: int) -> list[tuple[int, np.ndarray]]:
    """Return (number of the lattice's row, columns where windows start) for what is read together."""
    together = max(1, (tile_size - tiling.size) // tiling.step + 1)
    starts = tiling.column_starts
    firsts = range(0, len(starts), together)
    return [(number, starts[first : first + together]) for number in range(len(tiling.row_starts)) for first in firsts]


def _read(piece: tuple[int, np.ndarray], tiling: Tiling, read: Read) -> tuple[np.ndarray, np.ndarray]:
    number, columns = piece
    first, last = int(columns[0]), int(columns[-1])
    return read(Window(first, int(tiling.row_starts[number]), last - first + tiling.size, tiling.size))


def _cut(
    number: int, columns: np.ndarray, values: np.ndarray, wanted: np.ndarray, at_once: int, ends_row: bool
) -> Iterator[Batch]:
    size = values.shape[1]
    places = {int(column): slice(int(column - columns[0]), int(column - columns[0]) + size) for column in columns}
    shown = [column for column, place in places.items() if wanted[:, place].any()]
    skipped = [column for column in places if column not in shown]
    for first in range(0, max(len(shown), 1), at_once):
        here = shown[first : first + at_once]
        last = ends_row and first + at_once >= len(shown)
        tiles = np.array([values[:, :, places[column]] for column in here]).reshape(-1, len(values), size, size)
        cells = np.array([wanted[:, places[column]] for column in here], dtype=bool).reshape(-1, size, size)
        yield Batch(number, here, tiles, cells, skipped if first == 0 else [], last)
