"""Styles written beside the data, so that a layer looks right in the toolbox, from qgis_process and years later."""

import shutil
from pathlib import Path

from ..core.atomic import whole_file
from .metadata import PLUGIN_FOLDER

STYLES = PLUGIN_FOLDER / "resources" / "styles"


def write_style(layer_path: Path, style: str) -> None:
    """Copy ``resources/styles/<style>.qml`` beside a layer; QGIS takes it as the layer's default style."""
    with whole_file(layer_path.with_suffix(".qml")) as temporary:
        shutil.copyfile(STYLES / f"{style}.qml", temporary)
