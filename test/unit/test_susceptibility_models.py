"""Encoder and model file of susceptibility models."""

import json
from dataclasses import replace

import numpy as np
import pytest

from landslide_toolbox.core.errors import Cancelled, InputError
from landslide_toolbox.core.factor import CATEGORICAL, CIRCULAR, Factor
from landslide_toolbox.core.progress import never_stop, no_progress
from landslide_toolbox.core.susceptibility.metrics import auc
from landslide_toolbox.models.model_file import ModelFile, read_model_file, write_model_file
from landslide_toolbox.models.susceptibility.encoding import FactorEncoder
from landslide_toolbox.models.susceptibility.fitting import fit
from landslide_toolbox.models.susceptibility.frequency_ratio_model import class_numbers
from landslide_toolbox.models.susceptibility.resampling import PatchResampling
from landslide_toolbox.models.susceptibility.settings import DEFAULTS
from landslide_toolbox.models.susceptibility.stored_model import load_susceptibility_model, save_susceptibility_model
from landslide_toolbox.models.susceptibility.training_data import TrainingData

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
    between = np.array([[0, 0], [0, 0], [5, 5.5]], np.float32)
    assert encoder.unknown_categories(between) == {"lithology": [5.5]}


def test_categories_with_fractions_are_refused():
    with pytest.raises(InputError, match="lithology.* holds fractions where categories are whole numbers"):
        FactorEncoder.fit(FACTORS, raw_values(500).T + np.float32(0.5))


def test_an_encoder_survives_json(encoder):
    again = FactorEncoder.from_json(json.loads(json.dumps(encoder.to_json())))
    values = raw_values((4, 5), 1)
    np.testing.assert_array_equal(again.encode(values), encoder.encode(values))
    assert again.factors == FACTORS


