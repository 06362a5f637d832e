"""Outputs as a project shows them after a run in QGIS: named, in the group of their stage, styled as when opened by hand."""

import gc
import re

import numpy as np
import pytest
from osgeo import gdal
from tiny_detectors import add_architecture, save_one_band

from support import ROOT, make_layer, make_raster, read_raster, rough_ground, square

TEMPORARY = "TEMPORARY_OUTPUT"
FIVE = ["very low", "low", "moderate", "high", "very high"]
SAMPLES = ["landslide, training", "landslide, test", "no landslide, training", "no landslide, test"]


@pytest.fixture(scope="module")
def project(provider, tmp_path_factory):
    """A project in which the whole work was done in a small study area, each output a temporary layer."""
    from qgis.core import QgsProject

    QgsProject.instance().clear()
    folder = tmp_path_factory.mktemp("work")
    with pytest.MonkeyPatch.context() as patched:
        add_architecture(patched)
        work(folder)
    yield QgsProject.instance()
    QgsProject.instance().clear()


def load(name, **parameters):
    """Run an algorithm as its dialog does, results loaded into the project; return its outputs."""
    import processing
    from qgis.core import QgsProcessingFeedback

    return processing.runAndLoadResults(f"landslide:{name}", parameters, QgsProcessingFeedback(False))


def layer(name):
    from qgis.core import QgsProject

    (found,) = QgsProject.instance().mapLayersByName(name)
    return found


def work(folder):
    import processing

    area = folder / "area"
    processing.run("landslide:createstudyarea", {"SIZE": 64, "SEED": 1, "OUTPUT": str(area)})
    detector = save_one_band(folder / "tiny.lsm", 5.0, bands=("red",), mean=1500.0, deviation=500.0, threshold=0.5)
    dem, scene = str(area / "dem.tif"), str(area / "scene_2.tif")
    load("matchradiometry", INPUT=scene, REFERENCE=str(area / "scene_1.tif"), OUTPUT=TEMPORARY)
    load("detectlandslides", INPUT=scene, MODEL=detector, BANDS=[3], OUTPUT=TEMPORARY, PROBABILITY=TEMPORARY)
    load("cleaninventory", INPUT=layer("Landslides · scene_2"), MIN_AREA=2000, OUTPUT=TEMPORARY, REMOVED=TEMPORARY)
    load("terrainfactors", DEM=dem, FACTORS=["slope", "aspect", "twi"], OUTPUT=TEMPORARY)
    load("terrainfactors", DEM=scene_like(area, folder), FACTORS=["aspect"], OUTPUT=TEMPORARY)
    load("spectralindex", INPUT=str(area / "scene_2_before.tif"), OUTPUT=TEMPORARY)
    load("distancefactor", INPUT=str(area / "rivers.gpkg"), REFERENCE=dem, OUTPUT=TEMPORARY)
    load("categoricalfactor", INPUT=str(area / "lithology.gpkg"), FIELD="lithology", REFERENCE=dem, OUTPUT=TEMPORARY)
    load("rainfallfactor", INPUT=str(area / "rainfall.nc"), REFERENCE=dem, OUTPUT=TEMPORARY)
    stations = {"INPUT": str(area / "stations.csv"), "FIELD": "pga_g", "X_FIELD": "x", "Y_FIELD": "y"}
    load("interpolatefactor", **stations, METHOD="idw", REFERENCE=dem, OUTPUT=TEMPORARY)
    names = ["Terrain factors · dem", "Distance · rivers", "lithology · lithology"]
    load("stackfactors", LAYERS=[layer(name) for name in names], REFERENCE=dem, OUTPUT=TEMPORARY)
    stack, inventory = layer("Factor stack · dem"), str(area / "inventory_2.gpkg")
    load("frequencyratio", FACTORS=stack, INVENTORY=inventory, OUTPUT=TEMPORARY)
    load("multicollinearity", FACTORS=stack, INVENTORY=inventory, OUTPUT=TEMPORARY)
    load("samplepoints", FACTORS=stack, INVENTORY=inventory, OUTPUT=TEMPORARY)
    given = {"FACTORS": stack, "SAMPLES": layer("Samples · inventory_2")}
    forest = {"MODEL": "random_forest", "TREES": 20, "VALIDATION": "test_split", "OUTPUT": str(folder / "forest.lsm")}
    load("trainsusceptibility", **given, **forest, MATCHES=TEMPORARY)
    maps = {"OUTPUT": TEMPORARY, "UNCERTAINTY": TEMPORARY, "APPLICABILITY": TEMPORARY}
    load("applysusceptibility", FACTORS=stack, MODEL=forest["OUTPUT"], **maps)
    load("classifysusceptibility", INPUT=layer("Susceptibility · forest"), OUTPUT=TEMPORARY)
    explained = {"MAX_SAMPLES": 20, "BACKGROUND": 20, "OUTPUT": TEMPORARY, "DOMINANT": TEMPORARY}
    load("shapdependence", MODEL=forest["OUTPUT"], **given, **explained)


