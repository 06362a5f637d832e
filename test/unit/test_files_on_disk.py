"""Rasters, factor stacks, vectors and model files keep what is put into them, whole or not at all."""

import zipfile

import numpy as np
import pytest

from landslide_toolbox.core.atomic import together, whole_file, whole_folder
from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.factor import CATEGORICAL, CIRCULAR, Factor
from landslide_toolbox.core.factor_stack import create_factor_stack, open_factor_stack
from landslide_toolbox.core.files import check_writable
from landslide_toolbox.core.grid import Grid, Window
from landslide_toolbox.core.raster import Band, create_raster, open_raster
from landslide_toolbox.core.vector import on_grid, rasterised, read_features, repaired, write_features
from landslide_toolbox.models.model_file import ModelFile, read_card, read_model_file, write_model_file
from support import files_in, make_layer, make_raster, read_layer, read_raster, square


def test_reading_turns_every_kind_of_nodata_into_nan(tmp_path):
    with_value = make_raster(tmp_path / "a.tif", np.array([[1, -9999], [3, 4]], np.int16), nodata=-9999)
    lowest = np.finfo(np.float32).min
    with_lowest = make_raster(tmp_path / "b.tif", np.array([[1, lowest], [3, 4]], np.float32), nodata=float(lowest))
    with_nan = make_raster(tmp_path / "c.tif", np.array([[1, np.nan], [3, 4]], np.float32), nodata=float("nan"))
    for path in (with_value, with_lowest, with_nan):
        with open_raster(path) as raster:
            np.testing.assert_array_equal(raster.read()[0], [[1, np.nan], [3, 4]])


def test_complex_numbers_are_refused(tmp_path):
    with pytest.raises(InputError, match="DEM .* holds complex numbers"):
        open_raster(make_raster(tmp_path / "a.tif", np.ones((2, 3), np.complex64)), "DEM")


def test_a_nodata_value_of_zero_counts(tmp_path):
    with open_raster(make_raster(tmp_path / "a.tif", np.array([[0, 7]], np.uint8), nodata=0)) as raster:
        np.testing.assert_array_equal(raster.read()[0], [[np.nan, 7]])


def test_a_window_beyond_the_raster_is_nan_there(tmp_path):
    with open_raster(make_raster(tmp_path / "a.tif", np.arange(6, dtype=np.float32).reshape(2, 3))) as raster:
        values = raster.read(Window(-1, -1, 3, 2))[0]
    np.testing.assert_array_equal(values, [[np.nan] * 3, [np.nan, 0, 1]])


def test_a_failed_raster_leaves_nothing(tmp_path):
    with open_raster(make_raster(tmp_path / "a.tif", np.zeros((4, 4), np.float32))) as raster:
        grid = raster.grid
    with pytest.raises(ZeroDivisionError), create_raster(tmp_path / "b.tif", grid, [Band("x")]) as writer:
        writer.write(np.ones((4, 4)), grid.whole())
        raise ZeroDivisionError
    assert files_in(tmp_path) == ["a.tif"]


def test_categories_become_colours_and_an_attribute_table(tmp_path):
    from osgeo import gdal

    with open_raster(make_raster(tmp_path / "a.tif", np.zeros((2, 2), np.float32))) as raster:
        grid = raster.grid
    categories = {1: ("very low", (0, 100, 0)), 2: ("low", (200, 0, 0))}
    path = tmp_path / "b.tif"
    with create_raster(path, grid, [Band("class")], "uint8", 0, categories=categories) as writer:
        writer.write(np.array([[1, 2], [0, 1]]), grid.whole())
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    assert band.GetColorTable().GetColorEntry(2) == (200, 0, 0, 255)
    assert band.GetDefaultRAT().GetValueAsString(0, 1) == "very low"
    beside = {"b.tif.aux.xml"}  # GDAL 3.13 keeps the attribute table in the file itself
    assert set(files_in(tmp_path)) - beside == {"a.tif", "b.tif"}
    del band, dataset
    with create_raster(path, grid, [Band("plain")]) as writer:
        writer.write(np.zeros((2, 2)), grid.whole())
    assert files_in(tmp_path) == ["a.tif", "b.tif"]  # the labels of the raster that was replaced are gone


def test_a_factor_stack_keeps_names_kinds_units_and_labels(tmp_path):
    with open_raster(make_raster(tmp_path / "a.tif", np.zeros((2, 3), np.float32))) as raster:
        grid = raster.grid
    factors = [
        Factor("slope", units="degree"),
        Factor("aspect", CIRCULAR, "degree"),
        Factor("lithology", CATEGORICAL, "", {3: "Schiefer – weich"}),
    ]
    with create_factor_stack(tmp_path / "s.tif", grid, factors) as writer:
        writer.write(np.stack([np.full((2, 3), value) for value in (1, 2, 3)]), grid.whole())
    with open_factor_stack(tmp_path / "s.tif") as stack:
        assert stack.factors == factors
        np.testing.assert_array_equal(stack.read(names=["lithology", "slope"])[:, 0, 0], [3, 1])
        with pytest.raises(InputError, match=r"lacks the factors rainfall .*Stack factors"):
            stack.read(names=["rainfall"])


