"""Every algorithm's dialog, opened and photographed: all is there, in its group, readable, and its defaults are good.

The pictures lie in the folder that LANDSLIDE_PICTURES names, else in pytest's own.
"""

import os
import sys
from pathlib import Path

import pytest

from landslide_toolbox.processing_provider.dialog_hints import hints_of
from landslide_toolbox.processing_provider.provider import algorithm_classes
from support import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

NAMES = [algorithm.NAME for algorithm in algorithm_classes()]


@pytest.fixture
def inputs(provider, project, tmp_path):
    """Return inputs(algorithm) → what has to be chosen by hand in its dialog: files that are no layers, and lists."""
    for suffix in ("lsm", "nc"):
        (tmp_path / f"file.{suffix}").write_bytes(b"")

    def inputs(name):
        from qgis.core import QgsProcessing, QgsProcessingParameterFile

        given = {}
        for one in provider.algorithm(name).parameterDefinitions():
            if one.flags() & one.Flag.FlagOptional:
                continue
            if one.type() == "file":
                is_folder = one.behavior() == QgsProcessingParameterFile.Behavior.Folder
                given[one.name()] = str(tmp_path if is_folder else tmp_path / f"file.{one.extension() or 'nc'}")
            elif one.type() == "multilayer":
                takes_files = one.layerType() == QgsProcessing.SourceType.TypeFile
                given[one.name()] = [str(tmp_path / "file.lsm") if takes_files else project["dem"]]
        return given

    return inputs


@pytest.fixture
def pictures(tmp_path):
    folder = Path(os.environ.get("LANDSLIDE_PICTURES") or tmp_path / "pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_everything_is_shown_where_it_belongs_and_can_be_read(open_dialog, pictures, name):
    from dialog_pictures import advanced_part, photograph

    dialog = open_dialog(name)
    folded = advanced_part(dialog.mainWidget())
    definitions = [one for one in dialog.algorithm().parameterDefinitions() if not one.isDestination()]
    advanced = [one for one in definitions if one.flags() & one.Flag.FlagAdvanced]
    check_picture(photograph(dialog), pictures / f"{name}.png")
    check_parameters(dialog, [one for one in definitions if one not in advanced], None)
    assert not any(widget_of(dialog, one).isVisible() for one in advanced)
    if advanced:
        folded.setCollapsed(False)
        try:
            check_picture(photograph(dialog), pictures / f"{name}_advanced.png")
            check_parameters(dialog, advanced, folded)
        finally:
            folded.setCollapsed(True)  # QGIS remembers it for the next dialog


def widget_of(dialog, definition):
    return dialog.mainWidget().wrappers[definition.name()].wrappedWidget()


def check_parameters(dialog, definitions, part):
    """Each parameter is visible inside the part, if any, under its own heading, with its whole label; all fit side by side."""
    from qgis.PyQt.QtWidgets import QScrollArea

    assert dialog.mainWidget().findChild(QScrollArea).horizontalScrollBar().maximum() == 0
    for definition in definitions:
        widget, label = widget_of(dialog, definition), dialog.mainWidget().wrappers[definition.name()].wrappedLabel()
        assert widget.isVisible(), definition.name()
        boxes = boxes_around(widget)
        assert [box.title() for box in boxes if box.objectName() != "grpAdvanced"] == [
            *filter(None, [hints_of(definition)["heading"]])
        ], definition.name()
        assert [box.objectName() for box in boxes if box.objectName()] == (["grpAdvanced"] if part else []), definition.name()
        text = label or widget
        assert definition.description() in text.text() and text.width() >= text.sizeHint().width(), definition.name()


def boxes_around(widget):
    """Return the boxes with a title that a widget lies in, the innermost first."""
    from qgis.PyQt.QtWidgets import QGroupBox

    boxes = []
    while (widget := widget.parentWidget()) is not None:
        boxes += [widget] if isinstance(widget, QGroupBox) else []
    return boxes


def check_picture(picture, path):
    """Save a picture, which must show more than a grey rectangle: text in many shades on several backgrounds."""
    assert picture.save(str(path))
    colours = [picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)]
    assert len(set(colours)) > 30
    assert max(map(colours.count, set(colours))) < 0.95 * len(colours)


@pytest.mark.parametrize("name", NAMES)
def test_what_the_dialog_starts_with_is_accepted(open_dialog, inputs, name):
    from qgis.core import QgsProcessingContext, QgsProject

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    dialog = open_dialog(name, **inputs(name))
    parameters = dialog.createProcessingParameters()
    assert dialog.algorithm().checkParameterValues(parameters, context) == (True, "")
    # nothing but the inputs is needed: what else is sent are the defaults
    for definition in dialog.algorithm().parameterDefinitions():
        if definition.type() in ("number", "enum", "boolean", "string", "distance"):
            sent, default = parameters[definition.name()], definition.defaultValue()
            assert sent == default or (sent in ("", []) and default in (None, "")), definition.name()


@pytest.mark.parametrize("name", NAMES)
def test_batch_mode_and_modeler_offer_every_parameter(provider, project, windows, name):
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog
    from qgis.core import QgsProcessingModelAlgorithm

    algorithm = provider.algorithm(name)
    names = {definition.name() for definition in algorithm.parameterDefinitions()}
    batch = BatchAlgorithmDialog(algorithm.create(), None)
    assert {column.text() for column in headers_of(batch)} >= {one.description() for one in algorithm.parameterDefinitions()}
    modeler = ModelerParametersDialog(algorithm.create(), QgsProcessingModelAlgorithm())
    windows += [batch, modeler]
    assert names - modeler.widget.widget.wrappers.keys() == set()


def headers_of(batch):
    from qgis.PyQt.QtWidgets import QTableWidget

    table = batch.mainWidget().findChild(QTableWidget)
    return [item for item in map(table.horizontalHeaderItem, range(table.columnCount())) if item]


RUN_AS_THEY_ARE = [
    *("cleaninventory", "matchradiometry", "categoricalfactor", "distancefactor", "spectralindex", "stackfactors"),
    *("terrainfactors", "frequencyratio", "multicollinearity", "samplepoints", "trainsusceptibility"),
    *("classifysusceptibility", "interpolatefactor"),
]
"""Algorithms that need no file of an earlier one and are done in seconds."""

CHOSEN = {
    "cleaninventory": {"INPUT": "landslides"},
    "matchradiometry": {"INPUT": "scene", "REFERENCE": "scene"},
    "categoricalfactor": {"INPUT": "landslides", "FIELD": "year"},
    "spectralindex": {"INPUT": "scene"},
    "interpolatefactor": {"INPUT": "samples", "FIELD": "block"},
}
"""The inputs that a user must pick, as the first layer of the project is another."""


@pytest.mark.slow
@pytest.mark.parametrize("name", RUN_AS_THEY_ARE)
def test_run_pressed_after_choosing_the_inputs_runs(open_dialog, inputs, project, name):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    chosen = {key: project.get(value, value) for key, value in CHOSEN.get(name, {}).items()}
    dialog = open_dialog(name, **inputs(name) | chosen)
    _, succeeded = dialog.algorithm().run(dialog.createProcessingParameters(), context, feedback)
    assert succeeded, feedback.textLog()
