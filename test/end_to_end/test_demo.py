"""The demo, in its quick form: the first thing a newcomer runs."""

import html
import json
import re
import subprocess
import sys
import zipfile

import pytest

from support import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """Run the demo once and return its folder and what it printed."""
    folder = tmp_path_factory.mktemp("demo") / "demo"
    command = ["bash", str(ROOT / "scripts" / "demo.sh"), "--quick", str(folder)]
    printed = subprocess.run(command, capture_output=True, text=True, check=False, timeout=1200)
    assert printed.returncode == 0, printed.stdout[-3000:] + printed.stderr[-3000:]
    return folder, printed.stdout


def test_the_quick_demo_ends_with_a_project_and_an_index(demo):
    folder, printed = demo
    assert str(folder / "landslide_toolbox_demo.qgz") in printed
    page = (folder / "index.html").read_text(encoding="utf-8")
    linked = [part.split('"')[0] for part in page.split('href="')[1:]]
    assert len(linked) > 20
    assert [name for name in linked if not (folder / name).exists()] == []


def test_the_map_to_print_is_there_as_pdf_and_as_a_layout_of_the_project(demo):
    folder, printed = demo
    assert str(folder / "susceptibility_map.pdf") in printed
    assert (folder / "susceptibility_map.pdf").read_bytes().startswith(b"%PDF")
    assert re.search('<Layout [^>]*name="Landslide susceptibility of the synthetic study area"', project_in(folder))


def test_the_project_lists_what_each_run_read_and_made(demo):
    runs = json.loads(html.unescape(re.search('<runs type="QString">(.*)</runs>', project_in(demo[0])).group(1)))
    by_algorithm = {run["algorithm"]: run for run in runs}
    assert [run["algorithm"] for run in runs[:3]] == ["checkenvironment", "createstudyarea", "createtrainingchips"]
    assert len(by_algorithm["stackfactors"]["read"]["LAYERS"]) == 9
    assert by_algorithm["mapsheet"]["made"] == {"OUTPUT": "./susceptibility_map.pdf"}
    assert 0.5 < by_algorithm["trainsusceptibility"]["found"]["AUC"] < 1
    made = [path for run in runs for path in run["made"].values()]
    assert [path for path in made if not (demo[0] / path).exists()] == []


def project_in(folder):
    """Return the text of the demo's project."""
    with zipfile.ZipFile(folder / "landslide_toolbox_demo.qgz") as project:
        (description,) = [name for name in project.namelist() if name.endswith(".qgs")]
        return project.read(description).decode("utf-8")


def test_the_python_of_the_file_formats_page_reads_what_the_demo_made(demo):
    page = (ROOT / "docs" / "file_formats.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", page, flags=re.DOTALL | re.MULTILINE)
    assert len(blocks) > 5
    for block in blocks:
        run = subprocess.run(
            [sys.executable, "-c", block], capture_output=True, text=True, check=False, cwd=demo[0], timeout=60
        )
        assert run.returncode == 0 and run.stdout, f"{block}\n{run.stderr}"