def test_invalid_and_three_dimensional_polygons_are_repaired_with_a_note(tmp_path):
    bow_tie = "POLYGON((0 0,10 10,10 0,0 10,0 0))"
    three_d = "POLYGON Z((0 0 5,4 0 5,4 4 5,0 4 5,0 0 5))"
    features, notes = repaired(read_features(make_layer(tmp_path / "p.gpkg", [bow_tie, three_d])))
    assert [shape.IsValid() for shape in features.shapes()] == [True, True]
    assert features.shapes()[0].Area() == pytest.approx(50)
    assert not features.shapes()[1].Is3D()
    assert len(notes) == 2


def test_polygons_in_another_crs_are_reprojected_not_relabelled(tmp_path):
    with open_raster(make_raster(tmp_path / "a.tif", np.zeros((100, 100), np.float32))) as raster:
        grid = raster.grid
    inside = square(500_200, 3_999_500, 100)
    from osgeo import gdal

    metric = make_layer(tmp_path / "m.gpkg", [inside])
    gdal.VectorTranslate(str(tmp_path / "degrees.gpkg"), metric, dstSRS="EPSG:4326", reproject=True)
    features, _ = on_grid(read_features(tmp_path / "degrees.gpkg"), grid, "INVENTORY")
    burnt = rasterised(features, grid, all_touched=False)
    assert burnt.sum() == pytest.approx(100, abs=2)
    np.testing.assert_array_equal(burnt[41:49, 21:29], 1)


def test_a_geopackage_without_crs_has_none(tmp_path):
    assert read_features(make_layer(tmp_path / "a.gpkg", [square(0, 0, 1)], epsg=None)).crs_wkt == ""
    assert read_features(make_layer(tmp_path / "b.gpkg", [square(0, 0, 1)])).crs_wkt


def test_an_inventory_elsewhere_is_refused(tmp_path):
    with open_raster(make_raster(tmp_path / "a.tif", np.zeros((10, 10), np.float32))) as raster:
        grid = raster.grid
    far = read_features(make_layer(tmp_path / "far.gpkg", [square(900_000, 1_000_000, 10)]))
    with pytest.raises(InputError, match="INVENTORY .*wholly outside"):
        on_grid(far, grid, "INVENTORY")


def test_a_polygon_smaller_than_a_cell_is_kept_when_all_touched(tmp_path):
    with open_raster(make_raster(tmp_path / "a.tif", np.zeros((10, 10), np.float32))) as raster:
        grid = raster.grid
    tiny = read_features(make_layer(tmp_path / "tiny.gpkg", [square(500_021, 3_999_971, 2)]))
    assert rasterised(tiny, grid, all_touched=True).sum() == 1
    assert rasterised(tiny, grid, all_touched=False).sum() == 0


def test_features_survive_a_round_trip(tmp_path):
    attributes = {"landslide_id": [1, 2], "score": [0.5, None], "class": ["slide", "fall"]}
    path = make_layer(tmp_path / "a.gpkg", [square(0, 0, 1), square(5, 5, 1)])
    features = read_features(path)
    features.attributes.update(attributes)
    write_features(tmp_path / "b.gpkg", features, metadata={"LANDSLIDE_TOOLBOX": "{}"})
    shapes, rows = read_layer(tmp_path / "b.gpkg")
    assert [row["score"] for row in rows] == [0.5, None]
    assert [row["landslide_id"] for row in rows] == [1, 2]
    assert shapes[1].Area() == 1
    assert files_in(tmp_path) == ["a.gpkg", "b.gpkg"]
    with pytest.raises(InputError, match=r"\.gpkg"):
        write_features(tmp_path / "b.shp", features)


def test_a_failed_file_keeps_the_old_one(tmp_path):
    target = tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError), whole_file(target) as temporary:
        temporary.write_text("half")
        raise ZeroDivisionError
    assert target.read_text() == "old"
    assert files_in(tmp_path) == ["a.txt"]


def test_of_several_outputs_all_or_none_remain(tmp_path):
    for name in ("other.csv", "map.qml"):
        (tmp_path / name).write_text("from an earlier run")
    with (
        pytest.raises(ZeroDivisionError),
        together(tmp_path / "map.tif", tmp_path / "report.html", tmp_path / "other.csv", None),
    ):
        (tmp_path / "report_files").mkdir()
        for name in ("map.tif", "map.tif.aux.xml", "report.html", "report_files/a.csv"):
            (tmp_path / name).write_text("new")
        raise ZeroDivisionError
    assert files_in(tmp_path) == ["map.qml", "other.csv"]
    with together(tmp_path / "map.tif"):
        (tmp_path / "map.tif").write_text("new")
    assert files_in(tmp_path) == ["map.qml", "map.tif", "other.csv"]


