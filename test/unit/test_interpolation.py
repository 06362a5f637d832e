"""Interpolation against closed forms, direct solves and scikit-learn."""

import numpy as np
import pytest
from scipy.spatial.distance import cdist

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.interpolation.errors import leave_one_out
from landslide_toolbox.core.interpolation.inverse_distance import InverseDistance
from landslide_toolbox.core.interpolation.kriging import MOST_STATIONS, NEIGHBOURS, Kriging, fitted_kriging
from landslide_toolbox.core.interpolation.linear import Linear
from landslide_toolbox.core.interpolation.stations import Stations
from landslide_toolbox.core.interpolation.variogram import Variogram, fitted_variogram

EXPONENTIAL = Variogram("exponential", 0.0, 2.0, 3000.0)


def stations(count=30, seed=0):
    random = np.random.default_rng(seed)
    x, y = random.uniform(500_000, 510_000, count), random.uniform(4_000_000, 4_008_000, count)
    return Stations(x, y, 3 + np.sin(x / 2500) + np.cos(y / 1800) + random.normal(0, 0.05, count))


def places(count=50):
    random = np.random.default_rng(9)
    return random.uniform(500_500, 509_500, count), random.uniform(4_000_500, 4_007_500, count)


def field_with(variogram, count, seed):
    """Return stations whose values are drawn from a Gaussian field with this variogram."""
    random = np.random.default_rng(seed)
    where = random.uniform(0, 20_000, (count, 2))
    covariance = variogram.nugget + variogram.sill - variogram(cdist(where, where))
    values = np.linalg.cholesky(covariance + 1e-10 * np.eye(count)) @ random.standard_normal(count)
    return Stations(where[:, 0], where[:, 1], values)


def test_inverse_distance_weights_by_the_square():
    three = Stations(np.array([0.0, 3.0, 0.0]), np.array([0.0, 0.0, 4.0]), np.array([1.0, 2.0, 6.0]))
    weights = np.array([1 / 1, 1 / 4, 1 / 17])
    found = InverseDistance(three).at(np.array([1.0, 3.0]), np.array([0.0, 0.0]))
    np.testing.assert_allclose(found, [weights @ three.values / weights.sum(), 2.0])


@pytest.mark.parametrize(
    "method", [InverseDistance, Linear, lambda few: Kriging(few, EXPONENTIAL)], ids=["idw", "linear", "kriging"]
)
def test_every_method_honours_the_stations_and_leaves_one_out_honestly(method):
    some = stations()
    fitted = method(some)
    np.testing.assert_allclose(fitted.at(some.x, some.y), some.values, rtol=1e-9)
    expected = [method(some.without(i)).at(some.x[[i]], some.y[[i]])[0] for i in range(len(some))]
    np.testing.assert_allclose(fitted.left_out(), expected, rtol=1e-8)


def test_linear_reproduces_a_plane_inside_the_hull_only():
    some = stations()
    plane = Stations(some.x, some.y, 5 + 1e-3 * (some.x - 5e5) - 2e-3 * (some.y - 4e6))
    x, y = places()
    found = Linear(plane).at(x, y)
    inside = np.isfinite(found)
    assert 0 < inside.sum() < x.size
    np.testing.assert_allclose(found[inside], (5 + 1e-3 * (x - 5e5) - 2e-3 * (y - 4e6))[inside], rtol=1e-9)
    assert np.isnan(Linear(plane).at(np.array([490_000.0]), np.array([4_000_000.0])))


@pytest.mark.parametrize(
    "variogram", [EXPONENTIAL, Variogram("spherical", 0.3, 1.0, 6000.0), Variogram("spherical", 0.0, 5.0, 4000.0)]
)
def test_kriging_is_the_direct_solve_place_by_place(variogram):
    some = stations(20)
    x, y = places(10)
    where = np.stack([some.x, some.y], axis=1)
    for px, py in zip(x, y, strict=True):
        system = np.block([[variogram(cdist(where, where)), np.ones((20, 1))], [np.ones((1, 20)), np.zeros((1, 1))]])
        weights = np.linalg.solve(system, np.append(variogram(cdist(where, [[px, py]]))[:, 0], 1))[:20]
        assert weights.sum() == pytest.approx(1)
        assert Kriging(some, variogram).at(np.array([px]), np.array([py]))[0] == pytest.approx(weights @ some.values)


def test_kriging_is_a_gaussian_process_about_the_generalised_mean():
    from sklearn.gaussian_process import GaussianProcessRegressor
    from sklearn.gaussian_process.kernels import ConstantKernel, Matern

    some = stations()
    where = np.stack([some.x, some.y], axis=1)
    inverse = np.linalg.inv(EXPONENTIAL.sill - EXPONENTIAL(cdist(where, where)))
    mean = inverse.sum(axis=0) @ some.values / inverse.sum()
    kernel = ConstantKernel(EXPONENTIAL.sill) * Matern(EXPONENTIAL.range / 3, nu=0.5)
    process = GaussianProcessRegressor(kernel, alpha=1e-12, optimizer=None).fit(where, some.values - mean)
    x, y = places()
    expected = mean + process.predict(np.stack([x, y], axis=1))
    np.testing.assert_allclose(Kriging(some, EXPONENTIAL).at(x, y), expected, rtol=1e-7)


