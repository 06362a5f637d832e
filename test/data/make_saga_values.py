"""Makes saga_terrain.tif: a small DEM with the values that SAGA (https://saga-gis.sourceforge.io) derives from it.

    apt install saga
    PYTHONPATH=test:<environment>/site-packages /usr/bin/python3 test/data/make_saga_values.py

Kept so that the tests can compare with SAGA where it is not installed. ``saga_values`` also serves the test on a real DEM.
"""

import subprocess
import tempfile
from pathlib import Path

import numpy as np
from osgeo import gdal

from support import make_raster

TARGET = Path(__file__).with_name("saga_terrain.tif")
CELL = 30.0
BANDS = ("altitude", "slope", "aspect", "plan_curvature", "profile_curvature", "filled", "mfd", "d8")


def hill(rows=44, columns=52):
    """Return heights float32 of a rough hill, from which water runs to the edges, so that what happens there counts little."""
    random = np.random.default_rng(3)
    x, y = np.meshgrid(np.arange(columns) - columns / 2, np.arange(rows) - rows / 2)
    heights = 900 - 9 * np.hypot(x, 1.2 * y) + 8 * np.sin(x / 5) + random.normal(0, 5, (rows, columns))
    return heights.astype(np.float32)


def saga_values(dem, folder):
    """Return {band name: float64 (rows, columns)} as SAGA derives them from a DEM file; NaN for nodata."""
    folder = Path(folder)

    def path(name):
        return str(folder / f"{name}.sgrd")

    outputs = {"SLOPE": "slope", "ASPECT": "aspect", "C_PLAN": "plan_curvature", "C_PROF": "profile_curvature"}
    targets = {option: path(name) for option, name in outputs.items()}
    saga("ta_morphometry", "0", ELEVATION=dem, METHOD=6, UNIT_SLOPE=1, UNIT_ASPECT=1, **targets)
    saga("ta_preprocessor", "4", ELEV=dem, FILLED=path("filled"), MINSLOPE=0.1)
    for name, method in (("mfd", 4), ("d8", 0)):
        flow = {"FLOW_UNIT": 0, "CONVERGENCE": 1.1, "LINEAR_DO": 0}
        saga("ta_hydrology", "0", ELEVATION=path("filled"), FLOW=path(name), METHOD=method, **flow)
    values = {name: read(folder / f"{name}.sdat") for name in BANDS[1:]}
    return {"altitude": read(dem), **values}


def saga(library, tool, **options):
    arguments = [text for name, value in options.items() for text in (f"-{name}", str(value))]
    subprocess.run(["saga_cmd", library, tool, *arguments], check=True, capture_output=True)


def read(path):
    dataset = gdal.Open(str(path))
    values = dataset.ReadAsArray().astype(float)
    values[values == dataset.GetRasterBand(1).GetNoDataValue()] = np.nan
    return values


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        source = make_raster(Path(temporary) / "dem.tif", hill(), CELL)
        found = saga_values(source, temporary)
    plain = make_raster(
        TARGET.with_suffix(".plain.tif"), np.stack([found[name] for name in BANDS]).astype("float32"), CELL, names=BANDS
    )
    gdal.Translate(str(TARGET), plain, creationOptions=["COMPRESS=DEFLATE", "PREDICTOR=3", "ZLEVEL=9"])
    Path(plain).unlink()
