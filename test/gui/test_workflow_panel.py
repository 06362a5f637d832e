"""The panel shows how far the work is, opens dialogs with their inputs filled in, and notices what they make."""

import sys

import numpy as np
import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QPalette

from landslide_toolbox.processing_provider.runs import Run, listeners
from support import make_raster


@pytest.fixture
def scene(tmp_path):
    values = np.random.default_rng(0).integers(1, 6000, (2, 20, 20)).astype(np.uint16)
    return make_raster(tmp_path / "scene.tif", values, names=("red", "nir"))


@pytest.fixture
def panel(interface, kept):
    from landslide_toolbox.ui.workflow.panel import WorkflowPanel

    panel = WorkflowPanel(interface, kept)
    interface.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel)
    interface.window.resize(420, 760)
    interface.window.show()
    yield panel
    for dialog in panel._dialogs.values():
        dialog.close()
    panel.deleteLater()


def row_of(panel, name):
    """The two columns of a step in the list."""
    return [panel._items[name].text(column) for column in (0, 1)]


def page_of(panel, name):
    panel.select(name)
    return panel._page.toPlainText()


def finish(dialog):
    """Press Run and wait for the end; returns whether the run succeeded."""
    from qgis.core import QgsApplication

    ended = []
    dialog.algorithmFinished.connect(lambda successful, _: ended.append(successful))
    dialog.runButton().click()
    while not ended:
        QgsApplication.processEvents()
    return ended[0]


def filled_in(dialog, name):
    return dialog.createProcessingParameters()[name]


def test_the_output_of_a_dialog_appears_and_fills_in_the_next_one(panel, scene, tmp_path):
    assert row_of(panel, "spectralindex") == ["Spectral index", "Ready"]
    assert row_of(panel, "stackfactors") == ["Stack factors", "Waiting"]
    panel.select("spectralindex")
    dialog = panel.open_step()
    assert dialog.isVisible() and not dialog.isModal()
    dialog.setParameters({"INPUT": scene, "OUTPUT": str(tmp_path / "ndvi.tif")})
    assert finish(dialog)
    assert row_of(panel, "spectralindex")[1] == "Done"
    assert "ndvi.tif" in page_of(panel, "spectralindex")
    assert row_of(panel, "stackfactors")[1] == "Ready"
    assert f"Layers: {tmp_path / 'ndvi.tif'}" in page_of(panel, "stackfactors")
    assert [str(layer) for layer in filled_in(panel.open_step(), "LAYERS")] == [str(tmp_path / "ndvi.tif")]


def test_the_button_and_the_enter_key_open_the_selected_step(panel):
    panel.select("terrainfactors")
    assert panel._button.text() == "Open Terrain factors…"
    panel._button.click()
    panel._tree.itemActivated.emit(panel._tree.currentItem(), 0)
    assert [dialog.algorithm().name() for dialog in panel._dialogs.values()] == ["terrainfactors"] * 2


def test_a_stage_has_nothing_to_open(panel):
    panel._tree.setCurrentItem(panel._tree.topLevelItem(0))
    assert not panel._button.isEnabled()
    assert panel.open_step() is None
    assert panel._page.toPlainText() == ""


def test_a_dialog_that_was_closed_is_let_go(panel):
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    panel.select("terrainfactors")
    panel.open_step().close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert panel._dialogs == {}


def test_a_step_that_lacks_a_package_says_so_and_opens_nothing(panel, interface, monkeypatch):
    panel.select("traindetector")
    reason = "torch is missing; cd <here> && pip"
    monkeypatch.setattr(type(panel._algorithms["traindetector"]), "canExecute", lambda self: (False, reason))
    assert panel.open_step() is None
    assert interface.warnings == [("Train detector", "torch is missing; cd &lt;here&gt; &amp;&amp; pip")]


