"""landslide:mapsheet."""

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsBilinearRasterResampler,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsHillshadeRenderer,
    QgsLayoutExporter,
    QgsProcessingAlgorithm,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ...core.atomic import whole_file
from ...core.crs import check_north_up_grid
from ...core.errors import InputError, ToolboxError
from ...core.raster import open_raster
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs
from ...processing_provider.map_layout import TEMPLATE, add_map_layout, is_in_classes, read_template

DOTS_PER_INCH = 300


class MapSheet(LandslideAlgorithm):
    """Prints susceptibility classes as a sheet with all that a map needs."""

    NAME = "mapsheet"
    LABEL = "Susceptibility map sheet"
    TAGS = ("print", "layout", "pdf", "legend", "scale bar", "north arrow", "map")
    SUMMARY = (
        "Prints a map of susceptibility classes on a sheet (PDF, A4 across): title, map at a round scale, legend, table of "
        "what the classes hold, scale bar, arrow to true north, coordinate system, date and source. With a DEM the relief "
        "shows through the classes.\n\n"
        "The table comes from the attribute table that Classify susceptibility writes into the raster: area and, where it was "
        "given an inventory, share of the landslides and frequency ratio. To change the sheet by hand, take the menu entry "
        "Landslide Toolbox ▸ Susceptibility map layout instead, which opens it in QGIS's layout window; a layout saved from "
        "there as a template can be given here as TEMPLATE.\n\n"
        "Takes a few seconds."
    )

    def define(self) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", "Susceptibility classes"),
            "A raster of classes from Classify susceptibility.",
        )
        self.add(
            QgsProcessingParameterRasterLayer("DEM", "DEM", None, True),
            "Heights whose relief shows through the classes; left empty: no relief.",
        )
        self.add(
            QgsProcessingParameterString("TITLE", "Title", self.tr("Landslide susceptibility")),
            "Stands above the map.",
        )
        self.add(
            QgsProcessingParameterString("SOURCE", "Source", None, False, True),
            "Who or what the map comes from, below the scale. Left empty: the name of the file.",
        )
        self.add(
            QgsProcessingParameterFile("TEMPLATE", "Layout template", extension="qpt", optional=True),
            "A template of your own. Its items with the ids title, map, legend, table, table_title, scale_bar, notes and "
            "credits are filled; all others stay as they are.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFileDestination("OUTPUT", "Map sheet", "PDF files (*.pdf)"),
            "One page, 300 dots per inch, with text that can be searched.",
        )

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        """Run in the main thread, where QGIS's layouts live."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        output, template = inputs.output("OUTPUT"), read_template(inputs.file("TEMPLATE") or TEMPLATE)
        layers, dem = [_class_layer(inputs.raster("INPUT"))], inputs.raster("DEM")
        if dem is not None:
            layers.append(_relief(dem))
            _check_overlap(layers[1], layers[0])
        with whole_file(output) as temporary:
            printed, left_out = _print(layers, inputs.text("TITLE"), inputs.text("SOURCE"), template, str(temporary))
            if printed != QgsLayoutExporter.ExportResult.Success:
                raise ToolboxError(f"{output} cannot be written; choose another folder or free disk space.")
        feedback.notes(left_out)
        return outputs_as_text({"OUTPUT": output})


def _class_layer(path: str) -> QgsRasterLayer:
    with open_raster(path) as raster:
        check_north_up_grid(raster.grid, "INPUT", path)
    layer = QgsRasterLayer(path, Path(path).name)
    if not is_in_classes(layer):
        raise InputError("INPUT", path, "is not drawn in classes; choose a raster from Classify susceptibility")
    return layer


def _relief(path: str) -> QgsRasterLayer:
    with open_raster(path, "DEM") as raster:
        check_north_up_grid(raster.grid, "DEM", path)
    layer = QgsRasterLayer(path)
    layer.setRenderer(QgsHillshadeRenderer(layer.dataProvider(), 1, 315, 45))
    layer.resampleFilter().setZoomedInResampler(QgsBilinearRasterResampler())
    return layer


def _check_overlap(relief: QgsRasterLayer, classes: QgsRasterLayer) -> None:
    change = QgsCoordinateTransform(relief.crs(), classes.crs(), QgsCoordinateTransformContext())
    try:
        overlaps = change.transformBoundingBox(relief.extent()).intersects(classes.extent())
    except QgsCsException:
        overlaps = False  # the reference system of the classes does not reach there
    if not overlaps:
        raise InputError("DEM", relief.source(), "lies wholly outside the classes; choose the heights of this area")


def _print(
    layers: list[QgsRasterLayer], title: str, source: str, template: QDomDocument, path: str
) -> tuple[QgsLayoutExporter.ExportResult, list[str]]:
    """Print the first layer, and what lies below it, to a PDF; return how that went and what is left out.

    The project lives here alone: one that a traceback keeps until Python ends takes QGIS down with it.
    """
    project = QgsProject()
    project.addMapLayers(layers)
    project.setCrs(layers[0].crs(), True)
    layout, left_out = add_map_layout(project, layers[0], title, source, template)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = DOTS_PER_INCH
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    return QgsLayoutExporter(layout).exportToPdf(path, settings), left_out
