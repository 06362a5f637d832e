"""Styles written beside the data, so that a layer looks right in the toolbox, from qgis_process and years later."""

import shutil
from pathlib import Path
from xml.etree import ElementTree  # nosec B405  # reads the plugin's own styles alone

from ..core.atomic import whole_file
from .metadata import PLUGIN_FOLDER

STYLES = PLUGIN_FOLDER / "resources" / "styles"


def write_style(layer_path: Path, style: str) -> None:
    """Copy ``resources/styles/<style>.qml`` beside a layer; QGIS takes it as the layer's default style."""
    with whole_file(layer_path.with_suffix(".qml")) as temporary:
        shutil.copyfile(STYLES / f"{style}.qml", temporary)


def write_palette_style(layer_path: Path, style: str, categories: dict[int, tuple[str, tuple[int, int, int]]]) -> None:
    """Write a paletted ``resources/styles/<style>.qml`` beside a layer with other categories: value → (label, RGB)."""
    tree = ElementTree.parse(STYLES / f"{style}.qml")  # nosec B314
    palette = tree.find(".//colorPalette")
    palette.clear()
    for value, (label, (red, green, blue)) in categories.items():
        entry = {"value": str(value), "color": f"#{red:02x}{green:02x}{blue:02x}", "alpha": "255", "label": label}
        ElementTree.SubElement(palette, "paletteEntry", entry)
    with whole_file(layer_path.with_suffix(".qml")) as temporary:
        tree.write(temporary, encoding="utf-8")


def write_contribution_style(layer_path: Path, band: int, reach: float) -> None:
    """Write ``contributions.qml`` beside a raster: ``band`` (from 1) in colours from −``reach`` by way of 0 to +``reach``."""
    tree = ElementTree.parse(STYLES / "contributions.qml")  # nosec B314
    renderer, ramp = tree.find(".//rasterrenderer"), tree.find(".//colorrampshader")
    renderer.set("band", str(band))
    for element, low, high in ((renderer, "classificationMin", "classificationMax"), (ramp, "minimumValue", "maximumValue")):
        element.set(low, f"{-reach:.6g}")
        element.set(high, f"{reach:.6g}")
    for item in ramp.findall("item"):
        value = float(item.get("value")) * reach
        item.set("value", f"{value:.6g}")
        item.set("label", f"{value:+.2g} {item.get('label')}".strip())
    with whole_file(layer_path.with_suffix(".qml")) as temporary:
        tree.write(temporary, encoding="utf-8")
