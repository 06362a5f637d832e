"""Styles written beside the data, so that a layer looks right in the toolbox, from qgis_process and years later."""

import shutil
from pathlib import Path
from xml.etree import ElementTree  # nosec B405  # reads the plugin's own styles alone

import numpy as np

from .atomic import whole_file
from .factor import CIRCULAR, Factor
from .raster_labels import Categories, coloured

STYLES = Path(__file__).resolve().parents[1] / "resources" / "styles"


def write_style(layer_path: Path, style: str) -> None:
    """Copy ``resources/styles/<style>.qml`` beside a layer; QGIS takes it as the layer's default style."""
    with whole_file(layer_path.with_suffix(".qml")) as temporary:
        shutil.copyfile(STYLES / f"{style}.qml", temporary)


def write_palette_style(layer_path: Path, categories: Categories) -> None:
    """Write ``classes.qml`` beside a raster with the categories of its first band: value → (label, RGB)."""
    tree = ElementTree.parse(STYLES / "classes.qml")  # nosec B314
    palette = tree.find(".//colorPalette")
    palette.clear()
    for value, (label, (red, green, blue)) in categories.items():
        entry = {"value": str(value), "color": f"#{red:02x}{green:02x}{blue:02x}", "alpha": "255", "label": label}
        ElementTree.SubElement(palette, "paletteEntry", entry)
    _write(tree, layer_path)


def write_ramp_style(layer_path: Path, style: str, low: float, high: float, band: int = 0, units: str = "") -> None:
    """Write a ramp of ``resources/styles`` beside a raster, stretched from ``low`` to ``high`` of a band (from 0)."""
    tree = ElementTree.parse(STYLES / f"{style}.qml")  # nosec B314
    renderer, ramp = tree.find(".//rasterrenderer"), tree.find(".//colorrampshader")
    renderer.set("band", str(band + 1))
    ends = [float(ramp.get(end)) for end in ("minimumValue", "maximumValue")]
    for element, lowest, highest in (
        (renderer, "classificationMin", "classificationMax"),
        (ramp, "minimumValue", "maximumValue"),
    ):
        element.set(lowest, f"{low:.6g}")
        element.set(highest, f"{high:.6g}")
    for item in ramp.findall("item"):
        value = float(np.interp(float(item.get("value")), ends, (low, high)))
        item.set("value", f"{value:.6g}")
        item.set("label", " ".join(filter(None, (_short(value), units, item.get("label")))))
    legend, items = ramp.find("rampLegendSettings"), ramp.findall("item")
    legend.set("minimumLabel", items[0].get("label"))
    legend.set("maximumLabel", items[-1].get("label"))
    _write(tree, layer_path)


def write_factor_style(layer_path: Path, factor: Factor, values: np.ndarray) -> None:
    """Write the style of a factor stack, which shows its first factor; ``values`` are a good part of that factor's cells."""
    if factor.categories:
        write_palette_style(layer_path, coloured(factor.categories))
    elif factor.kind == CIRCULAR:
        write_style(layer_path, "direction")
    else:
        write_ramp_style(layer_path, "factor", *_usual_range(values), units=factor.units)


def _usual_range(values: np.ndarray) -> tuple[float, float]:
    """Return the 2nd and 98th percentile, or the whole range where these are one, always from low to higher."""
    known = values[np.isfinite(values)]
    if known.size == 0:
        return 0.0, 1.0
    low, high = map(float, np.percentile(known, (2, 98)))
    if low == high:
        low, high = float(known.min()), float(known.max())
    return (low, high) if low < high else (low, low + 1.0)


def _short(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _write(tree: ElementTree.ElementTree, layer_path: Path) -> None:
    with whole_file(layer_path.with_suffix(".qml")) as temporary:
        tree.write(temporary, encoding="utf-8")
