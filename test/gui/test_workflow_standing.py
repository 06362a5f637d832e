"""How far each step of the work is, and what fills in its inputs, from the runs of a project."""

import pytest

from landslide_toolbox.processing_provider.runs import Run
from landslide_toolbox.ui.workflow.standing import State, standing_of
from landslide_toolbox.ui.workflow.steps import WORKFLOW

STEPS = {step.algorithm: step for steps in WORKFLOW.values() for step in steps}


@pytest.fixture
def work(provider, tmp_path):
    """A project's runs; ``work.run`` adds one whose files are in the folder, ``work.at`` says how far a step is."""

    class Work:
        def __init__(self):
            self.runs = []

        def file(self, name):
            path = tmp_path / name
            path.touch()
            return str(path)

        def run(self, algorithm, read=None, **made):
            read = {name: [self.file(text)] for name, text in (read or {}).items()}
            self.runs.append(Run(algorithm, "", read, {name: self.file(text) for name, text in made.items()}, {}))

        def at(self, algorithm):
            return standing_of(STEPS[algorithm], provider.algorithm(algorithm), self.runs)

        def filled(self, algorithm):
            """What the dialog is filled in with, as file names."""
            values = self.at(algorithm).parameters().items()
            return {
                name: [text.rpartition("/")[2] for text in value] if isinstance(value, list) else value.rpartition("/")[2]
                for name, value in values
            }

    return Work()


def test_an_empty_project_can_start_with_own_data_and_waits_for_the_rest(work):
    states = {name: work.at(name).state for name in STEPS}
    ready = {name for name, state in states.items() if state is State.READY}
    assert {"createstudyarea", "createtrainingchips", "cleaninventory", "terrainfactors", "distancefactor"} <= ready
    assert {name for name, state in states.items() if state is State.WAITING} == {
        "traindetector",
        "evaluatedetector",
        "detectlandslides",
        "exportmodel",
        "stackfactors",
        "samplepoints",
        "multicollinearity",
        "frequencyratio",
        "trainsusceptibility",
        "applysusceptibility",
        "classifysusceptibility",
        "mapsheet",
        "comparesusceptibility",
        "shapdependence",
        "jackknife",
        "transferdetector",
    }
    assert [need.name for need in work.at("detectlandslides").missing()] == ["MODEL"]
    assert [need.label for need in work.at("trainsusceptibility").missing()] == ["Factor stack", "Samples"]


def test_a_step_is_filled_in_with_what_the_earlier_one_made_and_read(work):
    work.run("createtrainingchips", {"INPUT": "scene_1.tif"}, OUTPUT="chips")
    assert work.at("traindetector").state is State.READY
    assert work.filled("traindetector") == {"CHIPS": "chips"}
    assert work.filled("matchradiometry") == {"REFERENCE": "scene_1.tif"}
    work.run("traindetector", {"CHIPS": "chips"}, OUTPUT="detector.lsm", REPORT="detector.html")
    assert work.at("traindetector").state is State.DONE
    assert work.filled("detectlandslides") == {"MODEL": "detector.lsm"}


def test_the_best_source_comes_before_the_newest_and_the_newest_run_of_it_counts(work):
    work.run("cleaninventory", OUTPUT="clean.gpkg")
    work.run("cleaninventory", OUTPUT="cleaner.gpkg")
    work.run("detectlandslides", OUTPUT="detected.gpkg")
    assert work.filled("samplepoints")["INVENTORY"] == "cleaner.gpkg"


def test_an_input_of_several_files_gets_all_of_them_once(work):
    work.run("distancefactor", OUTPUT="rivers.tif")
    work.run("terrainfactors", OUTPUT="terrain.tif")
    work.run("distancefactor", OUTPUT="faults.tif")
    assert work.filled("stackfactors")["LAYERS"] == ["terrain.tif", "rivers.tif", "faults.tif"]
    work.run("trainsusceptibility", OUTPUT="a.lsm")
    assert work.filled("comparesusceptibility")["MODELS"] == ["a.lsm"]


