"""The menu Plugins ▸ Landslide Toolbox. A new entry is a line in ``ENTRIES``."""

from collections.abc import Callable
from dataclasses import dataclass

from qgis.gui import QgisInterface
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QWidget

from ..processing_provider.base_algorithm import ICON
from .texts import tr

MENU = "Landslide Toolbox"


@dataclass(frozen=True)
class Entry:
    """What an entry is called, and what makes the window that it opens.

    The window is made on the first click and kept, hidden when closed, until the plugin is switched off.
    """

    label: str
    make_window: Callable[[QgisInterface], QWidget]


def _check_environment(iface: QgisInterface) -> QWidget:
    import processing

    return processing.createAlgorithmDialog("landslide:checkenvironment")


ENTRIES = (Entry("Check environment…", _check_environment),)


class Menu:
    """The entries in QGIS's Plugins menu, from ``initGui`` until ``remove``."""

    def __init__(self, iface: QgisInterface):
        self._iface = iface
        self._windows: dict[Entry, QWidget] = {}
        self._actions = [self._action(entry) for entry in ENTRIES]
        for action in self._actions:
            iface.addPluginToMenu(MENU, action)

    def remove(self) -> None:
        """Take the entries and their windows away."""
        for action in self._actions:
            self._iface.removePluginMenu(MENU, action)
        for window in self._windows.values():
            window.close()
            window.deleteLater()
        self._actions, self._windows = [], {}

    def open(self, entry: Entry) -> None:
        """Show the window of an entry, on top of the others."""
        if entry not in self._windows:
            self._windows[entry] = entry.make_window(self._iface)
        window = self._windows[entry]
        window.show()
        window.raise_()
        window.activateWindow()

    def _action(self, entry: Entry) -> QAction:
        action = QAction(QIcon(str(ICON)), tr(entry.label), self._iface.mainWindow())
        action.triggered.connect(lambda: self.open(entry))
        return action
