import json
import re

import numpy as np
import pytest
from osgeo import gdal

from landslide_toolbox.core.factor_stack import open_factor_stack
from landslide_toolbox.core.hydrology.accumulation import upslope_cells
from landslide_toolbox.core.hydrology.depressions import treat_depressions
from landslide_toolbox.core.hydrology.surface import surface_of
from support import LAST_DIGITS, files_in, make_raster, read_raster, rough_ground

ALL = ["altitude", "slope", "aspect", "plan_curvature", "profile_curvature", "relief", "roughness", "tri", "twi", "spi"]


@pytest.fixture
def dem(tmp_path):
    heights = rough_ground(70, 60, holes=True)
    folder = tmp_path / "in"
    folder.mkdir()
    return make_raster(folder / "dem.tif", np.nan_to_num(heights, nan=-9999), 25, nodata=-9999), heights


def test_ten_factors_with_names_kinds_and_units(run, dem, tmp_path):
    path, heights = dem
    outputs = run("terrainfactors", DEM=path, OUTPUT=str(tmp_path / "terrain.tif"))
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.names == ALL
        assert [factor.name for factor in stack.factors if factor.kind == "circular"] == ["aspect"]
        assert {factor.name: factor.units for factor in stack.factors}["plan_curvature"] == "1/m"
        values = dict(zip(ALL, stack.read(), strict=True))
        record = json.loads(gdal.Open(outputs["OUTPUT"]).GetMetadata()["LANDSLIDE_TOOLBOX"])
    assert record["parameters"]["DEPRESSIONS"] == "fill"
    assert record["parameters"]["DEM"] == path and "OUTPUT" not in record["parameters"]
    for name in ALL:
        np.testing.assert_array_equal(np.isnan(values[name]), np.isnan(heights), name)
    np.testing.assert_array_equal(values["altitude"], heights)
    slope = gdal.DEMProcessing("", path, "slope", format="MEM", alg="ZevenbergenThorne").ReadAsArray()
    inside = slope != -9999
    np.testing.assert_allclose(values["slope"][inside], slope[inside], rtol=LAST_DIGITS)
    surface = surface_of(heights)
    treat_depressions(surface, "fill")
    area = upslope_cells(surface, "mfd") * 25
    tangent = np.maximum(np.tan(np.radians(values["slope"].astype(float))), 0.001)
    np.testing.assert_allclose(values["twi"], np.log(area / tangent), rtol=1e-4)
    np.testing.assert_allclose(values["spi"], area * tangent, rtol=1e-4)
    assert "MB of memory" in run.log
    assert "depressions were filled" in run.log


def test_chosen_factors_in_the_order_of_the_list_by_the_chosen_methods(run, dem, tmp_path):
    path, heights = dem
    chosen = ["spi", "slope"]
    outputs = run(
        "terrainfactors", DEM=path, FACTORS=chosen, METHOD="horn", FLOW="d8", DEPRESSIONS="none", OUTPUT=str(tmp_path / "t.tif")
    )
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.names == ["slope", "spi"]
    slope, power = read_raster(outputs["OUTPUT"])
    expected = gdal.DEMProcessing("", path, "slope", format="MEM", alg="Horn").ReadAsArray()
    np.testing.assert_allclose(slope[expected != -9999], expected[expected != -9999], rtol=LAST_DIGITS)
    area = upslope_cells(surface_of(heights), "d8") * 25
    np.testing.assert_allclose(power, area * np.maximum(np.tan(np.radians(slope.astype(float))), 0.001), rtol=1e-4)
    assert "left as they are" in run.log


def test_without_flow_no_memory_is_asked_for(run, dem, tmp_path):
    run("terrainfactors", DEM=dem[0], FACTORS=["relief"], RELIEF_WINDOW=3, OUTPUT=str(tmp_path / "t.tif"))
    assert "MB of memory" not in run.log


def test_whole_numbers_scale_and_offset_give_metres(run, tmp_path):
    stored = np.round(rough_ground(20, 30) * 10).astype(np.int16)
    path = make_raster(tmp_path / "dem.tif", stored)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.1)
    dataset.GetRasterBand(1).SetOffset(-50)
    del dataset
    outputs = run("terrainfactors", DEM=path, FACTORS=["altitude", "relief"], OUTPUT=str(tmp_path / "t.tif"))
    np.testing.assert_allclose(read_raster(outputs["OUTPUT"])[0], stored * 0.1 - 50, rtol=1e-6)


@pytest.mark.parametrize("at", [5, 40, 70])
def test_cancel_leaves_nothing(cancelled_run, dem, tmp_path, at):
    cancelled_run("terrainfactors", at=at, DEM=dem[0], OUTPUT=str(tmp_path / "terrain.tif"))
    assert files_in(tmp_path) == ["in", "in/dem.tif"]


GROUND = rough_ground(20, 20)


@pytest.mark.parametrize(
    ("raster", "words"),
    [
        ({"epsg": None}, "no coordinate reference system; give it one"),
        ({"epsg": 4326, "origin": (73, 34), "cell": 0.001}, "in degrees, .*reproject"),
        ({"epsg": 2263, "origin": (980_000, 200_000)}, "(foot|feet).*reproject"),
        ({"epsg": 3857, "origin": (8_000_000, 5_000_000)}, "slopes would be wrong; reproject .*UTM"),
        ({"geotransform": (500_000, 10, 1, 4_000_000, 1, -10)}, "rotated .*Warp"),
        ({"values": np.full((20, 20), 5, np.float32)}, "height 5 m everywhere; choose"),
        ({"values": np.full((20, 20), -1, np.float32), "nodata": -1}, "no cell with data; check"),
        ({"values": GROUND[:2]}, "at least 3 × 3 cells"),
        ({"values": np.where(GROUND.mean() < GROUND, GROUND, np.float32(-3.4e38))}, "holds the height -3.4e\\+38 m; declare"),
    ],
)
def test_a_dem_that_cannot_be_used_is_refused(refusal, tmp_path, raster, words):
    path = make_raster(tmp_path / "dem.tif", raster.pop("values", GROUND), **raster)
    sentence = refusal("terrainfactors", DEM=path, OUTPUT=str(tmp_path / "terrain.tif"))
    assert sentence.startswith("DEM (") and "dem.tif" in sentence
    assert re.search(words, sentence), sentence
    assert files_in(tmp_path) == ["dem.tif"]


def test_heights_in_feet_are_refused(refusal, tmp_path):
    path = make_raster(tmp_path / "dem.tif", GROUND)
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetUnitType("ft")
    del dataset
    assert "heights in ft, and slopes need metres; convert" in refusal(
        "terrainfactors", DEM=path, OUTPUT=str(tmp_path / "t.tif")
    )


def test_choices_that_make_no_sense_are_refused(refusal, dem, tmp_path):
    even = refusal("terrainfactors", DEM=dem[0], RELIEF_WINDOW=8, OUTPUT=str(tmp_path / "t.tif"))
    assert even.startswith("RELIEF_WINDOW (8) is even") and "use 9" in even
    assert "also an input" in refusal("terrainfactors", DEM=dem[0], OUTPUT=dem[0])
    assert files_in(tmp_path) == ["in", "in/dem.tif"]
