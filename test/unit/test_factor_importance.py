"""Importance of factors whose part in the landslides is known, and samples held out fairly."""

import numpy as np
import pytest

from landslide_toolbox.core.analysis.factor_samples import FactorSamples, held_out
from landslide_toolbox.core.errors import Cancelled
from landslide_toolbox.core.factor import CATEGORICAL, CIRCULAR, Factor
from landslide_toolbox.models.susceptibility.factor_importance import forest_importance, gini_importance

FACTORS = [Factor("noise"), Factor("aspect", CIRCULAR), Factor("rock", CATEGORICAL), Factor("slope")]


def known_samples(count=600):
    random = np.random.default_rng(1)
    noise, aspect, rock, slope = (
        random.normal(size=count),
        random.uniform(0, 360, count),
        random.integers(1, 4, count),
        random.uniform(0, 60, count),
    )
    chance = 1 / (1 + np.exp(-0.15 * (slope - 30) - 1.5 * (rock == 2)))
    return np.stack([noise, aspect, rock, slope], axis=1).astype(np.float32), (random.random(count) < chance).astype(np.int8)


def test_what_makes_landslides_is_important_and_noise_is_not():
    values, landslide = known_samples()
    found = forest_importance(FACTORS, values, landslide, np.arange(600) % 4 == 0, seed=0)
    assert found.gini.sum() == pytest.approx(1)
    assert np.argmax(found.gini) == np.argmax(found.permutation) == 3
    assert found.permutation[3] > 0.1
    assert found.permutation[2] > 3 * found.spread[2] / np.sqrt(10)
    assert abs(found.permutation[0]) < 0.02
    assert 0.75 < found.auc < 0.95


def test_the_seed_repeats_the_run_and_cancel_stops_it():
    values, landslide = known_samples(200)
    first, second = (gini_importance(FACTORS, values, landslide, seed=5) for _ in range(2))
    np.testing.assert_array_equal(first, second)
    with pytest.raises(Cancelled):
        gini_importance(FACTORS, values, landslide, seed=5, should_stop=lambda: True)


def samples_of(landslide_id, block):
    landslide_id, block = np.array(landslide_id), np.array(block)
    return FactorSamples(np.zeros((len(block), 1), np.float32), (landslide_id > 0).astype(np.int8), landslide_id, block)


def test_blocks_are_held_out_whole():
    random = np.random.default_rng(0)
    samples = samples_of(random.integers(0, 2, 400) * random.integers(1, 40, 400), random.integers(1, 21, 400))
    test = held_out(samples, seed=0)
    assert 0.2 < test.mean() < 0.3
    assert not set(samples.block[test]) & set(samples.block[~test])


def test_without_blocks_landslides_are_held_out_whole():
    random = np.random.default_rng(0)
    samples = samples_of(random.integers(0, 2, 400) * random.integers(1, 40, 400), np.zeros(400, int))
    test = held_out(samples, seed=0)
    landslide = samples.landslide == 1
    assert not set(samples.landslide_id[test & landslide]) & set(samples.landslide_id[~test & landslide])
    assert 0.2 < test[~landslide].mean() < 0.3


def test_one_landslide_is_divided_rather_than_missing():
    samples = samples_of([1, 1, 1, 0, 0, 0], [1] * 6)
    test = held_out(samples, seed=0)
    for side in (test, ~test):
        assert set(samples.landslide[side]) == {0, 1}