def scene_like(area, folder):
    """Return heights under another name, so that two results of one algorithm can be told apart."""
    path = folder / "heights.tif"
    path.write_bytes((area / "dem.tif").read_bytes())
    return str(path)


def tree(project):
    """Return {group: names of layers from the top} of the groups below the toolbox's."""
    (around,) = project.layerTreeRoot().children()
    assert around.name() == "Landslide Toolbox"
    return {group.name(): [node.name() for node in group.children()] for group in around.children()}


def test_every_output_has_a_speaking_name_in_the_group_of_its_stage(project):
    assert tree(project) == {
        "6 Explanation": ["SHAP values · forest", "Dominant factor · forest"],
        "5 Susceptibility": [
            "Matching codes · inventory_2",
            "Samples · inventory_2",
            "Susceptibility classes · forest",
            "Susceptibility · forest",
            "Uncertainty · forest",
            "Area of applicability · forest",
        ],
        "4 Factor analysis": ["Reduced stack · dem", "Frequency ratios · dem"],
        "3 Conditioning factors": [
            "Factor stack · dem",
            "pga_g · stations",
            "Rainfall factor · rainfall",
            "lithology · lithology",
            "Distance · rivers",
            "NDVI · scene_2_before",
            "Terrain factors · heights",
            "Terrain factors · dem",
        ],
        "2 Detection": [
            "Cleaned inventory · scene_2",
            "Removed landslides · scene_2",
            "Landslides · scene_2",
            "Landslide probability · scene_2",
            "Matched scene · scene_2",
        ],
    }


def legend(project, name):
    """Return the texts of a layer's legend as the layer tree shows it."""
    from qgis.core import QgsLayerTreeModel

    model = QgsLayerTreeModel(project.layerTreeRoot())
    nodes = model.layerLegendNodes(project.layerTreeRoot().findLayer(layer(name).id()))
    return [str(node.data(0)) for node in nodes if node.data(0)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Susceptibility classes · forest", FIVE),
        ("Samples · inventory_2", SAMPLES),
        ("Area of applicability · forest", ["within the area of applicability", "outside: unlike the training samples"]),
        ("Dominant factor · forest", ["slope", "aspect", "twi", "distance_to_rivers", "lithology"]),
        ("Terrain factors · heights", ["flat", "north", "north-east", "east"]),
    ],
)
def test_legends_list_the_classes(project, name, expected):
    texts = legend(project, name)
    texts = texts[1:] if texts[0].startswith("Band") else texts
    assert texts[: len(expected)] == expected


@pytest.mark.parametrize(
    ("name", "first", "last", "ends"),
    [
        ("Susceptibility · forest", 0, 1, ("0 unlikely", "1 likely")),
        ("Landslide probability · scene_2", 0, 1, ("0 no landslide", "1 landslide")),
        ("Uncertainty · forest", 0, 0.5, ("0 members agree", "0.5 members disagree")),
        ("SHAP values · forest", None, None, (" less likely", " more likely")),
        ("Distance · rivers", None, None, (" m", " m")),
        ("Terrain factors · dem", None, None, (" degree", " degree")),
        ("NDVI · scene_2_before", None, None, ("", "")),
        ("Rainfall factor · rainfall", None, None, (" mm/year", " mm/year")),
        ("Factor stack · dem", None, None, (" degree", " degree")),
        ("Frequency ratios · dem", None, None, ("", "")),
    ],
)
def test_ramps_span_the_values_and_say_what_their_ends_mean(project, name, first, last, ends):
    renderer = layer(name).renderer()
    ramp = renderer.shader().rasterShaderFunction()
    assert first is None or ramp.minimumValue() == pytest.approx(first)
    assert last is None or ramp.maximumValue() == pytest.approx(last)
    settings = ramp.legendSettings()
    labels = settings.minimumLabel(), settings.maximumLabel()
    assert all(label.endswith(end) for label, end in zip(labels, ends, strict=True)), labels
    assert not any("e+" in label for label in labels), labels
    shown = read_raster(layer(name).source())[renderer.band() - 1]
    shown = shown[np.isfinite(shown)]
    assert ramp.minimumValue() < np.median(shown) < ramp.maximumValue() or first is not None
    assert ((shown >= ramp.minimumValue()) & (shown <= ramp.maximumValue())).mean() > 0.9


