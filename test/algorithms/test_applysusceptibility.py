"""landslide:applysusceptibility: where the map should be believed. Maps themselves are tested with the training."""

import json
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from susceptibility_support import factor_values, write_samples, write_stack

from landslide_toolbox.models.susceptibility.stored_model import load_susceptibility_model, save_susceptibility_model
from support import files_in, read_raster


@pytest.fixture(scope="module")
def trained(provider, tmp_path_factory):
    """A stack, and a forest trained on it."""
    import processing

    folder, values = tmp_path_factory.mktemp("area"), factor_values()
    stack, model = write_stack(folder / "stack.tif", values), str(folder / "m.lsm")
    samples = write_samples(folder / "samples.gpkg", values)
    settings = {"MODEL": "random_forest", "TREES": 20, "VALIDATION": "test_split", "OUTPUT": model}
    processing.run("landslide:trainsusceptibility", {"FACTORS": stack, "SAMPLES": samples, **settings})
    return {"FACTORS": stack, "MODEL": model}


def test_steeper_than_any_sample_is_outside_the_area_of_applicability(run, trained, tmp_path):
    values = factor_values()
    values[0, :6] = 88.0  # a tenth of the area, far steeper than the 45 degrees of training
    values[1, 30, 30] = np.nan
    stack = write_stack(tmp_path / "steep.tif", values)
    outputs = {name: str(tmp_path / f"{name.lower()}.tif") for name in ("OUTPUT", "APPLICABILITY")}
    assert run("applysusceptibility", **trained | {"FACTORS": stack}, **outputs) == outputs
    index, applicable = read_raster(outputs["APPLICABILITY"])
    assert (applicable[:6] == 0).all()
    assert np.nanmean(applicable[6:]) > 0.9
    assert np.argwhere(np.isnan(index)).tolist() == np.argwhere(np.isnan(applicable)).tolist() == [[30, 30]]
    metadata = gdal.Open(outputs["APPLICABILITY"]).GetMetadata()
    assert json.loads(metadata["LANDSLIDE_TOOLBOX"])["device"] in ("cpu", "cuda", "mps")  # not what was asked for: auto
    assert ((index <= float(metadata["THRESHOLD"]) + 1e-6) == (applicable == 1))[np.isfinite(index)].all()
    area = load_susceptibility_model(trained["MODEL"], "cpu").applicability()
    np.testing.assert_allclose(index, area.dissimilarity(values), rtol=1e-5)
    assert "% of them lie outside the area of applicability" in run.log
    assert Path(outputs["APPLICABILITY"]).with_suffix(".qml").exists()


def test_one_output_failing_leaves_none(cancelled_run, refusal, trained, tmp_path):
    outputs = {name: str(tmp_path / "out" / f"{name.lower()}.tif") for name in ("OUTPUT", "APPLICABILITY", "UNCERTAINTY")}
    cancelled_run("applysusceptibility", at=50.0, **trained, **outputs)
    assert files_in(tmp_path / "out") == []
    model = load_susceptibility_model(trained["MODEL"], "cpu")
    for record, words in ((None, "was trained without an area of applicability"), ({"values": [[1]]}, "has a damaged area")):
        model.card["applicability"] = record
        if record is None:
            del model.card["applicability"]
        save_susceptibility_model(tmp_path / "old.lsm", model)
        message = refusal("applysusceptibility", **trained | {"MODEL": str(tmp_path / "old.lsm")}, **outputs)
        assert message.startswith(f"APPLICABILITY (random_forest) {words}") and message.endswith("again.")
        assert files_in(tmp_path / "out") == []
