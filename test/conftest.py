"""Makes the repository importable as ``landslide_toolbox``; starts QGIS when asked."""

import importlib
import os

import pytest
import toolbox  # noqa: F401


@pytest.fixture(autouse=True)
def coarse_pictures(monkeypatch):
    """Draw the pictures beside reports coarsely: in print quality they would take half of the time of a report."""
    monkeypatch.setattr(importlib.import_module("landslide_toolbox.core.report"), "KEPT_DOTS_PER_INCH", 40)


@pytest.fixture(scope="session")
def provider(tmp_path_factory):
    """Start QGIS once, with settings of its own instead of the user's, and return the registered provider."""
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(tmp_path_factory.mktemp("profile"))
    from qgis.core import QgsApplication

    application = QgsApplication([], True)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    from landslide_toolbox.processing_provider.provider import LandslideProvider

    provider = LandslideProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider(provider)
