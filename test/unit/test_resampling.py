"""Bands on another grid: which method, which values, and when not to touch them."""

import numpy as np
import pytest
from osgeo import gdal

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.factor import CATEGORICAL, CIRCULAR, CONTINUOUS
from landslide_toolbox.core.factors.resampling import BandOnGrid
from landslide_toolbox.core.grid import Grid, Window
from landslide_toolbox.core.raster import open_raster
from support import UTM, make_raster, wkt_of

X, Y = 500_000.0, 4_000_000.0
GRID = Grid(wkt_of(UTM), (X, 30.0, 0.0, Y, 0.0, -30.0), 40, 30)


def on_grid(path, kind=CONTINUOUS, band=0, grid=GRID):
    return BandOnGrid(open_raster(path, "LAYERS"), band, grid, kind)


@pytest.mark.parametrize("shift", [0.0, 4e-5, 0.029])
def test_cells_that_lie_on_each_other_pass_bit_for_bit(tmp_path, shift):
    values = np.random.default_rng(0).normal(size=(30, 40)).astype(np.float32)
    values[3, 5] = -9999
    layer = on_grid(make_raster(tmp_path / "a.tif", values, 30, (X + shift, Y - shift), nodata=-9999))
    assert layer.method == "unchanged"
    values[3, 5] = np.nan
    np.testing.assert_array_equal(layer.read(GRID.whole()).view(np.int32), values.view(np.int32))


def test_a_larger_raster_on_the_same_lattice_is_cut_out_and_a_smaller_one_is_nan_around(tmp_path):
    values = np.arange(50 * 60, dtype=np.float32).reshape(50, 60)
    larger = on_grid(make_raster(tmp_path / "a.tif", values, 30, (X - 300, Y + 60)))
    assert larger.method == "unchanged"
    np.testing.assert_array_equal(larger.read(GRID.whole()), values[2:32, 10:50])
    np.testing.assert_array_equal(larger.read(Window(3, 4, 5, 6)), values[6:12, 13:18])
    smaller = on_grid(make_raster(tmp_path / "b.tif", values[:5, :5], 30, (X + 60, Y - 90)))
    read = smaller.read(GRID.whole())
    np.testing.assert_array_equal(read[3:8, 2:7], values[:5, :5])
    assert np.isnan(read).sum() == 30 * 40 - 25


@pytest.mark.parametrize(
    ("cell", "origin"), [(30.0, (X + 0.04, Y)), (30.001, (X, Y)), (10.0, (X, Y)), (60.0, (X, Y)), (30.0, (X + 15, Y))]
)
def test_cells_that_do_not_are_resampled(tmp_path, cell, origin):
    assert on_grid(make_raster(tmp_path / "a.tif", np.ones((90, 120), np.float32), cell, origin)).method != "unchanged"


def test_finer_continuous_cells_are_averaged_without_their_nodata(tmp_path):
    values = np.random.default_rng(1).normal(size=(90, 120)).astype(np.float32)
    values[0:3, 0:3] = -1
    values[3, 3] = -1
    layer = on_grid(make_raster(tmp_path / "a.tif", values, 10, nodata=-1))
    assert layer.method == "average"
    read = layer.read(GRID.whole())
    masked = np.where(values == -1, np.nan, values).reshape(30, 3, 40, 3)
    np.testing.assert_allclose(read[1:, 1:], np.nanmean(masked[1:, :, 1:], axis=(1, 3)), rtol=1e-5, atol=1e-6)
    assert np.isnan(read[0, 0])


def test_coarser_continuous_cells_are_bilinear(tmp_path):
    rows, columns = np.indices((20, 25))
    plane = (3.0 * columns - 2.0 * rows).astype(np.float32)
    layer = on_grid(make_raster(tmp_path / "a.tif", plane, 60, (X - 60, Y + 60)))
    assert layer.method == "bilinear"
    x, y = GRID.centres(*np.indices((30, 40)))
    expected = 3 * ((x - X + 60) / 60 - 0.5) - 2 * ((Y + 60 - y) / 60 - 0.5)
    np.testing.assert_allclose(layer.read(GRID.whole()), expected, atol=1e-3)


@pytest.mark.parametrize("kind", [CATEGORICAL, CIRCULAR])
@pytest.mark.parametrize("cell", [7.0, 55.0])
def test_classes_and_aspect_are_never_mixed(tmp_path, kind, cell):
    values = np.random.default_rng(2).choice(np.array([-1, 1, 359, 17], np.float32), size=(150, 180))
    layer = on_grid(make_raster(tmp_path / "a.tif", values, cell), kind)
    assert layer.method == "nearest"
    read = layer.read(GRID.whole())
    rows, columns = np.indices((30, 40))
    at_row, at_column = ((rows + 0.5) * 30 // cell).astype(int), ((columns + 0.5) * 30 // cell).astype(int)
    reached = (at_row < 150) & (at_column < 180)
    np.testing.assert_array_equal(read, np.where(reached, values[np.minimum(at_row, 149), np.minimum(at_column, 179)], np.nan))


def test_nodata_of_one_band_does_not_take_the_others_with_it(tmp_path):
    values = np.random.default_rng(3).normal(size=(2, 90, 120)).astype(np.float32)
    values[0, :30] = np.nan
    path = make_raster(tmp_path / "a.tif", values, 10, nodata=float("nan"))
    assert np.isnan(on_grid(path, band=0).read(GRID.whole())[:10]).all()
    assert np.isfinite(on_grid(path, band=1).read(GRID.whole())).all()


def test_nan_without_a_nodata_value_is_nodata(tmp_path):
    values = np.ones((90, 120), np.float32)
    values[4, 4] = np.nan
    read = on_grid(make_raster(tmp_path / "a.tif", values, 10)).read(GRID.whole())
    np.testing.assert_array_equal(read, 1)


def test_another_reference_system_is_reprojected(tmp_path):
    x, y = np.meshgrid(X + 15 + 30 * np.arange(-20, 60), Y - 15 - 30 * np.arange(-20, 50))
    path = make_raster(tmp_path / "utm.tif", (x - X + 2 * (Y - y)).astype(np.float32), 30, (X - 600, Y + 600))
    gdal.Warp(
        str(tmp_path / "degrees.tif"), path, dstSRS="EPSG:4326", resampleAlg="bilinear", dstNodata=-9999, errorThreshold=0
    )
    layer = on_grid(str(tmp_path / "degrees.tif"))
    assert layer.method == "bilinear"
    assert "EPSG:4326" in layer.describe()
    x, y = GRID.centres(*np.indices((30, 40)))
    # the surface rises by 90 over a cell's diagonal, and GDAL's widened bilinear kernel is true to a tenth of a cell
    np.testing.assert_allclose(layer.read(GRID.whole()), x - X + 2 * (Y - y), atol=9)
    # 10 m cells in degrees: three to a cell, found in spite of the other unit
    gdal.Warp(str(tmp_path / "fine.tif"), path, dstSRS="EPSG:4326", xRes=0.0001, yRes=0.0001, dstNodata=-9999)
    assert on_grid(str(tmp_path / "fine.tif")).method == "average"


def test_a_raster_without_crs_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"LAYERS .*no coordinate reference system"):
        on_grid(make_raster(tmp_path / "a.tif", np.ones((3, 3), np.float32), epsg=None))
