"""The menu entry that opens the susceptibility map in QGIS's layout window."""

import numpy as np
import pytest

from support import make_raster


@pytest.fixture
def project(provider):
    from qgis.core import QgsProject

    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def classes(project, tmp_path):
    """Two layers of classes in the project, the first on top."""
    import processing
    from qgis.core import QgsRasterLayer

    values = np.linspace(0, 1, 400, dtype=np.float32).reshape(20, 20)
    map_of = make_raster(tmp_path / "map.tif", values)
    layers = []
    for name in ("below", "top"):
        output = str(tmp_path / f"{name}.tif")
        processing.run("landslide:classifysusceptibility", {"INPUT": map_of, "OUTPUT": output})
        layers.append(QgsRasterLayer(output, name))
        project.addMapLayer(layers[-1])
    return layers[::-1]


def shown(layout):
    return [layer.name() for layer in layout.itemById("map").layers()]


def test_the_entry_opens_a_layout_of_the_selected_or_topmost_classes(interface, project, classes, tmp_path):
    from qgis.core import QgsRasterLayer

    from landslide_toolbox.ui.menu import Menu

    menu = Menu(interface)
    (action,) = [action for action in interface.menu.actions() if action.text() == "Susceptibility map layout…"]
    image = QgsRasterLayer(make_raster(tmp_path / "image.tif", np.ones((20, 20), np.float32)), "image")
    project.addMapLayer(image)
    for interface.active in (None, image, classes[1]):
        action.trigger()
    assert [shown(layout) for layout in interface.layouts] == [["top"], ["top"], ["below"]]
    names = [layout.name() for layout in project.layoutManager().layouts()]
    assert sorted(names) == [f"Landslide susceptibility{number}" for number in ("", " (2)", " (3)")]
    assert interface.warnings == []
    menu.remove()


def test_a_layout_is_still_there_when_the_project_is_opened_again(interface, project, classes, tmp_path):
    from qgis.core import QgsProject

    from landslide_toolbox.ui.layout_window import open_map_layout

    open_map_layout(interface)
    assert project.write(str(tmp_path / "project.qgz"))
    opened = QgsProject()
    assert opened.read(str(tmp_path / "project.qgz"))
    (layout,) = opened.layoutManager().printLayouts()
    assert shown(layout) == ["top"]
    assert layout.itemById("table").multiFrame().tableContents()[0][0].content() == "Class"


def test_without_classes_the_entry_says_what_is_needed(interface, project):
    from landslide_toolbox.ui.layout_window import open_map_layout

    open_map_layout(interface)
    (warning,) = interface.warnings
    assert "no layer of susceptibility classes" in warning[1] and not interface.layouts
    assert project.layoutManager().layouts() == []
