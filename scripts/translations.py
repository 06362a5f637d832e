"""Brings ``i18n/`` up to date with the texts of the plugin and compiles the translations with Qt's lrelease.

    bash scripts/translations.sh             update the .ts files and write the .qm files
    bash scripts/translations.sh --missing   print what has no translation into Chinese yet, as a JSON list
    bash scripts/translations.sh FILE.json   the same as without, and take Chinese translations from {English: Chinese}

Texts come from the algorithms themselves (labels, help, parameters), from ``tr("…")`` and ``to_translate("…")`` in the
plugin's code, and from the sentences that core, models, packages and algorithms write around values, as patterns with %1, %2 …
Reports and figures are in English. Translations that stand in the .ts files are kept.
"""

import ast
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "i18n"
LANGUAGES = ("en", "zh_CN")
CONTEXT = "LandslideToolbox"
MARKS = {"tr", "to_translate"}
SAYING = {"progress", "track", "info", "warn"}
"""Calls whose texts are shown however short they are."""
WRITTEN_IN_ENGLISH = re.compile(r"report|figures|provenance|study_area|samples_table|__main__")
"""Modules that write reports, metadata or in a terminal; of these only what is said as progress is translated."""
LETTERS = re.compile(r"[A-Za-z]{2,}")


def sources() -> list[str]:
    """Return every text of the plugin, each once, sorted."""
    whole = {*texts_of_algorithms(), *marked_texts()}
    parts = {*sentences()} - {text.removesuffix(".") for text in whole}
    return sorted(text for text in whole | parts if LETTERS.search(text) or text == ".")


def texts_of_algorithms() -> Iterator[str]:
    """Yield labels, help and groups of all algorithms, with their parameters and outputs, as they are in English."""
    from landslide_toolbox.packages.catalogue import PACKAGES
    from landslide_toolbox.processing_provider.dialog_hints import hints_of
    from landslide_toolbox.processing_provider.provider import algorithm_classes
    from landslide_toolbox.processing_provider.stages import STAGES

    yield from STAGES.values()
    yield from (package.purpose for package in PACKAGES.values())
    for algorithm in algorithm_classes():
        yield algorithm.LABEL
        yield algorithm.SUMMARY
        one = algorithm()
        one.initAlgorithm()
        for definition in one.parameterDefinitions():
            yield definition.description()
            yield definition.help()
            yield hints_of(definition).get("heading", "")
        for output in one.outputDefinitions():
            # others are called as their parameters, and reports after their algorithm
            if one.parameterDefinition(output.name()) is None:
                yield output.description()


def marked_texts() -> Iterator[str]:
    """Yield the texts in ``tr("…")`` and ``to_translate("…")``."""
    for _, tree in _modules("ui", "processing_provider", "algorithms"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node) in MARKS and node.args and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value


def sentences() -> Iterator[str]:
    """Yield patterns of the sentences: literals of three words or more, and what is said as progress."""
    for path, tree in _modules("core", "models", "packages", "algorithms", "processing_provider"):
        only_said = WRITTEN_IN_ENGLISH.search(path)
        skipped = {id(node) for node in _silent(tree)}
        said = {
            id(text) for call in ast.walk(tree) if isinstance(call, ast.Call) and _name(call) in SAYING for text in call.args
        }
        for node in ast.walk(tree):
            text = None if id(node) in skipped else _pattern(node)
            if text and (id(node) in said or (not only_said and _is_sentence(text))):
                yield text.removesuffix(".")


def _modules(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def _is_sentence(text: str) -> bool:
    """Three words or more, and neither HTML, a projection, a regular expression nor Python."""
    return (
        " " in text
        and len(LETTERS.findall(text)) >= 3
        and not any(mark in text for mark in ("<", "+proj", "|", "\\", "\nimport"))
    )


def _silent(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield docstrings, types written as texts, and the pieces of f-strings, which are taken as a whole."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif annotation := getattr(node, "annotation", None) or getattr(node, "returns", None):
            yield from ast.walk(annotation)
        elif isinstance(node, ast.JoinedStr):
            yield from (piece for piece in ast.walk(node) if piece is not node)


def _name(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _pattern(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    places = iter(range(1, 100))
    return "".join(piece.value if isinstance(piece, ast.Constant) else f"%{next(places)}" for piece in node.values)


def translations(language: str) -> dict[str, str]:
    """Return source → translation of a .ts file; empty when there is none."""
    path = FOLDER / f"landslide_toolbox_{language}.ts"
    if not path.exists():
        return {}
    return {
        message.findtext("source"): message.findtext("translation") or "" for message in ElementTree.parse(path).iter("message")
    }


def write(language: str, texts: list[str], known: dict[str, str]) -> None:
    """Write the .ts file of a language with a message for each text."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text in texts:
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        translation.text = known.get(text, "")
        if not translation.text:
            translation.set("type", "unfinished")
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    path = FOLDER / f"landslide_toolbox_{language}.ts"
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def compile_all() -> None:
    """Write the .qm files, which QGIS reads."""
    lrelease = shutil.which("lrelease")
    if lrelease is None:
        sys.exit("lrelease is not installed, so the .qm files are not made; install qttools5-dev-tools and run again.")
    for language in LANGUAGES[1:]:
        subprocess.run([lrelease, "-silent", str(FOLDER / f"landslide_toolbox_{language}.ts")], check=True)


def main() -> None:
    import algorithm_pages

    algorithm_pages.load_toolbox()
    texts = sources()
    if "--missing" in sys.argv:
        known = translations(LANGUAGES[1])
        print(json.dumps([text for text in texts if not known.get(text)], ensure_ascii=False, indent=0))
        return
    FOLDER.mkdir(exist_ok=True)
    taken = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")) if len(sys.argv) > 1 else {}
    for language in LANGUAGES:
        write(language, texts, translations(language) | (taken if language != "en" else {}))
    compile_all()


if __name__ == "__main__":
    main()
