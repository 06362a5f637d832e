"""The synthetic study area: complete, repeatable, refused or cancelled without a trace."""

import json

import numpy as np
import pytest
from osgeo import gdal

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.core.study_area.creation import create_study_area
from support import files_in, read_layer, read_raster


@pytest.fixture(scope="module")
def area(provider, tmp_path_factory):
    """Return the folder of a small study area, made once for this file."""
    import processing

    folder = tmp_path_factory.mktemp("made") / "area"
    processing.run("landslide:createstudyarea", {"SIZE": 96, "SEED": 7, "OUTPUT": str(folder)})
    return folder


def test_every_file_is_described_and_opens(area):
    description = json.loads((area / "study_area.json").read_text(encoding="utf-8"))
    written = {name for name in files_in(area) if not name.endswith((".aux.xml", ".qml"))}
    assert written == {*description["files"], "study_area.json"}
    assert (description["size"], description["seed"]) == (96, 7)
    assert "ynthetic" in description["note"]
    for name in description["files"]:
        assert gdal.OpenEx(str(area / name)) is not None, name


def test_the_scene_of_the_study_area_covers_its_dem(area):
    dem, scene = gdal.Open(str(area / "dem.tif")), gdal.Open(str(area / "scene_2.tif"))
    assert (dem.RasterXSize, dem.RasterYSize, scene.RasterXSize, scene.RasterYSize) == (96, 96, 288, 288)
    assert dem.GetGeoTransform()[::3] == scene.GetGeoTransform()[::3]
    assert dem.GetGeoTransform()[1] == 3 * scene.GetGeoTransform()[1] == 30
    assert [scene.GetRasterBand(band).GetDescription() for band in (1, 2, 3, 4)] == ["blue", "green", "red", "nir"]
    neighbour = gdal.Open(str(area / "scene_1.tif")).GetGeoTransform()
    assert neighbour[0] > dem.GetGeoTransform()[0] + 96 * 30


def test_nodata_is_declared(area):
    for name in ("dem.tif", "scene_1.tif", "scene_2.tif", "landcover.tif"):
        raster = gdal.Open(str(area / name))
        share = (raster.ReadAsArray() == raster.GetRasterBand(1).GetNoDataValue()).mean()
        assert 0 < share < 0.03, name


def test_landslides_are_valid_polygons_inside_their_scene(area):
    for number in (1, 2):
        shapes, rows = read_layer(area / f"inventory_{number}.gpkg")
        assert len(shapes) >= 12
        assert all(shape.IsValid() and shape.GetGeometryName() == "POLYGON" for shape in shapes)
        assert [row["landslide_id"] for row in rows] == list(range(1, len(rows) + 1))
        np.testing.assert_allclose([row["area_m2"] for row in rows], [shape.Area() for shape in shapes], atol=0.1)
        assert all(2019 <= row["year"] <= 2023 for row in rows)


def test_faults_reach_beyond_the_dem_and_rocks_cover_it(area):
    west, south, east, north = _bounds(area / "dem.tif")
    shapes, _ = read_layer(area / "faults.gpkg")
    assert any(shape.GetEnvelope()[0] < west and shape.GetEnvelope()[1] > east for shape in shapes)
    rocks, rows = read_layer(area / "lithology.gpkg")
    covered = sum(rock.Intersection(_box(west, south, east, north)).Area() for rock in rocks)
    assert covered == pytest.approx((east - west) * (north - south), rel=1e-6)
    assert len({row["lithology"] for row in rows}) >= 3


@pytest.mark.slow
def test_the_same_seed_gives_the_same_data_and_another_seed_other(area, run, tmp_path):
    for seed in (7, 8):
        run("createstudyarea", SIZE=96, SEED=seed, OUTPUT=str(tmp_path / str(seed)))
    for name in ("dem.tif", "scene_1.tif", "scene_2.tif", "scene_2_before.tif", "true_probability.tif", "landcover.tif"):
        np.testing.assert_array_equal(read_raster(area / name), read_raster(tmp_path / "7" / name))
        assert not np.array_equal(read_raster(area / name), read_raster(tmp_path / "8" / name))
    for name in ("inventory_1", "inventory_2", "rivers", "roads", "faults", "lithology", "water"):
        first, again = (read_layer(folder / f"{name}.gpkg") for folder in (area, tmp_path / "7"))
        assert [shape.ExportToWkt() for shape in first[0]] == [shape.ExportToWkt() for shape in again[0]]
        assert first[1] == again[1]
    assert (area / "stations.csv").read_text() == (tmp_path / "7" / "stations.csv").read_text()


def test_cancel_leaves_nothing(cancelled_run, tmp_path):
    for at in (5, 40, 80):
        cancelled_run("createstudyarea", at=at, SIZE=64, OUTPUT=str(tmp_path / "area"))
        assert files_in(tmp_path) == []


@pytest.mark.parametrize("size", [63, 1025])
def test_sizes_out_of_range_are_refused_in_a_sentence(refusal, tmp_path, size):
    assert f"SIZE ({size}) is not a whole number from 64 to 1024" in refusal(
        "createstudyarea", SIZE=size, OUTPUT=str(tmp_path / "area")
    )
    assert files_in(tmp_path) == []


@pytest.mark.parametrize(("size", "words"), [(63, "too small"), (1025, "memory")])
def test_sizes_out_of_range_are_refused_from_models_and_scripts_too(tmp_path, size, words):
    with pytest.raises(InputError, match=rf"SIZE \({size}\) .*{words}"):
        create_study_area(tmp_path / "area", size, 0, {}, no_progress, never_stop)
    assert files_in(tmp_path) == []


def test_a_folder_with_other_files_is_kept(refusal, tmp_path):
    (tmp_path / "thesis.docx").write_text("years of work")
    assert "other files" in refusal("createstudyarea", SIZE=64, OUTPUT=str(tmp_path))
    assert files_in(tmp_path) == ["thesis.docx"]


def _bounds(path):
    raster = gdal.Open(str(path))
    west, cell, _, north, _, _ = raster.GetGeoTransform()
    return west, north - cell * raster.RasterYSize, west + cell * raster.RasterXSize, north


def _box(west, south, east, north):
    from osgeo import ogr

    return ogr.CreateGeometryFromWkt(f"POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))")
