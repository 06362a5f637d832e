"""The plugin's menu in QGIS: there while the plugin is on, gone when it is switched off."""


def test_each_entry_opens_one_window(interface):
    from landslide_toolbox.ui.layout_window import open_map_layout
    from landslide_toolbox.ui.menu import ENTRIES, Menu

    menu = Menu(interface)
    assert len(interface.menu.actions()) == len(ENTRIES)
    for entry, action in zip(ENTRIES, interface.menu.actions(), strict=True):
        if entry.make_window is open_map_layout:
            continue  # opens a window of QGIS
        action.trigger()
        window = menu._windows[entry]
        assert window.isVisible()
        window.close()
        action.trigger()
        assert window.isVisible()
        assert menu._windows[entry] is window
    menu.remove()


def test_a_window_that_qgis_deleted_is_made_anew(interface):
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    from landslide_toolbox.ui.menu import ENTRIES, Menu

    menu = Menu(interface)
    (checker,) = (entry for entry in ENTRIES if "environment" in entry.label)
    menu.open(checker)
    menu._windows[checker].close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    menu.open(checker)
    assert menu._windows[checker].isVisible()
    menu.remove()


def test_switching_the_plugin_off_takes_menu_and_windows_away(interface, monkeypatch):
    from qgis.core import QgsApplication

    from landslide_toolbox import classFactory
    from landslide_toolbox.ui.menu import ENTRIES

    plugin = classFactory(interface)
    monkeypatch.setattr(plugin, "initProcessing", lambda: None)  # the tests' own provider is registered already
    assert QgsApplication.processingRegistry().providerById("landslide")
    plugin.initGui()
    labels = ["Workflow panel", *(entry.label for entry in ENTRIES)]
    assert [action.text() for action in interface.menu.actions()] == labels
    plugin.menu.open(ENTRIES[-1])
    window = plugin.menu._windows[ENTRIES[-1]]
    plugin.unload()
    assert not interface.menu.actions()
    assert not window.isVisible()
    plugin.unload()  # twice does no harm
