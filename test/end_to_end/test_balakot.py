"""The susceptibility chain on real data: Balakot, Kashmir, 3,819 landslides of the 2005 earthquake and after."""

import pytest

from support import SHARED_DATA, read_csv, show

DATA = SHARED_DATA / "balakot"
TERRAIN = ["altitude", "slope", "aspect", "plan_curvature", "profile_curvature", "relief"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not DATA.is_dir(), reason=f"the Balakot data are not at {DATA}"),
]


@pytest.fixture(scope="module")
def chain(qgis_process, tmp_path_factory):
    """Run the factors once; return the folder with factors.tif and samples.gpkg."""
    folder = tmp_path_factory.mktemp("balakot")
    dem = DATA / "AW3D30.tif"
    qgis_process("terrainfactors", DEM=dem, FACTORS=TERRAIN, OUTPUT=folder / "terrain.tif")
    qgis_process("distancefactor", INPUT=DATA / "Confirmed_faults.shp", REFERENCE=dem, OUTPUT=folder / "distance_to_faults.tif")
    layers = [folder / "terrain.tif", folder / "distance_to_faults.tif", DATA / "Geology.tif", DATA / "Landcover.tif"]
    qgis_process("stackfactors", LAYERS=layers, REFERENCE=dem, CATEGORICAL="Geology,Landcover", OUTPUT=folder / "factors.tif")
    qgis_process(
        "samplepoints",
        FACTORS=folder / "factors.tif",
        INVENTORY=DATA / "landslides.shp",
        SPLIT="spatial_blocks",
        OUTPUT=folder / "samples.gpkg",
    )
    return folder


def train(qgis_process, folder, model, validation, **parameters):
    run = qgis_process(
        "trainsusceptibility",
        FACTORS=folder / "factors.tif",
        SAMPLES=folder / "samples.gpkg",
        MODEL=model,
        VALIDATION=validation,
        OUTPUT=folder / f"{model}_{validation}.lsm",
        METRICS=folder / f"{model}_{validation}.csv",
        **parameters,
    )
    return float(run.outputs["AUC"])


def test_random_forest_reaches_what_is_known_there(qgis_process, chain):
    auc = {validation: train(qgis_process, chain, "random_forest", validation) for validation in ("random_cv", "spatial_cv")}
    show("Balakot, random forest", auc)
    assert auc["random_cv"] >= 0.88
    assert 0.78 <= auc["spatial_cv"] <= 0.86


def test_xgboost_and_the_cnn_on_the_same_folds(qgis_process, chain):
    auc = {
        "xgboost": train(qgis_process, chain, "xgboost", "spatial_cv"),
        "cnn": train(qgis_process, chain, "cnn", "spatial_cv", EPOCHS=10),
    }
    show("Balakot, spatial folds", auc)
    assert all(value > 0.7 for value in auc.values())


def test_frequency_ratio_rises_with_the_class(qgis_process, chain):
    train(qgis_process, chain, "random_forest", "spatial_cv")
    qgis_process(
        "applysusceptibility",
        FACTORS=chain / "factors.tif",
        MODEL=chain / "random_forest_spatial_cv.lsm",
        OUTPUT=chain / "map.tif",
    )
    qgis_process(
        "classifysusceptibility",
        INPUT=chain / "map.tif",
        INVENTORY=DATA / "landslides.shp",
        OUTPUT=chain / "classes.tif",
        TABLE=chain / "classes.csv",
    )
    rows = read_csv(chain / "classes.csv")
    ratios = [float(row["frequency_ratio"]) for row in rows]
    show("Balakot, frequency ratio from very low to very high", ratios)
    assert len(ratios) == 5
    assert ratios == sorted(ratios)


def test_frequency_ratio_of_the_factors(qgis_process, chain):
    qgis_process(
        "frequencyratio", FACTORS=chain / "factors.tif", INVENTORY=DATA / "landslides.shp", TABLE=chain / "frequency_ratio.csv"
    )
    assert {row["factor"] for row in read_csv(chain / "frequency_ratio.csv")} >= {*TERRAIN, "Geology", "Landcover"}
