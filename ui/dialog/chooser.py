"""A list to choose several from, opened in the dialog's own panel as QGIS opens those for layers and bands."""

from collections.abc import Callable

from qgis.gui import QgsPanelWidget, QgsProcessingMultipleSelectionPanelWidget
from qgis.PyQt.QtWidgets import QWidget


def open_chooser(
    beside: QWidget, title: str, chooser: QgsProcessingMultipleSelectionPanelWidget, take: Callable[[list], None]
) -> None:
    """Open a list over the parameters that a widget lies among; ``take`` gets what is chosen after each change.

    The list needs a parent, or Python deletes it while it is open.
    """
    chooser.setPanelTitle(title)
    chooser.selectionChanged.connect(lambda: take(chooser.selectedOptions()))
    chooser.acceptClicked.connect(chooser.acceptPanel)
    QgsPanelWidget.findParentPanel(beside).openPanel(chooser)
