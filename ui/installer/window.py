"""The widgets of the dialog Install packages… and how they lie."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from ...processing_provider.language import tr
from .options import SourceOptions
from .table import PackageTable


class InstallerWindow(QDialog):
    """The table of packages, the choices, what Install will do, the log and the buttons."""

    def __init__(self, parent: QWidget):
        super().__init__(parent)
        self.setWindowTitle(tr("Landslide Toolbox: packages"))
        self.resize(900, 760)
        self.table = PackageTable(self)
        self.options = SourceOptions(self)
        self.plan = _plain_label()
        self.log = _log()
        self.status = _plain_label()
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.log_group = _group(tr("Log"), self.log)
        self.log_group.hide()  # until there is one
        layout = QVBoxLayout(self)
        layout.addWidget(self.table, 3)
        layout.addWidget(self.options)
        layout.addWidget(_group(tr("What Install will do"), self.plan))
        layout.addWidget(self.log_group, 2)
        for widget in (self.status, self.busy, self._buttons()):
            layout.addWidget(widget)
        self.set_busy(False)

    def say(self, text: str) -> None:
        """Show one sentence on how things are."""
        self.status.setText(text)

    def set_busy(self, busy: bool) -> None:
        """Show that something goes on, and offer only what can be done meanwhile."""
        self.busy.setVisible(busy)
        self.options.setEnabled(not busy)
        self.cancel_button.setEnabled(busy)
        self.install_button.setEnabled(not busy)
        self.remove_button.setEnabled(not busy)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.install_button = buttons.addButton(tr("Install"), role)
        self.cancel_button = buttons.addButton(tr("Cancel"), role)
        self.remove_button = buttons.addButton(tr("Remove environment…"), role)
        for button in (self.install_button, self.cancel_button, self.remove_button):
            button.setAutoDefault(False)  # Enter in a field presses none of them
        buttons.addButton(QDialogButtonBox.StandardButton.Close).clicked.connect(self.hide)
        return buttons


def _plain_label() -> QLabel:
    """Return a label for texts with paths and messages of programs: shown as they are, and to copy."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _log() -> QPlainTextEdit:
    log = QPlainTextEdit()
    log.setReadOnly(True)
    log.setMinimumHeight(140)
    log.setMaximumBlockCount(5000)
    log.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    log.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    return log


def _group(title: str, content: QWidget) -> QGroupBox:
    group = QGroupBox(title)
    QVBoxLayout(group).addWidget(content)
    return group
