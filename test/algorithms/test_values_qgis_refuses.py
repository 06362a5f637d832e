"""Values that QGIS itself refuses are refused with parameter, value and cure."""

from pathlib import Path

import numpy as np
import pytest

from support import files_in, make_layer, make_raster, read_raster, rough_ground, square


def test_values_out_of_range_absent_and_misspelt(refusal, tmp_path):
    scene = make_raster(tmp_path / "scene.tif", np.ones((2, 4, 4), np.uint8), names=("red", "nir"))
    absent = str(tmp_path / "absent.tif")

    def refused(**parameters):
        return refusal("spectralindex", **{"OUTPUT": str(tmp_path / "out.tif"), "INPUT": scene, **parameters})

    assert f"DATES ({absent}) cannot be opened as layers; check the paths" in refused(DATES=[scene, absent])
    assert "INDEX (evi) is not one of ndvi, ndwi, bsi, ratio; choose one of these." in refused(INDEX="evi")
    assert "SCALE (much) is not a number" in refused(SCALE="much")
    assert f"INPUT ({absent}) cannot be opened as a raster layer; check the path and the format." in refused(INPUT=absent)
    assert "INPUT" in refused(INPUT=None)


@pytest.fixture
def layers(tmp_path):
    """Two factors and an inventory inside them."""
    values = np.random.default_rng(0).uniform(0, 9, (2, 30, 30)).astype(np.float32)
    factors = make_raster(tmp_path / "factors.tif", values, names=("slope", "rain"), nodata=float("nan"))
    inventory = make_layer(tmp_path / "inventory.gpkg", [square(500_050, 3_999_850, 80)])
    return {"FACTORS": factors, "INVENTORY": inventory}


@pytest.mark.parametrize("value", [float("nan"), "nan"])
@pytest.mark.parametrize("name", ["RATIO", "BUFFER", "FOLDS", "BLOCK_SIZE", "SEED"])
def test_nan_is_no_number(refusal, tmp_path, layers, name, value):
    message = refusal("samplepoints", OUTPUT=str(tmp_path / "out" / "samples.gpkg"), **layers, **{name: value})
    assert f"{name} (nan) is not a " in message
    assert files_in(tmp_path / "out") == []


def test_two_outputs_of_one_name(refusal, tmp_path, layers):
    same = str(tmp_path / "out" / "result.csv")
    message = refusal("frequencyratio", TABLE=same, REPORT=same, **layers)
    assert message == f"TABLE ({same}) is also another output, and one would replace the other; choose another name."
    assert files_in(tmp_path / "out") == []


def test_two_layers_whose_names_differ_in_the_ending_alone(refusal, tmp_path, layers):
    cleaned, removed = (str(tmp_path / "out" / f"landslides{ending}") for ending in (".gpkg", ".shp"))
    message = refusal("cleaninventory", INPUT=layers["INVENTORY"], OUTPUT=cleaned, REMOVED=removed)
    assert message == (
        f"OUTPUT ({cleaned}) would share its style file landslides.qml with another output; "
        "choose names that differ before the ending."
    )
    assert files_in(tmp_path / "out") == []


def test_a_folder_where_a_file_is_written(refusal, tmp_path, layers):
    folder = tmp_path / "results"
    folder.mkdir()
    message = refusal("frequencyratio", TABLE=str(folder), **layers)
    assert message == f"TABLE ({folder}) is a folder where a file shall be written; add a file name."


def test_an_inventory_without_any_geometry(refusal, tmp_path, layers):
    empty = make_layer(tmp_path / "empty.gpkg", ["POLYGON EMPTY", "POLYGON EMPTY"])
    message = refusal("frequencyratio", TABLE=str(tmp_path / "t.csv"), **layers | {"INVENTORY": empty})
    assert message == f"INVENTORY ({empty}) has no feature with a usable geometry; choose a layer with shapes."


