"""What the dialogs add to Processing's: model cards, choosers of names, greyed-out parameters, layers that fit."""

import pytest

from landslide_toolbox.models.model_file import ModelFile, write_model_file
from landslide_toolbox.processing_provider.provider import algorithm_classes

DETECTOR = {
    "task": "detection",
    "architecture": "unet_se",
    "bands": ["red", "<b>near</b>"],
    "cell_size": 10.0,
    "threshold": 0.4,
    "training": {"chips": {"train": 7}, "landslides": {"train": 9}, "data": {"source": "C:\\Users\\me\\scene.tif"}},
    "metrics": {"test": {"f1": 0.75, "iou": 0.6}},
    "licence": "CC BY 4.0",
}
NAMED_BANDS = ["Band 1: blue", "Band 2: green", "Band 3: red", "Band 4: near_infrared"]


@pytest.fixture
def detector(tmp_path):
    path = tmp_path / "detector.lsm"
    write_model_file(path, ModelFile(DETECTOR, "weights.safetensors", b"123"))
    return str(path)


def widget(dialog, name):
    return dialog.mainWidget().wrappers[name].wrappedWidget()


def card(dialog):
    from qgis.PyQt.QtWidgets import QLabel

    return dialog.mainWidget().findChild(QLabel, "model_card")


def test_the_card_of_a_model_is_shown_when_it_is_picked(open_dialog, detector):
    dialog = open_dialog("detectlandslides")
    assert not card(dialog).isVisible()
    widget(dialog, "MODEL").setFilePath(detector)
    assert card(dialog).isVisible()
    text = card(dialog).text()
    told = [
        "unet_se",
        "10 m",
        "0.400",
        "Test chips",
        "F1 0.750, IoU 0.600",
        "7 chips, 9 landslides",
        ">scene.tif<",
        "CC BY 4.0",
    ]
    assert [words for words in told if words not in text] == []
    assert "red, &lt;b&gt;near&lt;/b&gt;" in text and "me" not in text.split("scene.tif")[0].split("Source")[1]
    widget(dialog, "MODEL").setFilePath("")
    assert not card(dialog).isVisible()


def test_every_choice_of_a_model_shows_its_card(provider):
    from landslide_toolbox.processing_provider.dialog_hints import hints_of

    found = {}
    for algorithm in provider.algorithms():
        for one in algorithm.parameterDefinitions():
            if (one.type() == "file" and one.extension() == "lsm") or one.name() == "MODELS":
                found[algorithm.name(), one.name()] = hints_of(one).get("model_for")
    assert len(found) >= 7
    assert set(found.values()) == {"detection", "susceptibility"}, found


def test_a_file_that_is_no_model_for_this_says_why(open_dialog, detector, tmp_path):
    (tmp_path / "<i>text.lsm").write_text("hello")
    for name, path, words in (
        ("applysusceptibility", detector, "is a detection model where a susceptibility model is needed"),
        ("detectlandslides", tmp_path / "<i>text.lsm", "&lt;i&gt;text.lsm) is not a Landslide Toolbox model"),
        ("detectlandslides", tmp_path / "absent.lsm", "is not a Landslide Toolbox model"),
    ):
        dialog = open_dialog(name, MODEL=str(path))
        assert words in card(dialog).text(), name


@pytest.mark.parametrize("damage", [[], "text", 5, None, {"a": 1}, [[1]], [{"name": 5}], True])
def test_a_card_that_someone_has_changed_is_shown_as_far_as_it_goes(provider, damage):
    from landslide_toolbox.ui.dialog.card_rows import card_rows

    for key in DETECTOR:
        rows = dict(card_rows({**DETECTOR, "encoder": {"factors": damage}, key: damage}))
        assert len(rows) >= 6, key
    assert card_rows({}) == []


