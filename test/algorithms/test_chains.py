"""The chains: what comes out at their end, what is left out with an input, and what happens when a step fails."""

import json
import sys

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsProcessingModelAlgorithm

from landslide_toolbox.models.detection.detector import load_detector
from landslide_toolbox.processing_provider.provider import algorithm_classes
from support import ROOT, files_in, make_layer, read_csv, read_layer, read_raster

CHAINS = [algorithm.NAME for algorithm in algorithm_classes() if algorithm.__module__.split(".")[-2] == "chains"]
QUICK = {"CHIP_SIZE": 64, "EPOCHS": 2, "DEVICE": "cpu"}


@pytest.fixture(scope="module")
def area(provider, tmp_path_factory):
    """Return the folder of a small study area."""
    import processing

    folder = tmp_path_factory.mktemp("made") / "area"
    processing.run("landslide:createstudyarea", {"SIZE": 96, "SEED": 1, "OUTPUT": str(folder)})
    return folder


@pytest.fixture(scope="module")
def detector(area, tmp_path_factory):
    """Return a detector that learnt a little on scene 1."""
    import processing

    folder = tmp_path_factory.mktemp("detector")
    learning = {"INPUT": str(area / "scene_1.tif"), "INVENTORY": str(area / "inventory_1.gpkg"), "CHIP_SIZE": 64}
    processing.run("landslide:createtrainingchips", learning | {"OUTPUT": str(folder / "chips")})
    training = {"CHIPS": str(folder / "chips"), "EPOCHS": 2, "DEVICE": "cpu", "OUTPUT": str(folder / "first.lsm")}
    return processing.run("landslide:traindetector", training)["OUTPUT"]


def check_inventory(path, scene):
    """Hold that a layer has valid polygons in the reference system and on the ground of a scene."""
    raster, source = gdal.Open(str(scene)), ogr.Open(str(path))
    layer = source.GetLayer(0)
    west, cell, _, north, _, _ = raster.GetGeoTransform()
    assert layer.GetSpatialRef().IsSame(raster.GetSpatialRef())
    assert layer.GetFeatureCount() > 0
    for feature in layer:
        shape = feature.GetGeometryRef()
        left, right, bottom, top = shape.GetEnvelope()
        assert shape.IsValid() and shape.GetDimension() == 2 and shape.Area() > 0
        assert west <= left and right <= west + cell * raster.RasterXSize
        assert north - cell * raster.RasterYSize <= bottom and top <= north


@pytest.mark.slow
def test_imagery_to_inventory(run, area, tmp_path):
    west, south = gdal.Open(str(area / "scene_2.tif")).GetGeoTransform()[0], 3_000_000
    half = f"POLYGON(({west} {south},{west + 1900} {south},{west + 1900} 3400000,{west} 3400000,{west} {south}))"
    outputs = run(
        "imagerytoinventory",
        INPUT=str(area / "scene_2.tif"),
        INVENTORY=str(area / "inventory_2.gpkg"),
        MASK=make_layer(tmp_path / "mapped.gpkg", [half], epsg=32648),
        DEM=str(area / "dem.tif"),
        EXCLUSIONS=[str(area / "water.gpkg")],
        MIN_SLOPE=8,
        **QUICK,
        OUTPUT=str(tmp_path / "inventory.gpkg"),
        REMOVED=str(tmp_path / "removed.gpkg"),
        DETECTOR=str(tmp_path / "detector.lsm"),
        REPORT=str(tmp_path / "report.html"),
    )
    assert sorted(outputs) == ["DETECTOR", "OUTPUT", "REMOVED", "REPORT"]
    check_inventory(outputs["OUTPUT"], area / "scene_2.tif")
    rows, gone = (read_layer(outputs[name])[1] for name in ("OUTPUT", "REMOVED"))
    assert all(row["slope_deg"] >= 8 for row in rows)
    assert any("slope" in row["reason"] for row in gone)
    assert "<img" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert load_detector(outputs["DETECTOR"], "cpu").bands == ["blue", "green", "red", "nir"]
    kept = {"detector.lsm", "inventory.gpkg", "inventory.qml", "mapped.gpkg", "removed.gpkg", "removed.qml"}
    kept |= {"report.html", "report_files"}
    assert {name.split("/")[0] for name in files_in(tmp_path)} == kept


