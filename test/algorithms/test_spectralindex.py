import numpy as np
import pytest

from landslide_toolbox.core.factor_stack import open_factor_stack
from support import files_in, make_raster, read_raster


@pytest.fixture
def scene(tmp_path):
    """Blue, green, red, nir in reflectance × 10000, with nodata 0 in one corner."""
    values = np.random.default_rng(0).integers(1, 6000, (4, 40, 50)).astype(np.uint16)
    values[:, 0, 0] = 0
    path = make_raster(tmp_path / "scene.tif", values, nodata=0, names=("blue", "green", "red", "nir"))
    return path, values.astype(float)


def test_ndvi_of_named_bands(run, scene, tmp_path):
    path, values = scene
    outputs = run("spectralindex", INPUT=path, OUTPUT=str(tmp_path / "ndvi.tif"))
    expected = (values[3] - values[2]) / np.where(values[3] + values[2] == 0, np.nan, values[3] + values[2])
    np.testing.assert_allclose(read_raster(outputs["OUTPUT"])[0], expected, rtol=1e-6)
    assert np.isnan(read_raster(outputs["OUTPUT"])[0, 0, 0])
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.names == ["ndvi"]
        assert stack.factors[0].kind == "continuous"
    assert "red = band 3 (red)" in run.log
    assert "100.0% of the cells have a value" in run.log  # 1999 of 2000


def test_scale_and_offset_change_the_index_and_the_rasters_own_are_taken(run, scene, tmp_path):
    from osgeo import gdal

    path, values = scene
    given = run("spectralindex", INPUT=path, SCALE=1e-4, OFFSET=-0.01, OUTPUT=str(tmp_path / "a.tif"))
    dataset = gdal.Open(path, gdal.GA_Update)
    for band in range(1, 5):
        dataset.GetRasterBand(band).SetScale(1e-4)
        dataset.GetRasterBand(band).SetOffset(-0.01)
    del dataset
    own = run("spectralindex", INPUT=path, OUTPUT=str(tmp_path / "b.tif"))
    red, nir = (np.maximum(values[band] * 1e-4 - 0.01, 0) for band in (2, 3))
    expected = (nir - red)[1:, 1:] / (nir + red)[1:, 1:]
    np.testing.assert_allclose(read_raster(given["OUTPUT"])[0, 1:, 1:], expected, rtol=2e-5, atol=1e-6)
    np.testing.assert_array_equal(read_raster(own["OUTPUT"]), read_raster(given["OUTPUT"]))


def test_a_ratio_of_any_two_bands_is_named_after_them(run, scene, tmp_path):
    path, values = scene
    outputs = run("spectralindex", INPUT=path, INDEX="ratio", NUMERATOR=4, DENOMINATOR=1, OUTPUT=str(tmp_path / "r.tif"))
    np.testing.assert_allclose(read_raster(outputs["OUTPUT"])[0, 1:], values[3, 1:] / values[0, 1:], rtol=1e-6)
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.names == ["ratio_nir_blue"]


def test_the_median_of_three_dates(run, tmp_path):
    random = np.random.default_rng(1)
    dates = random.integers(1, 6000, (3, 2, 20, 20)).astype(np.int16)
    dates[1, :, :5] = -1
    paths = [make_raster(tmp_path / f"{i}.tif", date, nodata=-1, names=("Red", "NIR")) for i, date in enumerate(dates)]
    outputs = run(
        "spectralindex", INPUT=paths[0], DATES=paths[1:], COMPOSITE="median", NAME="NDVI summer", OUTPUT=str(tmp_path / "m.tif")
    )
    values = np.where(dates < 0, np.nan, dates)
    expected = np.nanmedian((values[:, 1] - values[:, 0]) / (values[:, 1] + values[:, 0]), axis=0)
    np.testing.assert_allclose(read_raster(outputs["OUTPUT"])[0], expected, rtol=1e-5, atol=1e-7)
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.names == ["ndvi_summer"]


def test_cancel_leaves_nothing(cancelled_run, tmp_path):
    path = make_raster(tmp_path / "big.tif", np.ones((2, 600, 1100), np.uint8), names=("red", "nir"))
    cancelled_run("spectralindex", INPUT=path, OUTPUT=str(tmp_path / "out.tif"))
    assert files_in(tmp_path) == ["big.tif"]


def test_bad_input_is_refused_in_one_sentence(refusal, scene, tmp_path):
    path, values = scene
    smaller = make_raster(tmp_path / "smaller.tif", values[:, :20], names=("blue", "green", "red", "nir"))
    unnamed = make_raster(tmp_path / "unnamed.tif", values)
    no_crs = make_raster(tmp_path / "no_crs.tif", values, epsg=None)
    rotated = make_raster(tmp_path / "rotated.tif", values, geotransform=(5e5, 9, 1, 4e6, 1, -9))

    def refused(**parameters):
        return refusal("spectralindex", **{"OUTPUT": str(tmp_path / "out.tif"), "INPUT": path, **parameters})

    assert "SWIR (not given) cannot be found" in refused(INDEX="bsi")
    assert "blue, green, red, nir; choose the band by number." in refused(INDEX="bsi")
    assert "RED (not given) cannot be found" in refused(INPUT=unnamed)
    assert f"RED (7) is not a band of {path}; choose one from 1 to 4." in refused(RED=7)
    assert "RED (4) is the same band as NIR" in refused(RED=4)
    assert "DATES" in refused(DATES=[smaller]) and "does not match INPUT" in refused(DATES=[smaller])
    assert "no coordinate reference system" in refused(INPUT=no_crs)
    empty = make_raster(tmp_path / "empty.tif", np.zeros((2, 9, 9), np.uint8), nodata=0, names=("red", "nir"))
    assert "has no cell where the index has a value" in refused(INPUT=empty)
    assert "SCALE (0) leaves no reflectance; give a number above 0" in refused(SCALE=0)
    assert "SCALE (-0.0001) leaves no reflectance" in refused(SCALE=-0.0001)
    assert "rotated" in refused(INPUT=rotated)
    assert "inputs are never changed" in refused(OUTPUT=path)
    absent = str(tmp_path / "absent.tif")
    assert absent in refused(DATES=[path, absent])
    assert absent in refused(INPUT=absent)
    assert not (tmp_path / "out.tif").exists()
