import numpy as np
import pytest

from landslide_toolbox.core.factor_stack import open_factor_stack
from support import SHARED_DATA, files_in, make_layer, make_raster, read_raster, square

BALAKOT = SHARED_DATA / "balakot"


@pytest.fixture
def dem(tmp_path):
    values = np.random.default_rng(0).normal(1000, 50, (60, 80)).astype(np.float32)
    values[:5, :5] = -9999
    return make_raster(tmp_path / "dem.tif", values, nodata=-9999)


def test_distance_to_a_line_beyond_the_raster(run, dem, tmp_path):
    line = "LINESTRING(400000 3999397.3,600000 3999397.3)"  # row 60, one below the last
    roads = make_layer(tmp_path / "Main Roads.gpkg", [line])
    outputs = run("distancefactor", INPUT=roads, REFERENCE=dem, OUTPUT=str(tmp_path / "d.tif"))
    expected = np.repeat((60 - np.arange(60.0))[:, None] * 10, 80, axis=1)
    expected[:5, :5] = np.nan
    np.testing.assert_allclose(read_raster(outputs["OUTPUT"])[0], expected, rtol=1e-6)
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert (stack.names, stack.factors[0].units) == (["distance_to_main_roads"], "m")
    assert "distance_to_main_roads: up to 600 m." in run.log


def test_the_limit_the_name_and_the_mask_are_taken(run, dem, tmp_path):
    lake = make_layer(tmp_path / "lakes.gpkg", [square(500_000, 3_999_800, 100)])
    output = str(tmp_path / "d.tif")
    outputs = run(
        "distancefactor",
        INPUT=lake,
        REFERENCE=dem,
        MAX_DISTANCE=250,
        NAME="Lake",
        MASK_NODATA=False,
        OUTPUT=output,
    )
    values = read_raster(outputs["OUTPUT"])[0]
    assert np.isfinite(values).all()
    assert values.max() == 250
    np.testing.assert_array_equal(values[10:20, :10], 0)
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.names == ["lake"]


def test_a_distance_that_is_nowhere_above_zero_is_said(run, dem, tmp_path):
    everywhere = make_layer(tmp_path / "a.gpkg", [square(490_000, 3_990_000, 30_000)])
    run("distancefactor", INPUT=everywhere, REFERENCE=dem, OUTPUT=str(tmp_path / "d.tif"))
    assert "distance_to_a is 0 wherever the reference has values" in run.log


def test_features_in_degrees_are_reprojected_and_those_beyond_the_projection_are_left_out(run, dem, tmp_path):
    from osgeo import gdal

    metric = make_layer(tmp_path / "metric.gpkg", ["LINESTRING(500003 3999000,500007 4000500)"])
    degrees = str(tmp_path / "degrees.geojson")
    gdal.VectorTranslate(degrees, metric, dstSRS="EPSG:4326", reproject=True, layerCreationOptions=["COORDINATE_PRECISION=15"])
    text = (tmp_path / "degrees.geojson").read_text()
    antipode = '{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[165,0],[166,0]]}},'
    (tmp_path / "degrees.geojson").write_text(text.replace('"features": [', '"features": [' + antipode))
    near = run("distancefactor", INPUT=metric, REFERENCE=dem, OUTPUT=str(tmp_path / "a.tif"))
    far = run("distancefactor", INPUT=degrees, REFERENCE=dem, OUTPUT=str(tmp_path / "b.tif"))
    assert "1 features are too far away" in run.log
    np.testing.assert_allclose(read_raster(far["OUTPUT"]), read_raster(near["OUTPUT"]), atol=1e-3)


def test_cancel_leaves_nothing(cancelled_run, tmp_path):
    dem = make_raster(tmp_path / "big.tif", np.ones((600, 1100), np.float32))
    roads = make_layer(tmp_path / "roads.gpkg", ["LINESTRING(500000 3999000,510000 3995000)"])
    cancelled_run("distancefactor", INPUT=roads, REFERENCE=dem, OUTPUT=str(tmp_path / "out.tif"))
    assert files_in(tmp_path) == ["big.tif", "roads.gpkg"]


def test_bad_input_is_refused_in_one_sentence(refusal, dem, tmp_path):
    ones = np.ones((5, 5), np.float32)
    degrees = make_raster(tmp_path / "degrees.tif", ones, 0.001, (75, 35), 4326)
    feet = make_raster(tmp_path / "feet.tif", ones, epsg=2229)
    rotated = make_raster(tmp_path / "rotated.tif", ones, geotransform=(5e5, 9, 1, 4e6, 1, -9))
    no_crs = make_raster(tmp_path / "no_crs.tif", ones, epsg=None)
    roads = make_layer(tmp_path / "roads.gpkg", ["LINESTRING(500000 3000000,510000 3000000)"])
    empty = make_layer(tmp_path / "empty.gpkg", [])
    lost = make_layer(tmp_path / "lost.gpkg", ["LINESTRING(500000 4000000,1e300 1e300)"])
    placeless = make_layer(tmp_path / "placeless.gpkg", ["POINT(500000 3999990)"], epsg=None)

    def refused(**parameters):
        given = {"INPUT": roads, "REFERENCE": dem, "OUTPUT": str(tmp_path / "out.tif"), **parameters}
        return refusal("distancefactor", **given)

    assert "is in degrees" in refused(REFERENCE=degrees)
    assert "is in US survey foot" in refused(REFERENCE=feet)
    assert "rotated" in refused(REFERENCE=rotated)
    assert "REFERENCE" in refused(REFERENCE=no_crs) and "no coordinate reference system" in refused(REFERENCE=no_crs)
    assert "no features to measure to" in refused(INPUT=empty)
    assert "has a coordinate of 1e+300 m, beyond the earth" in refused(INPUT=lost)
    assert "Define projection" in refused(INPUT=placeless)
    assert "no feature within 500 m" in refused(MAX_DISTANCE=500)
    assert "MAX_DISTANCE (0.0) is not above 0" in refused(MAX_DISTANCE=0)
    assert "inputs are never changed" in refused(OUTPUT=dem)
    assert not (tmp_path / "out.tif").exists()


@pytest.mark.slow
@pytest.mark.skipif(not BALAKOT.exists(), reason="the shared Balakot data are not here")
def test_faults_beyond_the_balakot_dem_matter(run, tmp_path):
    from osgeo import gdal
    from scipy.ndimage import distance_transform_edt

    from landslide_toolbox.core.raster import open_raster
    from landslide_toolbox.core.vector import rasterised, read_features, repaired

    gdal.Translate(str(tmp_path / "dem.tif"), str(BALAKOT / "AW3D30.tif"))
    faults = str(BALAKOT / "Confirmed_faults.shp")
    outputs = run("distancefactor", INPUT=faults, REFERENCE=str(tmp_path / "dem.tif"), OUTPUT=str(tmp_path / "d.tif"))
    with open_raster(tmp_path / "dem.tif") as raster:
        grid = raster.grid
    pad = 800
    touched = rasterised(repaired(read_features(faults))[0], grid, grid.whole().grown(pad)) > 0
    expected = distance_transform_edt(~touched, sampling=grid.cell_width)[pad:-pad, pad:-pad]
    inside_only = distance_transform_edt(~touched[pad:-pad, pad:-pad], sampling=grid.cell_width)
    values = read_raster(outputs["OUTPUT"])[0]
    np.testing.assert_allclose(values, expected, rtol=1e-6)
    assert (np.abs(values - inside_only) > 1).mean() > 0.01
    assert "third dimension" in run.log
