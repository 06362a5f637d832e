"""The package installed into a fresh profile, away from this repository."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
from osgeo import gdal
from plugin_repository import is_repository, make_package

from support import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not is_repository(ROOT), reason="packages are made of what git tracks; this is no git repository"),
]

IMPORT_EVERYTHING = """
import importlib, sys
from pathlib import Path
folder = Path(sys.argv[1])
sys.path.insert(0, str(folder.parent))
files = sorted(folder.rglob("*.py"))
for file in files:
    importlib.import_module(".".join((folder.name, *file.relative_to(folder).with_suffix("").parts)).removesuffix(".__init__"))
ours = {Path(module.__file__) for name, module in sys.modules.items() if name.split(".")[0] == folder.name}
assert ours == set(files), ours ^ set(files)
from landslide_toolbox.processing_provider.provider import algorithm_classes
for algorithm in algorithm_classes():
    url = algorithm().helpUrl()
    assert url.startswith(folder.as_uri()), (algorithm.NAME, url)
print(len(files), "modules")
"""


@pytest.fixture(scope="module")
def profiles(tmp_path_factory):
    """A folder of profiles in whose default profile QGIS's own installer has unpacked the plugin."""
    import processing

    folder = tmp_path_factory.mktemp("profiles")
    installer = Path(processing.__file__).parents[2] / "pyplugin_installer" / "unzip.py"
    specification = importlib.util.spec_from_file_location("unzip", installer)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    package = make_package(ROOT, tmp_path_factory.mktemp("package"))
    plugins = folder / "profiles" / "default" / "python" / "plugins"
    with package.open("rb") as opened:
        module.unzip(opened, str(plugins))
    metadata = plugins / "landslide_toolbox" / "metadata.txt"
    text = metadata.read_text(encoding="utf-8")
    metadata.write_text(text.replace("\nversion=", "\nversion=unzipped-"), encoding="utf-8")  # tells it from this repository
    return folder


def test_every_module_is_there_and_needs_nothing_that_was_left_out(profiles, tmp_path):
    plugin = profiles / "profiles" / "default" / "python" / "plugins" / "landslide_toolbox"
    command = [sys.executable, "-c", IMPORT_EVERYTHING, str(plugin)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) > 200


def test_a_chain_runs_in_a_fresh_profile(profiles, tmp_path):
    environment = {**os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(profiles), "PYTHONWARNINGS": "ignore"}
    environment.pop("QGIS_PLUGINPATH", None)
    find = f"root={ROOT}; source {ROOT}/scripts/environment.sh; qgis_process_program"
    program = subprocess.run(["bash", "-c", find], capture_output=True, text=True, check=True).stdout.strip()

    def qgis_process(*arguments):
        command = [program, *map(str, arguments)]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=environment, timeout=300)
        assert done.returncode == 0, f"{' '.join(command)}\n{(done.stdout + done.stderr)[-3000:]}"

    def run(name, **parameters):
        qgis_process("run", f"landslide:{name}", *(f"--{key}={value}" for key, value in parameters.items()))

    qgis_process("plugins", "enable", "landslide_toolbox")
    area = tmp_path / "area"
    run("createstudyarea", SIZE=64, OUTPUT=area)
    run(
        "inventorytosusceptibility",
        DEM=area / "dem.tif",
        INVENTORY=area / "inventory_2.gpkg",
        RIVERS=area / "rivers.gpkg",
        TERRAIN_FACTORS="slope",
        MODEL="logistic_regression",
        VALIDATION="test_split",
        OUTPUT=tmp_path / "map.tif",
        CLASS_MAP=tmp_path / "classes.tif",
    )
    susceptibility = gdal.Open(str(tmp_path / "map.tif"))
    assert '"Landslide Toolbox": "unzipped-' in susceptibility.GetMetadataItem("LANDSLIDE_TOOLBOX")
    low, high = susceptibility.GetRasterBand(1).ComputeRasterMinMax()
    assert 0 <= low < high <= 1
    assert 1 <= gdal.Open(str(tmp_path / "classes.tif")).ReadAsArray().max() <= 5