@pytest.mark.slow
def test_inventory_to_susceptibility(run, area, tmp_path):
    tables = ("COLLINEARITY_TABLE", "FREQUENCY_RATIO_TABLE", "METRICS", "CLASS_TABLE", "SHAP_TABLE")
    reports = ("COLLINEARITY_REPORT", "FREQUENCY_RATIO_REPORT", "REPORT", "CLASS_REPORT", "SHAP_REPORT")
    outputs = run(
        "inventorytosusceptibility",
        DEM=str(area / "dem.tif"),
        INVENTORY=str(area / "inventory_2.gpkg"),
        LITHOLOGY=str(area / "lithology.gpkg"),
        LITHOLOGY_FIELD="lithology",
        RIVERS=str(area / "rivers.gpkg"),
        FAULTS=str(area / "faults.gpkg"),
        ROADS=str(area / "roads.gpkg"),
        RAINFALL=str(area / "rainfall.nc"),
        LAYERS=[str(area / "landcover.tif")],
        TERRAIN_FACTORS=["slope", "aspect", "relief"],
        MODEL="logistic_regression",
        VIF_LIMIT=1000,
        OUTPUT=str(tmp_path / "susceptibility.tif"),
        CLASS_MAP=str(tmp_path / "classes.tif"),
        FACTORS=str(tmp_path / "factors.tif"),
        SAMPLES=str(tmp_path / "samples.gpkg"),
        **{name: str(tmp_path / f"{name}.csv") for name in tables},
        **{name: str(tmp_path / f"{name}.html") for name in reports},
    )
    expected = ["slope", "aspect", "relief", "lithology"]
    expected += ["distance_to_rivers", "distance_to_faults", "distance_to_roads", "rainfall", "landcover"]
    stack = gdal.Open(outputs["FACTORS"])
    assert [stack.GetRasterBand(band).GetDescription() for band in range(1, stack.RasterCount + 1)] == expected
    assert stack.GetGeoTransform() == gdal.Open(str(area / "dem.tif")).GetGeoTransform()
    index, classes = read_raster(outputs["OUTPUT"])[0], read_raster(outputs["CLASS_MAP"])[0]
    assert 0 <= np.nanmin(index) < np.nanmax(index) <= 1
    assert set(np.unique(classes)) == {0, 1, 2, 3, 4, 5}
    np.testing.assert_array_equal(classes == 0, np.isnan(index))
    assert {row["split"] for row in read_layer(outputs["SAMPLES"])[1]} == {"train", "test"}
    assert {row["factor"] for row in read_csv(outputs["FREQUENCY_RATIO_TABLE"])} == set(expected)
    assert all(len(read_csv(outputs[name])) > 1 for name in tables)
    assert all("</html>" in (tmp_path / f"{name}.html").read_text(encoding="utf-8") for name in reports)


@pytest.mark.slow
def test_transfer_of_a_detector_as_it_is(run, area, detector, tmp_path):
    outputs = run(
        "transferdetector",
        INPUT=str(area / "scene_2.tif"),
        REFERENCE=str(area / "scene_1.tif"),
        MODEL=detector,
        DEVICE="cpu",
        OUTPUT=str(tmp_path / "inventory.gpkg"),
        MATCHED=str(tmp_path / "matched.tif"),
        PROBABILITY=str(tmp_path / "probability.tif"),
        DETECTOR=str(tmp_path / "tuned.lsm"),
    )
    assert sorted(outputs) == ["MATCHED", "OUTPUT", "PROBABILITY"]  # nothing was mapped, so nothing was trained
    check_inventory(outputs["OUTPUT"], area / "scene_2.tif")
    matched, before, reference = (
        read_raster(path) for path in (tmp_path / "matched.tif", area / "scene_2.tif", area / "scene_1.tif")
    )
    wanted = np.median(reference[0])
    assert abs(np.median(matched[0]) - wanted) < abs(np.median(before[0]) - wanted)
    probability = read_raster(outputs["PROBABILITY"])[0]
    assert 0 <= np.nanmin(probability) < np.nanmax(probability) <= 1
    assert not (tmp_path / "tuned.lsm").exists()


@pytest.mark.slow
def test_layers_appear_in_a_project_as_those_of_the_steps_do(area, detector):
    import processing
    from qgis.core import QgsProject

    project = QgsProject.instance()
    inputs = {"INPUT": str(area / "scene_2.tif"), "REFERENCE": str(area / "scene_1.tif"), "MODEL": detector}
    outputs = {"OUTPUT": "TEMPORARY_OUTPUT", "MATCHED": "TEMPORARY_OUTPUT"}
    try:
        processing.runAndLoadResults("landslide:transferdetector", inputs | outputs, QgsProcessingFeedback(False))
        nodes = project.layerTreeRoot().findLayers()
        names = {node.name(): node.parent().name() for node in nodes}
        assert names == {"Cleaned inventory · scene_2": "2 Detection", "Matched scene · scene_2": "2 Detection"}
        (inventory,) = (node.layer() for node in nodes if node.name().startswith("Cleaned"))
        assert inventory.renderer().symbol().color().getRgb() == (215, 48, 39, 70)
    finally:
        project.clear()