@pytest.mark.parametrize(
    ("algorithm", "parameter", "value", "wanted"),
    [
        ("distancefactor", "MAX_DISTANCE", -1, "is not a number of at least 0; give one."),
        ("spectralindex", "SCALE", "nan", "is not a number; give one."),
        ("samplepoints", "SEED", -1, "is not a whole number of at least 0; give one."),
        ("samplepoints", "TEST_FRACTION", 2, "is not a number from 0 to 0.9; give one."),
    ],
)
def test_ranges_without_an_end_are_said_without_one(provider, algorithm, parameter, value, wanted):
    from qgis.core import QgsProcessingContext

    from landslide_toolbox.processing_provider.refusals import refusal_of

    definition = provider.algorithm(algorithm).parameterDefinition(parameter)
    assert refusal_of(definition, value, QgsProcessingContext()) == f"{parameter} ({value}) {wanted}"


@pytest.mark.parametrize(("name", "suffix"), [("TABLE", "csv"), ("REPORT", "html")])
@pytest.mark.parametrize("given", ["result", "result.xlsx", "result.tif"])
def test_a_name_that_says_another_format(refusal, tmp_path, layers, name, suffix, given):
    path = str(tmp_path / "out" / given)
    message = refusal("frequencyratio", **layers, **{name: path})
    assert message == f"{name} ({path}) is not a .{suffix} name; end it in .{suffix}."
    assert files_in(tmp_path / "out") == []


def test_the_suffix_of_every_file_is_known(provider):
    """The name of a file is checked by the filter of its parameter: each must say one format."""
    kinds = {
        definition.defaultFileExtension()
        for algorithm in provider.algorithms()
        for definition in algorithm.parameterDefinitions()
        if definition.type() == "fileDestination"
    }
    assert kinds == {"csv", "html", "lsm", "onnx", "pdf", "safetensors"}


def test_a_report_whose_folder_holds_other_files(refusal, tmp_path, layers):
    photos = tmp_path / "area_files"
    photos.mkdir()
    (photos / "photo.jpg").write_bytes(b"mine")
    message = refusal("frequencyratio", REPORT=str(tmp_path / "area.html"), TABLE=str(tmp_path / "t.csv"), **layers)
    assert message == f"REPORT ({photos}) already holds other files; choose an empty or new folder."
    assert files_in(photos) == ["photo.jpg"]
    assert not (tmp_path / "t.csv").exists()


def test_a_fraction_is_no_whole_number(refusal, tmp_path, layers):
    message = refusal("frequencyratio", TABLE=str(tmp_path / "t.csv"), CLASSES=2.5, **layers)
    assert message == "CLASSES (2.5) is not a whole number; give one."


def test_a_name_longer_than_file_systems_allow(refusal, tmp_path, layers):
    message = refusal("frequencyratio", TABLE=str(tmp_path / "out" / f"{'n' * 300}.csv"), **layers)
    assert message.startswith("TABLE (") and message.endswith("has too long a file name; choose a shorter one.")


def test_the_root_of_the_disk_is_no_output(refusal, layers):
    message = refusal("createtrainingchips", INPUT=layers["FACTORS"], INVENTORY=layers["INVENTORY"], OUTPUT="/")
    assert message == "OUTPUT (/) is the root of the disk; choose a folder or file in it."


def test_an_input_by_way_of_a_link_is_still_an_input(refusal, tmp_path, layers):
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    same = str(tmp_path / "link" / "factors.tif")
    message = refusal("frequencyratio", OUTPUT=same, **layers)
    assert message == f"OUTPUT ({same}) is also an input, and inputs are never changed; choose another name."


