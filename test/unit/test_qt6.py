"""The plugin beside Qt 6: every module is imported with PyQt6, every name of Qt and QGIS followed (see ``test/qt6``)."""

import os
import subprocess
import sys
from importlib.util import find_spec

import pytest

from support import ROOT

TOOLS = ROOT / "test" / "qt6"
ROOMS = ["__init__.py", "plugin.py", "ui", "processing_provider", "algorithms"]

pytestmark = pytest.mark.skipif(find_spec("PyQt6") is None, reason="PyQt6 is not installed")


def run(script, *arguments):
    command = [sys.executable, "-W", "ignore", str(TOOLS / script), *map(str, arguments)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def description(tmp_path_factory):
    """What the QGIS installed here offers, as JSON."""
    path = tmp_path_factory.mktemp("qgis") / "description.json"
    path.write_text(run("describe_qgis.py"), encoding="utf-8")
    return path


def test_everything_is_ready_for_qt_6(description):
    files = [f for room in ROOMS for f in ([ROOT / room] if room.endswith(".py") else sorted((ROOT / room).rglob("*.py")))]
    assert len(files) > 40
    printed = run("check.py", description, ROOT, *(file.relative_to(ROOT) for file in files))
    assert printed.splitlines() == [f"{len(files)} files checked"]


REFUSED = [
    ("from qgis.PyQt.QtCore import Qt\nSIDE = Qt.AlignLeft", "Qt.AlignLeft"),
    ("from qgis.PyQt.QtCore import Qt\ndef f():\n    return Qt.AlignLeft", "Qt.AlignLeft"),
    ("from qgis.PyQt.QtWidgets import QMessageBox\ndef f(answer):\n    return answer == QMessageBox.Yes", "QMessageBox.Yes"),
    (
        "from qgis.PyQt import QtWidgets\ndef f():\n    return QtWidgets.QSizePolicy.Expanding",
        "QtWidgets.QSizePolicy.Expanding",
    ),
    ("from qgis.PyQt.QtCore import QVariant\ndef f():\n    return QVariant.Int", "QVariant.Int"),
    ("from qgis.PyQt.QtCore import QRegExp", "QRegExp"),
    ("def f():\n    from qgis.PyQt.QtWidgets import QDesktopWidget", "QDesktopWidget"),
    ("def f():\n    from qgis.PyQt.QtWebKitWidgets import QWebView", "QWebView"),
    ("def f(dialog):\n    dialog.exec_()", "dialog.exec_"),
    ("def f(make):\n    make().exec_()", ".exec_"),
    ("from qgis.core import QgsProcessing\ndef f():\n    return QgsProcessing.TypeVector", "QgsProcessing.TypeVector"),
    ("from qgis.core import QgsProcessingParameterNumber as Number\nKIND = Number.Integer", "Number.Integer"),
    ("from qgis.core import QgsMapLayer\ndef f():\n    return QgsMapLayer.nonsense()", "QgsMapLayer.nonsense"),
    ("def f():\n    from processing.gui.RenderingStyles import Nonsense", "Nonsense"),
    ("def f(parameter):\n    return parameter.flags() & parameter.FlagAdvanced", "parameter.FlagAdvanced"),
    ("class A:\n    def f(self):\n        return self.FlagNoThreading", "self.FlagNoThreading"),
]

WELL = """
from qgis.core import Qgis, QgsProcessing, QgsProcessingAlgorithm, QgsProcessingParameterNumber, QgsVectorFileWriter
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import NULL, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QDialog, QMessageBox
from processing.core.ProcessingConfig import ProcessingConfig
import numpy
KEPT = ProcessingConfig.getSetting
SIDES = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
KINDS = [QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessingParameterNumber.Type.Integer, Qgis.MessageLevel.Warning]
class Dialog(QDialog):
    changed = pyqtSignal(str)
    class Field(QgsFileWidget):
        mode = QgsFileWidget.StorageMode.GetFile
    def run(self, parameter):
        flags = QgsProcessingAlgorithm.Flag.FlagNoThreading
        QgsVectorFileWriter.SaveVectorOptions().layerName
        return self.exec() == QMessageBox.StandardButton.Yes and parameter.Flag.FlagAdvanced and numpy.Inf
"""


@pytest.fixture(scope="module")
def findings(description, tmp_path_factory):
    """What is found in a plugin that has each piece of REFUSED as a module, and one that is well."""
    folder = tmp_path_factory.mktemp("plugin")
    pieces = {"__init__": "", "well": WELL} | {f"piece_{number}": code for number, (code, _) in enumerate(REFUSED)}
    for name, code in pieces.items():
        (folder / f"{name}.py").write_text(code, encoding="utf-8")
    return run("check.py", description, folder, *(f"{name}.py" for name in pieces)).splitlines()


@pytest.mark.parametrize("number", range(len(REFUSED)))
def test_what_qt_6_lacks_is_found(findings, number):
    _, named = REFUSED[number]
    found = [line for line in findings if line.startswith(f"piece_{number}.py:")]
    assert found and any(named in line for line in found), findings


def test_what_both_have_is_not_refused(findings):
    assert [line for line in findings if not line.startswith("piece_")] == [f"{len(REFUSED) + 2} files checked"]
