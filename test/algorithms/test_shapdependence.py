"""shapdependence: known contributions, exact sums, whole outputs, one sentence for bad input."""

import csv
import re

import numpy as np
import pytest
from osgeo import gdal, osr
from susceptibility_support import FACTORS, GRID, factor_values, write_samples, write_stack

from landslide_toolbox.core.factor import Factor
from landslide_toolbox.models.susceptibility.encoding import FactorEncoder
from landslide_toolbox.models.susceptibility.stored_model import load_susceptibility_model, save_susceptibility_model
from support import UTM, files_in, make_layer, read_raster

LIMIT = 25.0
"""The slope at which the stump splits: the values come to within a hundredth of it."""


@pytest.fixture(scope="module")
def values():
    return factor_values()


@pytest.fixture
def area(tmp_path, values):
    """A folder with a stack, in other order and with a hole, and samples."""
    changed = values[[2, 0, 1]].copy()
    changed[1, 5, 7] = np.nan
    write_stack(tmp_path / "stack.tif", changed, [FACTORS[2], FACTORS[0], FACTORS[1]])
    write_samples(tmp_path / "samples.gpkg", values)
    return {"FACTORS": str(tmp_path / "stack.tif"), "SAMPLES": str(tmp_path / "samples.gpkg")}


@pytest.fixture
def stump(tmp_path, values):
    """A forest of stumps that know slope alone: 1 above the limit, 0.25 below."""
    from sklearn.ensemble import RandomForestClassifier

    from landslide_toolbox.models.susceptibility.table_model import ForestModel

    cells = values.reshape(3, -1).T
    encoder = FactorEncoder.fit(FACTORS, cells)
    steep = cells[:, 0] > LIMIT
    weights = np.concatenate([np.ones(len(cells)), np.where(steep, 0, 1 / 3)])
    tables = np.concatenate([encoder.encode_table(cells)] * 2)
    labels = np.concatenate([steep, np.ones(len(cells))])
    forest = RandomForestClassifier(3, max_depth=1, max_features=None, bootstrap=False, random_state=0)
    forest.fit(tables, labels, weights)
    save_susceptibility_model(tmp_path / "m.lsm", ForestModel({"architecture": "random_forest", "window": 1}, encoder, forest))
    return {"MODEL": str(tmp_path / "m.lsm")}


@pytest.fixture
def network(tmp_path, values):
    import torch

    from landslide_toolbox.models.susceptibility.network_model import NetworkModel
    from landslide_toolbox.models.susceptibility.networks import build_network

    torch.manual_seed(0)
    encoder = FactorEncoder.fit(FACTORS, values.reshape(3, -1).T)
    model = NetworkModel(
        {"architecture": "cnn", "window": 9}, encoder, build_network("cnn", len(encoder.columns), 9), torch.device("cpu")
    )
    save_susceptibility_model(tmp_path / "m.lsm", model)
    return {"MODEL": str(tmp_path / "m.lsm")}


