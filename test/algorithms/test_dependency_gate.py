"""A missing or broken package: the algorithm stays listed and refuses in one sentence."""

import pytest

from landslide_toolbox.processing_provider import dependencies
from landslide_toolbox.processing_provider.provider import algorithm_classes


@pytest.mark.parametrize(
    ("module", "reason"), [("no_such_module", "is not installed"), ("broken_module", "is installed but does not load")]
)
def test_refuses_with_the_package_and_the_cure(refusal, monkeypatch, tmp_path, module, reason):
    (tmp_path / "broken_module.py").write_text("raise OSError('DLL load failed')")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setitem(dependencies.PACKAGES, "numpy", dependencies.Package("numpy", module, "every calculation"))
    checker = next(algorithm for algorithm in algorithm_classes() if algorithm.NAME == "checkenvironment")
    monkeypatch.setattr(checker, "PACKAGES", ("numpy",))
    sentence = refusal("checkenvironment", OUTPUT=str(tmp_path / "out.html"))
    assert "numpy" in sentence
    assert reason in sentence
    assert "scripts/setup.sh" in sentence
    assert not (tmp_path / "out.html").exists()
