"""Reports open from the Results Viewer of QGIS, under a name that says whose they are."""

import time

import pytest

from landslide_toolbox.processing_provider.provider import algorithm_classes
from support import make_layer, make_raster, rough_ground, square

WITH_PAGE = {"checkenvironment": "OUTPUT"}
"""Algorithms whose page is not called REPORT."""
WITH_REPORT = {
    "traindetector",
    "evaluatedetector",
    "matchradiometry",
    "interpolatefactor",
    "multicollinearity",
    "frequencyratio",
    "samplepoints",
    "trainsusceptibility",
    "comparesusceptibility",
    "classifysusceptibility",
    "shapdependence",
    "jackknife",
}


@pytest.fixture
def results(provider):
    """The list behind the Results Viewer, empty before and after."""
    from processing.core.ProcessingResults import resultsList

    del resultsList.results[:]
    yield resultsList
    del resultsList.results[:]


def test_these_algorithms_write_pages(provider):
    from qgis.core import QgsProcessingOutputHtml

    found = {
        algorithm.name(): output.name()
        for algorithm in provider.algorithms()
        if algorithm.groupId() != "chains"  # whose pages are those of their steps
        for output in algorithm.outputDefinitions()
        if isinstance(output, QgsProcessingOutputHtml)
    }
    assert found == WITH_PAGE | dict.fromkeys(WITH_REPORT, "REPORT")


@pytest.mark.parametrize("name", sorted(WITH_REPORT | set(WITH_PAGE)))
def test_the_viewer_lists_the_page_when_the_dialog_is_done(provider, results, tmp_path, name):
    from processing.gui.AlgorithmDialog import AlgorithmDialog
    from processing.tools.dataobjects import createContext
    from qgis.core import QgsProcessingFeedback

    page = tmp_path / "page.html"
    page.write_text("<html></html>", encoding="utf-8")
    dialog = AlgorithmDialog(provider.algorithm(name).create(), False, None)
    dialog.iterateParam = None  # as a run sets it
    dialog.finish(True, {WITH_PAGE.get(name, "REPORT"): str(page)}, createContext(), QgsProcessingFeedback(False))
    (listed,) = results.getResults()
    assert listed.filename == str(page)
    label = {algorithm.NAME: algorithm.LABEL for algorithm in algorithm_classes()}[name]
    assert listed.name == ("Environment" if name == "checkenvironment" else f"Report · {label}")
    dialog.close()


def test_a_run_from_the_dialog_ends_with_the_report_in_the_viewer_and_the_layer_in_its_group(provider, results, tmp_path):
    """In the background, as QGIS runs algorithms."""
    from processing.gui.AlgorithmDialog import AlgorithmDialog
    from qgis.core import QgsProject
    from qgis.PyQt.QtCore import QCoreApplication

    QgsProject.instance().clear()
    ground = rough_ground(60, 60)
    stack = make_raster(tmp_path / "stack.tif", ground, names=["altitude"])
    inventory = make_layer(tmp_path / "slides.gpkg", [square(500_100, 3_999_600, 120)])
    dialog = AlgorithmDialog(provider.algorithm("frequencyratio").create(), False, None)
    report, given = tmp_path / "report.html", {"FACTORS": stack, "INVENTORY": inventory}
    dialog.setParameters(given | {"REPORT": str(report), "OUTPUT": "TEMPORARY_OUTPUT"})
    dialog.runAlgorithm()
    limit = time.monotonic() + 120
    while not results.getResults() and time.monotonic() < limit:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    (listed,) = results.getResults()
    assert listed.filename == str(report) and report.stat().st_size > 10_000
    (shown,) = QgsProject.instance().mapLayers().values()
    assert shown.name() == "Frequency ratios · stack"
    group = QgsProject.instance().layerTreeRoot().findLayer(shown.id()).parent()
    assert group.name() == "4 Factor analysis"
    assert shown.renderer().type() == "singlebandpseudocolor"
    dialog.close()
    QgsProject.instance().clear()
