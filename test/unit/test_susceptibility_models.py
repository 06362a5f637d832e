"""Encoder and model file of susceptibility models."""

import json

import numpy as np
import pytest

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.factor import CATEGORICAL, CIRCULAR, Factor
from landslide_toolbox.models.model_file import ModelFile, write_model_file
from landslide_toolbox.models.susceptibility.encoding import FactorEncoder
from landslide_toolbox.models.susceptibility.model import load_susceptibility_model, save_susceptibility_model

FACTORS = [Factor("slope", units="degree"), Factor("aspect", CIRCULAR, "degree"), Factor("lithology", CATEGORICAL)]


def raw_values(shape, seed=0):
    random = np.random.default_rng(seed)
    slope, aspect = random.normal(20, 8, shape), random.uniform(0, 360, shape)
    return np.stack([slope, aspect, random.choice([2, 5, 9], shape)]).astype(np.float32)


@pytest.fixture
def encoder():
    return FactorEncoder.fit(FACTORS, raw_values(500).T)


def test_encoding_scales_turns_and_splits(encoder):
    values = np.array([[20, 30, np.nan], [90, -1, np.nan], [5, 7, np.nan]], np.float32)
    encoded = encoder.encode(values)
    slopes = raw_values(500)[0].astype(float)
    assert encoder.columns == ["slope", "aspect_sine", "aspect_cosine", "lithology_2", "lithology_5", "lithology_9"]
    assert encoder.column_factor == [0, 1, 1, 2, 2, 2]
    assert encoded[0, :2] == pytest.approx((np.array([20, 30]) - slopes.mean()) / slopes.std(), abs=1e-5)
    assert encoded[1:3, 0] == pytest.approx([1, 0], abs=1e-6)
    assert encoded[1:, 1].tolist() == [0, 0, 0, 0, 0]  # flat ground and a category never seen
    assert encoded[:, 2].tolist() == [0] * 6
    assert encoder.unknown_categories(values) == {"lithology": [7]}


def test_an_encoder_survives_json(encoder):
    again = FactorEncoder.from_json(json.loads(json.dumps(encoder.to_json())))
    values = raw_values((4, 5), 1)
    np.testing.assert_array_equal(again.encode(values), encoder.encode(values))
    assert again.factors == FACTORS


def trained_model(architecture, encoder):
    values = raw_values(500)
    table, landslide = encoder.encode_table(values.T), (values[0] > 20).astype(int)
    card = {"architecture": architecture, "window": 9 if architecture == "cnn" else 1}
    if architecture == "random_forest":
        from sklearn.ensemble import RandomForestClassifier

        from landslide_toolbox.models.susceptibility.table_model import ForestModel

        return ForestModel(card, encoder, RandomForestClassifier(20, random_state=0).fit(table, landslide))
    if architecture == "xgboost":
        import xgboost

        from landslide_toolbox.models.susceptibility.table_model import XGBoostModel

        data = xgboost.DMatrix(table, landslide)
        return XGBoostModel(card, encoder, xgboost.train({"objective": "binary:logistic"}, data, 20))
    import torch

    from landslide_toolbox.models.susceptibility.network_model import NetworkModel
    from landslide_toolbox.models.susceptibility.networks import build_network

    torch.manual_seed(0)
    return NetworkModel(card, encoder, build_network("cnn", len(encoder.columns), 9), torch.device("cpu"))


@pytest.mark.parametrize("architecture", ["random_forest", "xgboost", "cnn"])
def test_a_model_predicts_the_same_after_loading_and_on_rasters(tmp_path, encoder, architecture):
    model = trained_model(architecture, encoder)
    save_susceptibility_model(tmp_path / "m.lsm", model)
    loaded = load_susceptibility_model(tmp_path / "m.lsm", "cpu")
    values = raw_values((12 + 2 * model.margin, 10 + 2 * model.margin), 2)
    values[1, model.margin + 3, model.margin + 4] = np.nan
    raster = loaded.predict_raster(values)
    assert (raster.shape, raster.dtype) == ((12, 10), np.float32)
    assert np.argwhere(np.isnan(raster)).tolist() == [[3, 4]]
    side = model.window
    patches = np.stack([values[:, r : r + side, c : c + side] for r in range(12) for c in range(10)])
    np.testing.assert_allclose(model.predict_patches(patches).reshape(12, 10), raster, atol=1e-5)
    assert (loaded.factors, loaded.kind) == (FACTORS, model.kind)
    assert np.nanstd(raster) > 1e-4


@pytest.mark.parametrize("name", ["weights.safetensors", "model.ubj", "model.skops"])
def test_a_damaged_payload_is_refused_in_one_sentence(tmp_path, encoder, name):
    card = {"task": "susceptibility", "architecture": "cnn", "window": 9, "encoder": encoder.to_json()}
    write_model_file(tmp_path / "m.lsm", ModelFile(card, name, b"nonsense"))
    with pytest.raises(InputError, match="MODEL .*train the model again"):
        load_susceptibility_model(tmp_path / "m.lsm", "cpu")


def test_a_forest_file_with_another_object_is_refused(tmp_path, encoder):
    from sklearn.linear_model import LogisticRegression
    from skops.io import dumps

    card = {"task": "susceptibility", "architecture": "random_forest", "window": 1, "encoder": encoder.to_json()}
    write_model_file(tmp_path / "m.lsm", ModelFile(card, "model.skops", dumps(LogisticRegression())))
    with pytest.raises(InputError, match="no random forest"):
        load_susceptibility_model(tmp_path / "m.lsm", "cpu")
