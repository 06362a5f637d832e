"""Texts that hold names, parted by commas: a button beside the line offers those that there are."""

from collections.abc import Callable

from qgis.core import QgsProcessingParameters, QgsRasterLayer
from qgis.gui import QgsProcessingMultipleSelectionPanelWidget
from qgis.PyQt.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from ...core.errors import ToolboxError
from ...core.names import name_of_band
from ...core.raster import open_raster
from ...processing_provider.inputs import plain
from ...processing_provider.language import tr
from .chooser import open_chooser
from .panel import Panel, layout_around


def offer_names(panel: Panel) -> None:
    """Put a button beside each line of names: of the bands of rasters, or of the values of a field."""
    for name, hints in panel.hinted("bands_of"):
        _add_button(panel, name, lambda of=hints["bands_of"]: _band_names(panel, of))
    for name, hints in panel.hinted("values_of"):
        _add_button(panel, name, lambda of=hints["values_of"]: _values(panel, *of))


def _add_button(panel: Panel, name: str, names: Callable[[], list[str]]) -> None:
    line = panel.widget(name)
    layout, place = layout_around(line)
    row = QWidget(line.parentWidget())
    beside = QHBoxLayout(row)
    beside.setContentsMargins(0, 0, 0, 0)
    button = QToolButton(row)
    button.setText("…")
    button.setToolTip(tr("Choose names"))
    button.clicked.connect(lambda: _choose(panel, line, panel.definition(name).description(), names))
    layout.removeWidget(line)
    beside.addWidget(line)
    beside.addWidget(button)
    layout.insertWidget(place, row)
    panel.add_part(name, button)


def _choose(panel: Panel, line: QLineEdit, title: str, names: Callable[[], list[str]]) -> None:
    try:
        offered = names()
    except ToolboxError as problem:
        panel.dialog.messageBar().pushWarning("", str(problem))
        return
    if not offered:
        panel.dialog.messageBar().pushInfo("", tr("There is nothing to choose from yet; choose the layers first."))
        return
    written = [word.strip() for word in line.text().split(",") if word.strip()]
    chooser = QgsProcessingMultipleSelectionPanelWidget(list(dict.fromkeys([*offered, *written])), written, line)
    open_chooser(line, title, chooser, lambda chosen: line.setText(", ".join(chosen)))


def _band_names(panel: Panel, of: str) -> list[str]:
    """Return the names that the bands of the chosen rasters have as factors; rasters that cannot be opened have none."""
    layers = QgsProcessingParameters.parameterAsLayerList(panel.definition(of), {of: panel.value(of)}, panel.context)
    names = []
    for layer in layers:
        if not isinstance(layer, QgsRasterLayer):
            continue
        with open_raster(layer.source(), of) as raster:
            names += [name_of_band(raster.path, raster.band_names, band) for band in range(raster.band_count)]
    return names


def _values(panel: Panel, of: str, field: str) -> list[str]:
    """Return the values of the chosen field of the chosen layer, sorted, as the user would type them."""
    from ...core.susceptibility.sample_parts import as_text

    layer = QgsProcessingParameters.parameterAsVectorLayer(panel.definition(of), {of: panel.value(of)}, panel.context)
    index = layer.fields().lookupField(str(panel.value(field))) if layer else -1
    values = [plain(value) for value in layer.uniqueValues(index)] if index >= 0 else []
    return [as_text(value) for value in sorted(value for value in values if value is not None)]
