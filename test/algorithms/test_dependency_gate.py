"""A missing or broken package: the algorithm stays listed and refuses in one sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from landslide_toolbox.packages import catalogue
from landslide_toolbox.processing_provider import dependencies
from landslide_toolbox.processing_provider.provider import algorithm_classes
from support import ROOT


@pytest.mark.parametrize(
    ("module", "reason"), [("no_such_module", "is not installed"), ("broken_module", "is installed but does not load")]
)
def test_refuses_with_the_package_and_the_cure(refusal, monkeypatch, tmp_path, module, reason):
    (tmp_path / "broken_module.py").write_text("raise OSError('DLL load failed')")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setitem(catalogue.PACKAGES, "numpy", catalogue.Package("numpy", module, "every calculation"))
    checker = next(algorithm for algorithm in algorithm_classes() if algorithm.NAME == "checkenvironment")
    monkeypatch.setattr(checker, "PACKAGES", ("numpy",))
    sentence = refusal("checkenvironment", OUTPUT=str(tmp_path / "out.html"))
    assert "numpy" in sentence
    assert reason in sentence
    assert "Plugins ▸ Landslide Toolbox ▸ Install packages…" in sentence
    assert ".packages --install" in sentence
    assert not (tmp_path / "out.html").exists()


def test_the_command_in_the_sentence_works_and_is_for_this_profile(provider, tmp_path):
    """Copied into a terminal, with --check in place of --install."""
    from qgis.core import QgsApplication

    command = dependencies.terminal_command("--check")
    assert f"--folder {Path(QgsApplication.qgisSettingsDirPath())}/landslide_toolbox" in command
    printed = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, env={"HOME": str(tmp_path)})
    assert printed.stderr == ""
    assert "numpy" in printed.stdout and "works" in printed.stdout


@pytest.mark.slow
def test_torch_does_not_load_triton_whose_llvm_ends_qgis():
    code = f"""
import importlib.util, sys
root = {str(ROOT)!r}
spec = importlib.util.spec_from_file_location("any_name", root + "/__init__.py", submodule_search_locations=[root])
package = importlib.util.module_from_spec(spec); sys.modules["any_name"] = package; spec.loader.exec_module(package)
from any_name.processing_provider.dependencies import require
require(("torch", "torchvision"))
import torch, torch._dynamo
print(torch.utils._triton.has_triton_package(), [name for name in sys.modules if name.startswith("triton.")])
"""
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert printed.returncode == 0, printed.stderr
    assert printed.stdout.strip() == "False []"
