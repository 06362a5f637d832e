"""The dialog of an algorithm: Processing's own, rearranged and completed where the algorithm's hints ask for it."""

from qgis.core import Qgis, QgsMessageLog, QgsProcessingAlgorithm
from qgis.PyQt.QtWidgets import QDialog, QWidget

from ...processing_provider.language import tr
from .examples import show_examples
from .fields import offer_fields
from .fitting_layers import choose_fitting_layers
from .headings import put_under_headings
from .model_card import show_model_cards
from .model_files import keep_model_files
from .names import offer_names
from .panel import Panel
from .unused import grey_out_unused

COMPLETIONS = (
    keep_model_files,
    put_under_headings,
    show_model_cards,
    offer_names,
    show_examples,
    offer_fields,
    grey_out_unused,
    choose_fitting_layers,
)


def toolbox_dialog(algorithm: QgsProcessingAlgorithm, parent: QWidget | None) -> QDialog | None:
    """Return the dialog of an algorithm; None, and a line in the log, where QGIS builds its dialogs in an unknown way."""
    dialog = None
    try:
        from processing.gui.AlgorithmDialog import AlgorithmDialog

        dialog = AlgorithmDialog(algorithm.create(), False, parent)
        panel = Panel(dialog)
        for complete in COMPLETIONS:
            complete(panel)
        return dialog
    except Exception as problem:  # whatever a QGIS to come does otherwise, its own dialog serves
        if dialog is not None:
            dialog.deleteLater()
        text = tr("{name} opens in the plain dialog of QGIS ({problem}).")
        message = text.format(name=algorithm.displayName(), problem=f"{type(problem).__name__}: {problem}")
        QgsMessageLog.logMessage(message, "Landslide Toolbox", Qgis.MessageLevel.Warning)
        return None
