"""The map sheet: one page with everything on it, nothing over anything else, and one sentence for bad input."""

import gc
import re
import shutil
import subprocess

import numpy as np
import pytest
from osgeo import gdal

from support import ROOT, files_in, make_layer, make_raster, rough_ground, square

CELL, SIDE = 30.0, 90
TEMPLATE = ROOT / "resources" / "layouts" / "susceptibility_map.qpt"


@pytest.fixture(scope="module")
def area(provider, tmp_path_factory):
    """Return a folder with a DEM and with susceptibility in 5 and in 20 classes; every cell is 900 m²."""
    import processing

    folder = tmp_path_factory.mktemp("area")
    make_raster(folder / "dem.tif", rough_ground(SIDE, SIDE), CELL)
    values = np.linspace(0, 1, SIDE * SIDE, dtype=np.float32).reshape(SIDE, SIDE)
    given = {"INPUT": make_raster(folder / "map.tif", values, CELL), "METHOD": "equal_interval"}
    given["INVENTORY"] = make_layer(folder / "slides.gpkg", [square(500_300, 3_997_330, 450)])
    for classes in (5, 20):
        output = str(folder / f"{classes}.tif")
        processing.run("landslide:classifysusceptibility", given | {"CLASSES": classes, "OUTPUT": output})
    return folder


