"""Compiled functions work wherever the plugin lies, and keep their machine code where they can."""

import os
import shutil
import subprocess
import sys

import pytest

from support import ROOT

PROGRAM = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("kit", "__init__.py", submodule_search_locations=["."])
package = importlib.util.module_from_spec(spec); sys.modules["kit"] = package; spec.loader.exec_module(package)
from kit.doubling import double
print(double(21), double.stats.cache_path)
"""


@pytest.fixture
def package(tmp_path):
    shutil.copy(ROOT / "core" / "compiled.py", tmp_path)
    (tmp_path / "__init__.py").touch()
    (tmp_path / "doubling.py").write_text("from .compiled import compiled\n\n@compiled\ndef double(x):\n    return 2 * x\n")
    return tmp_path


def run(folder, home):
    environment = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("NUMBA_CACHE_DIR", None)
    printed = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert printed.returncode == 0, printed.stderr
    return printed.stdout.split()


def test_machine_code_is_kept_beside_the_module(package, tmp_path):
    assert run(package, tmp_path)[0] == "42"
    assert list((package / "__pycache__").glob("doubling.double*.nbc"))


def test_a_folder_that_cannot_be_written_is_no_obstacle(package, tmp_path):
    (package / "__pycache__").write_text("a file where numba wants a folder")
    (tmp_path / "home").mkdir()
    answer, kept = run(package, tmp_path / "home")
    assert answer == "42"
    assert str(tmp_path / "home") in kept


def test_nowhere_to_keep_machine_code_is_no_obstacle(package, tmp_path):
    (package / "__pycache__").write_text("a file where numba wants a folder")
    (tmp_path / "home").write_text("no folder either")
    assert run(package, tmp_path / "home") == ["42", "None"]
