"""How outputs appear in a project: with a name that says what they are, in the layer group of their stage."""

from pathlib import Path

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsLayerTreeNode,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from .inputs import Inputs
from .language import tr
from .stages import STAGES

STAGE = "landslide_toolbox/stage"
"""Property of a layer group that says what it is for, so that it is found again wherever the user moves it or renames it to."""
TOOLBOX = "toolbox"
"""The stage of the group around all others."""


def show_in_project(algorithm, inputs: Inputs, parameters: dict, results: dict, context: QgsProcessingContext) -> None:
    """Name and place those results of a run that QGIS will load into its project."""
    written = {Path(value): name for name, value in results.items() if isinstance(value, str)}
    placed = []
    for destination in context.layersToLoadOnCompletion():
        name = written.get(Path(destination))
        if name is None:
            continue  # the output of another step of a model
        details = context.layerToLoadOnCompletionDetails(destination)
        # in a model, its author has named the output
        if not getattr(parameters.get(name), "destinationName", ""):
            details.name = algorithm.layer_name(name, inputs)
        details.setPostProcessor(_kept_alive(Presentation(algorithm, name, placed)))


class Presentation(QgsProcessingLayerPostProcessorInterface):
    """Styles a layer that QGIS has just loaded and puts it into the layer group of its stage."""

    def __init__(self, algorithm, output: str, placed: list[tuple[bool, int]]):
        """``placed`` is shared by the outputs of a run, loaded in any order: (is a raster, rank) of each in place."""
        super().__init__()
        self._algorithm, self._output, self._stage = algorithm.id(), output, algorithm.groupId()
        self._rank = [definition.name() for definition in algorithm.outputDefinitions()].index(output)
        self._placed = placed

    def postProcessLayer(self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        """Style and move the layer, unless the user has chosen a style or the author of a model a place."""
        from processing.gui.RenderingStyles import RenderingStyles

        # Processing leaves out the style beside the data
        if RenderingStyles.getStyle(self._algorithm, self._output) is None:
            layer.loadDefaultStyle()
        if not _is_placed_by_model(context):
            self._move_into_group(layer, context.project().layerTreeRoot())

    def _move_into_group(self, layer: QgsMapLayer, root: QgsLayerTreeGroup) -> None:
        node, group = root.findLayer(layer.id()), _group_of_stage(root, self._stage)
        if node is None or node.parent() is group:
            return
        is_raster = not isinstance(layer, QgsVectorLayer)
        above = sum(1 for other, rank in self._placed if other == is_raster and rank < self._rank)
        group.insertChildNode((_vectors_on_top(group) if is_raster else 0) + above, node.clone())
        node.parent().removeChildNode(node)
        self._placed.append((is_raster, self._rank))
        _make_active(layer)


_alive: set[Presentation] = set()


def _kept_alive(processor: Presentation) -> Presentation:
    """Keep a post-processor from being collected before QGIS, which deletes it at the end of the run, has called it."""
    # never replaced as a whole: another thread may add its own meanwhile
    _alive.difference_update([one for one in tuple(_alive) if sip.isdeleted(one)])
    _alive.add(processor)
    return processor


def _is_placed_by_model(context: QgsProcessingContext) -> bool:
    """True when a model states a group or an order for its outputs, which it can from QGIS 3.32 on."""
    details = context.layersToLoadOnCompletion().values()
    return any(getattr(one, "groupName", "") or getattr(one, "layerSortKey", 0) for one in details)


def _group_of_stage(root: QgsLayerTreeGroup, stage: str) -> QgsLayerTreeGroup:
    found = _find_group(root, stage)
    if found is not None:
        return found
    around = _find_group(root, TOOLBOX) or _new_group(_group_for_results(root), "Landslide Toolbox", TOOLBOX)
    return _new_group(around, tr(STAGES[stage]), stage)


def _find_group(root: QgsLayerTreeGroup, stage: str) -> QgsLayerTreeGroup | None:
    return next((group for group in root.findGroups(True) if group.customProperty(STAGE) == stage), None)


def _new_group(parent: QgsLayerTreeGroup, title: str, stage: str) -> QgsLayerTreeGroup:
    group = parent.insertGroup(0, title)
    group.setCustomProperty(STAGE, stage)
    return group


def _group_for_results(root: QgsLayerTreeGroup) -> QgsLayerTreeGroup:
    """Return the group that the user has chosen in the settings of Processing for all results, or the top of the tree."""
    from processing.core.ProcessingConfig import ProcessingConfig

    name = ProcessingConfig.getSetting(ProcessingConfig.RESULTS_GROUP_NAME)
    return (name and root.findGroup(name)) or root


def _vectors_on_top(group: QgsLayerTreeGroup) -> int:
    """Return how many vector layers are on top of a group: a raster goes below them, or it would hide them."""
    nodes = group.children()
    return next((place for place, node in enumerate(nodes) if not _is_vector(node)), len(nodes))


def _is_vector(node: QgsLayerTreeNode) -> bool:
    return isinstance(node, QgsLayerTreeLayer) and isinstance(node.layer(), QgsVectorLayer)


def _make_active(layer: QgsMapLayer) -> None:
    """Select the layer in the window, where it was selected before it moved."""
    from qgis.utils import iface

    if iface is not None:
        iface.setActiveLayer(layer)