def words_of(pdf):
    """Return the text of a PDF; skip where the program that reads it is missing."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed")
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout


def test_a_sheet_is_one_page_of_a4_with_all_texts(run, area, tmp_path):
    given = {"INPUT": str(area / "5.tif"), "DEM": str(area / "dem.tif"), "TITLE": "Slopes of Balakot", "SOURCE": "a test"}
    sheet = run("mapsheet", **given, OUTPUT=str(tmp_path / "sheet.pdf"))["OUTPUT"]
    assert files_in(tmp_path) == ["sheet.pdf"]
    assert b"/MediaBox [0 0 842" in (tmp_path / "sheet.pdf").read_bytes().replace(b"841.88", b"842")
    words = words_of(sheet)
    assert words.count("\f") == 1
    for text in (
        "Slopes of Balakot",
        "Susceptibility",
        "Source: a test",
        "WGS 84 / UTM zone 43N (EPSG:32643)",
        "Scale 1 : 20,000",
    ):
        assert text in words
    # the lowest fifth of the cells are 1620 × 900 m²; all landslides are in the highest fifth
    assert re.search(r"very low +1\.46 +20\.0 +0\.0 +0\.00", words), words
    assert re.search(r"very high +1\.46 +20\.0 +100\.0 +5\.00", words), words
    assert re.search(r"\b0 +\d+ +[\d,]+ m\b", words), words


def boxes(layout):
    """Return id → rectangle in mm of everything on the sheet but the paper."""
    from qgis.core import QgsLayoutItem, QgsLayoutItemPage

    items = [item for item in layout.items() if isinstance(item, QgsLayoutItem) and not isinstance(item, QgsLayoutItemPage)]
    return {item.id(): item.sceneBoundingRect() for item in items if item.id()}


@pytest.fixture
def layout_of(provider):
    """Return layout_of(path of classes, dem) → (layout, what is left out) of a project with these layers."""
    from landslide_toolbox.algorithms.susceptibility.mapsheet import _class_layer, _relief
    from landslide_toolbox.processing_provider.map_layout import add_map_layout

    projects = []

    def made(classes, dem=None, title="Landslide susceptibility"):
        from qgis.core import QgsProject

        project = QgsProject()
        projects.append(project)
        layer = _class_layer(str(classes))
        project.addMapLayers([layer] if dem is None else [layer, _relief(str(dem))])
        return add_map_layout(project, layer, title)

    yield made
    projects.clear()


def drawn_over(one, other):
    shared = one.intersected(other)
    return shared.width() > 0.05 and shared.height() > 0.05


@pytest.mark.parametrize("classes", [5, 20])
def test_nothing_lies_over_anything_else_or_off_the_paper(layout_of, area, classes):
    layout, left_out = layout_of(area / f"{classes}.tif", area / "dem.tif", "A title that is longer than one line " * 4)
    found = boxes(layout)
    names = {"title", "map", "legend", "north_arrow", "scale_bar", "notes", "credits"}
    assert set(found) == (names if classes == 20 else names | {"table", "table_title"})
    assert bool(left_out) == (classes == 20)
    assert all("20 classes does not fit" in note for note in left_out)
    pairs = [(a, b) for a in found for b in found if a < b and drawn_over(found[a], found[b])]
    assert pairs == []
    page = layout.pageCollection().page(0).sceneBoundingRect()
    assert [name for name, box in found.items() if not page.contains(box)] == []


def test_the_legend_lists_the_classes_alone_and_the_map_shows_the_whole_raster_at_a_round_scale(layout_of, area):
    layout, _ = layout_of(area / "5.tif", area / "dem.tif")
    drawing, legend = layout.itemById("map"), layout.itemById("legend")
    (node,) = legend.model().rootGroup().children()
    texts = [entry.data(0) for entry in legend.model().layerLegendNodes(node)]
    assert texts == ["very low", "low", "moderate", "high", "very high"]
    assert drawing.extent().contains(node.layer().extent())
    assert drawing.scale() == pytest.approx(20_000, rel=1e-6)
    bar, arrow = layout.itemById("scale_bar"), layout.itemById("north_arrow")
    assert bar.linkedMap() is drawing and arrow.linkedMap() is drawing
    assert str(bar.unitsPerSegment()).strip("0.") in {"1", "2", "5"}
    # the relief shows through on this map; the layer itself stays as it is
    assert [layer.name() for layer in drawing.layers()] == ["5.tif", ""]
    assert node.layer().opacity() == 1
    assert 'opacity="0.75"' in drawing.layerStyleOverrides()[node.layer().id()]


def test_relief_is_seen_on_the_sheet(run, area, tmp_path):
    if not shutil.which("pdftoppm"):
        pytest.skip("pdftoppm (poppler-utils) is not installed")
    colours = []
    for name, more in (("plain", {}), ("shaded", {"DEM": str(area / "dem.tif")})):
        pdf = run("mapsheet", INPUT=str(area / "5.tif"), **more, OUTPUT=str(tmp_path / f"{name}.pdf"))["OUTPUT"]
        subprocess.run(["pdftoppm", "-r", "50", "-png", "-singlefile", pdf, str(tmp_path / name)], check=True)
        picture = gdal.Open(str(tmp_path / f"{name}.png")).ReadAsArray()[:3, 60:340, 60:340]
        colours.append(len(np.unique(picture.reshape(3, -1), axis=1).T))
    assert colours[0] < 100 and colours[1] > 500, colours


def test_a_map_without_its_table_is_printed_and_said(run, area, tmp_path):
    shutil.copy(area / "5.qml", tmp_path / "5.qml")
    gdal.Translate(str(tmp_path / "5.tif"), str(area / "5.tif"), options="-norat")
    run("mapsheet", INPUT=str(tmp_path / "5.tif"), OUTPUT=str(tmp_path / "sheet.pdf"))
    assert "The map has no table of classes" in run.log
    words = words_of(tmp_path / "sheet.pdf")
    assert "very high" in words and "What the classes hold" not in words and "Source: 5.tif" in words


def test_a_map_of_the_whole_globe_goes_without_a_scale_bar(run, area, tmp_path):
    shutil.copy(area / "5.qml", tmp_path / "globe.qml")
    values = np.ones((18, 36), np.uint8)
    globe = make_raster(tmp_path / "globe.tif", values, 10.0, (-180.0, 90.0), epsg=4326, nodata=0)
    run("mapsheet", INPUT=globe, OUTPUT=str(tmp_path / "sheet.pdf"))
    assert "How long a scale bar has to be on this map cannot be told, so it is left out." in run.log
    assert (tmp_path / "sheet.pdf").stat().st_size > 1000


def test_a_template_of_ones_own_is_filled_as_far_as_it_goes(run, area, tmp_path):
    text = TEMPLATE.read_text(encoding="utf-8")
    for name in ("legend", "table", "scale_bar", "notes", "map"):
        text = text.replace(f'id="{name}"', f'id="my_{name}"')
    template = tmp_path / "mine.qpt"
    template.write_text(
        text.replace('id="credits"', 'id="logo"').replace("Landslide Toolbox", "Survey of Hazards"), encoding="utf-8"
    )
    given = {"INPUT": str(area / "5.tif"), "TEMPLATE": str(template), "TITLE": "Ours"}
    words = words_of(run("mapsheet", **given, OUTPUT=str(tmp_path / "sheet.pdf"))["OUTPUT"])
    assert "Ours" in words and "Survey of Hazards" in words and "very high" not in words


def test_bad_input_is_refused_in_one_sentence(refusal, area, tmp_path):
    sheet = str(tmp_path / "sheet.pdf")
    message = refusal("mapsheet", INPUT=str(area / "map.tif"), OUTPUT=sheet)
    assert message.startswith(f"INPUT ({area / 'map.tif'}) is not drawn in classes; choose")
    nowhere = make_raster(tmp_path / "nowhere.tif", np.ones((5, 5), np.uint8), epsg=None)
    assert refusal("mapsheet", INPUT=nowhere, OUTPUT=sheet).startswith(f"INPUT ({nowhere}) has no coordinate reference system")
    bad = tmp_path / "bad.qpt"
    bad.write_text("<Layout", encoding="utf-8")
    message = refusal("mapsheet", INPUT=str(area / "5.tif"), TEMPLATE=str(bad), OUTPUT=sheet)
    assert message == f"TEMPLATE ({bad}) is no template of a print layout; save one from the layout window of QGIS."
    for text, problem in (
        (TEMPLATE.read_text(encoding="utf-8")[:9000], "is no template"),
        ("<Layout/>", "has no page; add one"),
    ):
        bad.write_text(text, encoding="utf-8")
        message = refusal("mapsheet", INPUT=str(area / "5.tif"), TEMPLATE=str(bad), OUTPUT=sheet)
        assert message.startswith(f"TEMPLATE ({bad}) {problem}")
    far = make_raster(tmp_path / "far.tif", rough_ground(9, 9), CELL, (900_000, 4_000_000))
    message = refusal("mapsheet", INPUT=str(area / "5.tif"), DEM=far, OUTPUT=sheet)
    assert message == f"DEM ({far}) lies wholly outside the classes; choose the heights of this area."
    message = refusal("mapsheet", INPUT=str(area / "5.tif"), OUTPUT=str(tmp_path / "sheet.png"))
    assert message.startswith("OUTPUT") and ".pdf" in message
    assert not (tmp_path / "sheet.pdf").exists()


def test_what_cannot_be_written_leaves_nothing(refusal, area, tmp_path, monkeypatch):
    from landslide_toolbox.algorithms.susceptibility import mapsheet

    def half_written(*given):
        with open(given[-1], "wb") as file:
            file.write(b"%PDF-1.4")
        return None, []

    monkeypatch.setattr(mapsheet, "_print", half_written)
    sheet = tmp_path / "sheet.pdf"
    message = refusal("mapsheet", INPUT=str(area / "5.tif"), OUTPUT=str(sheet))
    assert message == f"{sheet} cannot be written; choose another folder or free disk space."
    assert files_in(tmp_path) == []


def test_a_refused_run_lets_go_of_its_layers(refusal, area, tmp_path):
    """QGIS ends badly when a layer outlives it, and on Windows an open file cannot be replaced."""
    from qgis.core import QgsPrintLayout, QgsRasterLayer

    def alive():
        gc.collect()
        return {id(thing) for thing in gc.get_objects() if isinstance(thing, (QgsPrintLayout, QgsRasterLayer))}

    bad = tmp_path / "bad.qpt"
    bad.write_text("<Layout", encoding="utf-8")
    before = alive()
    refusal("mapsheet", INPUT=str(area / "5.tif"), TEMPLATE=str(bad), OUTPUT=str(tmp_path / "sheet.pdf"))
    assert alive() <= before
