"""The dialog Install packages…: what is there, what would be installed and where, and the log while it happens."""

import importlib
import sys
from collections.abc import Callable
from html import escape

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QCloseEvent, QShowEvent
from qgis.PyQt.QtWidgets import QMessageBox

from ...core.errors import ToolboxError
from ...core.progress import ShouldStop
from ...packages.catalogue import PACKAGES
from ...packages.installation import install, remove
from ...packages.looking import State, look
from ...packages.places import environments, in_home, loaded_elsewhere, new_environment, use_environment
from ...packages.plan import REQUIREMENTS, Plan
from ...packages.qgis_python import find_qgis_python
from ...packages.state import MISSING
from ...processing_provider.dependencies import packages_folder
from ...processing_provider.language import tr
from ...processing_provider.sentences import translated, translated_problem
from .background import Background, Tell
from .window import InstallerWindow

MILLISECONDS_BETWEEN_LOOKS = 100


class InstallerDialog(InstallerWindow):
    """Shows the packages and, when asked, installs or removes them; nothing happens before a button is pressed."""

    def __init__(self, iface: QgisInterface):
        super().__init__(iface.mainWindow())
        self._iface = iface
        self._folder = packages_folder()
        self._background: Background | None = None
        self._on_told: Callable[[object], None] = self.log.appendPlainText
        self._on_end: Callable[[], None] = self.look
        self._timer = QTimer(self)
        self._timer.setInterval(MILLISECONDS_BETWEEN_LOOKS)
        self._timer.timeout.connect(self._look_at_background)
        self._unusable: list[State] = []
        self.requirements = REQUIREMENTS
        self.options.changed.connect(self.show_plan)
        self.install_button.clicked.connect(self.install)
        self.cancel_button.clicked.connect(self.cancel)
        self.remove_button.clicked.connect(self.remove)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the packages each time the dialog opens."""
        super().showEvent(event)
        if self._background is None and not event.spontaneous():  # which restoring a minimised window is
            self.show_plan()
            self.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let work go on when the user closes the window; end it when QGIS ends or the plugin is switched off."""
        if self._background is not None and not event.spontaneous():
            self._background.cancel()
            self._background.join()
            self._look_at_background()
        super().closeEvent(event)

    def show_plan(self) -> None:
        """Show what Install would do, or why it cannot."""
        try:
            plan = self._plan()
            plan.sources.check()
            self.plan.setText("\n".join(map(translated, plan.lines())))
        except ToolboxError as problem:
            self.plan.setText(translated_problem(problem))
            self.install_button.setEnabled(False)
        else:
            self.install_button.setEnabled(self._background is None)
        self.remove_button.setEnabled(self._background is None and bool(environments(self._folder)))

    def look(self, note: str = "") -> None:
        """Find out which packages are there, missing or broken; ``note`` stays before the summary."""
        self.table.forget()
        self._unusable = []
        places = list(sys.path)

        def work(tell: Tell, should_stop: ShouldStop) -> None:
            look(find_qgis_python(), places, tell, should_stop)

        def ended() -> None:
            self.say(" ".join([note, self._summary()]).strip())

        self._start(tr("Looking at the packages …"), work, self._show_state, ended)

    def install(self) -> None:
        """Do what the plan says."""
        plan = self._plan()
        self.log.clear()
        self.log_group.show()

        def work(tell: Tell, should_stop: ShouldStop) -> None:
            install(plan, tell, should_stop)

        self._start(tr("Installing …"), work, self.log.appendPlainText, self._installed)

    def remove(self) -> None:
        """Remove the environment, after asking."""
        names = ", ".join(in_home(path) for path in environments(self._folder))
        question = tr("Remove {folder} with all packages in it?").format(folder=names)
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        if QMessageBox.question(self, self.windowTitle(), question, yes | no) == yes:
            self._start(tr("Removing …"), lambda *_: remove(self._folder), self.log.appendPlainText, self._removed)
            self.cancel_button.setEnabled(False)  # what is half removed is of no use

    def cancel(self) -> None:
        """Ask the running work to stop."""
        if self._background is not None:
            self._background.cancel()
            self.cancel_button.setEnabled(False)

    # what happens beside the window, and when it ends

    def _start(
        self, doing: str, work: Callable[[Tell, ShouldStop], None], on_told: Callable, on_end: Callable[[], None]
    ) -> None:
        self._background = Background(work)
        self._on_told, self._on_end = on_told, on_end
        self.set_busy(True)
        self.say(doing)
        self._background.start()
        self._timer.start()

    def _look_at_background(self) -> None:
        background = self._background
        has_ended = not background.is_alive()
        for thing in background.told():
            self._on_told(thing)
        if has_ended:
            self._timer.stop()
            self._background = None
            self.set_busy(False)
            self.show_plan()
            self._finish(background)

    def _finish(self, background: Background) -> None:
        if background.cancelled:
            self.say(tr("Cancelled: nothing was changed."))
        elif background.problem:
            self._say_everywhere(background.problem)
        else:
            self._on_end()

    def _installed(self) -> None:
        environment = use_environment(self._folder)
        importlib.invalidate_caches()
        elsewhere = loaded_elsewhere(environment, sys.modules)
        note = tr("The packages are installed and can be used now.")
        if elsewhere:
            note = tr("The packages are installed; restart QGIS, which still uses other versions of: {names}.")
            note = note.format(names=", ".join(elsewhere))
        self._say_everywhere(note)
        self.look(note)

    def _removed(self) -> None:
        use_environment(self._folder)
        importlib.invalidate_caches()
        self.look(tr("The environment is removed; what QGIS has loaded of it stays until it is restarted."))

    def _say_everywhere(self, text: str) -> None:
        """Say how work has ended, also in QGIS's window where this one is closed."""
        self.say(text)
        if not self.isVisible():
            self._iface.messageBar().pushMessage("Landslide Toolbox", escape(text, quote=False))

    def _plan(self) -> Plan:
        return Plan(new_environment(self._folder), find_qgis_python(), self.options.sources(), self.requirements)

    def _show_state(self, state: State) -> None:
        self.table.show_state(state)
        self._unusable += [state] if state.problem else []

    def _summary(self) -> str:
        if not self._unusable:
            return tr("Every package works.")
        text = tr("{count} of {total} packages cannot be used.").format(count=len(self._unusable), total=len(PACKAGES))
        broken = [f"{state.name} {translated(state.problem)}" for state in self._unusable if state.problem != MISSING]
        return "\n".join([text, *broken])