def test_what_is_opened_by_hand_looks_the_same(project):
    """Of every layer but the matched scene, which QGIS shows as it shows any image."""
    from qgis.core import QgsRasterLayer, QgsVectorLayer
    from qgis.PyQt.QtXml import QDomDocument

    def drawn(shown):
        document = QDomDocument()
        shown.exportNamedStyle(document, categories=shown.StyleCategory.Symbology)
        return re.sub(r'id="\{[^}]+\}"', "", document.toString())  # QGIS draws a new one for each symbol it loads

    compared = 0
    for shown in project.mapLayers().values():
        path = shown.source().split("|")[0]
        if shown.name() == "Matched scene · scene_2":
            assert shown.renderer().type() == "multibandcolor"
            continue
        if isinstance(shown, QgsRasterLayer):
            fresh, plain = [QgsRasterLayer(path)], QgsRasterLayer(path, "", "gdal", QgsRasterLayer.LayerOptions(False))
        else:
            # as a path given to QGIS and as the browser drops it
            fresh = [
                QgsVectorLayer(path),
                QgsVectorLayer(f"{path}|layername={shown.dataProvider().subLayers()[0].split('!!::!!')[1]}"),
            ]
            plain = QgsVectorLayer(path, "", "ogr", QgsVectorLayer.LayerOptions(loadDefaultStyle=False))
        assert all(one.isValid() for one in fresh)
        assert [drawn(one) for one in fresh] == [drawn(shown)] * len(fresh), shown.name()
        # GDAL 3.13 keeps the labels of classes in the file itself, so that QGIS needs no style for some of them
        assert drawn(plain) != drawn(shown) or plain.renderer().type() == "paletted", shown.name()
        compared += 1
    assert compared == 22


@pytest.mark.parametrize(
    ("name", "band", "colours", "labels"),
    [
        ("Susceptibility classes · forest", 1, True, dict(enumerate(FIVE, start=1))),
        ("Dominant factor · forest", 1, True, {1: "slope", 5: "lithology"}),
        ("Area of applicability · forest", 2, False, {0: "outside: unlike the training samples"}),
        ("Factor stack · dem", 5, False, {1: None}),
        ("lithology · lithology", 1, False, {1: None}),
    ],
)
def test_classes_are_named_and_coloured_in_the_raster_itself(project, name, band, colours, labels):
    """For programs that do not read QML; GeoTIFF keeps colour tables in bands of bytes alone."""
    from landslide_toolbox.core.raster import open_raster

    path = layer(name).source()
    assert (gdal.Open(path).GetRasterBand(band).GetColorTable() is not None) == colours
    with open_raster(path) as raster:
        found = raster.labels(band - 1)
    assert all(value in found and label in (None, found[value]) for value, label in labels.items()), found


@pytest.fixture
def empty(provider):
    """An empty project."""
    from qgis.core import QgsProject

    kept = QgsProject.instance()
    kept.clear()
    yield kept
    kept.clear()


@pytest.fixture
def dem(tmp_path):
    return make_raster(tmp_path / "dem.tif", rough_ground(40, 50))


def test_layers_go_where_the_user_has_moved_their_group(empty, dem):
    load("terrainfactors", DEM=dem, FACTORS=["slope"], OUTPUT=TEMPORARY)
    (around,) = empty.layerTreeRoot().children()
    (factors,) = around.children()
    mine = empty.layerTreeRoot().addGroup("My work")
    moved = factors.clone()
    mine.addChildNode(moved)
    empty.layerTreeRoot().removeChildNode(around)
    moved.setName("What I have derived")
    load("distancefactor", INPUT=square_layer(dem), REFERENCE=dem, OUTPUT=TEMPORARY)
    assert [node.name() for node in empty.layerTreeRoot().children()] == ["My work"]
    assert [node.name() for node in moved.children()] == ["Distance · body", "Terrain factors · dem"]


def square_layer(dem):
    return make_layer(f"{dem[:-7]}body.gpkg", [square(500_100, 3_999_700, 100)])


def test_a_group_chosen_in_the_settings_of_processing_holds_the_groups(empty, dem):
    from processing.core.ProcessingConfig import ProcessingConfig

    ProcessingConfig.setSettingValue(ProcessingConfig.RESULTS_GROUP_NAME, "Results")
    try:
        load("terrainfactors", DEM=dem, FACTORS=["slope"], OUTPUT=TEMPORARY)
    finally:
        ProcessingConfig.setSettingValue(ProcessingConfig.RESULTS_GROUP_NAME, "")
    (results,) = empty.layerTreeRoot().children()
    assert results.name() == "Results"
    assert [(group.name(), [below.name() for below in group.children()]) for group in results.children()] == [
        ("Landslide Toolbox", ["3 Conditioning factors"])
    ]


