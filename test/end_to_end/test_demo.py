"""The demo, in its quick form: the first thing a newcomer runs."""

import subprocess

import pytest

from support import ROOT

pytestmark = pytest.mark.slow


def test_the_quick_demo_ends_with_a_project_and_an_index(tmp_path):
    demo = tmp_path / "demo"
    command = ["bash", str(ROOT / "scripts" / "demo.sh"), "--quick", str(demo)]
    printed = subprocess.run(command, capture_output=True, text=True, check=False, timeout=1200)
    assert printed.returncode == 0, printed.stdout[-3000:] + printed.stderr[-3000:]
    assert str(demo / "landslide_toolbox_demo.qgz") in printed.stdout
    page = (demo / "index.html").read_text(encoding="utf-8")
    linked = [part.split('"')[0] for part in page.split('href="')[1:]]
    assert len(linked) > 20
    assert [name for name in linked if not (demo / name).exists()] == []
