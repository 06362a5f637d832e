"""Memory of mapping a stack too large to hold: 20,000² cells of 14 factors, a virtual raster of one small tile repeated.

A logistic regression, the cheapest of the models, so that reading, writing and the windows are what is measured: the largest
network adds its own layers to a window, whatever the raster's size. GDAL's cache is kept at 64 MB, so that the tile does not
fit into it and is read again and again: left alone it takes 5 % of the machine's memory, and the peak would tell the
machine.
"""

import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from timing import Row, at_most, seconds

TILE = 2000
FACTORS = 14
GIGABYTES = 2.0
CACHE = 64
"""Megabytes that GDAL may keep of what it has read and written."""


def measure(side: int) -> list[Row]:
    """Return the peak memory of this process, so this runs in a process of its own and before anything else."""
    from osgeo import gdal

    from landslide_toolbox.core.factor_stack import open_factor_stack
    from landslide_toolbox.core.susceptibility.prediction import write_susceptibility

    gdal.SetCacheMax(CACHE * 2**20)
    with TemporaryDirectory() as folder:
        stack_path = _virtual_stack(Path(folder), side)
        with open_factor_stack(stack_path) as stack:
            model = _model(stack.factors)
            path = Path(folder) / "map.tif"
            cells: list[int] = []
            taken = seconds(lambda: cells.append(write_susceptibility(path, stack, stack.names, model, {}).cells))
    assert cells == [side**2], cells
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 2**30
    note = f"{side:,}² × {FACTORS} cells in {taken:.0f} s, {cells[0] / taken:,.0f} cells/s; GDAL's cache kept at {CACHE} MB"
    return [at_most("peak memory of a large map (GB)", peak, GIGABYTES, note)]


def _virtual_stack(folder: Path, side: int) -> Path:
    """Write a tile of factors and a virtual stack of ``side`` cells that repeats it; the tile is all that lies on disk."""
    from osgeo import gdal, osr

    from landslide_toolbox.core.factor import Factor
    from landslide_toolbox.core.factor_stack import create_factor_stack
    from landslide_toolbox.core.grid import Grid

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32643)
    tile = min(TILE, side)
    grid = Grid(reference.ExportToWkt(), (500_000.0, 10.0, 0.0, 4_000_000.0, 0.0, -10.0), tile, tile)
    factors = [Factor(f"factor_{number}") for number in range(FACTORS)]
    random = np.random.default_rng(0)
    with create_factor_stack(folder / "tile.tif", grid, factors) as writer:
        for window in grid.windows(512):
            writer.write(random.normal(size=(FACTORS, window.height, window.width)).astype(np.float32), window)
    path = folder / "stack.vrt"
    virtual = gdal.GetDriverByName("VRT").Create(str(path), side, side, 0)
    virtual.SetProjection(grid.crs_wkt)
    virtual.SetGeoTransform(grid.geotransform)
    for number, factor in enumerate(factors, start=1):
        virtual.AddBand(gdal.GDT_Float32)
        band = virtual.GetRasterBand(number)
        band.SetDescription(factor.name)
        band.SetNoDataValue(float("nan"))
        places = [(x, y) for y in range(0, side, tile) for x in range(0, side, tile)]
        sources = {f"source_{index}": _source(number, tile, *place) for index, place in enumerate(places)}
        band.SetMetadata(sources, "new_vrt_sources")
    virtual.FlushCache()
    return path


def _source(band: int, tile: int, x: int, y: int) -> str:
    return (
        f'<SimpleSource><SourceFilename relativeToVRT="1">tile.tif</SourceFilename><SourceBand>{band}</SourceBand>'
        f'<SrcRect xOff="0" yOff="0" xSize="{tile}" ySize="{tile}"/>'
        f'<DstRect xOff="{x}" yOff="{y}" xSize="{tile}" ySize="{tile}"/></SimpleSource>'
    )


def _model(factors: list):
    from landslide_toolbox.core.progress import never_stop, no_progress
    from landslide_toolbox.models.susceptibility.fitting import fit
    from landslide_toolbox.models.susceptibility.settings import DEFAULTS
    from landslide_toolbox.models.susceptibility.training_data import TrainingData

    random = np.random.default_rng(1)
    values = random.normal(size=(2000, len(factors))).astype(np.float32)
    landslide = (values[:, 0] + random.normal(size=len(values)) > 0).astype(np.int8)
    number = np.arange(1, len(values) + 1)
    data = TrainingData(factors, values[:, :, np.newaxis, np.newaxis], landslide, number * landslide, number % 3 + 1, number)
    return fit(data, DEFAULTS["logistic_regression"].changed(device="cpu"), None, no_progress, never_stop).model
