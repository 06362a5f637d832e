"""The susceptibility map as a sheet of paper: a print layout with map, legend, table of classes, scale bar and north arrow."""

import math
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from qgis.core import (
    QgsHillshadeRenderer,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsMapLayerStyle,
    QgsPalettedRasterRenderer,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsReadWriteContext,
    QgsTableCell,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import InputError
from ..core.raster import open_raster
from ..core.table import Table
from .language import tr
from .metadata import PLUGIN_FOLDER, plugin_metadata

TEMPLATE = PLUGIN_FOLDER / "resources" / "layouts" / "susceptibility_map.qpt"
ROUND = (1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10)
"""Scales are one of these times a power of ten."""
OVER_HILLSHADE = 0.75
"""Opacity of the classes over a hillshade."""
ENTRIES = 7
"""Most classes that a legend of one column has."""
DECIMALS = {"area_km2": 2, "area_percent": 1, "landslide_percent": 1, "frequency_ratio": 2}
"""Columns of the table of classes."""


def add_map_layout(
    project: QgsProject, classes: QgsRasterLayer, title: str, source: str = "", template: QDomDocument | None = None
) -> tuple[QgsPrintLayout, list[str]]:
    """Add a layout that shows a layer of susceptibility classes over the hillshades of the project.

    Return it and what had to be left out.

    Items of ``template``, the toolbox's own by default, are filled by their ids: title, map, legend, table, table_title,
    scale_bar, notes and credits; those it lacks are left out.
    """
    layout = QgsPrintLayout(project)
    layout.loadFromTemplate(template or read_template(TEMPLATE), QgsReadWriteContext())
    layout.setName(_free_name(project, title))
    drawing = layout.itemById("map")
    if isinstance(drawing, QgsLayoutItemMap):
        _show(drawing, classes, _hillshades(project))
    _fill_legend(layout.itemById("legend"), classes)
    left_out = [*_fill_table(layout, classes), *_fit_scale_bar(layout)]
    credit = tr("Made with Landslide Toolbox {version} for QGIS.").format(version=plugin_metadata("version"))
    for name, text in (("title", title), ("notes", _notes(drawing, classes, source)), ("credits", credit)):
        _write(layout.itemById(name), text)
    layout.refresh()
    project.layoutManager().addLayout(layout)
    return layout, left_out


def is_in_classes(layer: QgsMapLayer | None) -> bool:
    """True for a raster file that is drawn in classes, each with a colour and a label."""
    return isinstance(layer, QgsRasterLayer) and isinstance(layer.renderer(), QgsPalettedRasterRenderer)


def read_template(path: Path) -> QDomDocument:
    """Return a template of a print layout; raises InputError for a file that is none."""
    document = QDomDocument()
    parsed = document.setContent(path.read_bytes())
    # newer Qt returns one thing that is true or false, older Qt first whether it went well and then where it did not
    is_whole = parsed[0] if isinstance(parsed, tuple) else bool(parsed)
    layout = document.documentElement()
    if not is_whole or layout.tagName() != "Layout":
        raise InputError("TEMPLATE", path, "is no template of a print layout; save one from the layout window of QGIS")
    if layout.firstChildElement("PageCollection").firstChildElement("LayoutItem").isNull():
        raise InputError("TEMPLATE", path, "has no page; add one in the layout window of QGIS and save it again")
    return document


def _free_name(project: QgsProject, title: str) -> str:
    taken = {layout.name() for layout in project.layoutManager().layouts()}
    names = [title, *(f"{title} ({number})" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


def _hillshades(project: QgsProject) -> list[QgsMapLayer]:
    layers = [node.layer() for node in project.layerTreeRoot().findLayers()]
    return [one for one in layers if isinstance(one, QgsRasterLayer) and isinstance(one.renderer(), QgsHillshadeRenderer)]


def _show(drawing: QgsLayoutItemMap, classes: QgsRasterLayer, hillshades: Sequence[QgsMapLayer]) -> None:
    """Show the classes, through which hillshades are seen: on this map alone, the layer itself keeps its look."""
    drawing.setCrs(classes.crs())
    drawing.setKeepLayerSet(True)
    drawing.setLayers([classes, *hillshades])
    if hillshades:
        shaded, style = classes.clone(), QgsMapLayerStyle()
        shaded.setOpacity(OVER_HILLSHADE)
        style.readFromLayer(shaded)
        drawing.setKeepLayerStyles(True)
        drawing.setLayerStyleOverrides({classes.id(): style.xmlData()})
    drawing.zoomToExtent(classes.extent())
    drawing.setScale(_round_up(drawing.scale()))


def _round_up(scale: float) -> float:
    power = 10 ** math.floor(math.log10(scale))
    return power * next(step for step in ROUND if step >= 0.999 * scale / power)


def _fill_legend(legend: object, classes: QgsRasterLayer) -> None:
    if not isinstance(legend, QgsLayoutItemLegend):
        return
    legend.setTitle(tr("Susceptibility"))
    root = legend.model().rootGroup()
    root.removeAllChildren()
    node = root.addLayer(classes)
    QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
    # the last entries are the classes; what QGIS puts before them is the name of the band
    entries = len(legend.model().layerLegendNodes(node))
    named = len(classes.renderer().classes())
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, list(range(entries - named, entries)))
    legend.model().refreshLayerLegend(node)
    legend.setColumnCount(1 if named <= ENTRIES else 2)
    legend.adjustBoxSize()


def _fill_table(layout: QgsPrintLayout, classes: QgsRasterLayer) -> list[str]:
    """Fill the table with what each class holds; return why not where it has to go."""
    frame = layout.itemById("table")
    table = frame.multiFrame() if isinstance(frame, QgsLayoutFrame) else None
    if not isinstance(table, QgsLayoutItemManualTable):
        return []
    rows = class_rows(classes)
    colours = [entry.color for entry in classes.renderer().classes()]
    cells = [[_cell(text, table.headerTextFormat()) for text in row] for row in rows[:1]]
    for row, colour in zip(rows[1:], colours, strict=False):
        cells.append([_cell(text, table.contentTextFormat()) for text in row])
        cells[-1][0].setBackgroundColor(colour)
    for row in cells:
        for cell in row[1:]:
            cell.setHorizontalAlignment(Qt.AlignmentFlag.AlignRight)
    table.setTableContents(cells)
    _write(layout.itemById("table_title"), tr("What the classes hold"))
    if cells and table.totalSize().height() <= frame.rect().height():
        return []
    for item in (frame, layout.itemById("table_title")):
        layout.removeLayoutItem(item)
    if cells:
        return [tr("The table of {count} classes does not fit on the sheet and is left out.").format(count=len(colours))]
    return [tr("The map has no table of classes; classify it again with Classify susceptibility to get one.")]


def class_rows(classes: QgsRasterLayer) -> list[list[str]]:
    """Return the table of classes as texts, head first; empty where the raster's attribute table has no row for each."""
    with open_raster(classes.source()) as raster:
        labels, measures = raster.labels(0), raster.measures(0)
    found = [name for name in DECIMALS if name in measures.columns]
    shown = [int(entry.value) for entry in classes.renderer().classes()]
    if not found or sorted(labels) != shown:
        return []
    heads = {
        "area_km2": tr("Area km²"),
        "area_percent": tr("Area %"),
        "landslide_percent": tr("Landslides %"),
        "frequency_ratio": tr("Frequency ratio"),
    }
    rows = Table(measures.columns, measures.rows).chosen(found).rows
    texts = [[_number(value, DECIMALS[name]) for name, value in zip(found, row, strict=True)] for row in rows]
    body = [[labels[value], *row] for value, row in zip(shown, texts, strict=True)]
    return [[tr("Class"), *(heads[name] for name in found)], *body]


def _number(value: float, decimals: int) -> str:
    return "–" if math.isnan(value) else f"{value:,.{decimals}f}"


def _cell(text: str, text_format: QgsTextFormat) -> QgsTableCell:
    cell = QgsTableCell(text)
    cell.setTextFormat(text_format)
    return cell


def _fit_scale_bar(layout: QgsPrintLayout) -> list[str]:
    """Choose units and length by what is on the map, in segments of 1, 2 or 5 times a power of ten; return why not if so."""
    bar = layout.itemById("scale_bar")
    if not isinstance(bar, QgsLayoutItemScaleBar):
        return []
    bar.applyDefaultSize(bar.guessUnits())
    if not 0 < bar.unitsPerSegment() < math.inf:  # from one side of the globe round to the same one is no way at all
        layout.removeLayoutItem(bar)
        return [tr("How long a scale bar has to be on this map cannot be told, so it is left out.")]
    power = 10 ** math.floor(math.log10(bar.unitsPerSegment()))
    nearest = min((1, 2, 5, 10), key=lambda step: abs(math.log(step * power / bar.unitsPerSegment())))
    bar.setUnitsPerSegment(nearest * power)
    return []


def _notes(drawing: object, classes: QgsRasterLayer, source: str) -> str:
    crs = classes.crs()
    lines = [tr("Coordinate system: {name} ({code})").format(name=crs.description(), code=crs.authid() or "–")]
    if isinstance(drawing, QgsLayoutItemMap):
        lines.append(tr("Scale 1 : {scale}").format(scale=f"{drawing.scale():,.0f}"))
    lines.append(tr("Map made on {date}").format(date=date.today().isoformat()))
    lines.append(tr("Source: {source}").format(source=source or classes.name()))
    return "\n".join(lines)


def _write(label: object, text: str) -> None:
    if isinstance(label, QgsLayoutItemLabel):
        label.setText(text)
