import re

import numpy as np
import pytest

from landslide_toolbox.core.factor_stack import open_factor_stack
from support import SHARED_DATA, files_in, make_layer, make_raster, read_raster, square

BALAKOT = SHARED_DATA / "balakot"
X, Y = 500_000, 4_000_000


@pytest.fixture
def dem(tmp_path):
    values = np.ones((30, 40), np.float32)
    values[:3, :4] = -9999
    return make_raster(tmp_path / "dem.tif", values, nodata=-9999)


@pytest.fixture
def rocks(tmp_path):
    """Schist in the west, gneiss in the east, a later marl square over both, and one polygon without any cell's centre."""
    shapes = [square(X, Y - 300, 200), square(X + 200, Y - 300, 200), square(X + 100, Y - 300, 200), square(X + 1, Y - 3, 2)]
    attributes = {"rock": ["schist", "gneiss", "marl", "dyke"], "unit": [30, 10, 20, 40]}
    return make_layer(tmp_path / "rocks.gpkg", shapes, attributes=attributes)


def expected_codes(schist, gneiss, marl):
    codes = np.full((30, 40), np.nan)
    codes[10:, :20], codes[10:, 20:], codes[10:, 10:30] = schist, gneiss, marl
    return codes


def test_texts_are_numbered_and_labelled(run, rocks, dem, tmp_path):
    from osgeo import gdal

    outputs = run("categoricalfactor", INPUT=rocks, FIELD="rock", REFERENCE=dem, OUTPUT=str(tmp_path / "rock.tif"))
    np.testing.assert_array_equal(read_raster(outputs["OUTPUT"])[0], expected_codes(schist=4, gneiss=2, marl=3))
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        (factor,) = stack.factors
    assert (factor.name, factor.kind) == ("rock", "categorical")
    assert factor.categories == {1: "dyke", 2: "gneiss", 3: "marl", 4: "schist"}
    dataset = gdal.Open(outputs["OUTPUT"])
    table = dataset.GetRasterBand(1).GetDefaultRAT()
    assert [table.GetValueAsString(row, 1) for row in range(4)] == ["dyke", "gneiss", "marl", "schist"]
    from qgis.core import QgsRasterLayer

    layer = QgsRasterLayer(outputs["OUTPUT"], "rock")
    classes = layer.renderer().classes()
    assert [(entry.value, entry.label) for entry in classes] == [(1, "dyke"), (2, "gneiss"), (3, "marl"), (4, "schist")]
    assert len({entry.color.name() for entry in classes}) == 4
    assert "400 cells lie in overlapping polygons" in run.log
    assert "1 of 4 polygons hold no cell's centre" in run.log
    assert "covers 67.3% of the reference" in run.log  # 800 of 1188
    assert "Not on the reference: dyke." in run.log


def test_numbers_keep_their_value(run, rocks, dem, tmp_path):
    outputs = run("categoricalfactor", INPUT=rocks, FIELD="unit", REFERENCE=dem, NAME="Unit", OUTPUT=str(tmp_path / "u.tif"))
    np.testing.assert_array_equal(read_raster(outputs["OUTPUT"])[0], expected_codes(schist=30, gneiss=10, marl=20))
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.names == ["unit"]


def test_a_table_merges_rocks_into_grades(run, rocks, dem, tmp_path):
    table = "dyke → very hard\nmarl → soft\nschist → soft\ngneiss → very hard"
    outputs = run("categoricalfactor", INPUT=rocks, FIELD="rock", REFERENCE=dem, CLASSES=table, OUTPUT=str(tmp_path / "g.tif"))
    np.testing.assert_array_equal(read_raster(outputs["OUTPUT"])[0], expected_codes(schist=2, gneiss=1, marl=2))
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.factors[0].categories == {1: "very hard", 2: "soft"}


def test_a_raster_of_classes_on_a_finer_grid_is_taken_by_the_nearest_cell(run, dem, tmp_path):
    classes = np.repeat(np.repeat(np.array([[7, 9], [0, 7]], np.uint8), 30, axis=0), 40, axis=1)
    cover = make_raster(tmp_path / "cover.tif", classes, cell=5, nodata=0)
    outputs = run(
        "categoricalfactor",
        INPUT=cover,
        REFERENCE=dem,
        CLASSES="7 -> 70; 9 -> 90",
        MASK_NODATA=False,
        OUTPUT=str(tmp_path / "c.tif"),
    )
    expected = np.full((30, 40), np.nan)
    expected[:15, :20], expected[:15, 20:], expected[15:, 20:] = 70, 90, 70
    np.testing.assert_array_equal(read_raster(outputs["OUTPUT"])[0], expected)
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.names == ["cover"]
    assert "uint8 → nearest" in run.log


