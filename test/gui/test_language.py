"""The plugin in another language: texts are complete, values find their way into translated sentences."""

import importlib.util
import re
from collections import Counter

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.packages import catalogue
from landslide_toolbox.processing_provider import language, sentences

ROOT = language.FOLDER.parent
PLACES = re.compile(r"%\d+|\{\w+\}")


@pytest.fixture(scope="module")
def translations(provider):
    """scripts/translations.py as a module."""
    specification = importlib.util.spec_from_file_location("translations", ROOT / "scripts" / "translations.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def chinese(provider):
    """Simplified Chinese for the length of a test."""
    translator = QTranslator()
    assert translator.load(str(language.FOLDER / "landslide_toolbox_zh_CN.qm"))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_the_translation_files_hold_the_texts_of_the_plugin(translations):
    """Mend with: bash scripts/translations.sh"""
    texts = translations.sources()
    assert len(texts) > 500
    for name in translations.LANGUAGES:
        assert list(translations.translations(name)) == texts


def test_every_text_has_a_translation_with_the_same_values(translations):
    known = translations.translations("zh_CN")
    assert [text for text, translation in known.items() if not translation] == []
    differing = [t for t, translation in known.items() if Counter(PLACES.findall(t)) != Counter(PLACES.findall(translation))]
    assert differing == []


def test_the_compiled_file_is_that_of_the_texts(translations, chinese):
    for text, translation in translations.translations("zh_CN").items():
        assert language.tr(text) == (translation or text)


def test_labels_and_help_are_translated(chinese, provider):
    algorithm = provider.algorithm("terrainfactors").create()
    assert algorithm.displayName() == "地形因子"
    assert algorithm.group() == "3 条件因子"
    assert all(re.search("[一-鿿]", definition.help()) for definition in algorithm.parameterDefinitions())


def test_the_first_sentence_of_the_help_ends_with_one_full_stop(chinese, provider):
    said = [algorithm.shortDescription() for algorithm in provider.algorithms()]
    assert [text for text in said if text.count("。") != 1 or not text.endswith("。")] == []


def test_what_a_missing_package_is_needed_for_is_said_before_the_dialog_opens(chinese, provider, monkeypatch):
    monkeypatch.setitem(catalogue.PACKAGES, "onnx", catalogue.Package("onnx", "no_such_module", "every calculation"))
    possible, reason = provider.algorithm("exportmodel").create().canExecute()
    assert not possible
    assert reason.startswith("软件包 onnx（用于") and "安装" in reason and "is not installed" not in reason


def test_a_sentence_keeps_its_values(chinese):
    problem = InputError(
        "DEM", "dem.tif", 'has no coordinate reference system; give it one with "Assign projection" and run again'
    )
    said = sentences.translated_problem(problem)
    assert said.startswith("DEM (dem.tif) ") and said.endswith("。") and "坐标" in said
    assert sentences.translated("12 depressions were filled") == "已填平 12 个洼地"
    assert sentences.translated("Nobody wrote this sentence.") == "Nobody wrote this sentence."


def test_english_stays_as_it_is(provider):
    assert sentences.translated("12 depressions were filled.") == "12 depressions were filled."
    problem = InputError("DEM", "a.tif", "is damaged (no header); replace the file")
    assert sentences.translated_problem(problem) == str(problem) == "DEM (a.tif) is damaged (no header); replace the file."


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("zh_CN", "landslide_toolbox_zh_CN"),
        ("zh-Hans", "landslide_toolbox_zh_CN"),
        ("zh", "landslide_toolbox_zh_CN"),
        ("zh_TW", None),
        ("zh-Hant", None),
        ("en_US", None),
        ("de", None),
    ],
)
def test_a_locale_finds_its_translation(locale, name):
    assert language.translation_name(locale) == name
