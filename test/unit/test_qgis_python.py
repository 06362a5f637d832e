"""QGIS's own Python is found in the layouts of its installers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from landslide_toolbox.core.errors import ToolboxError
from landslide_toolbox.packages import qgis_python
from landslide_toolbox.packages.places import VERSION

LAYOUTS = {
    # name: (executable, prefix, the Python, other programs there, Windows)
    "Windows, standalone": (
        "QGIS 3.40/bin/qgis-bin.exe",
        "QGIS 3.40/apps/Python311",
        "QGIS 3.40/apps/Python311/python.exe",
        ["QGIS 3.40/bin/python3.exe"],
        True,
    ),
    "Windows, only beside QGIS": ("QGIS/bin/qgis-ltr-bin.exe", "QGIS/apps/none", "QGIS/bin/python3.exe", [], True),
    "macOS, until 3.40": (
        "QGIS.app/Contents/MacOS/QGIS",
        "QGIS.app/Contents/Resources/python",
        "QGIS.app/Contents/MacOS/bin/python3.11",
        ["QGIS.app/Contents/MacOS/bin/python3"],
        False,
    ),
    "macOS, since 3.44": (
        "QGIS.app/Contents/MacOS/QGIS",
        "QGIS.app/Contents/Frameworks",
        "QGIS.app/Contents/MacOS/python3.11",
        ["QGIS.app/Contents/MacOS/python"],
        False,
    ),
    "Linux, where another Python is first on the PATH": (
        "home/.pyenv/shims/python3",
        "usr",
        "usr/bin/python3.11",
        ["usr/bin/python3", "home/.pyenv/shims/python3.11"],
        False,
    ),
    "conda": ("env/bin/qgis", "env", "env/bin/python3.11", ["env/bin/python"], False),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_right_python_comes_first(tmp_path, name):
    executable, prefix, expected, others, windows = LAYOUTS[name]
    for program in (executable, expected, *others):
        (tmp_path / program).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / program).touch()
    found = qgis_python.candidates(tmp_path / executable, tmp_path / prefix, "3.11", windows)
    assert found[0] == tmp_path / expected
    assert tmp_path / executable not in found or "python" in executable


def test_this_machines_qgis_python_is_found_whatever_the_path_offers(monkeypatch, tmp_path):
    other = tmp_path / "bin" / "python3"
    other.parent.mkdir()
    other.write_text("#!/bin/sh\nexit 1\n")
    other.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(other))
    found = qgis_python.find_qgis_python.__wrapped__()
    assert found.path.parent == Path(sys.base_prefix) / "bin"
    code = "import sys, osgeo; print(sys.version_info[:2])"
    printed = subprocess.run([found.path, "-c", code], env=found.environment(), capture_output=True, text=True, check=True)
    assert printed.stdout.strip() == str(sys.version_info[:2])


def test_one_that_finds_its_modules_only_when_told_where_is_told(monkeypatch, tmp_path):
    wrapper = tmp_path / f"python{VERSION}"
    wrapper.write_text(f'#!/bin/sh\n[ "$PYTHONHOME" = "{sys.base_prefix}" ] || exit 1\nexec "{sys.executable}" "$@"\n')
    wrapper.chmod(0o755)
    monkeypatch.setattr(qgis_python, "candidates", lambda *_: [wrapper])
    found = qgis_python.find_qgis_python.__wrapped__()
    assert found == qgis_python.Interpreter(wrapper, {"PYTHONHOME": sys.base_prefix})


@pytest.mark.parametrize("answer", ["2.7 True", f"{VERSION} False", "nonsense"])
def test_another_python_is_refused_in_one_sentence(monkeypatch, tmp_path, answer):
    other = tmp_path / "python3"
    other.write_text(f"#!/bin/sh\necho '{answer}'\n")
    other.chmod(0o755)
    monkeypatch.setattr(qgis_python, "candidates", lambda *_: [other])
    with pytest.raises(ToolboxError, match=r"QGIS's own Python .* was not found .*osgeo.* OSGeo4W Shell"):
        qgis_python.find_qgis_python.__wrapped__()
    with pytest.raises(ToolboxError, match=r"--python \(.*python3\) is not QGIS's Python"):
        qgis_python.named_python(other)


def test_nothing_of_another_python_is_handed_on(monkeypatch):
    for name in ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV"):
        monkeypatch.setenv(name, "/somewhere")
    environment = qgis_python.Interpreter(Path("python3"), {"PYTHONHOME": "/mine"}).environment(TMPDIR="/large")
    assert environment["PYTHONHOME"] == "/mine"
    assert environment["TMPDIR"] == "/large"
    assert environment["PATH"] == os.environ["PATH"]
    assert not {"PYTHONPATH", "VIRTUAL_ENV"} & set(environment)