def test_the_synthetic_study_area_fills_in_the_users_own_data(work, tmp_path):
    (tmp_path / "area").mkdir()
    for name in ("dem.tif", "scene_1.tif", "rivers.gpkg"):
        (tmp_path / "area" / name).touch()
    work.runs.append(Run("createstudyarea", "", {}, {"OUTPUT": str(tmp_path / "area")}, {}))
    assert work.filled("distancefactor") == {"INPUT": "rivers.gpkg", "REFERENCE": "dem.tif"}
    assert work.filled("createtrainingchips") == {"INPUT": "scene_1.tif"}  # inventory_1.gpkg is not there


def test_an_explanation_takes_the_stack_its_model_was_trained_on(work):
    work.run("stackfactors", OUTPUT="all.tif")
    work.run("trainsusceptibility", {"FACTORS": "all.tif", "SAMPLES": "samples.gpkg"}, OUTPUT="forest.lsm")
    work.run("multicollinearity", OUTPUT="reduced.tif")
    assert work.filled("shapdependence") == {"MODEL": "forest.lsm", "FACTORS": "all.tif", "SAMPLES": "samples.gpkg"}
    assert work.filled("jackknife")["FACTORS"] == "reduced.tif"


def test_own_data_are_filled_in_again_where_no_earlier_step_has_made_any(work):
    work.run("detectlandslides", {"INPUT": "own_scene.tif", "MODEL": "of_a_colleague.lsm"}, OUTPUT="detected.gpkg")
    assert work.filled("detectlandslides") == {"INPUT": "own_scene.tif", "MODEL": "of_a_colleague.lsm"}
    work.run("traindetector", OUTPUT="own.lsm")
    assert work.filled("detectlandslides") == {"INPUT": "own_scene.tif", "MODEL": "own.lsm"}
    work.run("cleaninventory", {"EXCLUSIONS": "lakes.gpkg"}, OUTPUT="clean.gpkg")
    assert work.filled("cleaninventory")["EXCLUSIONS"] == ["lakes.gpkg"]


def test_a_deleted_file_fills_in_nothing_and_an_older_one_takes_its_place(work, tmp_path):
    work.run("traindetector", OUTPUT="old.lsm")
    work.run("traindetector", OUTPUT="new.lsm")
    (tmp_path / "new.lsm").unlink()
    assert work.at("traindetector").state is State.GONE
    assert work.filled("detectlandslides") == {"MODEL": "old.lsm"}
    (tmp_path / "old.lsm").unlink()
    assert work.at("detectlandslides").state is State.WAITING


def test_a_result_is_outdated_when_what_it_read_was_made_anew(work):
    work.run("detectlandslides", OUTPUT="detected.gpkg")
    work.run("cleaninventory", {"INPUT": "detected.gpkg"}, OUTPUT="clean.gpkg")
    assert work.at("cleaninventory").state is State.DONE
    work.run("detectlandslides", OUTPUT="detected.gpkg")
    assert work.at("cleaninventory").state is State.OUTDATED
    work.run("cleaninventory", {"INPUT": "detected.gpkg"}, OUTPUT="clean.gpkg")
    assert work.at("cleaninventory").state is State.DONE


def test_a_file_in_a_folder_made_anew_outdates_too(work, tmp_path):
    (tmp_path / "area").mkdir()
    work.run("terrainfactors", {"DEM": "area/dem.tif"}, OUTPUT="terrain.tif")
    work.runs.append(Run("createstudyarea", "", {}, {"OUTPUT": str(tmp_path / "area")}, {}))
    assert work.at("terrainfactors").state is State.OUTDATED


def test_a_chain_that_hands_on_what_its_steps_made_outdates_none_of_them(work):
    work.run("applysusceptibility", OUTPUT="map.tif")
    work.run("classifysusceptibility", {"INPUT": "map.tif"}, OUTPUT="classes.tif")
    work.run("inventorytosusceptibility", OUTPUT="map.tif", CLASS_MAP="classes.tif")
    assert work.at("classifysusceptibility").state is State.DONE


def test_a_layer_in_a_geopackage_is_found_by_its_file(work, tmp_path):
    layer = f"{work.file('slides.gpkg')}|layername=mapped"
    work.runs.append(Run("samplepoints", "", {"INVENTORY": [layer]}, {}, {}))
    assert work.at("frequencyratio").parameters()["INVENTORY"] == layer
    (tmp_path / "slides.gpkg").unlink()
    assert "INVENTORY" not in work.at("frequencyratio").parameters()
