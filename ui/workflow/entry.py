"""The workflow panel's entry in the menu; the panel itself is loaded when it is opened for the first time."""

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QWidget

from ...processing_provider.language import to_translate
from ..menu import Entry
from .project_runs import ProjectRuns

SETTING = "landslide_toolbox/workflow_panel"


def workflow_entry(runs: ProjectRuns) -> Entry:
    """Return the entry that opens the panel, beside Processing's toolbox where that is open."""

    def make_panel(iface: QgisInterface) -> QWidget:
        from .panel import WorkflowPanel

        panel = WorkflowPanel(iface, runs)
        iface.addTabifiedDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel, ["ProcessingToolbox"], True)
        return panel

    return Entry(to_translate("Workflow panel"), make_panel, SETTING)
