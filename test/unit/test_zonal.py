"""What a raster holds under polygons, whatever their size."""

import numpy as np

from landslide_toolbox.core.detection.zonal import mean_under
from landslide_toolbox.core.raster import open_raster
from landslide_toolbox.core.vector import read_features
from support import make_layer, make_raster, square

WEST, NORTH = 500_000, 4_000_000


def test_means_leave_out_nodata_and_small_polygons_take_the_cells_they_touch(tmp_path):
    values = np.arange(100, dtype=np.float32).reshape(10, 10)
    values[0] = np.nan
    shapes = [
        square(WEST + 20, NORTH - 40, 20),  # rows 2 and 3, columns 2 and 3
        square(WEST + 20, NORTH - 20, 20),  # rows 0 and 1, and row 0 has no data
        square(WEST + 48, NORTH - 52, 4),  # no cell's centre, but the corners of four cells
        square(WEST + 20, NORTH - 10, 10),  # nodata
        square(WEST - 500, NORTH, 10),  # beyond the raster
    ]
    features = read_features(make_layer(tmp_path / "p.gpkg", shapes))
    with open_raster(make_raster(tmp_path / "v.tif", values, nodata=float("nan"))) as raster:
        found = mean_under(features, raster)
    np.testing.assert_allclose(found, [27.5, 12.5, (44 + 45 + 54 + 55) / 4, np.nan, np.nan])
