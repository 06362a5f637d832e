"""The page and the block of text that say what is there, to copy into a question."""

import platform
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from landslide_toolbox.packages import catalogue, hardware, places
from landslide_toolbox.processing_provider import environment


@pytest.fixture
def without_packages(monkeypatch):
    """Let every package but numpy and shap be absent from the catalogue: loading them all takes seconds."""
    for name in set(catalogue.PACKAGES) - {"numpy", "shap"}:
        monkeypatch.delitem(catalogue.PACKAGES, name)


def block_in(page):
    return unescape(page.split("<pre>")[1].split("</pre>")[0]).splitlines()


def test_lists_versions_and_writes_a_page(run, tmp_path):
    outputs = run("checkenvironment", OUTPUT=str(tmp_path / "environment.html"))
    page = (tmp_path / "environment.html").read_text()
    assert outputs["OUTPUT"] == str(tmp_path / "environment.html")
    assert f"numpy: {np.__version__}" in page
    facts = dict(line.split(": ", 1) for line in block_in(page))
    assert facts["Python"] == platform.python_version()
    assert facts["CUDA"] and facts["GPU"] and int(facts["Memory"].removesuffix(" GB")) > 0
    assert facts["Plugin"] == places.in_home(places.PLUGIN_FOLDER)
    assert "Everything is there." in page
    block = run.log[run.log.index("Landslide Toolbox: ") :]
    assert block.splitlines()[: len(facts)] == block_in(page)  # the log holds the same, in one piece


def test_a_card_that_shares_the_computers_memory(monkeypatch):
    cards = hardware.cards_in("NVIDIA GB10, [N/A], 580.95, 12.1\nNVIDIA H200, 143771, 580.95, 9.0\n")
    monkeypatch.setattr(environment, "nvidia_cards", lambda: cards)
    facts = dict(environment._computer())
    assert facts["NVIDIA card 0"] == "NVIDIA GB10, the computer's memory, driver 580.95"
    assert facts["NVIDIA card 1"] == "NVIDIA H200, 140 GB, driver 580.95"


def test_a_card_that_pytorch_was_not_built_for(monkeypatch):
    import torch

    def ones(*size, device):
        raise RuntimeError("CUDA error: no kernel image is available for execution on the device")

    card = SimpleNamespace(name="Quadro K1100M", total_memory=2 << 30)
    changes = {"is_available": lambda: True, "device_count": lambda: 1, "get_device_properties": lambda index: card}
    for name, change in changes.items():
        monkeypatch.setattr(torch.cuda, name, change)
    monkeypatch.setattr(torch, "ones", ones)
    facts = dict(environment._torch(True))
    assert facts["GPU 0"] == "Quadro K1100M, 2 GB"
    assert facts["Networks run on"].startswith(
        "DEVICE (auto) finds a GPU (cuda) that PyTorch cannot compute on (CUDA error: no kern"
    )


def test_paths_are_shortened_at_the_home_folder(run, tmp_path, monkeypatch, without_packages):
    from qgis.core import QgsApplication

    profile = Path(QgsApplication.qgisSettingsDirPath())
    monkeypatch.setenv("HOME", str(profile.parent))
    made = places.toolbox_folder(profile) / f"environment-{places.VERSION}-1"
    made.mkdir(parents=True)
    (made / places.COMPLETE).touch()
    try:
        run("checkenvironment", OUTPUT=str(tmp_path / "environment.html"))
    finally:
        (made / places.COMPLETE).unlink()
        made.rmdir()
    facts = dict(line.split(": ", 1) for line in block_in((tmp_path / "environment.html").read_text()) if ": " in line)
    assert facts["Profile"] == f"~/{profile.name}"
    assert facts["Environment"] == f"~/{profile.name}/landslide_toolbox/{made.name}"
    assert str(profile) not in facts.values()


def test_it_says_where_the_packages_lie(run, tmp_path):
    import numpy

    run("checkenvironment", OUTPUT=str(tmp_path / "environment.html"))
    facts = dict(line.split(": ", 1) for line in block_in((tmp_path / "environment.html").read_text()) if ": " in line)
    assert places.in_home(Path(numpy.__file__).parents[1]) in facts["Packages from"].split(", ")


def test_a_missing_package_is_named_with_what_it_disables_and_the_cure_once(run, tmp_path, monkeypatch, without_packages):
    for name in ("numpy", "shap"):
        broken = catalogue.Package(name, "no_such_module", "explanation <b>")
        monkeypatch.setitem(catalogue.PACKAGES, name, broken)
    run("checkenvironment", OUTPUT=str(tmp_path / "environment.html"))
    page = (tmp_path / "environment.html").read_text()
    block = block_in(page)
    assert any(line.startswith("shap is not installed") and "landslide:shapdependence" in line for line in block)
    assert "\n".join(block).count("Install packages…") == 1
    assert "explanation &lt;b&gt;" in page and "<b>" not in page
    assert "not usable" in page


def test_cards_are_named_even_where_pytorch_does_not_see_them(monkeypatch):
    card = hardware.Card("NVIDIA RTX 4000", 20475.0, "580.95", 8.9)
    monkeypatch.setattr(environment, "nvidia_cards", lambda: [card])
    assert ("NVIDIA card 0", "NVIDIA RTX 4000, 20 GB, driver 580.95") in environment._computer()
    assert environment._torch(usable=False) == [("PyTorch computes on", "nothing, it is not usable")]


def test_cancel_leaves_nothing(cancelled_run, tmp_path):
    cancelled_run("checkenvironment", at=10, OUTPUT=str(tmp_path / "environment.html"))
    assert list(tmp_path.iterdir()) == []
