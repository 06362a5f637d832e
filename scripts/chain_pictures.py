"""Draws the models in resources/chains as QGIS's modeler shows them, into docs/images/chains.

Usage, with the environment of scripts/setup.sh and QT_QPA_PLATFORM=offscreen: python scripts/chain_pictures.py
"""

from algorithm_pages import PICTURES
from chains import started_qgis
from PIL import Image
from qgis.core import QgsProcessingContext, QgsProcessingModelAlgorithm
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor, QImage, QPainter

MARGIN = 30


def main() -> None:
    application, provider = started_qgis()
    PICTURES.mkdir(parents=True, exist_ok=True)
    for algorithm in provider.algorithms():
        if algorithm.groupId() == "chains":
            path = PICTURES / f"{algorithm.name()}.png"
            picture_of(algorithm.model()).save(str(path))
            # boxes and lines need few colours, and are a third of the bytes then
            Image.open(path).convert("RGB").quantize(64, dither=Image.Dither.NONE).save(path, optimize=True)
    application.exitQgis()


def picture_of(model: QgsProcessingModelAlgorithm) -> QImage:
    """Return a model as the modeler draws it, on white."""
    from processing.modeler.ModelerScene import ModelerScene

    scene = ModelerScene(None)
    scene.setModel(model)
    scene.createItems(model, QgsProcessingContext())
    area = scene.itemsBoundingRect().adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    picture = QImage(area.size().toSize(), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter, QRectF(picture.rect()), area)
    painter.end()
    return picture


if __name__ == "__main__":
    main()