@pytest.mark.slow
def test_transfer_of_a_detector_with_mapped_landslides(run, area, detector, tmp_path):
    outputs = run(
        "transferdetector",
        INPUT=str(area / "scene_2.tif"),
        REFERENCE=str(area / "scene_1.tif"),
        MODEL=detector,
        INVENTORY=str(area / "inventory_2.gpkg"),
        DEM=str(area / "dem.tif"),
        **QUICK,
        OUTPUT=str(tmp_path / "inventory.gpkg"),
        PROBABILITY=str(tmp_path / "probability.tif"),
        DETECTOR=str(tmp_path / "tuned.lsm"),
        TUNING_REPORT=str(tmp_path / "tuning.html"),
    )
    assert sorted(outputs) == ["DETECTOR", "OUTPUT", "PROBABILITY", "TUNING_REPORT"]
    check_inventory(outputs["OUTPUT"], area / "scene_2.tif")
    tuned, first = load_detector(outputs["DETECTOR"], "cpu"), load_detector(detector, "cpu")
    assert tuned.statistics != first.statistics  # those of the new scene
    found = run(
        "detectlandslides",
        INPUT=str(area / "scene_2.tif"),
        MODEL=detector,
        DEVICE="cpu",
        OUTPUT="TEMPORARY_OUTPUT",
        PROBABILITY=str(tmp_path / "untuned.tif"),
    )
    assert not np.allclose(*(np.nan_to_num(read_raster(path)) for path in (outputs["PROBABILITY"], found["PROBABILITY"])))


class Stop(QgsProcessingFeedback):
    """Presses Cancel when the log says ``words``."""

    def __init__(self, words):
        super().__init__(False)
        self._words = words

    def pushDebugInfo(self, info):
        super().pushDebugInfo(info)
        self._look_at(info)

    def pushInfo(self, info):
        super().pushInfo(info)
        self._look_at(info)

    def _look_at(self, info):
        if self._words in info:
            self.cancel()


def susceptibility_until_sampling(run, area, tmp_path, **parameters):
    """Run the chain up to its samples; return the log."""
    with pytest.raises(QgsProcessingException, match=r"^Cancelled: no output was written\.$"):
        run(
            "inventorytosusceptibility",
            feedback=Stop("Prepare algorithm: samples"),
            DEM=str(area / "dem.tif"),
            INVENTORY=str(area / "inventory_2.gpkg"),
            TERRAIN_FACTORS=["slope"],
            OUTPUT=str(tmp_path / "susceptibility.tif"),
            CLASS_MAP=str(tmp_path / "classes.tif"),
            **parameters,
        )
    assert files_in(tmp_path) == []
    return run.log


def test_what_is_not_given_is_left_out(run, area, tmp_path):
    log = susceptibility_until_sampling(run, area, tmp_path, RIVERS=str(area / "rivers.gpkg"))
    steps = {line.split(": ")[1] for line in log.splitlines() if line.startswith("Prepare algorithm: ")}
    assert steps == {"terrain", "rivers", "stack", "samples"}
    assert "slope (continuous)" in log and "distance_to_rivers (continuous)" in log


def test_layers_of_a_project_serve_as_inputs_too(run, area, tmp_path):
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

    rivers, rocks = (QgsVectorLayer(str(area / f"{name}.gpkg"), name) for name in ("rivers", "lithology"))
    QgsProject.instance().addMapLayers([rivers, rocks])
    selected = QgsProcessingFeatureSourceDefinition(rivers.id(), True)
    rivers.selectByIds([1])
    try:
        log = susceptibility_until_sampling(
            run, area, tmp_path, RIVERS=selected, LITHOLOGY=rocks.id(), LITHOLOGY_FIELD="lithology"
        )
    finally:
        QgsProject.instance().removeAllMapLayers()
    assert "\n1 features touch" in log
    assert "lithology (categorical)" in log


