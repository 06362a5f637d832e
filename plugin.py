"""The plugin's entry point: registers the Processing provider with QGIS."""

import signal
import threading

from qgis.core import QgsApplication

from .packages.places import use_environment
from .processing_provider.dependencies import packages_folder
from .processing_provider.language import install_translator, remove_translator
from .processing_provider.provider import LandslideProvider


class LandslideToolbox:
    """Adds the ``landslide`` provider to QGIS and takes it away again."""

    def __init__(self, iface):
        self.iface = iface
        self.provider: LandslideProvider | None = None
        self.translator = None
        self.menu = None
        self.runs = None

    def initProcessing(self) -> None:
        """Register the provider; qgis_process calls this one instead of initGui."""
        _end_cleanly_when_terminated()
        self.translator = install_translator()
        use_environment(packages_folder())
        self.provider = LandslideProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Register the provider, add the menu and keep what algorithms make when QGIS starts with its windows."""
        from .ui.menu import ENTRIES, Menu  # qgis_process has no windows
        from .ui.workflow.entry import workflow_entry
        from .ui.workflow.project_runs import ProjectRuns

        self.initProcessing()
        self.runs = ProjectRuns()
        self.menu = Menu(self.iface, (workflow_entry(self.runs), *ENTRIES))

    def unload(self) -> None:
        """Take menu and provider away when the plugin is switched off."""
        if self.menu is not None:
            self.menu.remove()
            self.menu = None
        if self.runs is not None:
            self.runs.close()
            self.runs = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        remove_translator(self.translator)
        self.translator = None


def _end_cleanly_when_terminated() -> None:
    """Let ``kill`` end qgis_process as Ctrl+C does, which QGIS takes for Cancel: unfinished files are removed."""
    if QgsApplication.platform() == "qgis_process" and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