def test_labels_of_a_raster_survive_a_round_trip(run, rocks, dem, tmp_path):
    first = run("categoricalfactor", INPUT=rocks, FIELD="rock", REFERENCE=dem, OUTPUT=str(tmp_path / "a.tif"))["OUTPUT"]
    # the attribute table, which GDAL 3.13 keeps in the file itself; people copy rasters without it
    (tmp_path / "a.tif.aux.xml").unlink(missing_ok=True)
    second = run("categoricalfactor", INPUT=first, REFERENCE=dem, OUTPUT=str(tmp_path / "b.tif"))["OUTPUT"]
    np.testing.assert_array_equal(read_raster(first), read_raster(second))
    with open_factor_stack(second) as stack:
        assert stack.names == ["rock"]
        assert stack.factors[0].categories == {2: "gneiss", 3: "marl", 4: "schist"}


def test_cancel_leaves_nothing(cancelled_run, tmp_path):
    dem = make_raster(tmp_path / "big.tif", np.ones((600, 1100), np.float32))
    rocks = make_layer(tmp_path / "rocks.gpkg", [square(X, Y - 5000, 9000)], attributes={"rock": ["a"]})
    cancelled_run("categoricalfactor", at=50, INPUT=rocks, FIELD="rock", REFERENCE=dem, OUTPUT=str(tmp_path / "out.tif"))
    assert files_in(tmp_path) == ["big.tif", "rocks.gpkg"]


def test_bad_input_is_refused_in_one_sentence(refusal, rocks, dem, tmp_path):
    gaps = make_layer(tmp_path / "gaps.geojson", [square(74, 36, 1)], 4326, {"rock": ["a"]}, "GeoJSON")
    text = (tmp_path / "gaps.geojson").read_text()
    (tmp_path / "gaps.geojson").write_text(re.sub('"rock": ?"a"', '"rock": null', text))
    elsewhere = make_layer(tmp_path / "elsewhere.gpkg", [square(X + 90_000, Y, 10)], attributes={"rock": ["a"]})
    between = make_layer(tmp_path / "between.gpkg", [square(X + 11, Y - 18, 2)], attributes={"rock": ["a"]})
    bands = make_raster(tmp_path / "bands.tif", np.ones((2, 30, 40), np.uint8))
    heights = make_raster(tmp_path / "heights.tif", np.random.default_rng(0).random((30, 40), np.float32))
    far = make_raster(tmp_path / "far.tif", np.ones((30, 40), np.uint8), origin=(100_000, 1_000_000))
    no_crs = make_raster(tmp_path / "no_crs.tif", np.ones((30, 40), np.uint8), epsg=None)

    def refused(**parameters):
        given = {"INPUT": rocks, "FIELD": "rock", "REFERENCE": dem, "OUTPUT": str(tmp_path / "out.tif"), **parameters}
        return refusal("categoricalfactor", **given)

    assert "FIELD (age) is not a field of" in refused(FIELD="age") and "rock, unit" in refused(FIELD="age")
    assert "FIELD (not given) is needed for polygons" in refused(FIELD=None)
    assert "FIELD (rock) has missing values" in refused(INPUT=gaps)
    assert "CLASSES (gneiss, marl, schist) have no class" in refused(CLASSES="dyke → 1")
    assert "wholly outside" in refused(INPUT=elsewhere)
    assert "covers no cell" in refused(INPUT=between)
    assert "has 2 bands" in refused(INPUT=bands)
    assert "is no class; classes are whole numbers" in refused(INPUT=heights)
    assert "has no values on the reference" in refused(INPUT=far)
    assert "no coordinate reference system" in refused(INPUT=no_crs)
    assert "no coordinate reference system" in refused(REFERENCE=no_crs)
    assert "inputs are never changed" in refused(OUTPUT=rocks)
    assert str(tmp_path / "absent.gpkg") in refused(INPUT=str(tmp_path / "absent.gpkg"))
    assert not (tmp_path / "out.tif").exists()


@pytest.mark.skipif(not BALAKOT.exists(), reason="the shared Balakot data are not here")
def test_the_balakot_geology_passes_unchanged_onto_the_dem(run, tmp_path):
    from osgeo import gdal

    dem, geology = (
        gdal.Translate(str(tmp_path / f"{name}.tif"), str(BALAKOT / f"{name}.tif")) for name in ("AW3D30", "Geology")
    )
    stored = geology.ReadAsArray()
    paths = dem.GetDescription(), geology.GetDescription()
    del dem, geology
    outputs = run("categoricalfactor", INPUT=paths[1], REFERENCE=paths[0], OUTPUT=str(tmp_path / "g.tif"))
    np.testing.assert_array_equal(read_raster(outputs["OUTPUT"])[0], stored)
    with open_factor_stack(outputs["OUTPUT"]) as stack:
        assert stack.names == ["geology"]
        assert list(stack.factors[0].categories) == [2, 3, 6, 7, 8, 10, 18, 19, 20]
    assert "covers 100.0% of the reference" in run.log