def test_one_of_several_input_files_is_an_input(refusal, tmp_path, layers):
    models = [str(tmp_path / f"{name}.lsm") for name in "ab"]
    for path in models:
        Path(path).write_bytes(b"a model")
    message = refusal(
        "comparesusceptibility", MODELS=models, SAMPLES=layers["INVENTORY"], FACTORS=layers["FACTORS"], TABLE=models[1]
    )
    assert message == f"TABLE ({models[1]}) is also an input, and inputs are never changed; choose another name."


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"epsg": None}, "has no coordinate reference system"),
        ({"geotransform": (500_000, 30, 2, 4e6, 2, -30)}, "has a rotated or south-up geotransform"),
        (
            {"metadata": [{"FACTOR_KIND": "categorical", "CATEGORIES": "{1: a}"}, {}]},
            "has damaged category names",
        ),
        (
            {"metadata": [{"FACTOR_KIND": "categorical", "CATEGORIES": "[1, 2]"}, {}]},
            "has damaged category names",
        ),
        ({"metadata": [{"FACTOR_KIND": "categorical", "CATEGORIES": '{"x": "a"}'}, {}]}, "has damaged category names"),
    ],
)
@pytest.mark.parametrize("algorithm", ["frequencyratio", "jackknife"])
def test_a_factor_stack_that_is_none(refusal, tmp_path, layers, algorithm, changes, problem):
    values = np.random.default_rng(0).uniform(0, 9, (2, 30, 30)).astype(np.float32)
    factors = make_raster(tmp_path / "broken.tif", values, names=("slope", "rain"), **changes)
    landslides = {"jackknife": "SAMPLES"}.get(algorithm, "INVENTORY")
    outputs = {"TABLE": str(tmp_path / "out" / "t.csv")}
    message = refusal(algorithm, FACTORS=factors, **{landslides: layers["INVENTORY"]}, **outputs)
    assert message.startswith(f"FACTORS ({factors}) {problem}") and message.count(".") == message.count(".tif") + 1
    assert files_in(tmp_path / "out") == []


def test_nothing_given_for_a_number_with_a_default_takes_the_default(run, tmp_path):
    dem = make_raster(tmp_path / "dem.tif", rough_ground(20, 20))
    run("terrainfactors", DEM=dem, FACTORS=["relief"], RELIEF_WINDOW=None, OUTPUT=str(tmp_path / "a.tif"))
    run("terrainfactors", DEM=dem, FACTORS=["relief"], RELIEF_WINDOW=9, OUTPUT=str(tmp_path / "b.tif"))
    np.testing.assert_array_equal(read_raster(tmp_path / "a.tif"), read_raster(tmp_path / "b.tif"))


def test_a_layer_in_memory_is_called_by_its_name(refusal, tmp_path, layers):
    from qgis.core import QgsProject, QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:32643", "my slides", "memory")
    QgsProject.instance().addMapLayer(layer)
    message = refusal("frequencyratio", TABLE=str(tmp_path / "t.csv"), **layers | {"INVENTORY": layer})
    assert message.startswith("INVENTORY (my slides) ")


REFERENCE_ALGORITHMS = {
    "distancefactor": {},
    "categoricalfactor": {"FIELD": "v"},
    "interpolatefactor": {"FIELD": "v"},
    "rainfallfactor": {"AGGREGATE": "sum"},
}


@pytest.mark.parametrize("algorithm", REFERENCE_ALGORITHMS)
def test_a_reference_without_data_is_blamed_for_an_empty_factor(refusal, tmp_path, algorithm):
    empty = make_raster(tmp_path / "empty.tif", np.full((20, 20), -9999, np.int16), nodata=-9999)
    places = [(500_020, 3_999_980), (500_180, 3_999_960), (500_100, 3_999_820)]
    shapes = [f"POINT({x} {y})" for x, y in places]
    if algorithm == "categoricalfactor":
        shapes = [square(x, y, 15) for x, y in places]
    layer = make_layer(tmp_path / "layer.gpkg", shapes, attributes={"v": [1, 2, 4]})
    if algorithm == "rainfallfactor":
        layer = make_raster(tmp_path / "rain.tif", np.ones((20, 20), np.float32))
    output = str(tmp_path / "out" / "a.tif")
    message = refusal(algorithm, INPUT=layer, REFERENCE=empty, OUTPUT=output, **REFERENCE_ALGORITHMS[algorithm])
    assert message.startswith(f"REFERENCE ({empty}) has no cell with data")
    assert files_in(tmp_path / "out") == []
