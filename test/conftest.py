"""Makes the repository importable as ``landslide_toolbox``, whatever its folder is called; starts QGIS when asked."""

import importlib
import importlib.util
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

if "landslide_toolbox" not in sys.modules:
    specification = importlib.util.spec_from_file_location(
        "landslide_toolbox", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(specification)
    sys.modules["landslide_toolbox"] = package
    specification.loader.exec_module(package)
    importlib.import_module("landslide_toolbox.core")  # before torch, as in QGIS: it says how threads wait


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
