"""The table of packages: which are there, missing or broken, and what for."""

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ...packages.catalogue import PACKAGES
from ...packages.looking import State
from ...packages.state import MISSING
from ...processing_provider.language import tr
from ...processing_provider.sentences import translated

NAME, VERSION, STATE, PURPOSE = range(4)


class PackageTable(QTreeWidget):
    """A row for each package; filled as the states become known."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.setHeaderLabels([tr("Package"), tr("Version"), tr("State"), tr("Needed for")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self._rows = {name: QTreeWidgetItem(self, [name, "", "", tr(PACKAGES[name].purpose)]) for name in PACKAGES}
        for column in (NAME, VERSION):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.setColumnWidth(STATE, self.fontMetrics().horizontalAdvance("is installed but does not load"))
        self.forget()

    def forget(self) -> None:
        """Show that the states are being looked up."""
        for row in self._rows.values():
            row.setText(VERSION, "")
            row.setText(STATE, tr("looking …"))

    def show_state(self, state: State) -> None:
        """Show what is known of a package now."""
        row = self._rows[state.name]
        icon = "/mIconWarning.svg" if state.problem == MISSING else "/mIconCritical.svg"
        row.setIcon(NAME, QgsApplication.getThemeIcon(icon if state.problem else "/mIconSuccess.svg"))
        row.setText(VERSION, state.version or "–")
        row.setText(STATE, translated(state.problem) if state.problem else tr("works"))
        row.setToolTip(STATE, row.text(STATE))