def test_kriging_with_a_pure_nugget_is_the_mean():
    some = stations()
    found = Kriging(some, Variogram("spherical", 1.0, 0.0, 1000.0)).at(*places())
    np.testing.assert_allclose(found, some.values.mean(), rtol=1e-9)


def test_kriging_halfway_between_two_stations_is_their_mean():
    two = Stations(np.array([0.0, 1000.0]), np.zeros(2), np.array([1.0, 4.0]))
    assert Kriging(two, EXPONENTIAL).at(np.array([500.0]), np.zeros(1))[0] == pytest.approx(2.5)


def test_too_many_stations_for_kriging_are_refused_before_the_work():
    many = Stations(*np.zeros((3, MOST_STATIONS + 1)))
    with pytest.raises(InputError, match="thin them out or choose idw"):
        fitted_kriging(many)


def test_of_many_stations_the_nearest_count():
    many = stations(200)
    fitted = Kriging(many, EXPONENTIAL)
    x, y = places(20)
    where = np.stack([many.x, many.y], axis=1)
    for px, py, found in zip(x, y, fitted.at(x, y), strict=True):
        near = np.argsort(cdist(where, [[px, py]])[:, 0])[:NEIGHBOURS]
        few = Stations(many.x[near], many.y[near], many.values[near])
        assert found == pytest.approx(Kriging(few, EXPONENTIAL).at(np.array([px]), np.array([py]))[0], rel=1e-6)
    np.testing.assert_allclose(fitted.at(many.x, many.y), many.values, rtol=1e-6)
    one = 17
    others = Kriging(many.without(one), EXPONENTIAL)
    assert fitted.left_out()[one] == pytest.approx(others.at(many.x[[one]], many.y[[one]])[0], rel=1e-6)


def test_the_measured_variogram_is_half_the_mean_squared_difference():
    line = Stations(np.arange(40) * 100.0, np.zeros(40), np.arange(40) * 1.0)
    _, measured = fitted_variogram(line)
    # on a ramp of 1 per 100 m, γ(h) = (h / 100 m)² / 2 for every pair; classes hold two or three distances
    low, high = ((measured.distances / 100 - 1.5) ** 2 / 2, (measured.distances / 100 + 1.5) ** 2 / 2)
    assert ((measured.values > low) & (measured.values < high)).all()


@pytest.mark.parametrize("true", [Variogram("spherical", 0.2, 2.0, 6000.0), Variogram("exponential", 0.0, 1.0, 6000.0)])
def test_a_fitted_variogram_comes_near_the_one_that_made_the_values(true):
    fits = [fitted_variogram(field_with(true, 300, seed))[0] for seed in range(6)]
    lags = np.linspace(1500, 8000, 16)
    np.testing.assert_allclose(np.mean([fit(lags) for fit in fits], axis=0), true(lags), rtol=0.25)


@pytest.mark.parametrize("unit", [1e-4, 1e4])
def test_the_fit_does_not_depend_on_units(unit):
    drawn, lags = field_with(EXPONENTIAL, 100, 0), np.linspace(500, 8000, 16)
    fit, _ = fitted_variogram(drawn)
    other, _ = fitted_variogram(Stations(drawn.x / unit, drawn.y / unit, drawn.values * unit))
    np.testing.assert_allclose(other(lags / unit), fit(lags) * unit**2, rtol=1e-4)


def test_three_stations_at_the_corners_of_a_triangle_of_equal_sides_can_be_kriged():
    three = Stations(np.array([0.0, 1000.0, 500.0]), np.array([0.0, 0.0, 1000 * np.sqrt(0.75)]), np.array([1.0, 2.0, 6.0]))
    fit, _ = fitted_variogram(three)
    middle = Kriging(three, fit).at(np.array([500.0]), np.array([1000 * np.sqrt(0.75) / 3]))
    assert middle[0] == pytest.approx(3)


def test_stations_on_one_line_have_no_triangles():
    line = Stations(np.arange(5.0), np.arange(5.0), np.arange(5.0))
    with pytest.raises(InputError, match="lie on one line; choose idw or kriging"):
        Linear(line)


def test_errors_are_those_of_the_stations_that_could_be_predicted():
    errors = leave_one_out(np.array([1.0, 2.0, 6.0]), np.array([2.0, np.nan, 4.0]))
    assert (errors.stations, errors.checked) == (3, 2)
    assert errors.root_mean_square == pytest.approx(np.sqrt(2.5))
    assert errors.mean_absolute == pytest.approx(1.5)
    assert errors.bias == pytest.approx(-0.5)
    assert errors.explained == pytest.approx(1 - 5 / 12.5)
    assert np.isnan(leave_one_out(np.ones(2), np.full(2, np.nan)).root_mean_square)
