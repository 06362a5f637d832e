"""A fresh profile: the packages are installed in a terminal, and QGIS finds them in the next run, without being told where."""

import os
import subprocess
import sys

import pytest
from installer_support import make_wheel

from landslide_toolbox.packages.places import VERSION
from support import ROOT


@pytest.mark.slow
def test_what_the_terminal_installs_qgis_uses(tmp_path):
    plugins, profile = tmp_path / "plugins", tmp_path / "config" / "profiles" / "default"
    plugins.mkdir()
    (plugins / "landslide_toolbox").symlink_to(ROOT)
    (tmp_path / "requirements.txt").write_text("pykrige\n")
    make_wheel(tmp_path / "wheels", "pykrige", "99.0")
    command = [sys.executable, "-m", "landslide_toolbox.packages", "--install", "--wheels", str(tmp_path / "wheels")]
    command += ["--requirements", str(tmp_path / "requirements.txt"), "--folder", str(profile / "landslide_toolbox")]
    subprocess.run(command, cwd=plugins, check=True, capture_output=True)

    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"QGIS_PLUGINPATH": str(plugins), "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "config")}
    environment |= {"QT_QPA_PLATFORM": "offscreen"}
    programs = 'program=$(command -v qgis_process.bin || command -v qgis_process); exec "$program" "$@"'
    for arguments in (
        ["plugins", "enable", "landslide_toolbox"],
        ["run", "landslide:checkenvironment", f"--OUTPUT={tmp_path / 'page.html'}"],
    ):
        run = subprocess.run(
            ["sh", "-c", programs, "sh", *arguments], env=environment, capture_output=True, text=True, check=False
        )
        assert run.returncode == 0, run.stderr
    facts = dict(line.split(": ", 1) for line in run.stdout.splitlines() if ": " in line)
    assert facts["Environment"].endswith(f"config/profiles/default/landslide_toolbox/environment-{VERSION}-1")
    assert facts["pykrige"] == "99.0"
    assert facts["Plugin"].endswith("plugins/landslide_toolbox")
    assert f"cd {plugins} && " in run.stdout  # the cure, for what is not in that tiny environment
