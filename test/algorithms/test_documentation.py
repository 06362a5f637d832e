"""The documents say what the algorithms say: their pages, and every command that a page shows."""

import re
import sys

import pytest

from support import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMAND = re.compile(r"qgis_process(?:\.sh)? (?:--json )?run landslide:(\w+)(.*)")


def test_no_page_is_stale(provider):
    import algorithm_pages

    written = {path.name: path.read_text(encoding="utf-8") for path in algorithm_pages.PAGES.glob("*.md")}
    wanted = algorithm_pages.pages()
    stale = sorted(name for name in wanted.keys() | written.keys() if wanted.get(name) != written.get(name))
    assert stale == [], "make them again with scripts/algorithm_pages.py"


def commands_of(path):
    """Return (algorithm's name, [(parameter, value)]) of every command in a page; a backslash continues a line."""
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    for name, rest in COMMAND.findall(text):
        yield (
            name,
            re.findall(r"""--([A-Z_0-9]+)=("[^"]*"|'[^']*'|\S+)""", rest),
            rest.strip().startswith("-") and "--" not in rest,
        )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_name_algorithms_parameters_and_choices_that_exist(provider, path):
    for name, given, is_json in commands_of(path):
        algorithm = provider.algorithm(name)
        assert algorithm is not None, name
        definitions = {definition.name(): definition for definition in algorithm.parameterDefinitions()}
        assert {parameter for parameter, _ in given} <= definitions.keys(), name
        required = {n for n, d in definitions.items() if not d.flags() & d.FlagOptional and d.defaultValue() is None}
        assert is_json or required <= {parameter for parameter, _ in given}, name
        for parameter, value in given:
            if definitions[parameter].type() == "enum" and "$" not in value and "…" not in value:
                assert set(value.split(",")) <= set(definitions[parameter].options()), (name, parameter)


def test_commands_are_found():
    assert sum(len(list(commands_of(path))) for path in PAGES) > 30


DIALOG = re.compile(
    r"\| in the dialog \| value \|\n\| --- \| --- \|\n((?:\|[^\n]*\n)+).*?qgis_process\.sh run landslide:(\w+)", re.DOTALL
)


def test_the_tutorial_names_what_the_dialogs_show(provider):
    found = 0
    for path in (ROOT / "docs" / "tutorial").glob("*.md"):
        for rows, name in DIALOG.findall(path.read_text(encoding="utf-8")):
            labels = {row.split("|")[1].strip() for row in rows.splitlines()}
            shown = {definition.description() for definition in provider.algorithm(name).parameterDefinitions()}
            assert labels <= shown, (path.name, name)
            found += 1
    assert found > 15