def test_several_models_stay_chosen_when_the_dialog_is_filled_in(open_dialog, detector, tmp_path):
    paths = [detector, str(tmp_path / "other.lsm")]
    dialog = open_dialog("evaluatedetector", MODEL=paths)
    assert dialog.createProcessingParameters()["MODEL"] == paths
    offered = press_and_choose(dialog, button_of(widget(dialog, "MODEL")), [detector])
    assert offered == paths
    assert dialog.createProcessingParameters()["MODEL"] == [detector]
    dialog.setParameters({"MODEL": paths})
    assert "<b>detector.lsm</b>" in card(dialog).text() and "other.lsm) is not a Landslide" in card(dialog).text()


def test_parameters_without_effect_are_grey(open_dialog, project):
    dialog = open_dialog("spectralindex", INPUT=project["scene"])
    for index, used in (("ndvi", {"RED", "NIR"}), ("ratio", {"NUMERATOR", "DENOMINATOR"}), ("ndwi", {"GREEN", "NIR"})):
        dialog.setParameters({"INDEX": index})
        names = ("RED", "NIR", "GREEN", "BLUE", "SWIR", "NUMERATOR", "DENOMINATOR")
        assert {name for name in names if widget(dialog, name).isEnabled()} == used
        assert {name for name in names if dialog.mainWidget().wrappers[name].wrappedLabel().isEnabled()} == used
    dialog = open_dialog("terrainfactors", FACTORS=["slope", "relief"])
    assert widget(dialog, "RELIEF_WINDOW").isEnabled() and not widget(dialog, "FLOW").isEnabled()
    dialog = open_dialog("comparesusceptibility", MAPS=False)
    assert not widget(dialog, "INVENTORY").isEnabled()


def test_conditions_name_parameters_and_values_that_exist(provider):
    from landslide_toolbox.processing_provider.dialog_hints import hints_of

    checked = 0
    for algorithm in provider.algorithms():
        for definition in algorithm.parameterDefinitions():
            if "only_with" in hints_of(definition):
                other, values = hints_of(definition)["only_with"]
                values = values if isinstance(values, list) else [values]
                known = algorithm.parameterDefinition(other)
                assert set(values) <= ({True, False} if known.type() == "boolean" else set(known.options())), definition.name()
                checked += 1
    assert checked > 15


def test_bands_are_chosen_by_name(open_dialog, project):
    dialog = open_dialog("spectralindex", INPUT=project["scene"])
    bands = widget(dialog, "NIR")
    assert [bands.itemText(row).partition(" (")[0] for row in range(bands.count())] == ["Not set", *NAMED_BANDS]


def press_and_choose(dialog, button, wanted):
    """Press a button that opens a list over the parameters, tick in it what ``wanted`` names; returns what was offered."""
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QDialogButtonBox, QListView

    button.click()
    offered = []
    lists = [view for view in dialog.findChildren(QListView) if view.parentWidget().findChild(QDialogButtonBox)]
    model = lists[-1].model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        offered.append(index.data())
        checked = Qt.CheckState.Checked if index.data() in wanted else Qt.CheckState.Unchecked
        model.setData(index, checked, Qt.ItemDataRole.CheckStateRole)
    lists[-1].parentWidget().findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
    return offered


def button_of(widget):
    from qgis.PyQt.QtWidgets import QToolButton

    return widget.findChild(QToolButton)


def test_several_bands_are_chosen_by_name(open_dialog, project):
    dialog = open_dialog("createtrainingchips", INPUT=project["scene"])
    offered = press_and_choose(dialog, button_of(widget(dialog, "BANDS")), ["Band 2: green", "Band 3: red"])
    assert [text.partition(" (")[0] for text in offered] == [
        "Band 1: blue",
        "Band 2: green",
        "Band 3: red",
        "Band 4: near_infrared",
    ]
    assert dialog.createProcessingParameters()["BANDS"] == [2, 3]


