import numpy as np


def test_lists_versions_and_writes_a_page(run, tmp_path):
    outputs = run("checkenvironment", OUTPUT=str(tmp_path / "environment.html"))
    page = (tmp_path / "environment.html").read_text()
    assert outputs["OUTPUT"] == str(tmp_path / "environment.html")
    assert f"numpy: {np.__version__}" in page
    assert f"numpy: {np.__version__}" in run.log


def test_a_missing_package_is_named_with_what_it_disables(run, tmp_path, monkeypatch):
    from landslide_toolbox.processing_provider import dependencies, environment

    broken = dependencies.Package("shap", "no_such_module", "explanation")
    monkeypatch.setitem(environment.PACKAGES, "shap", broken)
    monkeypatch.setitem(dependencies.PACKAGES, "shap", broken)
    run("checkenvironment", OUTPUT=str(tmp_path / "environment.html"))
    assert "shap is not installed" in (tmp_path / "environment.html").read_text()


def test_cancel_leaves_nothing(cancelled_run, tmp_path):
    cancelled_run("checkenvironment", at=10, OUTPUT=str(tmp_path / "environment.html"))
    assert list(tmp_path.iterdir()) == []
