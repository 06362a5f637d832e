import numpy as np
import pytest
from osgeo import gdal, ogr
from tiny_detectors import add_architecture, save_blobs, save_one_band

from support import files_in, make_layer, make_raster, read_layer, read_raster, square

WEST, NORTH, CELL = 500_000.0, 4_000_000.0, 10.0
HEIGHT, WIDTH = 120, 150


@pytest.fixture(autouse=True)
def one_band(monkeypatch):
    add_architecture(monkeypatch)


@pytest.fixture
def scene(tmp_path):
    """Two bands; red is 3000 in two bodies and 1000 elsewhere, with a nodata collar that cuts the second body."""
    values = np.full((2, HEIGHT, WIDTH), 1000, np.uint16)
    values[0, 20:60, 30:50] = values[0, 70:100, 90:140] = 3000
    values[:, :, 130:] = 0
    return make_raster(tmp_path / "scene.tif", values, CELL, (WEST, NORTH), nodata=0, names=("red", "nir"))


@pytest.fixture
def model(tmp_path):
    """Says landslide where red is over 2000, sharply."""
    return save_one_band(tmp_path / "m.lsm", 20.0, bands=("red", "nir"), mean=2000.0, deviation=500.0, threshold=0.5)


def test_finds_the_bodies_with_score_and_measures(run, tmp_path, scene, model):
    outputs = run(
        "detectlandslides",
        INPUT=scene,
        MODEL=model,
        OUTPUT=str(tmp_path / "found.gpkg"),
        PROBABILITY=str(tmp_path / "p.tif"),
    )
    assert outputs["COUNT"] == 2
    shapes, rows = read_layer(outputs["OUTPUT"])
    assert all(shape.IsValid() for shape in shapes)
    assert [shape.GetEnvelope() for shape in shapes] == [
        (WEST + 300, WEST + 500, NORTH - 600, NORTH - 200),
        (WEST + 900, WEST + 1300, NORTH - 1000, NORTH - 700),
    ]
    assert rows[0]["area_m2"] == pytest.approx(80_000, rel=0.01)
    assert rows[0]["length_m"] == pytest.approx(400)
    assert rows[0]["width_m"] == pytest.approx(200)
    assert rows[0]["score"] == pytest.approx(1.0)
    assert rows[0]["class"] == "landslide"
    assert rows[0]["source"] == "scene.tif"
    probability = read_raster(outputs["PROBABILITY"])[0]
    assert np.isnan(probability[:, 130:]).all()
    np.testing.assert_allclose(probability[:, :130], read_raster(scene)[0][:, :130] == 3000, atol=1e-6)
    assert (tmp_path / "found.qml").exists()
    assert "LANDSLIDE_TOOLBOX" in gdal.Open(outputs["PROBABILITY"]).GetMetadata()


@pytest.mark.parametrize("tile_size", [16, 64, 4096])
def test_what_is_read_together_changes_nothing(run, tmp_path, scene, model, tile_size):
    files = []
    for size in (tile_size, 2048):
        run("detectlandslides", INPUT=scene, MODEL=model, TILE_SIZE=size, OUTPUT=str(tmp_path / "f.gpkg"))
        files.append([shape.ExportToWkt() for shape in read_layer(tmp_path / "f.gpkg")[0]])
    assert files[0] == files[1]


def test_instances_become_polygons_and_a_map_of_scores(run, tmp_path, scene):
    """The second body is larger than a window and cut by the collar."""
    model = save_blobs(tmp_path / "b.lsm", bands=("red", "nir"), mean=2000.0, deviation=1250.0, threshold=0.5)
    outputs = run(
        "detectlandslides", INPUT=scene, MODEL=model, OUTPUT=str(tmp_path / "f.gpkg"), PROBABILITY=str(tmp_path / "p.tif")
    )
    shapes, rows = read_layer(outputs["OUTPUT"])
    assert outputs["COUNT"] == 2
    assert sorted(shape.GetEnvelope() for shape in shapes) == [
        (WEST + 300, WEST + 500, NORTH - 600, NORTH - 200),
        (WEST + 900, WEST + 1300, NORTH - 1000, NORTH - 700),
    ]
    assert [row["score"] for row in rows] == pytest.approx([0.8, 0.8])
    probability = read_raster(outputs["PROBABILITY"])[0]
    assert np.isnan(probability[:, 130:]).all()
    np.testing.assert_allclose(probability[:, :130], 0.8 * (read_raster(scene)[0][:, :130] == 3000), atol=1e-6)
    for tile_size in (16, 64):
        again = run("detectlandslides", INPUT=scene, MODEL=model, TILE_SIZE=tile_size, OUTPUT=str(tmp_path / "again.gpkg"))
        assert [s.ExportToWkt() for s in read_layer(again["OUTPUT"])[0]] == [s.ExportToWkt() for s in shapes]
    assert run("detectlandslides", INPUT=scene, MODEL=model, THRESHOLD=0.9, OUTPUT=str(tmp_path / "f.gpkg"))["COUNT"] == 0


