"""Writes docs/algorithms/<id>.md and their index from the algorithms' own help, so that it is written once.

Usage, with the environment of scripts/setup.sh: python scripts/algorithm_pages.py
"""

import importlib
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "algorithms"
PICTURES = ROOT / "docs" / "images"

KINDS = {
    "source": "vector layer",
    "vector": "vector layer",
    "layer": "raster or vector layer",
    "multilayer": "one or several",
    "crs": "coordinate reference system",
    "string": "text",
    "boolean": "yes or no",
    "fileDestination": "file to write",
    "folderDestination": "folder to write",
    "rasterDestination": "raster to write",
    "vectorDestination": "vector layer to write",
}
"""What QGIS calls its types of parameters, in words; others are words already."""


def main() -> None:
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    PAGES.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for stale in set(PAGES.glob("*.md")) - {PAGES / name for name in wanted}:
        stale.unlink()
    for name, text in wanted.items():
        (PAGES / name).write_text(text, encoding="utf-8")
    application.exitQgis()


def pages() -> dict[str, str]:
    """Return file name → text of every page."""
    algorithms = [algorithm().create() for algorithm in load_toolbox().algorithm_classes()]
    found = {f"{algorithm.name()}.md": page(algorithm) for algorithm in algorithms}
    lines = ["# Algorithms"]
    group = None
    for algorithm in algorithms:
        if algorithm.group() != group:
            group = algorithm.group()
            lines += ["", f"## {group}", ""]
        lines.append(f"- [{algorithm.displayName()}]({algorithm.name()}.md): {algorithm.shortDescription()}")
    return {**found, "index.md": "\n".join(lines) + "\n"}


def page(algorithm) -> str:  # noqa: ANN001
    """Return the page of one algorithm in Markdown."""
    parameters = algorithm.parameterDefinitions()
    lines = [f"# {algorithm.displayName()}", "", f"`landslide:{algorithm.name()}` · {algorithm.group()}", ""]
    lines += [algorithm.shortHelpString(), ""]
    lines += picture(algorithm, "chains", "in QGIS's modeler")
    lines += ["## Parameters", ""]
    for definition in parameters:
        lines.append(f"- **`{definition.name()}`** {definition.description()}{traits(definition)}: {definition.help()}")
    results = [output for output in algorithm.outputDefinitions() if algorithm.parameterDefinition(output.name()) is None]
    if results:
        lines += ["", "## Further results", ""]
        lines += [f"- **`{output.name()}`** {output.description()}" for output in results]
    shown = picture(algorithm, "dialogs", "as a dialog")
    lines += ["", "## In QGIS", "", *shown[:1]] if shown else []
    required = [d.name() for d in parameters if not d.flags() & d.Flag.FlagOptional and d.defaultValue() is None]
    example = " ".join(f"--{name}=…" for name in required)
    lines += [
        "",
        "## From the terminal",
        "",
        "```",
        f"qgis_process run landslide:{algorithm.name()} {example}",
        "```",
    ]
    if algorithm.PACKAGES:
        lines += ["", f"Needs the packages {', '.join(algorithm.PACKAGES)}."]
    return "\n".join(lines) + "\n"


def picture(algorithm, folder: str, what: str) -> list[str]:  # noqa: ANN001
    """Return the lines that show the algorithm's picture of a folder in docs/images; none where there is no such picture."""
    if not (PICTURES / folder / f"{algorithm.name()}.png").exists():
        return []
    return [f"![{algorithm.displayName()} {what}](../images/{folder}/{algorithm.name()}.png)", ""]


def traits(definition) -> str:  # noqa: ANN001
    """Return type, choices, default and whether the parameter may be left out."""
    kinds = [KINDS.get(definition.type(), definition.type())]
    if definition.type() == "enum":
        how_many = "one or more of" if definition.allowMultiple() else "one of"
        kinds = [f"{how_many} {', '.join(f'`{word}`' for word in definition.options())}"]
    if definition.defaultValue() not in (None, "", []):
        kinds.append(f"default `{definition.defaultValue()}`")
    if definition.flags() & definition.Flag.FlagOptional:
        kinds.append("optional")
    if definition.flags() & definition.Flag.FlagAdvanced:
        kinds.append("advanced")
    return f" ({'; '.join(kinds)})"


def load_toolbox() -> ModuleType:
    """Make the repository importable as ``landslide_toolbox``; return the provider's module."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    importlib.import_module("toolbox")
    return importlib.import_module("landslide_toolbox.processing_provider.provider")


if __name__ == "__main__":
    main()
