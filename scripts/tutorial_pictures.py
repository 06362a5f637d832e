"""Makes the tutorial's pictures, docs/images/tutorial, from what scripts/demo.sh made.

Usage: tutorial_pictures.py <folder of the demo>; run with QGIS's own Python.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from demo_project import load_layers, outline, raster, show_in_false_colour, vector
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsColorRampShader,
    QgsMapLayer,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRasterLayer,
    QgsRectangle,
    QgsSingleBandPseudoColorRenderer,
    QgsStyle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "images" / "tutorial"
SIDE = 460
"""Pixels a side of a map."""
GAP = 6
FIGURES = {
    "learning_curves": "detector_files/learning_curves",
    "collinearity": "collinearity_files/vif",
    "frequency_ratio": "frequency_ratio_files/factor_12_distance_to_faults",
    "roc": "susceptibility_cnn_files/roc",
    "class_shares": "classes_cnn_files/classes",
    "shap": "shap_cnn_files/beeswarm",
    "dependence": "shap_cnn_files/dependence_12_distance_to_faults",
}
"""Name of the picture → figure in the demo's reports."""
FACTORS = ("aspect", "tri", "twi", "ndvi", "distance_to_rivers", "distance_to_faults", "lithology", "rainfall", "pga_g")


def main(demo: Path) -> None:
    application = QgsApplication([], False)
    application.initQgis()
    PICTURES.mkdir(parents=True, exist_ok=True)
    write_pictures(demo)  # layers must be gone before QGIS is
    application.exitQgis()


def write_pictures(demo: Path) -> None:
    layers = load_layers(demo)
    whole = layers["dem"].extent()
    corner = quarter_of(layers["dem"])
    for name in ("truth", "inventory"):
        outline_in_yellow(layers[name])
    learnt = learnt_scene(demo)
    write_maps("scenes", [drawn(learnt, quarter_of(learnt[-1])), drawn([layers["truth"], layers["scene"]], corner)])
    write_maps("detected", [drawn([layers[name], layers["scene"]], corner) for name in ("truth", "inventory")])
    write_maps("factors", [drawn([factor_layer(layers["factors"], name)], whole, SIDE // 2) for name in FACTORS], columns=3)
    write_maps("samples", [drawn([layers["samples"], layers["dem"]], corner)])
    shade = layers["dem"]
    write_maps("maps", [drawn([layers[f"{kind}_cnn"], shade], whole) for kind in ("susceptibility", "classes")])
    write_sheet("map_sheet", demo / "susceptibility_map.pdf")
    for name, figure in FIGURES.items():
        write_figure(name, demo / "reports" / f"{figure}.png")


def learnt_scene(demo: Path) -> list[QgsMapLayer]:
    """Return the scene that the detector learns from with its landslides."""
    scene = raster(demo / "study_area" / "scene_1.tif", "Scene 1")
    show_in_false_colour(scene)
    landslides = vector(demo / "study_area" / "inventory_1.gpkg", "Landslides")
    outline_in_yellow(landslides)
    return [landslides, scene]


def outline_in_yellow(landslides: QgsVectorLayer) -> None:
    """Draw a line that is seen on vegetation, red in false colour, and on rock."""
    outline(landslides)
    landslides.renderer().symbol().symbolLayer(0).setStrokeColor(QColor("#ffe100"))


def quarter_of(layer: QgsMapLayer) -> QgsRectangle:
    """Return the north-eastern quarter, in which single landslides can be told."""
    whole = layer.extent()
    return QgsRectangle(whole.center().x(), whole.center().y(), whole.xMaximum(), whole.yMaximum())


def factor_layer(stack: QgsRasterLayer, name: str) -> QgsRasterLayer:
    """Return one band of the stack in colours from its lowest to its highest value."""
    layer = stack.clone()
    provider = layer.dataProvider()
    band = next(number for number in range(1, layer.bandCount() + 1) if layer.bandName(number).endswith(f": {name}"))
    statistics = provider.bandStatistics(band)
    renderer = QgsSingleBandPseudoColorRenderer(provider, band)
    renderer.setClassificationMin(statistics.minimumValue)
    renderer.setClassificationMax(statistics.maximumValue)
    renderer.createShader(QgsStyle.defaultStyle().colorRamp("Viridis"), QgsColorRampShader.Type.Interpolated)
    layer.setRenderer(renderer)
    return layer


def drawn(layers: Sequence[QgsMapLayer], extent: QgsRectangle | None = None, side: int = SIDE) -> QImage:
    """Return a square map of the layers, the first on top."""
    settings = QgsMapSettings()
    settings.setLayers(list(layers))
    settings.setDestinationCrs(layers[-1].crs())
    settings.setExtent(extent or layers[-1].extent())
    settings.setOutputSize(QSize(side, side))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def write_maps(name: str, maps: Sequence[QImage], columns: int = 2) -> None:
    """Write maps of one size side by side as JPEG."""
    side, rows = maps[0].width(), -(-len(maps) // columns)
    wide = min(columns, len(maps))
    sheet = QImage(wide * (side + GAP) - GAP, rows * (side + GAP) - GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    for number, picture in enumerate(maps):
        painter.drawImage(number % columns * (side + GAP), number // columns * (side + GAP), picture)
    painter.end()
    save(sheet, PICTURES / f"{name}.jpg", 80)


def write_figure(name: str, figure: Path, width: int = 700) -> None:
    """Write a figure of a report smaller and with a palette, which its few colours need no more than."""
    smaller = QImage(str(figure)).scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    few_colours = smaller.convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither)
    save(few_colours, PICTURES / f"{name}.png", 0)


def write_sheet(name: str, sheet: Path, width: int = 900) -> None:
    """Write the first page of a PDF as JPEG; GDAL reads its bands as red, green and blue."""
    gdal.SetConfigOption("GDAL_PDF_DPI", "150")
    colours = gdal.Open(str(sheet)).ReadAsArray()[:3]
    page = np.ascontiguousarray(np.moveaxis(colours, 0, 2))
    picture = QImage(page.tobytes(), page.shape[1], page.shape[0], 3 * page.shape[1], QImage.Format.Format_RGB888)
    save(picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation), PICTURES / f"{name}.jpg", 80)


def save(picture: QImage, path: Path, quality: int) -> None:
    if not picture.save(str(path), quality=quality):
        raise SystemExit(f"{path} cannot be written; run the demo again and free space on the disk.")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
