"""The dialog Install packages…: it shows first and acts only when a button is pressed, with real pip and tiny wheels."""

import importlib
import os
import sys
import time

import pytest
from installer_support import make_wheel, silent_index

from landslide_toolbox.packages.catalogue import PACKAGES


@pytest.fixture
def dialog(interface, tmp_path, monkeypatch):
    """Return the dialog in a fresh profile without the tests' own packages, asking for one package in a folder of wheels."""
    from landslide_toolbox.ui.installer import dialog as module

    (tmp_path / "path").mkdir()
    (tmp_path / "path" / "xgboost.py").write_text("raise OSError('DLL load failed')")
    own = [place for place in sys.path if "landslide_toolbox" not in place]
    monkeypatch.setattr(sys, "path", [str(tmp_path / "path"), *own])
    monkeypatch.setattr(module, "packages_folder", lambda: tmp_path / "profile" / "landslide_toolbox")
    dialog = module.InstallerDialog(interface)
    dialog.requirements = tmp_path / "requirements.txt"
    dialog.requirements.write_text("landslidetoy\n")
    make_wheel(tmp_path / "wheels", "landslidetoy", code="answer = 42")
    dialog.options.wheels.setFilePath(str(tmp_path / "wheels"))
    dialog.show()
    wait_until(idle(dialog))
    yield dialog
    dialog.close()


def wait_until(condition, seconds=90):
    from qgis.PyQt.QtCore import QCoreApplication

    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "nothing happened in time"
        QCoreApplication.processEvents()
        time.sleep(0.02)


def idle(dialog):
    return lambda: dialog._background is None


def row(dialog, name):
    item = dialog.table._rows[name]
    return [item.text(column) for column in range(4)]


def test_it_shows_what_is_there_and_what_would_happen_before_anything_does(dialog, tmp_path):
    import numpy

    assert row(dialog, "numpy") == ["numpy", numpy.__version__, "works", "every calculation"]
    assert row(dialog, "skops") == ["skops", "–", "is not installed", PACKAGES["skops"].purpose]
    assert row(dialog, "xgboost")[2] == "is installed but does not load (OSError: DLL load failed)"
    unusable = [name for name in PACKAGES if row(dialog, name)[2] != "works"]
    assert dialog.status.text().splitlines() == [
        f"{len(unusable)} of {len(PACKAGES)} packages cannot be used.",
        "xgboost is installed but does not load (OSError: DLL load failed)",
    ]
    text = dialog.plan.text()
    assert "Packages: landslidetoy, and what they need." in text
    assert f"Into: {tmp_path / 'profile' / 'landslide_toolbox' / 'environment-'}" in text
    assert f"the wheels in {tmp_path / 'wheels'}, without a network" in text
    assert not (tmp_path / "profile").exists()
    assert not dialog.log_group.isVisible()
    picture = dialog.grab().toImage()
    assert picture.save(str(tmp_path / "dialog.png"))
    icons = {picture.pixelColor(x, y).name() for x in range(12, 32) for y in range(20, 250)}
    assert len(icons) > 20  # ticks and warnings are drawn before the names


def test_choices_change_the_plan_and_wrong_ones_are_refused(dialog, tmp_path):
    options = dialog.options
    options.wheels.setFilePath(str(tmp_path / "nothing_there"))
    assert "holds no .whl files" in dialog.plan.text()
    assert not dialog.install_button.isEnabled()
    options.wheels.setFilePath("")
    options.build.setCurrentIndex(options.build.findData("12.6"))
    assert "https://download.pytorch.org/whl/cu126" in dialog.plan.text()
    options.proxy.setText("http://anna:secret@proxy.example:3128")
    assert "Through the proxy http://anna:***@proxy.example:3128" in dialog.plan.text()
    assert dialog.install_button.isEnabled()
    options.proxy.setText("ftp://proxy.example")
    assert "is no proxy" in dialog.plan.text()
    assert not dialog.install_button.isEnabled()


