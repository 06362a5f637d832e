"""The dock of the workflow: the steps in order, how far each is, and a button that opens the next with its inputs filled in."""

from html import escape

from qgis.core import QgsApplication, QgsProcessingAlgorithm
from qgis.gui import QgisInterface, QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QTextOption
from qgis.PyQt.QtWidgets import (
    QDialog,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...processing_provider.language import tr
from ...processing_provider.stages import STAGES
from .description import page_of, sentence_of, word_for
from .project_runs import ProjectRuns
from .standing import Standing, State, standing_of
from .steps import WORKFLOW, Step

ICONS = {
    State.WAITING: "/mTaskQueued.svg",
    State.READY: "/mActionStart.svg",
    State.DONE: "/mIconSuccess.svg",
    State.OUTDATED: "/mIconWarning.svg",
    State.GONE: "/mIconWarning.svg",
}


class WorkflowPanel(QgsDockWidget):
    """Lists the steps and opens their dialogs."""

    def __init__(self, iface: QgisInterface, runs: ProjectRuns):
        super().__init__(tr("Landslide workflow"), iface.mainWindow())
        self.setObjectName("LandslideToolboxWorkflow")
        self._iface = iface
        self._runs = runs
        self._items: dict[str, QTreeWidgetItem] = {}
        self._dialogs: dict[int, QDialog] = {}
        registry = QgsApplication.processingRegistry()
        self._steps = {step.algorithm: step for steps in WORKFLOW.values() for step in steps}
        # copies of its own: those of the provider end when it reads its algorithms again
        self._algorithms = {name: registry.createAlgorithmById(f"landslide:{name}") for name in self._steps}
        self._labels = {name: algorithm.displayName() for name, algorithm in self._algorithms.items()}
        self._tree, self._page, self._button = self._new_tree(), self._new_page(), QPushButton()
        self._button.clicked.connect(self.open_step)
        self.setWidget(self._arranged())
        self._tree.setCurrentItem(next(iter(self._items.values())))
        self._tree.currentItemChanged.connect(self._show_step)
        self._tree.itemActivated.connect(self.open_step)
        runs.changed.connect(self.refresh)
        self.visibilityChanged.connect(self.refresh)  # files may have been deleted meanwhile
        self.refresh()

    def refresh(self) -> None:
        """Say again how far each step is."""
        for name, item in self._items.items():
            standing = self._standing(name)
            item.setText(1, word_for(standing.state))
            item.setToolTip(1, sentence_of(standing))
            item.setIcon(0, QgsApplication.getThemeIcon(ICONS[standing.state]))
        self._show_step()

    def select(self, name: str) -> None:
        """Go to the step of an algorithm."""
        self._tree.setCurrentItem(self._items[name])

    def open_step(self) -> QDialog | None:
        """Open the dialog of the selected step, filled in with what earlier steps have made; None when it cannot run."""
        import processing

        name = self._selected()
        if name is None:
            return None
        can_run, reason = self._algorithms[name].canExecute()
        if not can_run:
            self._iface.messageBar().pushWarning(self._labels[name], escape(reason, quote=False))
            return None
        dialog = processing.createAlgorithmDialog(f"landslide:{name}", self._standing(name).parameters())
        key = id(dialog)
        self._dialogs[key] = dialog  # QGIS needs the Python object for as long as the dialog is open
        dialog.destroyed.connect(lambda: self._dialogs.pop(key, None))
        dialog.show()
        return dialog

    def _standing(self, name: str) -> Standing:
        return standing_of(self._steps[name], self._algorithms[name], self._runs.runs)

    def _selected(self) -> str | None:
        item = self._tree.currentItem()
        return item.data(0, Qt.ItemDataRole.UserRole) if item else None

    def _show_step(self) -> None:
        name = self._selected()
        self._button.setEnabled(name is not None)
        self._button.setText(tr("Open {step}…").format(step=self._labels[name]) if name else tr("Open…"))
        self._page.setHtml(page_of(self._algorithms[name], self._standing(name), self._labels) if name else "")

    def _new_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(tr("Steps of the landslide workflow"))
        tree.setHeaderLabels([tr("Step"), tr("State")])
        tree.setIndentation(tree.indentation() // 2)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for stage, steps in WORKFLOW.items():
            group = QTreeWidgetItem(tree, [tr(STAGES[stage])])
            group.setFirstColumnSpanned(True)
            group.setExpanded(True)
            for step in steps:
                self._items[step.algorithm] = self._new_item(group, step)
        return tree

    def _new_item(self, group: QTreeWidgetItem, step: Step) -> QTreeWidgetItem:
        algorithm: QgsProcessingAlgorithm = self._algorithms[step.algorithm]
        item = QTreeWidgetItem(group, [algorithm.displayName()])
        item.setData(0, Qt.ItemDataRole.UserRole, step.algorithm)
        item.setToolTip(0, algorithm.shortDescription())
        return item

    def _new_page(self) -> QTextBrowser:
        page = QTextBrowser()
        page.setAccessibleName(tr("What the selected step needs and has made"))
        page.document().setIndentWidth(page.fontMetrics().averageCharWidth() * 2)
        page.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return page

    def _arranged(self) -> QWidget:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self._tree)
        splitter.addWidget(self._page)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.addWidget(splitter)
        layout.addWidget(self._button)
        return whole
