"""The plugin's menu in QGIS: there while the plugin is on, gone when it is switched off."""

import pytest


class Interface:
    """The part of QGIS's ``iface`` that a menu uses, with real windows."""

    def __init__(self):
        from qgis.PyQt.QtWidgets import QMainWindow

        self.window = QMainWindow()
        self.menu = self.window.menuBar().addMenu("Landslide Toolbox")

    def mainWindow(self):
        return self.window

    def addPluginToMenu(self, name, action):
        assert name == self.menu.title()
        self.menu.addAction(action)

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


def test_each_entry_opens_one_window(interface):
    from landslide_toolbox.ui.menu import ENTRIES, Menu

    menu = Menu(interface)
    assert len(interface.menu.actions()) == len(ENTRIES)
    for entry, action in zip(ENTRIES, interface.menu.actions(), strict=True):
        action.trigger()
        window = menu._windows[entry]
        assert window.isVisible()
        window.close()
        action.trigger()
        assert window.isVisible()
        assert menu._windows[entry] is window
    menu.remove()


def test_switching_the_plugin_off_takes_menu_and_windows_away(interface, monkeypatch):
    from qgis.core import QgsApplication

    from landslide_toolbox import classFactory
    from landslide_toolbox.ui.menu import ENTRIES

    plugin = classFactory(interface)
    monkeypatch.setattr(plugin, "initProcessing", lambda: None)  # the tests' own provider is registered already
    assert QgsApplication.processingRegistry().providerById("landslide")
    plugin.initGui()
    assert [action.text() for action in interface.menu.actions()] == [entry.label for entry in ENTRIES]
    plugin.menu.open(ENTRIES[0])
    window = plugin.menu._windows[ENTRIES[0]]
    plugin.unload()
    assert not interface.menu.actions()
    assert not window.isVisible()
    plugin.unload()  # twice does no harm