def test_a_raster_that_does_not_open_is_not_taken_for_one_not_given(refusal, area, tmp_path):
    (tmp_path / "dem.tif").write_text("no raster")
    inputs = {"INPUT": str(area / "scene_1.tif"), "INVENTORY": str(area / "inventory_1.gpkg"), "DEM": str(tmp_path / "dem.tif")}
    outputs = {"OUTPUT": str(tmp_path / "inventory.gpkg"), "DETECTOR": str(tmp_path / "detector.lsm")}
    assert f"DEM ({tmp_path / 'dem.tif'}) cannot be opened as a raster layer" in refusal(
        "imagerytoinventory", **inputs, **outputs
    )
    assert files_in(tmp_path) == ["dem.tif"]


@pytest.fixture
def transfer(area, tmp_path):
    """Return the parameters of a transfer whose detector is none, which the second step finds out."""
    (tmp_path / "broken.lsm").write_text("no model")
    paths = {"INPUT": area / "scene_2.tif", "REFERENCE": area / "scene_1.tif", "MODEL": tmp_path / "broken.lsm"}
    paths |= {"OUTPUT": tmp_path / "inventory.gpkg", "MATCHED": tmp_path / "matched.tif"}
    return {name: str(path) for name, path in paths.items()}


def test_a_step_that_fails_ends_the_chain_with_its_own_sentence(refusal, transfer, tmp_path):
    message = refusal("transferdetector", **transfer)
    assert message.startswith(f"Detect landslides: MODEL ({transfer['MODEL']}) ")
    assert message.endswith(f" Finished before, and kept: {transfer['MATCHED']}.")
    assert {name for name in files_in(tmp_path) if not name.endswith(".aux.xml")} == {"broken.lsm", "matched.tif"}


def test_cancel_within_a_step_leaves_nothing_of_it(cancelled_run, transfer, tmp_path):
    cancelled_run("transferdetector", at=5, **transfer)
    assert files_in(tmp_path) == ["broken.lsm"]


def test_cancel_between_two_steps_says_what_is_finished(run, transfer):
    with pytest.raises(QgsProcessingException) as caught:
        run("transferdetector", feedback=Stop("OK. Execution took"), **transfer)
    assert str(caught.value) == f"Cancelled. Finished before, and kept: {transfer['MATCHED']}."


def test_the_chains_own_defaults_count(run, area, tmp_path):
    outputs = {"OUTPUT": str(tmp_path / "inventory.gpkg"), "DETECTOR": str(tmp_path / "detector.lsm")}
    inputs = {"INPUT": str(area / "scene_1.tif"), "INVENTORY": str(area / "inventory_1.gpkg")}
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("imagerytoinventory", feedback=Stop("Prepare algorithm: chips"), **inputs, **outputs)
    assert "CHIP_SIZE: 128" in run.log


def test_layers_are_loaded_once_under_the_names_of_the_outputs(provider, transfer):
    from qgis.core import QgsProcessingContext, QgsProcessingOutputLayerDefinition, QgsProject

    wanted = {name: QgsProcessingOutputLayerDefinition(transfer[name], QgsProject.instance()) for name in ("OUTPUT", "MATCHED")}
    context = QgsProcessingContext()
    provider.algorithm("transferdetector").run(transfer | wanted, context, QgsProcessingFeedback(False))
    loaded = {path: details.name for path, details in context.layersToLoadOnCompletion().items()}
    assert loaded == {transfer["OUTPUT"]: "Cleaned inventory", transfer["MATCHED"]: "Matched scene · scene_2"}


@pytest.mark.parametrize("name", CHAINS)
def test_the_model_of_a_chain_is_as_its_steps_say(provider, tmp_path, name):
    sys.path.insert(0, str(ROOT / "scripts"))
    from chains import model_of

    chain = provider.algorithm(name)
    model_of(chain).toFile(str(tmp_path / "wanted.model3"))
    wanted = QgsProcessingModelAlgorithm()
    assert wanted.fromFile(str(tmp_path / "wanted.model3"))
    contents = [model.toVariant() for model in (chain.model(), wanted)]
    for content in contents:
        # the QGIS that wrote it names outputs in its own way
        content.pop("internal_version", None)
        content["parameterDefinitions"] = {name: content["parameterDefinitions"][name] for name in content["parameterOrder"]}
    on_disk, anew = (json.dumps(content, default=str) for content in contents)
    assert on_disk == anew, "write it again with scripts/chains.py"


@pytest.mark.parametrize("name", CHAINS)
def test_the_modeler_finds_nothing_wrong_with_a_chain(provider, name):
    model = provider.algorithm(name).model()
    valid, issues = model.validate()
    assert valid, issues
    children = [child.algorithm() for child in model.childAlgorithms().values()]
    needed = {package for child in children for package in getattr(child, "PACKAGES", ())}
    assert needed == set(provider.algorithm(name).PACKAGES)
