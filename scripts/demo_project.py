"""Builds the demo's QGIS project (styled layers in groups, a map to print, the runs), pictures of its maps and the index page.

Usage: demo_project.py <folder of the demo> <title of the map to print> <its source>; run with QGIS's own Python.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from algorithm_pages import load_toolbox
from demo_index import write_index
from demo_runs import runs_in
from qgis.core import (
    QgsApplication,
    QgsBilinearRasterResampler,
    QgsContrastEnhancement,
    QgsHillshadeRenderer,
    QgsLayerTreeGroup,
    QgsLayoutExporter,
    QgsMapLayer,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter

MODELS = {"cnn": "9×9 CNN", "random_forest": "Random forest", "xgboost": "XGBoost"}


@dataclass(frozen=True)
class Map:
    """A picture of the index page: file name, caption and the layers from top to bottom."""

    name: str
    caption: str
    layers: list[QgsMapLayer]


def main(demo: Path, title: str, source: str) -> None:
    application = QgsApplication([], False)
    application.initQgis()
    load_toolbox()
    project = QgsProject.instance()
    layers = load_layers(demo)
    fill_project(project, layers)
    (demo / "maps").mkdir(exist_ok=True)
    add_sheet(project, layers["classes_cnn"], title, source, demo / "maps" / "sheet.png")
    write_project(project, demo)
    maps = maps_of(layers)
    for picture in maps:
        render(picture, layers["dem"], demo / "maps" / f"{picture.name}.png")
    write_overview(demo / "maps", ["scene", "inventory", "susceptibility_cnn", "classes_cnn"])
    write_index(demo, [(picture.name, picture.caption) for picture in maps], MODELS)
    application.exitQgis()


def load_layers(demo: Path) -> dict[str, QgsMapLayer]:
    """Load what the demo made; styles come from the files beside the data."""
    layers: dict[str, QgsMapLayer] = {}
    for key, model in MODELS.items():
        layers[f"classes_{key}"] = raster(demo / "susceptibility" / f"classes_{key}.tif", f"Classes, {model}")
        layers[f"susceptibility_{key}"] = raster(
            demo / "susceptibility" / f"susceptibility_{key}.tif", f"Susceptibility index, {model}"
        )
    layers["inventory"] = vector(demo / "inventory.gpkg", "Inventory, detected and cleaned")
    layers["removed"] = vector(demo / "detection" / "removed.gpkg", "Removed while cleaning")
    layers["truth"] = vector(demo / "study_area" / "inventory_2.gpkg", "True landslides (synthetic)")
    layers["samples"] = vector(demo / "susceptibility" / "samples.gpkg", "Samples")
    layers["probability"] = raster(demo / "detection" / "probability.tif", "Landslide probability of the detector")
    layers["ndvi"] = raster(demo / "factors" / "ndvi.tif", "NDVI before the landslides")
    layers["factors"] = raster(demo / "factors.tif", "Factor stack")
    layers["scene"] = raster(demo / "study_area" / "scene_2.tif", "Scene 2 (false colour)")
    layers["dem"] = raster(demo / "study_area" / "dem.tif", "Hillshade")
    show_in_false_colour(layers["scene"])
    layers["dem"].setRenderer(QgsHillshadeRenderer(layers["dem"].dataProvider(), 1, 315, 45))
    layers["dem"].resampleFilter().setZoomedInResampler(QgsBilinearRasterResampler())
    outline(layers["truth"])
    for key in MODELS:
        layers[f"susceptibility_{key}"].setOpacity(0.75)
    return layers


def raster(path: Path, name: str) -> QgsRasterLayer:
    return loaded(QgsRasterLayer(str(path), name), path)


def vector(path: Path, name: str) -> QgsVectorLayer:
    return loaded(QgsVectorLayer(str(path), name, "ogr"), path)


def loaded(layer: QgsMapLayer, path: Path) -> QgsMapLayer:
    if not layer.isValid():
        raise SystemExit(f"{path} cannot be loaded; run the demo again.")
    return layer


def show_in_false_colour(scene: QgsRasterLayer) -> None:
    """Near infrared, red and green, stretched between the 2nd and 98th percentile."""
    renderer = scene.renderer()
    for setter, band in ((renderer.setRedBand, 4), (renderer.setGreenBand, 3), (renderer.setBlueBand, 2)):
        setter(band)
    scene.setContrastEnhancement(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum, QgsRasterMinMaxOrigin.Limits.CumulativeCut
    )


def outline(layer: QgsVectorLayer) -> None:
    """Draw polygons as a thin outline, so that what lies below stays visible."""
    symbol = layer.renderer().symbol().symbolLayer(0)
    symbol.setFillColor(QColor(0, 0, 0, 0))
    symbol.setStrokeColor(QColor("#1f3b73"))
    symbol.setStrokeWidth(0.35)


def fill_project(project: QgsProject, layers: dict[str, QgsMapLayer]) -> None:
    """Add the layers in groups, the classes of the first model and the inventory visible."""
    project.setCrs(layers["dem"].crs())
    root = project.layerTreeRoot()
    groups = {
        "Inventory": ["inventory", "truth", "removed", "probability"],
        "Susceptibility": [f"{kind}_{key}" for kind in ("classes", "susceptibility") for key in MODELS] + ["samples"],
        "Conditioning factors": ["ndvi", "factors"],
        "Study area": ["scene", "dem"],
    }
    visible = {"inventory", f"classes_{next(iter(MODELS))}", "dem"}
    for title, keys in groups.items():
        group: QgsLayerTreeGroup = root.addGroup(title)
        for key in keys:
            project.addMapLayer(layers[key], False)
            node = group.addLayer(layers[key])
            node.setItemVisibilityChecked(key in visible)
            node.setExpanded(key in visible)
    project.setTitle("Landslide Toolbox demo")
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(layers["dem"].extent(), layers["dem"].crs()))


def add_sheet(project: QgsProject, classes: QgsRasterLayer, title: str, source: str, picture: Path) -> None:
    """Add the map to print to the project, the one that mapsheet has printed, and a picture of it."""
    from landslide_toolbox.processing_provider.map_layout import add_map_layout

    layout, _ = add_map_layout(project, classes, title, source)
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 110
    if QgsLayoutExporter(layout).exportToImage(str(picture), settings) != QgsLayoutExporter.ExportResult.Success:
        raise SystemExit(f"{picture} cannot be written; free space on the disk.")


def write_project(project: QgsProject, demo: Path) -> None:
    """Write the project with the runs that made its files, which the workflow panel lists."""
    from landslide_toolbox.ui.workflow.project_runs import ProjectRuns

    runs = ProjectRuns()
    for run in runs_in(demo / "qgis_process.log"):
        runs.add(run)
    if not project.write(str(demo / "landslide_toolbox_demo.qgz")):
        raise SystemExit(f"The project cannot be written to {demo}; free space on the disk.")


def maps_of(layers: dict[str, QgsMapLayer]) -> list[Map]:
    shade, inventory = layers["dem"], layers["inventory"]
    maps = [
        Map("scene", "Scene 2, which the detector has not seen, with the true landslides", [layers["truth"], layers["scene"]]),
        Map("inventory", "The inventory: detected by the U-Net and cleaned", [inventory, shade]),
    ]
    for key, model in MODELS.items():
        maps.append(Map(f"susceptibility_{key}", f"Susceptibility index, {model}", [layers[f"susceptibility_{key}"], shade]))
        maps.append(Map(f"classes_{key}", f"Five classes by natural breaks, {model}", [layers[f"classes_{key}"], shade]))
    return maps


def render(picture: Map, reference: QgsMapLayer, path: Path, pixels: int = 900) -> None:
    settings = QgsMapSettings()
    settings.setLayers(picture.layers)
    settings.setDestinationCrs(reference.crs())
    settings.setExtent(reference.extent())
    settings.setOutputSize(QSize(pixels, round(pixels * reference.height() / reference.width())))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    if not job.renderedImage().save(str(path)):
        raise SystemExit(f"{path} cannot be written; free space on the disk.")


def write_overview(maps: Path, names: list[str], pixels: int = 600) -> None:
    """Put four maps into one picture, the one the README shows."""
    pictures = [
        QImage(str(maps / f"{name}.png")).scaledToWidth(pixels, Qt.TransformationMode.SmoothTransformation) for name in names
    ]
    height, gap = pictures[0].height(), 6
    sheet = QImage(2 * pixels + gap, 2 * height + gap, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    for index, picture in enumerate(pictures):
        painter.drawImage((index % 2) * (pixels + gap), (index // 2) * (height + gap), picture)
    painter.end()
    if not sheet.save(str(maps / "overview.jpg"), quality=85):
        raise SystemExit(f"{maps} cannot be written to; free space on the disk.")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), *sys.argv[2:])