def rows_of(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def column(rows, name):
    return np.array([float(row[name]) for row in rows])


def test_a_stump_is_explained_by_its_one_factor(run, area, stump, values, tmp_path):
    from qgis.core import QgsRasterLayer

    outputs = {"TABLE": "t.csv", "REPORT": "r.html", "OUTPUT": "shap.tif", "DOMINANT": "dominant.tif"}
    outputs = {name: str(tmp_path / "out" / file) for name, file in outputs.items()}
    run("shapdependence", **area, **stump, **outputs, BACKGROUND=10_000)
    rows = rows_of(outputs["TABLE"])
    slope, share = column(rows, "slope"), column(rows, "shap_slope")
    prediction = np.where(slope > LIMIT, 1.0, 0.25)
    base = prediction[[row["split"] == "train" for row in rows]].mean()  # of the training samples, and of all of them
    np.testing.assert_allclose(column(rows, "prediction"), prediction, atol=1e-9)
    np.testing.assert_allclose(column(rows, "base"), base, atol=1e-9)
    np.testing.assert_allclose(share, prediction - base, atol=1e-9)
    assert np.abs(column(rows, "shap_aspect")).max() == np.abs(column(rows, "shap_rock")).max() == 0
    assert "differ from the prediction by at most" in run.log and "(probability)" in run.log

    shares, expected = read_raster(outputs["OUTPUT"]), np.where(values[0] > LIMIT, 1.0, 0.25) - base
    expected[5, 7] = np.nan
    np.testing.assert_allclose(shares[0], expected, atol=1e-6)
    assert np.isnan(shares[:, 5, 7]).all() and np.nanmax(np.abs(shares[1:])) == 0
    dataset = gdal.Open(outputs["OUTPUT"])
    bands = [dataset.GetRasterBand(number) for number in (1, 2, 3)]
    assert [band.GetDescription() for band in bands] == ["slope", "aspect", "rock"]
    assert bands[0].GetMetadataItem("UNITS") == "probability"
    dominant = read_raster(outputs["DOMINANT"])[0]
    assert dominant[5, 7] == 0 and dominant.sum() == 60 * 60 - 1
    assert gdal.Open(outputs["DOMINANT"]).GetRasterBand(1).GetDefaultRAT().GetValueAsString(0, 1) == "slope"

    layers = [QgsRasterLayer(outputs[name]) for name in ("OUTPUT", "DOMINANT")]  # a renderer dies with its layer
    renderer = layers[0].renderer()
    assert (renderer.type(), renderer.band()) == ("singlebandpseudocolor", 1)
    assert renderer.classificationMax() == -renderer.classificationMin() == pytest.approx(1 - base, rel=1e-5)
    assert [entry.label for entry in layers[1].renderer().classes()] == ["slope", "aspect", "rock"]

    importance = rows_of(tmp_path / "out" / "r_files" / "importance.csv")
    assert importance[0]["factor"] == "slope" and float(importance[0]["share (%)"]) == pytest.approx(100)
    waterfall = rows_of(tmp_path / "out" / "r_files" / "waterfall.csv")
    assert float(waterfall[0]["SHAP value (probability)"]) == pytest.approx(1 - base)
    html = (tmp_path / "out" / "r.html").read_text(encoding="utf-8")
    assert html.count("<img ") == 6 and "differ from the prediction" in html


def test_a_network_is_mapped_as_its_samples_are_explained(run, area, network, tmp_path):
    outputs = {"TABLE": str(tmp_path / "t.csv"), "OUTPUT": str(tmp_path / "shap.tif")}
    run("shapdependence", **area, **network, **outputs, BACKGROUND=5, DEVICE="cpu")
    rows, shares = rows_of(outputs["TABLE"]), read_raster(outputs["OUTPUT"])
    assert np.argwhere(np.isnan(shares)).tolist() == [[band, 5, 7] for band in range(3)]
    cell_rows, cell_columns = GRID.cells_at(column(rows, "x"), column(rows, "y"))
    for band, name in enumerate(("slope", "aspect", "rock")):
        np.testing.assert_allclose(shares[band, cell_rows, cell_columns], column(rows, f"shap_{name}"), atol=1e-5)
    sums = sum(column(rows, f"shap_{name}") for name in ("slope", "aspect", "rock")) + column(rows, "base")
    np.testing.assert_allclose(sums, column(rows, "prediction"), atol=1e-5)
    assert "(log-odds)" in run.log


@pytest.mark.slow
def test_the_place_asked_for_is_explained_whatever_its_crs(run, area, stump, values, tmp_path):
    steep = np.argwhere(values[0] < LIMIT)[0]
    x, y = GRID.centres(*steep)

    metric, degrees = osr.SpatialReference(), osr.SpatialReference()
    metric.ImportFromEPSG(UTM), degrees.ImportFromEPSG(4326)
    for reference in (metric, degrees):
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    longitude, latitude, _ = osr.CoordinateTransformation(metric, degrees).TransformPoint(float(x), float(y))
    point = f"{longitude},{latitude} [EPSG:4326]"
    run("shapdependence", **area, **stump, REPORT=str(tmp_path / "r.html"), POINT=point, TOP=1)
    row = rows_of(tmp_path / "r_files" / "waterfall.csv")[0]
    assert float(row["value"]) == pytest.approx(values[0, steep[0], steep[1]])
    assert float(row["SHAP value (probability)"]) < 0


def test_cells_of_another_size_than_the_trainings_are_said(run, area, stump, tmp_path):
    model = load_susceptibility_model(stump["MODEL"], "cpu")
    model.card["cell_size"] = 10.0
    save_susceptibility_model(stump["MODEL"], model)
    run("shapdependence", **area, **stump, REPORT=str(tmp_path / "r.html"), MAX_SAMPLES=20, BACKGROUND=3, TOP=1)
    said = "trained on cells of 10 and is applied to cells of 30"
    assert said in run.log and said in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_the_same_seed_draws_the_same_samples(run, area, stump, tmp_path):
    tables = []
    for seed in (1, 1, 2):
        run("shapdependence", **area, **stump, TABLE=str(tmp_path / "t.csv"), MAX_SAMPLES=20, BACKGROUND=3, SEED=seed)
        tables.append((tmp_path / "t.csv").read_text())
    assert tables[0] == tables[1] != tables[2]
    assert len(tables[0].splitlines()) == 21


def test_only_samples_with_every_factor_are_drawn(run, area, stump, values, tmp_path):
    changed = values.copy()
    changed[1, :50] = np.nan  # five sixths of the area
    write_stack(tmp_path / "holes.tif", changed)
    table = str(tmp_path / "t.csv")
    run("shapdependence", **area | {"FACTORS": str(tmp_path / "holes.tif")}, **stump, TABLE=table, MAX_SAMPLES=20, BACKGROUND=1)
    assert len(rows_of(table)) == 20
    assert re.search(r"\d+ of 400 samples lack a factor", run.log)
    assert "20 samples are explained against 1 training samples" in run.log


@pytest.mark.parametrize("at", [10.0, 40.0])
def test_cancel_leaves_nothing_behind(cancelled_run, area, stump, tmp_path, at):
    outputs = {"TABLE": "t.csv", "REPORT": "r.html", "OUTPUT": "shap.tif", "DOMINANT": "dominant.tif"}
    before = files_in(tmp_path)
    cancelled_run("shapdependence", at=at, **area, **stump, **{name: str(tmp_path / file) for name, file in outputs.items()})
    assert files_in(tmp_path) == before


def test_bad_input_gets_one_sentence(refusal, area, stump, values, tmp_path):
    given = area | stump | {"TABLE": str(tmp_path / "t.csv"), "REPORT": str(tmp_path / "r.html")}
    write_stack(tmp_path / "fewer.tif", values[:2], FACTORS[:2])
    write_stack(tmp_path / "other.tif", values, [Factor("slope", units="percent"), *FACTORS[1:]])
    write_samples(tmp_path / "all_test.gpkg", values, split=np.full(400, "test"))
    make_layer(tmp_path / "far.gpkg", ["POINT(0 0)"], attributes={"landslide": [1]})
    (tmp_path / "text.lsm").write_text("hello")
    before = files_in(tmp_path)
    for changes, sentence in (
        ({"MODEL": str(tmp_path / "text.lsm")}, r"MODEL .*is not a Landslide Toolbox model"),
        ({"MODEL": str(tmp_path / "absent.lsm")}, r"MODEL .*does not exist"),
        ({"FACTORS": str(tmp_path / "fewer.tif")}, r"FACTORS .*lacks the factors rock"),
        ({"FACTORS": str(tmp_path / "other.tif")}, r"slope of units percent .*degree"),
        ({"SAMPLES": str(tmp_path / "all_test.gpkg")}, r"SAMPLES .*has no training samples to compare with"),
        ({"SAMPLES": str(tmp_path / "far.gpkg")}, r"SAMPLES .*wholly outside"),
        ({"POINT": "0,0"}, r"POINT .*lies outside the stack"),
        ({"POINT": "500225,3999835 [EPSG:32643]"}, r"POINT .*where a factor has no value"),
        ({"POINT": "500315,3999835 [EPSG:32643]", "REPORT": ""}, r"POINT .*is shown in REPORT alone"),
        ({"TABLE": "", "REPORT": ""}, r"REPORT .*choose at least one"),
        ({"TABLE": area["FACTORS"]}, r"TABLE .*is also an input"),
    ):
        message = refusal("shapdependence", **(given | changes))
        assert re.search(sentence, message), message
        assert files_in(tmp_path) == before
