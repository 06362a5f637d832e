"""Where the packages lie, and which environment counts."""

import importlib
import sys
from pathlib import Path

import pytest

from landslide_toolbox.packages import places


def environment(folder, number, complete=True, version=places.VERSION):
    path = folder / f"environment-{version}-{number}"
    places.packages_of(path).mkdir(parents=True)
    if complete:
        (path / places.COMPLETE).touch()
    return path


@pytest.mark.parametrize(
    ("platform", "variable", "expected"),
    [
        ("linux", {}, ".local/share/QGIS/QGIS3/profiles/default"),
        ("linux", {"XDG_DATA_HOME": "data"}, "data/QGIS/QGIS3/profiles/default"),
        ("darwin", {}, "Library/Application Support/QGIS/QGIS3/profiles/default"),
        ("win32", {}, "AppData/Roaming/QGIS/QGIS3/profiles/default"),
        ("win32", {"APPDATA": "Roaming"}, "Roaming/QGIS/QGIS3/profiles/default"),
    ],
)
def test_the_default_profile_of_each_system(monkeypatch, tmp_path, platform, variable, expected):
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variable.items():
        monkeypatch.setenv(name, str(tmp_path / value))
    assert places.default_profile(Path("/somewhere/else"), platform) == tmp_path / expected


def test_qgis_4_counts_where_it_is_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "QGIS" / "QGIS4" / "profiles" / "default").mkdir(parents=True)
    assert "QGIS4" in places.default_profile(Path("/somewhere/else"), "linux").parts


def test_the_profile_the_plugin_lies_in_comes_first():
    plugin = Path("/home/anna/QGIS3/profiles/fieldwork/python/plugins/landslide_toolbox")
    assert places.default_profile(plugin) == Path("/home/anna/QGIS3/profiles/fieldwork")


def test_the_newest_complete_environment_of_this_python_counts(tmp_path):
    assert places.usable_environment(tmp_path / "none") is None
    environment(tmp_path, 2)
    tenth = environment(tmp_path, 10)
    environment(tmp_path, 11, complete=False)
    environment(tmp_path, 30, version="2.7")
    (tmp_path / f"environment-{places.VERSION}-old").mkdir()
    assert places.usable_environment(tmp_path) == tenth
    assert places.new_environment(tmp_path).name == f"environment-{places.VERSION}-12"


def test_its_packages_come_first_and_replace_those_of_an_older_one(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", ["/usr/share/qgis/python", *sys.path])
    before = list(sys.path)
    assert places.use_environment(tmp_path) is None
    assert sys.path == before
    old = environment(tmp_path, 1)
    (places.packages_of(old) / "landslidetoy.py").write_text("age = 'old'")
    places.use_environment(tmp_path)
    assert sys.path == [str(places.packages_of(old)), *before]
    new = environment(tmp_path, 2)
    (places.packages_of(new) / "landslidetoy.py").write_text("age = 'new'")
    assert places.use_environment(tmp_path) == new
    assert sys.path == [str(places.packages_of(new)), *before]
    importlib.invalidate_caches()
    assert importlib.import_module("landslidetoy").age == "new"
    del sys.modules["landslidetoy"]


def test_what_is_loaded_from_elsewhere_needs_a_restart(tmp_path):
    packages = places.packages_of(environment(tmp_path, 1))
    (packages / "torch").mkdir()
    (packages / "torch-2.5.dist-info").mkdir()
    (packages / "typing_extensions.py").touch()
    (packages / "pip").mkdir()

    class Loaded:
        def __init__(self, place):
            self.__file__ = str(place)

    inside, outside = Loaded(packages / "torch" / "__init__.py"), Loaded("/usr/lib/python3/dist-packages/some.py")
    loaded = {"pip": outside, "torch": inside, "numpy": outside}
    assert places.loaded_elsewhere(tmp_path / packages.relative_to(tmp_path).parts[0], loaded) == []
    loaded |= {"typing_extensions": outside, "torch": outside}
    assert places.loaded_elsewhere(tmp_path / packages.relative_to(tmp_path).parts[0], loaded) == ["torch", "typing_extensions"]


def test_the_home_folder_is_shortened(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert places.in_home(tmp_path / "a" / "b") == "~/a/b"
    assert places.in_home("/usr/bin") == "/usr/bin"
    assert places.in_home(f"{tmp_path}2") == f"{tmp_path}2"