def test_cancel_while_looking_for_instances_leaves_nothing(cancelled_run, tmp_path, scene):
    model = save_blobs(tmp_path / "b.lsm", bands=("red", "nir"), mean=2000.0, deviation=1250.0)
    before = files_in(tmp_path)
    options = {"INPUT": scene, "MODEL": model, "OUTPUT": str(tmp_path / "f.gpkg"), "PROBABILITY": str(tmp_path / "p.tif")}
    for at in (20, 82, 92):
        cancelled_run("detectlandslides", at=at, TILE_SIZE=16, **options)
        assert files_in(tmp_path) == before


def test_threshold_and_least_area(run, tmp_path, scene):
    soft = save_one_band(tmp_path / "soft.lsm", 1.0, bands=("red", "nir"), mean=2000.0, deviation=1000.0, threshold=0.9)
    options = {"INPUT": scene, "MODEL": soft, "OUTPUT": str(tmp_path / "f.gpkg")}
    assert run("detectlandslides", **options)["COUNT"] == 0  # σ(1) = 0.73
    assert read_layer(tmp_path / "f.gpkg") == ([], [])
    dataset = gdal.OpenEx(str(tmp_path / "f.gpkg"))
    assert dataset.GetLayer(0).GetGeomType() == ogr.wkbPolygon
    assert run("detectlandslides", THRESHOLD=0.7, **options)["COUNT"] == 2
    assert run("detectlandslides", THRESHOLD=0.7, MIN_AREA=100_000, **options)["COUNT"] == 1


def test_only_inside_the_mask(run, tmp_path, scene, model):
    mask = make_layer(tmp_path / "mask.gpkg", [square(WEST, NORTH - 400, 800)])
    gdal.VectorTranslate(str(tmp_path / "degrees.gpkg"), mask, dstSRS="EPSG:4326", reproject=True)
    outputs = run(
        "detectlandslides",
        INPUT=scene,
        MODEL=model,
        MASK=str(tmp_path / "degrees.gpkg"),
        OUTPUT=str(tmp_path / "f.gpkg"),
        PROBABILITY=str(tmp_path / "p.tif"),
    )
    (shape,), _ = read_layer(outputs["OUTPUT"])
    assert shape.GetEnvelope() == (WEST + 300, WEST + 500, NORTH - 400, NORTH - 200)
    assert np.isnan(read_raster(outputs["PROBABILITY"])[0][41:]).all()


def test_bands_are_matched_by_name_by_order_or_by_choice(run, tmp_path, scene, model):
    values = read_raster(scene)
    turned = make_raster(tmp_path / "t.tif", values[[1, 0]], CELL, (WEST, NORTH), nodata=0, names=("NIR", "Red"))
    unnamed = make_raster(tmp_path / "u.tif", values, CELL, (WEST, NORTH), nodata=0)
    other = make_raster(tmp_path / "o.tif", values[[1, 1, 0]], CELL, (WEST, NORTH), nodata=0, names=("B2", "B3", "B4"))
    output = str(tmp_path / "f.gpkg")
    assert run("detectlandslides", INPUT=turned, MODEL=model, OUTPUT=output)["COUNT"] == 2
    assert run("detectlandslides", INPUT=unnamed, MODEL=model, OUTPUT=output)["COUNT"] == 2
    assert run("detectlandslides", INPUT=other, MODEL=model, BANDS=[3, 1], OUTPUT=output)["COUNT"] == 2


def test_terrain_of_a_plane_that_falls_to_the_south_east(run, tmp_path, scene, model):
    """1 m down per 10 m east and per 10 m south."""
    rows, columns = np.mgrid[:60, :45]
    plane = make_raster(tmp_path / "plane.tif", (2000 - 3.0 * (rows + columns)).astype(np.float32), 30.0, (WEST, NORTH))
    outputs = run("detectlandslides", INPUT=scene, MODEL=model, DEM=plane, OUTPUT=str(tmp_path / "f.gpkg"))
    first, second = read_layer(outputs["OUTPUT"])[1]
    for row in (first, second):
        assert row["slope_deg"] == pytest.approx(np.degrees(np.arctan(np.hypot(0.1, 0.1))), rel=1e-4)
        assert row["aspect_deg"] == pytest.approx(135, abs=0.01)
    assert first["relief_m"] == pytest.approx(3.0 * (12 + 6), abs=3.1)  # 40 × 20 cells of 10 m are about 13 × 7 of 30 m
    outside = make_raster(tmp_path / "outside.tif", plane_of(20), 30.0, (WEST - 3000, NORTH))
    outputs = run("detectlandslides", INPUT=scene, MODEL=model, DEM=outside, OUTPUT=str(tmp_path / "f.gpkg"))
    assert [row["slope_deg"] for row in read_layer(outputs["OUTPUT"])[1]] == [None, None]


