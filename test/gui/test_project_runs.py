"""What algorithms have made is kept in the project: saved, moved and read with it."""

import json
import shutil

import numpy as np
import pytest
from qgis.core import QgsProject

from landslide_toolbox.processing_provider.runs import listeners
from landslide_toolbox.ui.workflow.project_runs import KEY, SCOPE, ProjectRuns
from support import make_raster


@pytest.fixture
def scene(tmp_path):
    values = np.random.default_rng(0).integers(1, 6000, (2, 20, 20)).astype(np.uint16)
    (tmp_path / "data").mkdir()
    return make_raster(tmp_path / "data" / "scene.tif", values, names=("red", "nir"))


def run_index(scene, output):
    import processing

    return processing.run("landslide:spectralindex", {"INPUT": scene, "OUTPUT": str(output)})


def project_with_a_run(kept, scene, folder):
    run_index(scene, folder / "data" / "ndvi.tif")
    assert QgsProject.instance().isDirty()
    assert QgsProject.instance().write(str(folder / "map.qgz"))


def test_a_run_is_kept_with_what_it_read_and_made(kept, scene, tmp_path):
    run_index(scene, tmp_path / "ndvi.tif")
    (run,) = kept.runs
    assert (run.algorithm, run.read, run.made) == ("spectralindex", {"INPUT": [scene]}, {"OUTPUT": str(tmp_path / "ndvi.tif")})


def test_a_run_in_another_thread_arrives_in_the_one_of_the_window(kept, scene, tmp_path):
    from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsProcessingFeedback
    from qgis.PyQt.QtCore import Qt, QThread

    def in_window():
        return QThread.currentThread() == QgsApplication.instance().thread()

    def hear(_):
        heard.append(in_window())

    heard, kept_there, ended = [], [], []
    listeners.append(hear)
    kept.changed.connect(lambda: kept_there.append(in_window()), Qt.ConnectionType.DirectConnection)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("landslide:spectralindex")
    parameters = {"INPUT": scene, "OUTPUT": str(tmp_path / "ndvi.tif")}
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda successful, _: ended.append(successful))
    QgsApplication.taskManager().addTask(task)
    while not ended:
        QgsApplication.processEvents()
    listeners.remove(hear)
    assert (heard, kept_there, ended) == ([False], [True], [True])
    assert len(kept.runs) == 1


def test_runs_are_read_with_the_project_and_cleared_with_it(kept, scene, tmp_path):
    project_with_a_run(kept, scene, tmp_path)
    runs = kept.runs
    QgsProject.instance().clear()
    assert kept.runs == []
    assert QgsProject.instance().read(str(tmp_path / "map.qgz"))
    assert kept.runs == runs


def test_a_project_open_before_the_plugin_is_switched_on_shows_its_runs(kept, scene, tmp_path):
    project_with_a_run(kept, scene, tmp_path)
    QgsProject.instance().clear()
    QgsProject.instance().read(str(tmp_path / "map.qgz"))
    late = ProjectRuns()
    assert late.runs == kept.runs != []
    late.close()


def test_a_project_moved_with_its_data_finds_them(kept, scene, tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    shutil.move(tmp_path / "data", old / "data")
    project_with_a_run(kept, str(old / "data" / "scene.tif"), old)
    QgsProject.instance().clear()
    shutil.move(old, new)
    QgsProject.instance().read(str(new / "map.qgz"))
    (run,) = kept.runs
    assert run.read == {"INPUT": [str(new / "data" / "scene.tif")]}
    assert run.made == {"OUTPUT": str(new / "data" / "ndvi.tif")}
    assert not run.is_gone()


def test_a_copy_of_the_project_saved_elsewhere_finds_the_same_files(kept, scene, tmp_path):
    project_with_a_run(kept, scene, tmp_path)
    (tmp_path / "copy").mkdir()
    assert QgsProject.instance().write(str(tmp_path / "copy" / "map.qgs"))
    assert "../data/ndvi.tif" in (tmp_path / "copy" / "map.qgs").read_text(encoding="utf-8")
    runs = kept.runs
    QgsProject.instance().clear()
    QgsProject.instance().read(str(tmp_path / "copy" / "map.qgs"))
    assert kept.runs == runs and not runs[0].is_gone()


def test_a_run_whose_file_was_deleted_is_gone(kept, scene, tmp_path):
    outputs = run_index(scene, tmp_path / "ndvi.tif")
    assert not kept.runs[0].is_gone()
    (tmp_path / "ndvi.tif").unlink()
    assert kept.runs[0].is_gone() and outputs


def test_a_second_run_into_the_same_file_takes_the_place_of_the_first(kept, scene, tmp_path):
    for name in ("a.tif", "b.tif", "a.tif"):
        run_index(scene, tmp_path / name)
    assert [run.made["OUTPUT"] for run in kept.runs] == [str(tmp_path / "b.tif"), str(tmp_path / "a.tif")]


def test_a_run_for_another_project_is_left_out(kept, scene, tmp_path):
    import processing
    from qgis.core import QgsProcessingContext

    context, other = QgsProcessingContext(), QgsProject()
    context.setProject(other)
    processing.run("landslide:spectralindex", {"INPUT": scene, "OUTPUT": str(tmp_path / "ndvi.tif")}, context=context)
    assert (tmp_path / "ndvi.tif").exists()
    assert kept.runs == []


def test_nobody_listens_once_it_is_closed(kept, scene, tmp_path):
    other = ProjectRuns()
    other.close()
    run_index(scene, tmp_path / "ndvi.tif")
    assert other.runs == [] and len(kept.runs) == 1


RUN = {"algorithm": "x", "finished": "now", "read": {}, "made": {}, "found": {}}


NONSENSE = [
    7,
    [7],
    [{"algorithm": "x"}],
    [RUN | {"read": {"INPUT": [1]}}],
    [RUN | {"made": ["a"]}],
    [RUN | {"made": {"OUTPUT": "/a\0b"}}],
    [RUN | {"made": {"OUTPUT": "/\ud800"}}],
    [RUN | {"found": {"N": {}}}],
]


@pytest.mark.parametrize("text", ["{", "[" * 100_000, *(json.dumps(stored) for stored in NONSENSE)])
def test_a_project_file_with_nonsense_in_it_has_no_runs_and_says_so(kept, text):
    from qgis.core import QgsApplication

    messages = []
    QgsApplication.messageLog().messageReceived.connect(lambda message, *_: messages.append(message))
    QgsProject.instance().writeEntry(SCOPE, KEY, text)
    late = ProjectRuns()
    late.close()
    assert late.runs == []
    assert any("cannot be read" in message for message in messages)