def training_data(window, count=150):
    """Patches whose middle slope decides: landslides above 20 degrees, with a category only some know."""
    patches = np.moveaxis(raw_values((count, window, window)), 0, 1)
    landslide = (patches[:, 0, window // 2, window // 2] > 20).astype(np.int8)
    ids = np.where(landslide, np.arange(count) // 2 + 1, 0)
    return TrainingData(FACTORS, patches, landslide, ids, np.arange(count) % 3 + 1, np.arange(count) % 10 + 1, "samples")


def fitted(architecture, data=None):
    settings = DEFAULTS[architecture].changed(epochs=2, trees=30, device="cpu", batch_size=32)
    return fit(data or training_data(settings.window), settings, None, no_progress, never_stop).model


@pytest.mark.parametrize("architecture", DEFAULTS)
def test_a_model_predicts_the_same_after_loading_and_on_rasters(tmp_path, architecture):
    model = fitted(architecture)
    save_susceptibility_model(tmp_path / "m.lsm", model)
    loaded = load_susceptibility_model(tmp_path / "m.lsm", "cpu")
    values = raw_values((7 + 2 * model.margin, 6 + 2 * model.margin), 2)
    values[1, model.margin + 3, model.margin + 4] = np.nan
    values[2, model.margin + 1, model.margin + 1] = 77  # a category never seen
    raster = loaded.predict_raster(values)
    assert (raster.shape, raster.dtype) == ((7, 6), np.float32)
    assert np.argwhere(np.isnan(raster)).tolist() == [[3, 4]]
    side = model.window
    patches = np.stack([values[:, r : r + side, c : c + side] for r in range(7) for c in range(6)])
    np.testing.assert_allclose(model.predict_patches(patches).reshape(7, 6), raster, atol=1e-5)
    assert (loaded.factors, loaded.kind) == (FACTORS, model.kind)
    assert np.nanstd(raster) > 1e-4
    assert np.nanmin(raster) >= 0
    assert np.nanmax(raster) <= 1


@pytest.mark.parametrize("architecture", [name for name, settings in DEFAULTS.items() if settings.window == 1])
def test_models_of_single_cells_learn_a_plain_rule(architecture):
    settings = DEFAULTS[architecture].changed(epochs=30, trees=30, device="cpu", batch_size=32, learning_rate=0.02)
    model = fit(training_data(1, 400), settings, None, no_progress, never_stop).model
    fresh = training_data(1, 300)
    assert auc(fresh.landslide, model.predict_patches(fresh.patches)) > 0.97


@pytest.mark.parametrize(("architecture", "widest"), [("svm", 0.05), ("gbdt_lr", 0.24)])
def test_labels_drawn_by_lot_give_no_sure_probabilities(architecture, widest):
    """What turns distances and leaves into probabilities must not have seen the labels that these were fitted to."""
    fresh, spreads = np.moveaxis(raw_values((300, 1, 1), 3), 0, 1), []
    for seed in range(3):
        labels = np.random.default_rng(seed).integers(0, 2, 300).astype(np.int8)
        data = replace(training_data(1, 300), landslide=labels, landslide_id=labels * np.arange(1, 301))
        model = fit(data, DEFAULTS[architecture].changed(seed=seed), None, no_progress, never_stop).model
        spreads.append(model.predict_patches(fresh).std())
    assert np.mean(spreads) < widest


@pytest.mark.parametrize("architecture", ["cnn_1d", "xgboost"])
def test_training_stops_when_the_watched_loss_no_longer_falls_and_keeps_the_best_round(architecture):
    """Labels are drawn by lot, so that there is little to learn and soon too much is learnt."""
    random = np.random.default_rng(0)
    data, watched = (replace(training_data(1), landslide=random.integers(0, 2, 150).astype(np.int8)) for _ in range(2))
    settings = DEFAULTS[architecture].changed(
        epochs=200, trees=200, patience=5, learning_rate=0.02, device="cpu", batch_size=32
    )
    fitted = fit(data, settings, watched, no_progress, never_stop)
    losses = [record.watched_loss for record in fitted.history]
    assert fitted.rounds == 1 + int(np.argmin(losses))
    assert len(losses) == fitted.rounds + 5 < 200
    probability = fitted.model.predict_patches(watched.patches)
    right = np.where(watched.landslide == 1, probability, 1 - probability)
    assert -np.log(right).mean() == pytest.approx(min(losses), rel=1e-4)


@pytest.mark.parametrize("architecture", ["cnn_1d", "random_forest", "xgboost", "gbdt_lr"])
def test_the_seed_repeats_a_model_and_another_makes_another(architecture):
    data = training_data(1)
    settings = DEFAULTS[architecture].changed(epochs=2, trees=5, device="cpu", batch_size=32)
    predicted = []
    for seed in (1, 1, 2):
        model = fit(data, settings.changed(seed=seed), None, no_progress, never_stop).model
        predicted.append(model.predict_patches(data.patches))
    np.testing.assert_array_equal(predicted[0], predicted[1])
    assert (predicted[0] != predicted[2]).any()


@pytest.mark.parametrize("architecture", ["cnn", "random_forest", "xgboost", "gbdt_lr"])
def test_an_ensemble_is_the_mean_of_its_members_with_their_spread(tmp_path, architecture):
    settings = DEFAULTS[architecture].changed(epochs=1, trees=8, members=3, device="cpu", batch_size=32)
    model = fit(training_data(settings.window), settings, None, no_progress, never_stop).model
    save_susceptibility_model(tmp_path / "m.lsm", model)
    loaded = load_susceptibility_model(tmp_path / "m.lsm", "cpu")
    values = raw_values((6 + 2 * model.margin, 5 + 2 * model.margin), 2)
    values[0, model.margin, model.margin] = np.nan
    every = np.stack([member.predict_raster(values) for member in model.members])
    mean, spread = loaded.predict_raster_with_spread(values)
    assert len(loaded.members) == 3
    np.testing.assert_allclose(mean, every.mean(axis=0), atol=1e-6)
    np.testing.assert_allclose(spread, every.std(axis=0), atol=1e-6)
    np.testing.assert_allclose(loaded.predict_raster(values), mean, atol=1e-6)
    assert np.nanmax(spread) > 1e-3
    assert np.isnan(spread[0, 0])


@pytest.mark.parametrize("window", [9, 0, "9", None])
def test_a_window_that_cannot_be_is_damage(tmp_path, window):
    model = fitted("logistic_regression")
    model.card["window"] = window
    save_susceptibility_model(tmp_path / "m.lsm", model)
    with pytest.raises(InputError, match="MODEL .*is damaged .*window"):
        load_susceptibility_model(tmp_path / "m.lsm", "cpu")


def test_a_single_model_has_no_spread():
    with pytest.raises(InputError, match="UNCERTAINTY .*MEMBERS"):
        fitted("logistic_regression").check_has_members()


def test_a_bootstrap_draws_whole_landslides():
    data = training_data(1)
    drawn = data.resampled(3)
    sizes = {number: (data.landslide_id == number).sum() for number in np.unique(data.landslide_id) if number}
    times = {number: (drawn.landslide_id == number).sum() / sizes[number] for number in sizes}
    assert set(times.values()) >= {0, 1, 2}
    assert all(value == int(value) for value in times.values())
    assert sum(times.values()) == len(sizes)
    assert (drawn.landslide == 0).sum() == (data.landslide == 0).sum()


def test_frequency_ratios_are_shares_over_shares():
    raw = np.array([[1, 1, 1, 2, 2, 2, 2, 2]], np.float32).T.reshape(8, 1, 1, 1)
    landslide = np.array([1, 1, 0, 1, 0, 0, 0, 0], np.int8)
    data = TrainingData([Factor("rock", CATEGORICAL)], raw, landslide, landslide.astype(int), landslide, landslide)
    model = fit(data, DEFAULTS["frequency_ratio"], None, no_progress, never_stop).model
    assert model.ratios[0] == pytest.approx([(2 / 3) / (1 / 5), (1 / 3) / (4 / 5)])
    assert model.sums(np.array([[1, 2, 9]])) == pytest.approx([10 / 3, 5 / 12, 1])


def test_a_class_that_only_landslides_know_counts_as_if_one_sample_without_were_in_it():
    raw = np.array([1, 1, 3, 3, 2, 2, 2, 2, 2, 2], np.float32).reshape(10, 1, 1, 1)
    landslide = np.array([1, 0, 1, 1, 1, 0, 0, 0, 0, 0], np.int8)
    data = TrainingData([Factor("rock", CATEGORICAL)], raw, landslide, landslide.astype(int), landslide, landslide)
    model = fit(data, DEFAULTS["frequency_ratio"], None, no_progress, never_stop).model
    assert model.ratios[0] == pytest.approx([(1 / 4) / (1 / 6), (1 / 4) / (5 / 6), (2 / 4) / (1 / 6)])


def test_a_value_at_a_limit_is_in_the_class_above():
    assert class_numbers(Factor("slope"), np.array([9.9, 10, 10.1, 20]), np.array([10, 20])).tolist() == [0, 1, 1, 2]


def test_balanced_weights_make_both_classes_weigh_alike_and_are_1_on_average():
    data = training_data(1).chosen(np.argsort(training_data(1).landslide, kind="stable")[:100])
    weights = data.weights(True)
    assert 0 < data.landslide.sum() < 50
    assert weights[data.landslide == 1].sum() == pytest.approx(weights[data.landslide == 0].sum()) == pytest.approx(50)
    assert set(data.weights(False)) == {1}


@pytest.mark.parametrize(
    ("architecture", "looks"),
    [("cnn_1d", 5), ("random_forest", 3), ("xgboost", 30), ("gbdt_lr", 4), ("svm", 4), ("logistic_regression", 1)],
)
def test_cancel_is_heard_at_every_step_of_a_fit(architecture, looks):
    """Of an epoch of 150 samples in batches of 32, of 30 trees, of three machines for the curve."""
    settings = DEFAULTS[architecture].changed(epochs=1, trees=30, device="cpu", batch_size=32)
    data, asked = training_data(1), []
    fit(data, settings, None, no_progress, lambda: bool(asked.append(1)))
    assert len(asked) >= looks
    last, asked = len(asked), []
    with pytest.raises(Cancelled):
        fit(data, settings, None, no_progress, lambda: asked.append(1) or len(asked) == last)


def test_aspect_sectors_go_round_the_north():
    aspect = np.array([-1, 0, 22, 23, 350, 359, 180])
    assert class_numbers(Factor("aspect", CIRCULAR), aspect, np.empty(0)).tolist() == [8, 0, 0, 1, 0, 0, 4]


def test_resampling_averages_areas_around_the_middle_cell():
    import torch

    patch = torch.arange(22.0).expand(1, 1, 22, 22)
    assert PatchResampling.centre(13)(torch.arange(169.0).view(1, 1, 13, 13)).item() == 6 * 13 + 6
    middle = PatchResampling.scaled(22, 12, 12)(patch)[0, 0, 0]
    assert middle.tolist() == list(range(5, 17))
    whole = PatchResampling.scaled(22, 22, 12)(patch)[0, 0, 0]
    assert whole.numpy() == pytest.approx(np.arange(12) * 22 / 12 + 22 / 24 - 0.5, abs=0.1)
    assert whole.mean().item() == pytest.approx(10.5, abs=1e-4)


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
    with pytest.raises(InputError, match="LogisticRegression"):
        load_susceptibility_model(tmp_path / "m.lsm", "cpu")


@pytest.mark.parametrize("architecture", ["cnn", "cnn_1d", "cnn_2d", "hybrid_cnn", "cnn_3d", "multiscale_cnn_3d"])
def test_a_wider_network_is_wider_and_comes_back_from_its_file(tmp_path, architecture):
    data = training_data(DEFAULTS[architecture].window, 60)
    sizes = []
    for width in (0.5, 1.0):
        settings = DEFAULTS[architecture].changed(epochs=1, device="cpu", batch_size=32, width=width)
        model = fit(data, settings, None, no_progress, never_stop).model
        save_susceptibility_model(tmp_path / "m.lsm", model)
        loaded = load_susceptibility_model(tmp_path / "m.lsm", "cpu")
        np.testing.assert_array_equal(loaded.predict_patches(data.patches), model.predict_patches(data.patches))
        sizes.append(sum(parameter.numel() for parameter in model.network.parameters() if parameter.requires_grad))
    assert sizes[0] < 0.7 * sizes[1]


def test_ranks_do_not_depend_on_how_a_factor_is_stretched():
    values = np.random.default_rng(0).lognormal(0, 2, (2000, 1)).astype(np.float32)
    factor = [Factor("distance", units="m")]
    plain = FactorEncoder.fit(factor, values, "ranks")
    stretched = FactorEncoder.fit(factor, np.log(values), "ranks")
    encoded = plain.encode_table(values)
    np.testing.assert_allclose(stretched.encode_table(np.log(values)), encoded, atol=0.05)
    assert encoded.std() == pytest.approx(1, abs=0.02)
    assert np.abs(encoded).max() == pytest.approx(3**0.5, abs=1e-6)
    assert plain.encode(np.array([[np.nan, 1e9]]))[0].tolist() == [0, pytest.approx(3**0.5)]
    again = FactorEncoder.from_json(json.loads(json.dumps(plain.to_json())))
    np.testing.assert_array_equal(again.encode_table(values), encoded)


def test_dropout_goes_where_it_is_asked_for():
    import torch

    from landslide_toolbox.models.susceptibility.networks import build_network, set_dropout

    network = build_network("hybrid_cnn", 4, 9)
    set_dropout(network, 0.11, 0.22)
    found = {name: module.p for name, module in network.named_modules() if isinstance(module, torch.nn.Dropout)}
    assert found == {"features.dropout": 0.11, "dropout": 0.22}


def test_nodata_in_a_window_counts_as_the_training_mean_and_beyond_the_edge_the_map_is_mirrored(tmp_path):
    from landslide_toolbox.core.factor_stack import create_factor_stack, open_factor_stack
    from landslide_toolbox.core.grid import Grid
    from landslide_toolbox.core.susceptibility.patches import read_mirrored
    from support import UTM, wkt_of

    model = fitted("cnn")
    values = raw_values((20, 20), 5)
    values[0, 10, 11] = np.nan
    grid = Grid(wkt_of(UTM), (500_000.0, 10.0, 0.0, 4_000_000.0, 0.0, -10.0), 20, 20)
    with create_factor_stack(tmp_path / "s.tif", grid, FACTORS) as writer:
        writer.write(values, grid.whole())
    with open_factor_stack(tmp_path / "s.tif") as stack:
        found = model.predict_raster(read_mirrored(stack, grid.whole().grown(4)))
    assert np.argwhere(np.isnan(found)).tolist() == [[10, 11]]  # only the cell that lacks a factor itself
    filled = values.copy()
    filled[0, 10, 11] = model.encoder.to_json()["statistics"][0]["mean"]
    mirrored = np.pad(filled, ((0, 0), (4, 4), (4, 4)), mode="symmetric")
    expected = model.predict_raster(mirrored)
    expected[10, 11] = np.nan
    np.testing.assert_allclose(found, expected, atol=1e-6)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("cell_size",), "30"),
        (("cell_size",), float("nan")),
        (("window",), True),
        (("thresholds", "half"), "0.5"),
        (("thresholds", "half"), float("nan")),
        (("calibration",), {"kind": "isotonic", "numbers": []}),
        (("encoder", "factors", 0, "name"), None),
        (("encoder", "factors", 0, "name"), ["slope"]),
        (("encoder", "factors", 0, "units"), 7),
        (("encoder", "factors", 0, "kind"), None),
        (("encoder", "statistics", 0, "mean"), None),
        (("encoder", "statistics", 0, "mean"), float("nan")),
        (("encoder", "statistics", 0, "std"), {}),
        (("encoder", "statistics", 0, "std"), -1.0),
        (("encoder", "statistics", 2, "values"), [2, 5, "9"]),
        (("encoder", "statistics", 2, "values"), [2, 5, None]),
    ],
)
def test_a_card_with_values_of_another_type_is_refused(tmp_path, place, value):
    """They would end in a traceback, or worse, in a map of nonsense."""
    save_susceptibility_model(tmp_path / "m.lsm", fitted("logistic_regression"))
    file = read_model_file(tmp_path / "m.lsm", "susceptibility")
    part = file.card
    part["thresholds"] = {"half": 0.5}
    write_model_file(tmp_path / "m.lsm", file)
    assert load_susceptibility_model(tmp_path / "m.lsm", "cpu").window == 1
    for name in place[:-1]:
        part = part[name]
    part[place[-1]] = value
    write_model_file(tmp_path / "m.lsm", file)
    with pytest.raises(InputError, match="MODEL .*is damaged .*train the model again"):
        load_susceptibility_model(tmp_path / "m.lsm", "cpu")


def test_a_model_of_a_newer_toolbox_is_told_from_a_damaged_one(tmp_path, encoder):
    card = {"task": "susceptibility", "architecture": "transformer", "window": 9, "encoder": encoder.to_json()}
    write_model_file(tmp_path / "m.lsm", ModelFile(card, "weights.safetensors", b""))
    with pytest.raises(InputError, match="is a transformer, which this toolbox does not know; update it"):
        load_susceptibility_model(tmp_path / "m.lsm", "cpu")
