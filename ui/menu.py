"""The menu Plugins ▸ Landslide Toolbox. A new entry is a line in ``ENTRIES``, or one more for ``Menu``."""

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QWidget

from ..processing_provider.base_algorithm import ICON
from ..processing_provider.language import to_translate, tr
from .layout_window import open_map_layout

MENU = "Landslide Toolbox"


@dataclass(frozen=True)
class Entry:
    """What an entry is called, and what it does at a click: make a window, or something else and return None.

    The window is made on the first click and kept, hidden when closed, until the plugin is switched off. With a
    ``setting`` it is there again when QGIS starts, if it was there when QGIS ended.
    """

    label: str
    make_window: Callable[[QgisInterface], QWidget | None]
    setting: str = ""


def _check_environment(iface: QgisInterface) -> QWidget:
    import processing

    return processing.createAlgorithmDialog("landslide:checkenvironment")


def _installer(iface: QgisInterface) -> QWidget:
    from .installer.dialog import InstallerDialog

    return InstallerDialog(iface)


ENTRIES = (
    Entry(to_translate("Susceptibility map layout…"), open_map_layout),
    Entry(to_translate("Install packages…"), _installer),
    Entry(to_translate("Check environment…"), _check_environment),
)


class Menu:
    """The entries in QGIS's Plugins menu, from ``initGui`` until ``remove``."""

    def __init__(self, iface: QgisInterface, entries: tuple[Entry, ...] = ENTRIES):
        self._iface = iface
        self._windows: dict[Entry, QWidget] = {}
        self._actions = [self._action(entry) for entry in entries]
        for action in self._actions:
            iface.addPluginToMenu(MENU, action)
        for entry in entries:
            if entry.setting and QgsSettings().value(entry.setting, False, type=bool):
                self.open(entry)

    def remove(self) -> None:
        """Take the entries and their windows away."""
        for action in self._actions:
            self._iface.removePluginMenu(MENU, action)
            action.deleteLater()
        for entry, window in self._windows.items():
            if entry.setting:
                QgsSettings().setValue(entry.setting, not window.isHidden())
            window.close()
            window.deleteLater()
        self._actions, self._windows = [], {}

    def open(self, entry: Entry) -> None:
        """Show the window of an entry, on top of the others."""
        window = self._windows.get(entry) or entry.make_window(self._iface)
        if window is None:
            return
        if entry not in self._windows:
            self._windows[entry] = window
            # QGIS deletes the dialog of an algorithm when it is closed
            window.destroyed.connect(lambda: self._windows.pop(entry, None))
        window.show()
        window.raise_()
        window.activateWindow()

    def _action(self, entry: Entry) -> QAction:
        action = QAction(QIcon(str(ICON)), tr(entry.label), self._iface.mainWindow())
        action.triggered.connect(lambda: self.open(entry))
        return action
