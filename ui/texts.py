"""Texts in the user's language."""

from qgis.PyQt.QtCore import QCoreApplication


def tr(text: str) -> str:
    """Return the text in the user's language, from the plugin's own context."""
    return QCoreApplication.translate("LandslideToolbox", text)
