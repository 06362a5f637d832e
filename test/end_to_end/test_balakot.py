"""The susceptibility chain on real data: Balakot, Kashmir, 3,819 landslides of the 2005 earthquake and after."""

import shutil

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
    # copied, because QGIS keeps statistics beside a raster that it opens
    dem, geology, cover = (
        shutil.copyfile(DATA / name, folder / name) for name in ("AW3D30.tif", "Geology.tif", "Landcover.tif")
    )
    qgis_process("terrainfactors", DEM=dem, FACTORS=TERRAIN, OUTPUT=folder / "terrain.tif")
    qgis_process("distancefactor", INPUT=DATA / "Confirmed_faults.shp", REFERENCE=dem, OUTPUT=folder / "distance_to_faults.tif")
    layers = [folder / "terrain.tif", folder / "distance_to_faults.tif", geology, cover]
    qgis_process("stackfactors", LAYERS=layers, REFERENCE=dem, CATEGORICAL="Geology,Landcover", OUTPUT=folder / "factors.tif")
    qgis_process(
        "samplepoints",
        FACTORS=folder / "factors.tif",
        INVENTORY=DATA / "landslides.shp",
        SPLIT="spatial_blocks",
        OUTPUT=folder / "samples.gpkg",
    )
    return folder


@pytest.fixture(scope="module")
def auc_of(qgis_process, chain):
    """Return auc_of(model, validation) → AUC; each model is trained once and lies in the chain's folder."""
    found = {}

    def train(model, validation, **parameters):
        name = f"{model}_{validation}"
        if name not in found:
            run = qgis_process(
                "trainsusceptibility",
                FACTORS=chain / "factors.tif",
                SAMPLES=chain / "samples.gpkg",
                MODEL=model,
                VALIDATION=validation,
                OUTPUT=chain / f"{name}.lsm",
                METRICS=chain / f"{name}.csv",
                **parameters,
            )
            found[name] = float(run.outputs["AUC"])
        return found[name]

    return train


def test_random_forest_reaches_what_is_known_there(auc_of):
    auc = {validation: auc_of("random_forest", validation) for validation in ("random_cv", "spatial_cv")}
    show("Balakot, random forest", auc)
    assert auc["random_cv"] >= 0.88
    assert 0.78 <= auc["spatial_cv"] <= 0.86


def test_xgboost_and_the_cnn_on_the_same_folds(auc_of):
    auc = {
        "xgboost": auc_of("xgboost", "spatial_cv"),
        "cnn": auc_of("cnn", "spatial_cv", EPOCHS=10),
    }
    show("Balakot, spatial folds", auc)
    assert all(value > 0.7 for value in auc.values())


def test_frequency_ratio_rises_with_the_class(qgis_process, chain, auc_of):
    auc_of("random_forest", "spatial_cv")
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
    assert {row["factor"] for row in read_csv(chain / "frequency_ratio.csv")} >= {*TERRAIN, "geology", "landcover"}