def test_the_list_follows_the_project(panel, kept, tmp_path):
    from qgis.core import QgsProject

    (tmp_path / "detector.lsm").touch()
    kept.add(Run("traindetector", "2026-05-01T14:02:11+00:00", {}, {"OUTPUT": str(tmp_path / "detector.lsm")}, {}))
    assert row_of(panel, "traindetector")[1] == "Done"
    assert "2026" in page_of(panel, "traindetector")
    assert row_of(panel, "detectlandslides")[1] == "Ready"
    (tmp_path / "detector.lsm").unlink()
    panel.hide()
    panel.show()
    assert row_of(panel, "traindetector")[1] == "Files gone"
    assert "detector.lsm (no longer there)" in page_of(panel, "traindetector")
    QgsProject.instance().clear()
    assert row_of(panel, "traindetector")[1] == "Waiting"
    assert "Needs Training chips from an earlier step." in page_of(panel, "traindetector")


def test_numbers_and_temporary_files_are_named_as_what_they_are(panel, kept):
    from qgis.core import QgsProcessingUtils

    path = QgsProcessingUtils.generateTempFilename("model.lsm")
    open(path, "w").close()
    kept.add(Run("trainsusceptibility", "", {}, {"OUTPUT": path}, {"AUC": 0.87654321}))
    page = page_of(panel, "trainsusceptibility")
    assert "Model file: model.lsm (temporary: gone when QGIS ends)" in page
    assert "validation: 0.8765" in page


def test_names_that_look_like_html_are_shown_as_they_are(panel, kept, tmp_path):
    path = tmp_path / "<b>bold<b> & co.lsm"
    path.touch()
    kept.add(Run("traindetector", "", {}, {"OUTPUT": str(path)}, {}))
    assert "<b>bold<b> & co.lsm" in page_of(panel, "traindetector")
    assert "<b>bold<b> & co.lsm" in page_of(panel, "detectlandslides")


def test_every_part_has_a_name_for_screen_readers(panel):
    assert panel._tree.accessibleName() and panel._page.accessibleName() and panel._button.text()
    assert all(part.focusPolicy() & Qt.FocusPolicy.TabFocus for part in (panel._tree, panel._page, panel._button))


@pytest.mark.parametrize(("ground", "text"), [("#ffffff", "#000000"), ("#202020", "#eeeeee")])
def test_the_panel_takes_the_colours_of_the_theme(panel, ground, text):
    from qgis.core import QgsApplication

    usual = QgsApplication.palette()
    palette = QPalette(usual)
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window, QPalette.ColorRole.Button):
        palette.setColor(role, QColor(ground))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(role, QColor(text))
    QgsApplication.setPalette(palette)
    try:
        panel.select("detectlandslides")
        for part in (panel._tree, panel._page):
            picture = part.viewport().grab().toImage()
            pixels = [picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(picture.height())]
            light, dark = sum(p > 200 for p in pixels), sum(p < 60 for p in pixels)
            assert (light > dark) == (ground == "#ffffff")  # the ground
            assert min(light, dark) > 300  # the writing
    finally:
        QgsApplication.setPalette(usual)


def test_the_panel_is_loaded_on_the_first_click_and_back_at_the_next_start(interface, monkeypatch):
    from landslide_toolbox import classFactory

    monkeypatch.delitem(sys.modules, "landslide_toolbox.ui.workflow.panel", raising=False)

    def start():
        plugin = classFactory(interface)
        monkeypatch.setattr(plugin, "initProcessing", lambda: None)  # the tests' own provider is registered already
        plugin.initGui()
        return plugin

    plugin = start()
    assert "landslide_toolbox.ui.workflow.panel" not in sys.modules
    assert not plugin.menu._windows
    interface.menu.actions()[0].trigger()
    (dock,) = plugin.menu._windows.values()
    assert dock.isVisibleTo(interface.window)
    assert len(listeners) == 1
    plugin.unload()
    assert listeners == []

    plugin = start()
    (dock,) = plugin.menu._windows.values()
    dock.close()
    plugin.unload()

    plugin = start()
    assert not plugin.menu._windows
    plugin.unload()
