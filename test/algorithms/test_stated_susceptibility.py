"""How near the models come to the susceptibility that the synthetic study area was made with."""

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from landslide_toolbox.core.factor_stack import open_factor_stack
from support import read_layer, read_raster, show

SIZE = 320
MODELS = ("logistic_regression", "random_forest", "xgboost")
NEAR = 0.03


@pytest.mark.slow
def test_the_best_model_is_as_good_as_the_stated_probability(run, tmp_path):
    area, made = tmp_path / "area", {}
    run("createstudyarea", SIZE=SIZE, SEED=1, OUTPUT=str(area))
    dem = str(area / "dem.tif")

    def make(algorithm, name, **parameters):
        made[name] = str(tmp_path / f"{name}.tif")
        run(algorithm, **parameters, OUTPUT=made[name])

    make("terrainfactors", "terrain", DEM=dem)
    make("categoricalfactor", "lithology", INPUT=str(area / "lithology.gpkg"), FIELD="lithology", REFERENCE=dem)
    make("rainfallfactor", "rainfall", INPUT=str(area / "rainfall.nc"), REFERENCE=dem)
    for feature in ("rivers", "roads", "faults"):
        make("distancefactor", f"distance_to_{feature}", INPUT=str(area / f"{feature}.gpkg"), REFERENCE=dem)
    layers = [*made.values(), str(area / "landcover.tif")]
    make("stackfactors", "factors", LAYERS=layers, REFERENCE=dem)
    samples = str(tmp_path / "samples.gpkg")
    run("samplepoints", FACTORS=made["factors"], INVENTORY=str(area / "inventory_2.gpkg"), OUTPUT=samples)
    found = {"stated": _auc_of_truth(area / "true_probability.tif", samples)}
    for model in MODELS:
        parameters = {"FACTORS": made["factors"], "SAMPLES": samples, "MODEL": model, "VALIDATION": "test_split"}
        found[model] = run("trainsusceptibility", **parameters, OUTPUT=str(tmp_path / "m.lsm"))["AUC"]
    show("Study area, AUC on blocks never seen", found)
    assert found["stated"] > 0.7
    assert max(found[model] for model in MODELS) > found["stated"] - NEAR


def _auc_of_truth(path, samples):
    """Return the AUC of the stated probability at the test samples."""
    shapes, fields = read_layer(samples)
    with open_factor_stack(path) as stack:
        x, y = (np.array([getattr(shape, axis)() for shape in shapes]) for axis in ("GetX", "GetY"))
        rows, columns = stack.grid.cells_at(x, y)
    test = np.array([field["split"] == "test" for field in fields])
    landslide = np.array([field["landslide"] for field in fields])
    return roc_auc_score(landslide[test], read_raster(path)[0][rows, columns][test])
