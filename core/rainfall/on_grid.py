"""Rain summed up and put on the cells of a reference grid."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from ..factor import CONTINUOUS
from ..factors.resampling import BandOnGrid, warped
from ..grid import Grid, Window
from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from ..raster import Band, Raster, create_raster, open_raster
from .choices import CUBIC
from .region import Region, region_around
from .series import PARAMETER
from .totals import RainTotals


class RainOnGrid:
    """The rain of a region on a grid; ``read`` gives float32 (rows, columns) of a window, NaN where there is none."""

    def __init__(self, totals: Raster, grid: Grid, resampling: str):
        self._source = BandOnGrid(totals, 0, grid, CONTINUOUS)
        self._cubic = warped(totals, 0, grid, CUBIC) if resampling == CUBIC and self._source.method != "unchanged" else None
        self.method = CUBIC if self._cubic is not None else self._source.method

    def close(self) -> None:
        """Let go of the files, so that they can be removed."""
        self._source = self._cubic = None

    def read(self, window: Window) -> np.ndarray:
        """Return the rain of a window in mm; cubic curves that dip below 0 are cut there."""
        if self._cubic is None:
            return self._source.read(window)
        return np.maximum(self._cubic.read(window)[0], 0)


@contextmanager
def rain_on_grid(
    totals: RainTotals,
    grid: Grid,
    resampling: str,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> Iterator[RainOnGrid]:
    """Sum the rain up on its own cells around ``grid``, in a temporary file, and yield it on the cells of ``grid``."""
    series = totals.series
    region = region_around(grid, series.grid, PARAMETER, series.raster.path)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rain.tif"
        with create_raster(path, region.grid, [Band("rain")]) as writer:
            count = region.grid.window_count()
            for window in track(region.grid.windows(), count, "Summing up rain", progress, should_stop):
                writer.write(_read(totals, region, window, should_stop), window)
        with open_raster(path, PARAMETER) as raster:
            rain = RainOnGrid(raster, grid, resampling)
            try:
                yield rain
            finally:
                rain.close()


def _read(totals: RainTotals, region: Region, window: Window, should_stop: ShouldStop) -> np.ndarray:
    values = np.empty((window.height, window.width), dtype=np.float32)
    for piece, column in region.pieces(window):
        values[:, column : column + piece.width] = totals.read(piece, should_stop)
    return values