def test_a_style_that_the_user_has_chosen_for_an_output_stays(empty, dem, monkeypatch):
    from processing.gui.RenderingStyles import RenderingStyles

    style = ROOT / "resources" / "styles" / "probability.qml"
    monkeypatch.setitem(RenderingStyles.styles, "landslide:terrainfactors", {"OUTPUT": str(style)})
    load("terrainfactors", DEM=dem, FACTORS=["slope"], OUTPUT=TEMPORARY)
    ramp = layer("Terrain factors · dem").renderer().shader().rasterShaderFunction()
    assert (ramp.minimumValue(), ramp.maximumValue()) == (0, 1)


def test_a_file_that_the_user_has_named_gives_its_layer_the_name(empty, dem, tmp_path, monkeypatch):
    """As QGIS does, unless the user has switched that off: what lies in the system's temporary folder has no such name."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    load("terrainfactors", DEM=dem, FACTORS=["slope"], OUTPUT=str(tmp_path / "Steep ground.tif"))
    (only,) = empty.mapLayers().values()
    assert only.name() == "Steep ground"


def model_of_slopes():
    """Return a model of two steps whose only output, Slopes, is that of the second."""
    from qgis.core import (
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelChildParameterSource,
        QgsProcessingModelOutput,
        QgsProcessingModelParameter,
        QgsProcessingParameterRasterLayer,
    )

    model = QgsProcessingModelAlgorithm("Slopes", "Mine")
    model.addModelParameter(QgsProcessingParameterRasterLayer("DEM", "DEM"), QgsProcessingModelParameter("DEM"))
    dem = [QgsProcessingModelChildParameterSource.fromModelParameter("DEM")]
    child = QgsProcessingModelChildAlgorithm("landslide:terrainfactors")
    child.setChildId("terrain")
    child.addParameterSources("DEM", dem)
    child.addParameterSources("FACTORS", [QgsProcessingModelChildParameterSource.fromStaticValue(["slope"])])
    model.addChildAlgorithm(child)
    second = QgsProcessingModelChildAlgorithm("landslide:stackfactors")
    second.setChildId("stack")
    second.addParameterSources("LAYERS", [QgsProcessingModelChildParameterSource.fromChildOutput("terrain", "OUTPUT")])
    second.addParameterSources("REFERENCE", dem)
    output = QgsProcessingModelOutput("Slopes")
    output.setChildId("stack")
    output.setChildOutputName("OUTPUT")
    second.setModelOutputs({"Slopes": output})
    model.addChildAlgorithm(second)
    model.initAlgorithm()
    return model


def run_model(model, dem, project):
    """Run a model and load its results, with a collection of garbage between the two."""
    from processing.gui.Postprocessing import handleAlgorithmResults
    from processing.tools.dataobjects import createContext
    from qgis.core import QgsProcessingFeedback, QgsProcessingOutputLayerDefinition

    context, feedback = createContext(), QgsProcessingFeedback(False)
    (output,) = [definition.name() for definition in model.outputDefinitions() if definition.name().endswith("Slopes")]
    results, done = model.run({"DEM": dem, output: QgsProcessingOutputLayerDefinition(TEMPORARY, project)}, context, feedback)
    assert done, feedback.textLog()
    del model
    gc.collect()
    assert handleAlgorithmResults(load_algorithm(), context, feedback)
    return results


def load_algorithm():
    from qgis.core import QgsApplication

    return QgsApplication.processingRegistry().algorithmById("landslide:stackfactors")


def test_the_final_output_of_a_model_keeps_its_name_and_is_styled_in_its_group(empty, dem):
    run_model(model_of_slopes(), dem, empty)
    (only,) = empty.mapLayers().values()
    assert only.name() == "Slopes"
    assert only.renderer().type() == "singlebandpseudocolor"
    assert tree(empty) == {"3 Conditioning factors": ["Slopes"]}


def test_two_runs_at_once_keep_the_styles_of_both(monkeypatch):
    """While one of them forgets what QGIS has deleted, the other adds its own."""
    from landslide_toolbox.processing_provider import layers_in_project

    class OtherRun:
        @staticmethod
        def isdeleted(_):
            layers_in_project._alive.add("theirs")
            return False

    monkeypatch.setattr(layers_in_project, "_alive", {"of before"})
    monkeypatch.setattr(layers_in_project, "sip", OtherRun)
    layers_in_project._kept_alive("ours")
    assert layers_in_project._alive == {"of before", "theirs", "ours"}


def test_a_model_that_states_a_group_keeps_it(empty, dem):
    model = model_of_slopes()
    if not hasattr(model, "setOutputGroup"):
        pytest.skip("models state a group for their outputs from QGIS 3.32 on")
    model.setOutputGroup("The author's group")
    run_model(model, dem, empty)
    (group,) = empty.layerTreeRoot().children()
    assert (group.name(), [node.name() for node in group.children()]) == ("The author's group", ["Slopes"])
