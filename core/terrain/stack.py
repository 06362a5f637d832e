"""One pass over the windows of a DEM that writes its terrain factors as a factor stack."""

import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from ..factor_stack import create_factor_stack
from ..grid import Window
from ..progress import Progress, ShouldStop, never_stop, no_progress, track
from ..raster import Raster
from .blocks import TerrainBlocks
from .catalogue import TERRAIN_FACTORS
from .dem import read_heights

WINDOW_SIZE = 512
MOST_WORKERS = 8


def write_terrain_factors(
    dem: Raster,
    blocks: TerrainBlocks,
    path: str | os.PathLike,
    metadata: dict[str, str],
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> None:
    """Write the factors of ``blocks`` as a factor stack at ``path``, whole or not at all."""
    factors = [TERRAIN_FACTORS[name] for name in blocks.names]
    windows = _computed(dem, blocks)
    tracked = track(windows, dem.grid.window_count(WINDOW_SIZE), "Deriving terrain factors", progress, should_stop)
    with create_factor_stack(path, dem.grid, factors, metadata) as writer:
        for window, bands in tracked:
            writer.write(bands, window)


def _computed(dem: Raster, blocks: TerrainBlocks) -> Iterator[tuple[Window, np.ndarray]]:
    """Yield windows with their factors in order; other threads compute while this one reads and writes.

    Only a few windows are under way at a time, so memory does not grow with the DEM.
    """
    workers = min(os.cpu_count() or 1, MOST_WORKERS)
    under_way = deque()
    with ThreadPoolExecutor(workers) as pool:
        for window in dem.grid.windows(WINDOW_SIZE):
            heights = read_heights(dem, window.grown(blocks.halo))
            under_way.append((window, pool.submit(blocks.compute, heights, window)))
            if len(under_way) > workers:
                done, future = under_way.popleft()
                yield done, future.result()
        for done, future in under_way:
            yield done, future.result()
