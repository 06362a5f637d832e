"""Exact natural breaks of a sample against jenkspy and QGIS, and of all cells of a raster against theirs from the sample.

jenkspy takes time that grows with the square of the values, so both get a sample, of which QGIS itself takes 3,000; the squared
deviations that their limits leave over all cells are compared with the optimum.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from timing import Row, at_least, best_of_turns, seconds

from landslide_toolbox.core.analysis.histogram import Histogram
from landslide_toolbox.core.analysis.natural_breaks import natural_breaks
from landslide_toolbox.core.grid import Grid

CLASSES = 5
SAMPLE = 5000


def write_map(path: Path, side: int) -> None:
    """Write a susceptibility-like raster of ``side`` × ``side`` cells."""
    from landslide_toolbox.core.raster import Band, create_raster

    random = np.random.default_rng(0)
    grid = Grid("", (0.0, 30.0, 0.0, 0.0, 0.0, -30.0), side, side)
    with create_raster(path, grid, [Band("susceptibility")]) as writer:
        for window in grid.windows(512):
            writer.write(random.beta(0.6, 3.0, (window.height, window.width)).astype(np.float32), window)


def windows_of(path: Path) -> Iterator[np.ndarray]:
    from landslide_toolbox.core.raster import open_raster

    with open_raster(path) as raster:
        for window in raster.grid.windows(512):
            yield raster.read(window)


def squared_deviations(histogram: Histogram, limits: np.ndarray) -> float:
    values, counts = histogram.occupied()
    number = np.searchsorted(limits, values, side="right")
    weight = np.bincount(number, counts)
    mean = np.bincount(number, counts * values) / np.maximum(weight, 1)
    return float((counts * (values - mean[number]) ** 2).sum())


def limits_of_qgis(values: np.ndarray) -> np.ndarray:
    from qgis.core import QgsClassificationJenks

    ranges = QgsClassificationJenks().classes(values.tolist(), CLASSES)
    return np.array([limit.upperBound() for limit in ranges[:-1]])


def limits_of_jenkspy(values: np.ndarray) -> np.ndarray:
    import jenkspy

    return np.array(jenkspy.jenks_breaks(values, CLASSES)[1:-1])


def filled(pieces: Iterable[np.ndarray]) -> Histogram:
    histogram = Histogram()
    for values in pieces:
        histogram.add(values)
    return histogram


def measure(side: int, turns: int) -> list[Row]:
    """Return ratios of time on a sample, and of the squared deviations that limits from a sample leave over all cells."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "map.tif"
        write_map(path, side)
        histogram = filled(windows_of(path))
        whole = seconds(lambda: natural_breaks(filled(windows_of(path)), CLASSES))
        sample = np.concatenate([values.ravel()[:: max(side**2 // SAMPLE, 1)] for values in windows_of(path)])[:SAMPLE]
    optimum = squared_deviations(histogram, natural_breaks(histogram, CLASSES))
    rows = []
    values = sample.astype(float)
    for name, limits_of in (("jenkspy", limits_of_jenkspy), ("QGIS", limits_of_qgis)):
        ours, theirs = best_of_turns(lambda: natural_breaks(filled([sample]), CLASSES), partial(limits_of, values), turns)
        worse = squared_deviations(histogram, limits_of(values)) / optimum
        note = f"{theirs:.3f} against {ours:.3f} s on {len(sample):,} values"
        rows.append(at_least(f"natural breaks: {name} over ours, time", theirs / ours, 1, note))
        note = f"squared deviations of its limits over all {histogram.total:,} cells, for which ours take {whole:.1f} s"
        rows.append(at_least(f"natural breaks: {name} over ours, deviations", worse, 1, note))
    return rows
