"""Where packages shall come from: the build of PyTorch, a proxy, a folder of wheels."""

import sys
from pathlib import Path
from urllib.parse import quote

from qgis.core import QgsSettings
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QGroupBox, QLineEdit, QWidget

from ...packages.hardware import nvidia_cards, suggested_build
from ...packages.sources import CUDA_VERSIONS, Sources, pytorch_index
from ...processing_provider.language import tr


class SourceOptions(QGroupBox):
    """The choices of an installation; ``changed`` says that one has been made."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget):
        super().__init__(tr("Where packages come from"), parent)
        self.build = QComboBox()
        for label, build in builds():
            self.build.addItem(label, build)
        self.build.setCurrentIndex(max(self.build.findData(suggested_build(nvidia_cards())), 0))
        self.proxy = QLineEdit(proxy_of_qgis())
        self.proxy.setPlaceholderText(tr("none, or such as http://proxy.example:3128"))
        self.wheels = QgsFileWidget()
        self.wheels.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.wheels.setDialogTitle(tr("Folder of wheels"))
        self.wheels.lineEdit().setPlaceholderText(tr("none, or a folder with .whl files to install without a network"))
        rows = QFormLayout(self)
        rows.addRow(tr("PyTorch for"), self.build)
        rows.addRow(tr("Proxy"), self.proxy)
        rows.addRow(tr("Folder of wheels"), self.wheels)
        self.build.currentIndexChanged.connect(self._tell)
        self.proxy.textChanged.connect(self._tell)
        self.wheels.fileChanged.connect(self._tell)

    def sources(self) -> Sources:
        """Return what is chosen."""
        build, wheels = self.build.currentData(), self.wheels.filePath().strip()
        return Sources(pytorch_index(build) if build else "", self.proxy.text().strip(), Path(wheels) if wheels else None)

    def _tell(self) -> None:
        offline = bool(self.wheels.filePath().strip())
        self.build.setEnabled(not offline)
        self.proxy.setEnabled(not offline)
        self.changed.emit()


def builds(platform: str = sys.platform) -> list[tuple[str, str]]:
    """Return the builds of PyTorch to choose from as (label, build)."""
    if platform == "darwin":
        return [(tr("this Mac (the one build there is)"), "")]
    cuda = [(tr("NVIDIA cards, CUDA {version}").format(version=version), version) for version in CUDA_VERSIONS]
    return [(tr("the processor alone (CPU)"), "cpu"), *cuda, (tr("whatever pip's usual index has"), "")]


def proxy_of_qgis() -> str:
    """Return the proxy set in QGIS's own options as an address, empty where there is none."""
    settings = QgsSettings()
    host = settings.value("proxy/proxyHost", "", type=str)
    if not settings.value("proxy/proxyEnabled", False, type=bool) or not host:
        return ""
    kind = settings.value("proxy/proxyType", "", type=str)
    scheme = "socks5" if kind == "Socks5Proxy" else "http"
    user, password, port = (settings.value(f"proxy/proxy{part}", "", type=str) for part in ("User", "Password", "Port"))
    login = f"{quote(user, safe='')}:{quote(password, safe='')}@" if user else ""
    return f"{scheme}://{login}{host}" + (f":{port}" if port else "")
