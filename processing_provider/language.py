"""The plugin's texts in the user's language; ``i18n/`` holds the translations, ``scripts/translations.py`` makes them."""

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .metadata import PLUGIN_FOLDER

CONTEXT = "LandslideToolbox"
FOLDER = PLUGIN_FOLDER / "i18n"


def tr(text: str) -> str:
    """Return the text in the user's language, as it is where there is no translation."""
    return QCoreApplication.translate(CONTEXT, text)


def to_translate(text: str) -> str:
    """Mark a text that is kept in a table and goes through ``tr`` where it is shown."""
    return text


def translation_name(locale: str) -> str | None:
    """Return the name of the translation for a locale such as ``zh_CN``, ``zh-Hans`` or ``de_AT``; None when there is none."""
    language, _, variant = locale.replace("-", "_").partition("_")
    written_simply = variant.lower() in ("", "cn", "sg") or variant.lower().startswith("hans")
    if language == "zh":
        return "landslide_toolbox_zh_CN" if written_simply else None
    name = f"landslide_toolbox_{language}"
    return name if (FOLDER / f"{name}.qm").exists() else None


def install_translator() -> QTranslator | None:
    """Make ``tr`` speak the language QGIS is set to; return what has to be kept until ``remove_translator``."""
    name = translation_name(QgsApplication.locale())
    if name is None:
        return None
    translator = QTranslator()
    if not translator.load(str(FOLDER / f"{name}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove_translator(translator: QTranslator | None) -> None:
    """Take back what ``install_translator`` returned."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
