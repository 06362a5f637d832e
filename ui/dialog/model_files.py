"""The list of several model files, which the widget of QGIS loses when it is filled in from history or by a program."""

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition
from qgis.gui import QgsProcessingMultipleInputPanelWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from ...processing_provider.language import tr
from .chooser import open_chooser
from .panel import Panel


def keep_model_files(panel: Panel) -> None:
    """Give each parameter for several model files a widget that keeps them; QGIS's keeps only what opens as a layer."""
    for name, _ in panel.hinted("model_for"):
        if panel.definition(name).type() == "multilayer":
            panel.replace(name, ModelFiles)


class ModelFiles(QWidget):
    """A line that says how many files are chosen and a button that opens QGIS's own chooser of files.

    It is its own wrapper: a Python subclass of QGIS's wrappers loses the widget it makes to Python's garbage collector.
    """

    widgetValueHasChanged = pyqtSignal(object)

    def __init__(self, definition: QgsProcessingParameterDefinition, label: QLabel | None, parent: QWidget):
        super().__init__(parent)
        self._definition, self._label = definition, label
        self._line, button = QLineEdit(), QToolButton()
        self._line.setEnabled(False)
        button.setText("…")
        button.clicked.connect(self._choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line)
        layout.addWidget(button)
        self.setToolTip(definition.toolTip())
        self.setParameterValue(None)

    def parameterDefinition(self) -> QgsProcessingParameterDefinition:
        """Return the definition of the parameter."""
        return self._definition

    def wrappedWidget(self) -> QWidget:
        """Return the widget."""
        return self

    def wrappedLabel(self) -> QLabel | None:
        """Return the label beside it."""
        return self._label

    def setParameterValue(self, value: object, context: QgsProcessingContext | None = None) -> None:
        """Take a list of paths, or one text with the paths parted by semicolons."""
        texts = value if isinstance(value, (list, tuple)) else str(value or "").split(";")
        self._paths = [str(text) for text in texts if text]
        self._line.setText(tr("Files chosen: {count}").format(count=len(self._paths)))
        self.widgetValueHasChanged.emit(self)

    def parameterValue(self) -> list[str] | None:
        """Return the paths, None when there are none."""
        return self._paths or None

    def _choose(self) -> None:
        chooser = QgsProcessingMultipleInputPanelWidget(self._definition, self._paths, [], None, self)
        open_chooser(self, self._definition.description(), chooser, self.setParameterValue)
