"""Photographs the dialogs of algorithms, filled in from the demo, for the documentation.

Usage, with the environment of scripts/setup.sh and without a display:
QT_QPA_PLATFORM=offscreen python scripts/dialog_pictures.py DEMO FOLDER [ALGORITHM …]

DEMO is the folder that scripts/demo.sh has filled, FOLDER is docs/images/dialogs for what scripts/algorithm_pages.py shows;
without names of algorithms all are photographed (some 20 KB each).
"""

import os
import sys
import tempfile
from pathlib import Path

from algorithm_pages import load_toolbox
from PIL import Image
from qgis.core import QgsApplication, QgsProcessingProvider, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsCollapsibleGroupBoxBasic
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QDialog, QGroupBox, QScrollArea, QWidget

LAYERS = ("study_area/dem.tif", "study_area/scene_1.tif", "factors.tif", "inventory.gpkg", "susceptibility/samples.gpkg")
"""What the project holds when the dialogs open; the first comes to the top."""

FILLED_IN = {
    "detectlandslides": {"INPUT": "detection/scene_2_matched.tif", "MODEL": "detection/detector.lsm"},
    "evaluatedetector": {"MODEL": ["detection/detector.lsm"], "CHIPS": "detection/chips"},
    "traindetector": {"CHIPS": "detection/chips"},
    "createtrainingchips": {"INPUT": "study_area/scene_1.tif"},
    "matchradiometry": {"INPUT": "study_area/scene_2.tif", "REFERENCE": "study_area/scene_1.tif"},
    "cleaninventory": {"EXCLUSIONS": ["study_area/water.gpkg"], "SLOPE": "factors/slope.tif"},
    "spectralindex": {"INPUT": "study_area/scene_1.tif"},
    "distancefactor": {"INPUT": "study_area/rivers.gpkg"},
    "categoricalfactor": {"INPUT": "study_area/lithology.gpkg", "FIELD": "lithology"},
    "interpolatefactor": {"INPUT": "study_area/stations.csv", "FIELD": "pga_g", "X_FIELD": "x", "Y_FIELD": "y"},
    "rainfallfactor": {"INPUT": "study_area/rainfall.nc"},
    "stackfactors": {"LAYERS": ["factors/terrain.tif", "factors/lithology.tif"]},
    "applysusceptibility": {"MODEL": "susceptibility/random_forest.lsm"},
    "classifysusceptibility": {"INPUT": "susceptibility/susceptibility_random_forest.tif"},
    "comparesusceptibility": {"MODELS": ["susceptibility/random_forest.lsm", "susceptibility/xgboost.lsm"]},
    "imagerytoinventory": {
        "INPUT": "study_area/scene_1.tif",
        "INVENTORY": "study_area/inventory_1.gpkg",
        "DEM": "study_area/dem.tif",
        "EXCLUSIONS": ["study_area/water.gpkg"],
    },
    "transferdetector": {
        "INPUT": "study_area/scene_2.tif",
        "REFERENCE": "study_area/scene_1.tif",
        "MODEL": "detection/detector.lsm",
        "DEM": "study_area/dem.tif",
        "EXCLUSIONS": ["study_area/water.gpkg"],
    },
    "inventorytosusceptibility": {
        "LITHOLOGY": "study_area/lithology.gpkg",
        "LITHOLOGY_FIELD": "lithology",
        "RIVERS": "study_area/rivers.gpkg",
        "FAULTS": "study_area/faults.gpkg",
        "ROADS": "study_area/roads.gpkg",
        "RAINFALL": "study_area/rainfall.nc",
    },
    "exportmodel": {"MODEL": "detection/detector.lsm"},
    "mapsheet": {"INPUT": "susceptibility/classes_random_forest.tif", "DEM": "study_area/dem.tif"},
    "shapdependence": {"MODEL": "susceptibility/xgboost.lsm"},
}
"""Algorithm → parameter → file of the demo, or field."""


def main(demo: Path, folder: Path, names: list[str]) -> None:
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = tempfile.mkdtemp()
    application = QgsApplication([], True)
    application.initQgis()
    provider = _provider()
    os.chdir(demo)  # so that the dialogs show the names of files and not where the demo happens to be
    for layer in reversed(LAYERS):
        _add_layer(layer)
    folder.mkdir(parents=True, exist_ok=True)
    for algorithm in [provider.algorithm(name) for name in names] or provider.algorithms():
        dialog = algorithm.createCustomParametersWidget(None)
        dialog.setParameters(FILLED_IN.get(algorithm.name(), {}))
        dialog.hideShortHelp()  # it stands on the algorithm's page already
        path = folder / f"{algorithm.name()}.png"
        photograph(dialog, 500).save(str(path))
        Image.open(path).convert("RGB").quantize(40, kmeans=3, dither=Image.Dither.NONE).save(path, optimize=True)
        dialog.close()
    application.exitQgis()


def photograph(dialog: QDialog, width: int = 820) -> QImage:
    """Show a dialog as tall as its parameters need and return its picture."""
    dialog.show()
    dialog.resize(width, 200)
    hidden_part = dialog.mainWidget().findChild(QScrollArea).verticalScrollBar()
    for _ in range(4):  # the width decides how texts are broken, and with that how tall they are
        QgsApplication.processEvents()
        dialog.resize(width, dialog.height() + hidden_part.maximum())
    QgsApplication.processEvents()
    return dialog.grab().toImage()


def advanced_part(panel: QWidget) -> QgsCollapsibleGroupBoxBasic | None:
    """Return the folded part of a dialog's parameters, None where there is none."""
    found = panel.findChild(QGroupBox, "grpAdvanced")
    return None if found is None else sip.cast(found, QgsCollapsibleGroupBoxBasic)


def _provider() -> QgsProcessingProvider:
    from processing.core.Processing import Processing

    Processing.initialize()
    provider = load_toolbox().LandslideProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    return provider


def _add_layer(path: str) -> None:
    kind = QgsVectorLayer if path.endswith(".gpkg") else QgsRasterLayer
    QgsProject.instance().addMapLayer(kind(path, Path(path).stem))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), sys.argv[3:])
