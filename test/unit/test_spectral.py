"""Spectral indices and composites against hand-made numbers and numpy's own median."""

import numpy as np
import pytest

from landslide_toolbox.core.factors.spectral import composite, spectral_index
from landslide_toolbox.core.names import factor_name, listed, name_of_source


def test_indices_are_their_formulas():
    bands = {"blue": 0.05, "green": 0.1, "red": 0.2, "nir": 0.6, "swir": 0.3, "numerator": 0.6, "denominator": -0.2}
    reflectance = {role: np.array([[value]]) for role, value in bands.items()}
    expected = {"ndvi": 0.4 / 0.8, "ndwi": -0.5 / 0.7, "bsi": (0.5 - 0.65) / (0.5 + 0.65), "ratio": -3.0}
    for name, value in expected.items():
        result = spectral_index(name, reflectance)
        assert result.dtype == np.float32
        assert result[0, 0] == pytest.approx(value, rel=1e-6), name


def test_a_zero_denominator_and_nodata_are_nodata_and_stay_silent():
    red = np.array([[0.0, np.nan, 0.2]])
    nir = np.array([[0.0, 0.5, np.nan]])
    with np.errstate(all="raise"):
        assert np.isnan(spectral_index("ndvi", {"red": red, "nir": nir})).all()
        assert np.isnan(spectral_index("ratio", {"numerator": nir, "denominator": np.zeros((1, 3))})).all()


def test_negative_reflectance_never_leaves_the_range():
    red, nir = np.array([[-0.01, -0.01, 0.3]]), np.array([[0.02, -0.02, -0.1]])
    np.testing.assert_array_equal(spectral_index("ndvi", {"red": red, "nir": nir}), [[1, np.nan, -1]])


@pytest.mark.parametrize("count", [1, 2, 5, 6])
def test_median_and_maximum_leave_out_nodata(count):
    random = np.random.default_rng(count)
    dates = random.normal(size=(count, 30, 30))
    dates[random.random(dates.shape) < 0.4] = np.nan
    some = np.isfinite(dates).any(axis=0)
    assert some.sum() not in (0, 900) or count > 4
    for method, reference in (("median", np.nanmedian), ("maximum", np.nanmax)):
        result = composite(dates, method)
        np.testing.assert_allclose(result[some], reference(dates[:, some], axis=0), rtol=1e-12)
        assert np.isnan(result[~some]).all()


def test_names_are_plain():
    assert factor_name("Distance to: Faults (2020)") == "distance_to_faults_2020"
    assert factor_name("Straßen – Süd") == "straßen_süd"
    assert factor_name(" ") == "factor"
    assert name_of_source("/a b/Confirmed_faults.shp") == "confirmed_faults"
    assert name_of_source("C:\\data\\x.gpkg|layername=Main Rivers|subset=a") == "main_rivers"


def test_long_lists_are_cut_and_counted():
    assert listed({3, 41, 1.5}) == "1.5, 3, 41"
    assert listed(["b", "", "a"]) == "NULL, a, b"
    assert listed(range(3020)).endswith(", 18, 19 and 3,000 more")