def test_a_folder_with_other_files_is_never_replaced(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.docx").write_text("years of work")
    with pytest.raises(InputError, match="other files"), whole_folder(tmp_path / "mine", "dataset.json"):
        pass
    assert files_in(tmp_path) == ["mine", "mine/thesis.docx"]


def test_model_files_keep_card_and_payload_and_refuse_other_files(tmp_path):
    path = tmp_path / "m.lsm"
    write_model_file(path, ModelFile({"task": "detection", "bands": ["red"]}, "weights.safetensors", b"123"))
    model = read_model_file(path, "detection")
    assert (model.card["bands"], model.payload) == (["red"], b"123")
    with pytest.raises(InputError, match="detection model where a susceptibility model"):
        read_model_file(path, "susceptibility")
    (tmp_path / "text.lsm").write_text("hello")
    with zipfile.ZipFile(tmp_path / "evil.lsm", "w") as archive:
        archive.writestr("model.json", '{"task":"detection","format_version":1}')
        archive.writestr("weights.pkl", "x")
    for name in ("text.lsm", "evil.lsm", "absent.lsm"):
        with pytest.raises(InputError, match="not a Landslide Toolbox model"):
            read_model_file(tmp_path / name, "detection")


def test_model_files_of_another_version_and_bloated_ones_are_refused(tmp_path):
    for name, version, spaces, words in (
        ("new", 2, 0, "has model format 2, this toolbox reads 1; update it"),
        ("bloated", 1, 17 << 20, "not a Landslide Toolbox model"),  # a few kilobytes on disk
    ):
        with zipfile.ZipFile(tmp_path / f"{name}.lsm", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("model.json", f'{{"task": "detection", "format_version": {version}}}' + " " * spaces)
            archive.writestr("weights.safetensors", b"123")
        with pytest.raises(InputError, match=words):
            read_model_file(tmp_path / f"{name}.lsm", "detection")


def test_rasters_are_read_back_as_written(tmp_path):
    values = np.arange(700 * 300, dtype=np.float32).reshape(1, 700, 300)
    source = make_raster(tmp_path / "a.tif", values)
    with open_raster(source) as raster, create_raster(tmp_path / "b.tif", raster.grid, [Band("copy")]) as writer:
        for window in raster.grid.windows(256):
            writer.write(raster.read(window), window)
    np.testing.assert_array_equal(read_raster(tmp_path / "b.tif"), values)


def test_a_place_that_cannot_be_written_to_is_refused_before_the_work(tmp_path):
    check_writable(tmp_path / "new" / "folder" / "a.tif", "OUTPUT")
    assert files_in(tmp_path) == []
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(InputError, match=r"OUTPUT .* cannot be written there; choose another folder"):
        check_writable(tmp_path / "file" / "a.tif", "OUTPUT")


def test_a_model_file_damaged_on_the_way_is_refused(tmp_path):
    path = tmp_path / "m.lsm"
    write_model_file(path, ModelFile({"task": "detection"}, "weights.safetensors", bytes(range(256)) * 20))
    content = bytearray(path.read_bytes())
    middle = content.index(b"weights.safetensors") + len(b"weights.safetensors") + 60
    content[middle] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(InputError, match="is damaged"):
        read_model_file(path, "detection")


def test_a_model_file_with_any_byte_damaged_is_read_or_refused_in_one_sentence(tmp_path):
    path = tmp_path / "m.lsm"
    write_model_file(path, ModelFile({"task": "detection", "bands": ["red"] * 9}, "weights.safetensors", b"123"))
    content = path.read_bytes()
    refused = 0
    for place in range(len(content)):
        for flipped in (0x01, 0x04):
            path.write_bytes(content[:place] + bytes([content[place] ^ flipped]) + content[place + 1 :])
            try:
                read_card(path, "detection")
                read_model_file(path, "detection")
            except InputError:
                refused += 1
    assert refused > len(content)


def test_the_card_is_read_without_the_payload(tmp_path, monkeypatch):
    path = tmp_path / "m.lsm"
    write_model_file(path, ModelFile({"task": "detection", "bands": ["red"]}, "weights.safetensors", b"123"))
    read, opened = [], zipfile.ZipFile.open
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda archive, name, *rest: read.append(name) or opened(archive, name, *rest))
    assert read_card(path, "detection")["bands"] == ["red"]
    assert read == ["model.json"]


@pytest.mark.parametrize("size", [256, 512, 100])
def test_windows_of_any_size_write_the_raster_and_each_tile_once(tmp_path, size):
    values = np.random.default_rng(0).normal(size=(2, 700, 600)).astype(np.float32)
    grid = Grid("", (0.0, 1.0, 0.0, 0.0, 0.0, -1.0), 600, 700)
    paths = tmp_path / "whole.tif", tmp_path / "windows.tif"
    for path, windows in zip(paths, ([grid.whole()], grid.windows(size)), strict=True):
        with create_raster(path, grid, [Band("a"), Band("b")]) as writer:
            for window in windows:
                rows = slice(window.row, window.row + window.height)
                writer.write(values[:, rows, window.column : window.column + window.width], window)
        np.testing.assert_array_equal(read_raster(path), values)
    assert abs(paths[1].stat().st_size - paths[0].stat().st_size) < 1000
