"""Exact natural breaks of a raster of 10⁷ cells: time beyond reading it, and against what a user would run instead.

    PYTHONPATH=<environment>/site-packages /usr/bin/python3 benchmarks/natural_breaks.py

mapclassify's FisherJenks and QGIS's Jenks classes cannot take 10⁷ values in reasonable time: they get (or take) a sample,
and the squared deviations that their limits leave over all cells are compared with the optimum.
"""

import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import toolbox  # noqa: F401

from landslide_toolbox.core.analysis.histogram import Histogram
from landslide_toolbox.core.analysis.natural_breaks import natural_breaks
from landslide_toolbox.core.grid import Grid
from landslide_toolbox.core.raster import Band, create_raster, open_raster

SIDE = 3200
CLASSES = 5
SAMPLE = 5000


def write_susceptibility(path: Path) -> None:
    """Write a susceptibility-like raster of SIDE × SIDE cells."""
    random = np.random.default_rng(0)
    grid = Grid("", (0.0, 30.0, 0.0, 0.0, 0.0, -30.0), SIDE, SIDE)
    with create_raster(path, grid, [Band("susceptibility")]) as writer:
        for window in grid.windows(512):
            writer.write(random.beta(0.6, 3.0, (window.height, window.width)).astype(np.float32), window)


def windows_of(path: Path) -> Iterator[np.ndarray]:
    with open_raster(path) as raster:
        for window in raster.grid.windows(512):
            yield raster.read(window)


def seconds(action) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


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


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "susceptibility.tif"
        write_susceptibility(path)
        reading = min(seconds(lambda: sum(1 for _ in windows_of(path))) for _ in range(3))
        histogram = Histogram()
        counting = seconds(lambda: fill(histogram, windows_of(path)))
        optimising = seconds(lambda: natural_breaks(histogram, CLASSES))
        sample = np.concatenate([values.ravel()[::1000] for values in windows_of(path)])[:SAMPLE].astype(float)
    beyond = counting - reading + optimising
    print(f"cells                          {histogram.total:,}")
    print(f"reading alone                  {reading:.2f} s")
    print(f"exact breaks beyond reading    {beyond:.2f} s (ratio to reading {beyond / reading:.2f})")
    compare(histogram, sample, counting + optimising)


def compare(histogram: Histogram, sample: np.ndarray, whole_time: float) -> None:
    from mapclassify import FisherJenks

    best = squared_deviations(histogram, natural_breaks(histogram, CLASSES))
    of_ours = seconds(lambda: natural_breaks(fill(Histogram(), [sample]), CLASSES))
    others = {"mapclassify": lambda: FisherJenks(sample, CLASSES).bins[:-1], "QGIS": lambda: limits_of_qgis(sample)}
    for name, limits_of in others.items():
        taken = seconds(limits_of)
        worse = squared_deviations(histogram, limits_of()) / best
        print(f"{name} on a sample of {sample.size:,}: {taken:.2f} s = {taken / of_ours:.1f} × our time on that sample,")
        print(f"    {taken / whole_time:.2f} × our time on all cells with reading; leaves {worse:.4f} × the optimal deviations")


def fill(histogram: Histogram, pieces: Iterable[np.ndarray]) -> Histogram:
    for values in pieces:
        histogram.add(values)
    return histogram


if __name__ == "__main__":
    main()