def plane_of(side):
    return np.add.outer(np.arange(side), np.arange(side)).astype(np.float32)


def test_warns_of_another_cell_size(run, tmp_path, scene):
    coarse = save_one_band(tmp_path / "c.lsm", bands=("red", "nir"), cell_size=30.0)
    run("detectlandslides", INPUT=scene, MODEL=coarse, OUTPUT=str(tmp_path / "f.gpkg"))
    assert "cells of 10 m, the model learnt on cells of 30 m" in run.log


def test_warns_of_a_black_collar_that_is_not_declared(run, tmp_path, scene, model):
    run("detectlandslides", INPUT=scene, MODEL=model, OUTPUT=str(tmp_path / "f.gpkg"))
    assert "declares no nodata" not in run.log
    black = make_raster(tmp_path / "black.tif", read_raster(scene), CELL, (WEST, NORTH))
    run("detectlandslides", INPUT=black, MODEL=model, OUTPUT=str(tmp_path / "f.gpkg"))
    assert "0 in all bands in a corner and declares no nodata value" in run.log


def test_a_scene_smaller_than_a_window(run, tmp_path, model):
    values = np.full((2, 7, 5), 3000, np.uint16)
    scene = make_raster(tmp_path / "s.tif", values, CELL, (WEST, NORTH))
    outputs = run("detectlandslides", INPUT=scene, MODEL=model, OUTPUT=str(tmp_path / "f.gpkg"))
    assert outputs["COUNT"] == 1
    (shape,), _ = read_layer(outputs["OUTPUT"])
    assert shape.GetEnvelope() == (WEST, WEST + 50, NORTH - 70, NORTH)


def test_cancel_leaves_nothing(cancelled_run, tmp_path, scene, model):
    before = files_in(tmp_path)
    for at in (30, 92, 97):
        cancelled_run(
            "detectlandslides",
            at=at,
            INPUT=scene,
            MODEL=model,
            TILE_SIZE=16,
            OUTPUT=str(tmp_path / "f.gpkg"),
            PROBABILITY=str(tmp_path / "p.tif"),
        )
        assert files_in(tmp_path) == before


def test_bad_input_is_refused_in_one_sentence(refusal, tmp_path, scene, model):
    values = read_raster(scene)
    unplaced = make_raster(tmp_path / "unplaced.tif", values, epsg=None)
    picture = make_raster(tmp_path / "picture.tif", values, epsg=None, geotransform=(0, 1, 0, 0, 0, 1))
    turned = make_raster(tmp_path / "turned.tif", values, geotransform=(WEST, 7, 7, NORTH, 7, -7))
    one = make_raster(tmp_path / "one.tif", values[:1])
    other = make_raster(tmp_path / "other.tif", values, names=("green", "nir"))
    (tmp_path / "text.lsm").write_text("hello")
    far = make_layer(tmp_path / "far.gpkg", [square(900_000, 1_000_000, 10)])
    before = files_in(tmp_path)
    cases = [
        ({"INPUT": unplaced}, "INPUT", "no coordinate reference system"),
        ({"INPUT": picture}, "INPUT", "is a picture without coordinates; georeference it"),
        ({"INPUT": turned}, "INPUT", "rotated"),
        ({"INPUT": one}, "INPUT", "has 1 bands where the model learnt on 2 bands (red, nir); choose a scene that has them"),
        (
            {"INPUT": other},
            "INPUT",
            "has no band called red: the model learnt on 2 bands (red, nir), this has green, nir; say with",
        ),
        ({"MODEL": str(tmp_path / "text.lsm")}, "MODEL", "not a Landslide Toolbox model"),
        ({"MODEL": str(tmp_path / "absent.lsm")}, "MODEL", "does not exist"),
        ({"MASK": far}, "MASK", "wholly outside"),
        ({"BANDS": [1]}, "BANDS", "does not fit"),
        ({"OUTPUT": str(tmp_path / "f.shp")}, "OUTPUT", ".gpkg"),
        ({"PROBABILITY": str(tmp_path / "p.png")}, "PROBABILITY", "end it in .tif"),
        ({"PROBABILITY": scene}, "PROBABILITY", "also an input"),
    ]
    for change, parameter, words in cases:
        options = {"INPUT": scene, "MODEL": model, "OUTPUT": str(tmp_path / "f.gpkg"), "PROBABILITY": str(tmp_path / "p.tif")}
        sentence = refusal("detectlandslides", **{**options, **change})
        assert sentence.startswith(parameter), sentence
        assert words in sentence
        assert files_in(tmp_path) == before
