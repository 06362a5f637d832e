"""The window of QGIS, as far as the plugin uses it (fixture ``interface``), and the runs of its project (``kept``)."""

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
