"""The strongest interaction is the factor that explains contributions where the factor itself is alike."""

import numpy as np
import pytest

from landslide_toolbox.core.explanation.interactions import strongest_interaction
from landslide_toolbox.core.factor import CATEGORICAL, CIRCULAR, Factor

FACTORS = [Factor("slope"), Factor("aspect", CIRCULAR), Factor("rock", CATEGORICAL), Factor("twi")]


@pytest.fixture
def values():
    """Slope and twi go together, which is no interaction; every tenth cell is flat."""
    random = np.random.default_rng(1)
    slope = random.uniform(0, 45, 800)
    aspect = np.where(np.arange(800) % 10 == 0, -1, random.uniform(0, 360, 800))
    return np.stack([slope, aspect, random.integers(1, 5, 800), slope / 5 + random.normal(0, 0.2, 800)], axis=1)


def strongest(values, effect, index=0):
    shares = np.zeros(values.shape)
    shares[:, index] = effect
    return strongest_interaction(FACTORS, values, shares, index)


def test_a_category_that_changes_the_effect_is_found(values):
    assert strongest(values, values[:, 0] * np.where(values[:, 2] == 3, 2.0, 1.0)) == 2


def test_a_direction_that_changes_the_effect_is_found_also_across_north(values):
    facing_north = np.where(values[:, 1] < 0, 0, np.cos(np.deg2rad(values[:, 1])))
    assert strongest(values, values[:, 0] * (1 + 0.3 * facing_north)) == 1


def test_a_value_that_changes_the_effect_of_a_category_or_a_direction_is_found(values):
    assert strongest(values, (values[:, 2] == 2) * values[:, 3], 2) in (0, 3)  # the two go together
    assert strongest(values, (values[:, 1] > 180) * values[:, 0], 1) in (0, 3)
    assert strongest(values, (values[:, 1] > 180) * (values[:, 2] == 1), 1) == 2


def test_what_the_factor_itself_explains_is_no_interaction(values):
    noise = np.random.default_rng(2).normal(0, 1, 800)
    assert strongest(values, np.sin(values[:, 0] / 10)) is None
    assert strongest(values, values[:, 0] / 10 + noise) is None
    assert strongest(values, np.zeros(800)) is None


def test_too_few_samples_name_nobody(values):
    few = values[:15]
    assert strongest(few, few[:, 0] * few[:, 2]) is None


def test_missing_values_are_borne(values):
    values[::7, 2], values[::11, 0], values[::13, 3] = np.nan, np.nan, np.nan
    assert strongest(values, np.nan_to_num(values[:, 0]) * np.where(values[:, 2] == 3, 2.0, 1.0)) == 2
