"""A chain as a user runs it from the terminal: from imagery and a DEM to susceptibility classes."""

import numpy as np
import pytest

from support import read_layer, read_raster

pytestmark = pytest.mark.slow


def test_a_chain_from_the_terminal(qgis_process, tmp_path):
    area = tmp_path / "area"
    qgis_process("createstudyarea", SIZE=96, SEED=1, OUTPUT=area)
    run = qgis_process(
        "inventorytosusceptibility",
        DEM=area / "dem.tif",
        INVENTORY=area / "inventory_2.gpkg",
        LITHOLOGY=area / "lithology.gpkg",
        LITHOLOGY_FIELD="lithology",
        ROADS=area / "roads.gpkg",
        TERRAIN_FACTORS=["slope", "aspect"],
        LAYERS=[area / "landcover.tif"],
        MODEL="logistic_regression",
        OUTPUT=tmp_path / "susceptibility.tif",
        CLASS_MAP=tmp_path / "classes.tif",
        SAMPLES=tmp_path / "samples.gpkg",
        CLASS_TABLE=tmp_path / "classes.csv",
        REPORT=tmp_path / "report.html",
    )
    assert {"OUTPUT", "CLASS_MAP", "SAMPLES", "CLASS_TABLE", "REPORT"} == set(run.outputs)
    assert set(np.unique(read_raster(tmp_path / "classes.tif"))) == {0, 1, 2, 3, 4, 5}
    assert len(read_layer(tmp_path / "samples.gpkg")[0]) > 50
    assert "</html>" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_step_that_fails_ends_qgis_process_with_code_1(qgis_process, tmp_path):
    area = tmp_path / "area"
    qgis_process("createstudyarea", SIZE=64, OUTPUT=area)
    (tmp_path / "broken.lsm").write_text("no model")
    inputs = {"INPUT": area / "scene_2.tif", "REFERENCE": area / "scene_1.tif", "MODEL": tmp_path / "broken.lsm"}
    run = qgis_process("transferdetector", expect=1, **inputs, OUTPUT=tmp_path / "inventory.gpkg")
    assert f"Detect landslides: MODEL ({tmp_path / 'broken.lsm'}) is not a Landslide Toolbox model" in run.text
    assert "Traceback" not in run.text
