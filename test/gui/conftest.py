"""The window of QGIS, as far as the plugin uses it (fixture ``interface``), and the runs of its project (``kept``)."""

import gc

import pytest


class Interface:
    """The part of QGIS's ``iface`` that the plugin uses, with real windows."""

    def __init__(self):
        from qgis.PyQt.QtWidgets import QMainWindow

        self.window = QMainWindow()
        self.menu = self.window.menuBar().addMenu("Landslide Toolbox")
        self.warnings = []
        self.messages = []
        self.active = None
        self.layouts = []

    def mainWindow(self):
        return self.window

    def messageBar(self):
        return self

    def pushWarning(self, title, text):
        self.warnings.append((title, text))

    def pushMessage(self, title, text):
        self.messages.append((title, text))

    def activeLayer(self):
        return self.active

    def openLayoutDesigner(self, layout):
        self.layouts.append(layout)

    def addPluginToMenu(self, name, action):
        assert name == self.menu.title()
        self.menu.addAction(action)

    def addTabifiedDockWidget(self, area, dock, _others, _to_the_front):
        self.window.addDockWidget(area, dock)

    def removePluginMenu(self, name, action):
        assert name == self.menu.title()
        self.menu.removeAction(action)


@pytest.fixture
def interface(provider, monkeypatch):
    import processing.tools.general
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    interface = Interface()
    monkeypatch.setattr(processing.tools.general, "iface", interface)
    yield interface
    interface.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # while Qt is still there


@pytest.fixture
def kept(provider):
    """Return what keeps the runs of the project, which is empty."""
    from qgis.core import QgsProject

    from landslide_toolbox.ui.workflow.project_runs import ProjectRuns

    QgsProject.instance().clear()
    kept = ProjectRuns()
    yield kept
    kept.close()
    QgsProject.instance().clear()


@pytest.fixture
def project(provider, tmp_path):
    """Return {name: path} of the layers of an open project of the usual kind: a DEM on top, a scene with named bands, a factor
    stack, landslides and samples."""
    import numpy as np
    from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
    from susceptibility_support import CELL, SIDE, factor_values, write_samples, write_stack

    from support import make_layer, make_raster, rough_ground, square

    values, origin = factor_values(), (500_000.0, 4_000_000.0)
    names = ("blue", "green", "red", "near_infrared")
    random = np.random.default_rng(0)
    corners = [(500_000 + CELL * x, 4_000_000 - CELL * y) for x, y in random.integers(2, SIDE - 4, (40, 2)).tolist()]
    years = (2010 + np.arange(40) % 3).tolist()
    paths = {
        "dem": make_raster(tmp_path / "dem.tif", rough_ground(SIDE, SIDE), CELL, origin),
        "scene": make_raster(tmp_path / "scene.tif", random.random((4, SIDE, SIDE)), CELL, origin, names=names),
        "factors": write_stack(tmp_path / "factors.tif", values),
        "landslides": make_layer(
            tmp_path / "landslides.gpkg", [square(x, y, 70) for x, y in corners], attributes={"year": years}
        ),
        "samples": write_samples(tmp_path / "samples.gpkg", values),
    }
    open_project = QgsProject.instance()
    open_project.clear()
    for name in reversed(paths):
        kind = QgsVectorLayer if name in ("landslides", "samples") else QgsRasterLayer
        open_project.addMapLayer(kind(paths[name], name))
    yield paths
    open_project.clear()


@pytest.fixture
def windows(provider):
    """Return a list for windows, which are closed and gone at the end of the test."""
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    windows = []
    yield windows
    gc.collect()  # what only Python kept alive shows
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def open_dialog(provider, project, windows):
    """Return open_dialog(algorithm, **parameters) → its dialog, filled in."""

    def opened(name, **parameters):
        dialog = provider.algorithm(name).createCustomParametersWidget()
        windows.append(dialog)
        dialog.setParameters(parameters)
        dialog.show()
        return dialog

    return opened