def test_the_proxy_of_qgis_is_offered(provider):
    from qgis.core import QgsSettings

    from landslide_toolbox.ui.installer.options import proxy_of_qgis

    assert proxy_of_qgis() == ""
    values = {"Enabled": True, "Type": "HttpProxy", "Host": "proxy.example", "Port": "3128", "User": "anna", "Password": "a/b"}
    for name, value in values.items():
        QgsSettings().setValue(f"proxy/proxy{name}", value)
    assert proxy_of_qgis() == "http://anna:a%2Fb@proxy.example:3128"
    QgsSettings().setValue("proxy/proxyEnabled", False)
    assert proxy_of_qgis() == ""


@pytest.mark.slow
def test_install_use_and_remove_without_a_restart(dialog, interface, tmp_path, monkeypatch):
    from qgis.PyQt.QtWidgets import QMessageBox

    assert dialog.install_button.isEnabled() and not dialog.remove_button.isEnabled()
    assert importlib.util.find_spec("landslidetoy") is None
    dialog.install_button.click()
    assert dialog.cancel_button.isEnabled() and not dialog.install_button.isEnabled() and not dialog.remove_button.isEnabled()
    dialog.hide()  # the work goes on
    wait_until(lambda: interface.messages)
    assert interface.messages == [("Landslide Toolbox", "The packages are installed and can be used now.")]
    wait_until(idle(dialog))
    assert "Successfully installed landslidetoy" in dialog.log.toPlainText()
    assert importlib.import_module("landslidetoy").answer == 42
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    dialog.remove_button.click()
    assert dialog._background is None  # the user thought again
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    dialog.remove_button.click()
    assert not dialog.cancel_button.isEnabled()  # it would not stop that
    wait_until(lambda: "is removed" in dialog.status.text())
    wait_until(idle(dialog))
    assert not (tmp_path / "profile" / "landslide_toolbox").exists()
    assert not dialog.remove_button.isEnabled()
    del sys.modules["landslidetoy"]
    assert importlib.util.find_spec("landslidetoy") is None


@pytest.mark.slow
def test_a_package_that_qgis_has_loaded_from_elsewhere_asks_for_a_restart(dialog, tmp_path, monkeypatch):
    (tmp_path / "path" / "landslidetoy.py").write_text("answer = 'old'")
    assert importlib.import_module("landslidetoy").answer == "old"
    dialog.install_button.click()
    wait_until(idle(dialog))
    del sys.modules["landslidetoy"]
    asked = "The packages are installed; restart QGIS, which still uses other versions of: landslidetoy."
    assert dialog.status.text().startswith(asked)


@pytest.mark.slow
def test_a_failure_is_said_in_one_sentence_in_qgis_too_when_the_window_is_closed(dialog, interface, tmp_path):
    wheel = next((tmp_path / "wheels").iterdir())
    wheel.write_bytes(wheel.read_bytes()[:100])
    dialog.install_button.click()
    dialog.hide()
    wait_until(idle(dialog))
    sentence = dialog.status.text()
    assert sentence.startswith("Nothing was installed, and what was there before still is: a wheel is damaged")
    assert interface.messages == [("Landslide Toolbox", sentence)]
    assert not (tmp_path / "profile" / "landslide_toolbox").exists()


@pytest.mark.slow
def test_cancel_and_closing_end_an_installation(dialog, tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    dialog.options.wheels.setFilePath("")
    dialog.options.build.setCurrentIndex(dialog.options.build.findData(""))
    for end in (dialog.cancel_button.click, dialog.close):
        dialog.show()
        wait_until(idle(dialog))
        with silent_index() as (index, asked):
            monkeypatch.setenv("PIP_INDEX_URL", index)
            dialog.install_button.click()
            wait_until(asked.is_set)
            started = time.monotonic()
            end()
            wait_until(idle(dialog))
        assert time.monotonic() - started < 8
        assert dialog.status.text() == "Cancelled: nothing was changed."
        assert not (tmp_path / "profile" / "landslide_toolbox").exists()