def test_categorical_factors_are_chosen_among_those_of_the_layers(open_dialog, project):
    dialog = open_dialog("stackfactors", LAYERS=[project["dem"], project["factors"]])
    line = widget(dialog, "CATEGORICAL")
    offered = press_and_choose(dialog, button_of(line.parentWidget()), ["rock"])
    assert offered == ["dem", "slope", "aspect", "rock"]
    assert line.text() == "rock"
    assert press_and_choose(dialog, button_of(line.parentWidget()), ["rock", "dem"])[0] == "rock"
    assert dialog.createProcessingParameters()["CATEGORICAL"] == "rock, dem"


def test_years_of_the_test_are_chosen_among_those_of_the_field(open_dialog, project):
    dialog = open_dialog("samplepoints", INVENTORY=project["landslides"], SPLIT="field", FIELD="year")
    line = widget(dialog, "TEST_VALUES")
    assert press_and_choose(dialog, button_of(line.parentWidget()), ["2011", "2012"]) == ["2010", "2011", "2012"]
    assert line.text() == "2011, 2012"
    dialog.setParameters({"SPLIT": "random"})
    assert not button_of(line.parentWidget()).isEnabled()


def test_empty_lines_show_what_an_entry_looks_like(open_dialog):
    dialog = open_dialog("trainsusceptibility")
    assert widget(dialog, "HYPERPARAMETERS").placeholderText() == 'for example {"weight_decay": 0.05}'
    dialog = open_dialog("categoricalfactor")
    assert widget(dialog, "NAME").placeholderText() == "for example lithology"
    assert dialog.createProcessingParameters()["NAME"] == ""


def test_nothing_to_choose_from_is_said(open_dialog, project):
    dialog = open_dialog("stackfactors")
    button_of(widget(dialog, "CATEGORICAL").parentWidget()).click()
    assert "choose the layers first" in dialog.messageBar().currentItem().text()


def test_fields_follow_the_layer_and_a_raster_has_none(open_dialog, project):
    dialog = open_dialog("categoricalfactor")  # the DEM is chosen, with which QGIS's own link between the two crashes
    fields = widget(dialog, "FIELD")
    assert fields.count() <= 1
    dialog.setParameters({"INPUT": project["landslides"], "FIELD": "year"})
    assert "year" in [fields.itemText(row) for row in range(fields.count())]
    assert dialog.createProcessingParameters()["FIELD"] == "year"


@pytest.mark.parametrize("name", [algorithm.NAME for algorithm in algorithm_classes()])
def test_no_field_hangs_on_a_parameter_that_takes_rasters(provider, name):
    algorithm = provider.algorithm(name)
    for definition in algorithm.parameterDefinitions():
        if definition.type() == "field" and definition.parentLayerParameterName():
            assert algorithm.parameterDefinition(definition.parentLayerParameterName()).type() in ("source", "vector")


def test_factor_stack_and_samples_are_found_among_the_layers(open_dialog, project):
    from qgis.core import QgsProject

    ids = {layer.name(): layer.id() for layer in QgsProject.instance().mapLayers().values()}
    for name in ("trainsusceptibility", "multicollinearity"):
        parameters = open_dialog(name).createProcessingParameters()
        assert (parameters["FACTORS"], parameters["SAMPLES"]) == (ids["factors"], ids["samples"])
    assert open_dialog("terrainfactors").createProcessingParameters()["DEM"] == ids["dem"]


def test_another_kind_of_dialog_falls_back_to_that_of_qgis_and_says_so(provider, monkeypatch):
    from qgis.core import QgsApplication

    from landslide_toolbox.ui.dialog import algorithm_dialog

    said = []
    QgsApplication.messageLog().messageReceived.connect(lambda text, tag, _: said.append((tag, text)))
    monkeypatch.setattr(algorithm_dialog, "COMPLETIONS", [lambda panel: panel.nothing])
    assert provider.algorithm("samplepoints").createCustomParametersWidget() is None
    tag, text = said[-1]
    assert tag == "Landslide Toolbox"
    assert text.startswith("Sample points opens in the plain dialog of QGIS (AttributeError")
