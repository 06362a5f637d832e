"""The menu entry that lays the susceptibility map out on a sheet and opens it in QGIS's layout window."""

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.gui import QgisInterface

from ..processing_provider.language import tr
from ..processing_provider.map_layout import add_map_layout, class_rows, is_in_classes


def open_map_layout(iface: QgisInterface) -> None:
    """Add a layout of the selected layer of classes, or of the topmost one, to the project and open it."""
    project = QgsProject.instance()
    classes = _classes_to_show(project, iface.activeLayer())
    if classes is None:
        sentence = tr("The project has no layer of susceptibility classes; make one with Classify susceptibility.")
        iface.messageBar().pushWarning("Landslide Toolbox", sentence)
        return
    layout, left_out = add_map_layout(project, classes, tr("Landslide susceptibility"))
    for note in left_out:
        iface.messageBar().pushWarning("Landslide Toolbox", note)
    iface.openLayoutDesigner(layout)


def _classes_to_show(project: QgsProject, active: QgsMapLayer | None) -> QgsRasterLayer | None:
    if is_in_classes(active):
        return active
    layers = [node.layer() for node in project.layerTreeRoot().findLayers()]
    # without a table it may be land cover, or anything else
    return next((layer for layer in layers if is_in_classes(layer) and class_rows(layer)), None)
