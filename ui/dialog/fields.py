"""The fields of a layer that may also be a raster, which QGIS's own link between the two does not survive (3.22 to 4.0)."""

from qgis.core import QgsProcessingParameters, QgsVectorLayer
from qgis.gui import QgsFieldComboBox
from qgis.PyQt import sip

from .panel import Panel


def offer_fields(panel: Panel) -> None:
    """Fill the list of fields whenever another layer is chosen; a raster has none."""
    for name, hints in panel.hinted("fields_of"):
        _offer(panel, name, hints["fields_of"])


def _offer(panel: Panel, name: str, of: str) -> None:
    definition, fields = panel.definition(of), sip.cast(panel.widget(name), QgsFieldComboBox)

    def update() -> None:
        layer = QgsProcessingParameters.parameterAsLayer(definition, {of: panel.value(of)}, panel.context)
        fields.setLayer(layer if isinstance(layer, QgsVectorLayer) else None)

    panel.whenever(of, update)
