import re

import numpy as np
import pytest
from netcdf_support import make_netcdf

from landslide_toolbox.core.errors import Cancelled
from landslide_toolbox.core.factor_stack import open_factor_stack
from landslide_toolbox.core.grid import Window
from landslide_toolbox.core.rainfall.series import open_rain
from landslide_toolbox.core.rainfall.totals import RainTotals
from support import files_in, make_raster, read_raster

LONGITUDES, LATITUDES = np.arange(70, 80) + 0.5, np.arange(40, 32, -1) - 0.5
MONTHS = np.cumsum([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30])
LENGTHS = np.array([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])


@pytest.fixture
def same_cells(tmp_path):
    """A reference whose cells lie on those of the rain grid: 4 × 5 cells from 73° east and 38° north."""
    (tmp_path / "in").mkdir()
    return make_raster(tmp_path / "in" / "dem.tif", np.ones((4, 5), np.float32), 1.0, (73.0, 38.0), epsg=4326)


def on_reference(values):
    """The part of (…, lat, lon) values that the reference covers."""
    return np.asarray(values)[..., 2:6, 3:8]


def rain(steps, seed=0):
    return np.random.default_rng(seed).gamma(2, 30, (steps, LATITUDES.size, LONGITUDES.size)).astype(np.float32)


def netcdf(folder, times, values, attributes=None, **options):
    given = {"longitudes": LONGITUDES, "latitudes": LATITUDES} | options
    variables = given.pop("variables", None) or {"precip": (values, attributes or {})}
    return make_netcdf(folder / "in" / "rain.nc", times, variables=variables, **given)


def aggregated(run, folder, **parameters):
    outputs = run("rainfallfactor", OUTPUT=str(folder / "rain.tif"), **parameters)
    return read_raster(outputs["OUTPUT"])[0]


@pytest.mark.parametrize(
    ("aggregate", "expected", "units"),
    [
        ("annual_mean", lambda v: v.reshape(2, 12, *v.shape[1:]).sum(axis=1).mean(axis=0), "mm/year"),
        ("sum", lambda v: v.sum(axis=0), "mm"),
        ("max", lambda v: v.max(axis=0), "mm/month"),
    ],
)
def test_monthly_rain_is_summed_up(run, same_cells, tmp_path, aggregate, expected, units):
    values = rain(24)
    path = netcdf(tmp_path, np.append(MONTHS, MONTHS + 365), values)
    found = aggregated(run, tmp_path, INPUT=path, AGGREGATE=aggregate, REFERENCE=same_cells)
    np.testing.assert_allclose(found, expected(on_reference(values).astype(float)), rtol=1e-6)
    with open_factor_stack(tmp_path / "rain.tif") as stack:
        assert (stack.names, stack.factors[0].units) == (["rainfall"], units)
    assert "24 steps from 2001-01 to 2002-12" in run.log
    assert "unchanged on the reference" in run.log


def test_a_year_broken_off_does_not_bias_the_mean_year(run, same_cells, tmp_path):
    year = rain(12)
    values = np.concatenate([year, year[:5]])
    path = netcdf(tmp_path, np.append(MONTHS, MONTHS[:5] + 365), values)
    found = aggregated(run, tmp_path, INPUT=path, REFERENCE=same_cells)
    np.testing.assert_allclose(found, on_reference(year).sum(axis=0), rtol=1e-6)


def test_upside_down_from_0_to_360_packed_with_fill_values(run, tmp_path):
    (tmp_path / "in").mkdir()
    west = make_raster(tmp_path / "in" / "dem.tif", np.ones((4, 5), np.float32), 1.0, (-2.0, 38.0), epsg=4326)
    stored = np.random.default_rng(1).integers(0, 9000, (12, 8, 360)).astype(np.int16)
    stored[5, 3, 359] = -32768
    path = netcdf(
        tmp_path,
        MONTHS,
        stored[:, ::-1],
        {"scale": 0.02, "offset": 3.0, "fill": -32768},
        longitudes=np.arange(360) + 0.5,
        latitudes=LATITUDES[::-1],
    )
    found = aggregated(run, tmp_path, INPUT=path, REFERENCE=west)
    year = (stored * 0.02 + 3).sum(axis=0)[2:6][:, [358, 359, 0, 1, 2]]
    year[1, 1] = np.nan
    np.testing.assert_allclose(found, year, rtol=1e-5)
    assert "5.0% of the reference has no rain value" in run.log


@pytest.mark.parametrize(("calendar", "lengths"), [("noleap", LENGTHS), ("360_day", np.full(12, 30))])
def test_daily_rates_in_other_calendars(run, same_cells, tmp_path, calendar, lengths):
    days = lengths.sum()
    values = rain(days, 3) / 86400
    path = netcdf(tmp_path, np.arange(days) + 0.5, values, {"units": "kg m-2 s-1"}, calendar=calendar)
    found = aggregated(run, tmp_path, INPUT=path, AGGREGATE="max", REFERENCE=same_cells)
    millimetres = on_reference(values).astype(float) * 86400
    months = [part.sum(axis=0) for part in np.split(millimetres, np.cumsum(lengths)[:-1])]
    np.testing.assert_allclose(found, np.max(months, axis=0), rtol=1e-5)


def test_monthly_rates_count_the_days_of_the_month(run, same_cells, tmp_path):
    values = rain(12)
    path = netcdf(tmp_path, MONTHS + 14.5, values, {"units": "mm/day"})
    found = aggregated(run, tmp_path, INPUT=path, REFERENCE=same_cells)
    np.testing.assert_allclose(found, (on_reference(values) * LENGTHS[:, np.newaxis, np.newaxis]).sum(axis=0), rtol=1e-5)


def test_cells_without_data_in_the_reference_stay_empty_unless_wanted(run, tmp_path):
    (tmp_path / "in").mkdir()
    heights = np.ones((4, 5), np.float32)
    heights[0, 1:3] = -9999
    reference = make_raster(tmp_path / "in" / "dem.tif", heights, 1.0, (73.0, 38.0), epsg=4326, nodata=-9999)
    values = rain(12)
    path, year = netcdf(tmp_path, MONTHS, values), on_reference(values).sum(axis=0)
    np.testing.assert_allclose(aggregated(run, tmp_path, INPUT=path, REFERENCE=reference, MASK_NODATA=False), year, rtol=1e-5)
    year[0, 1:3] = np.nan
    np.testing.assert_allclose(aggregated(run, tmp_path, INPUT=path, REFERENCE=reference), year, rtol=1e-5)


@pytest.mark.parametrize("aggregate", ["annual_mean", "sum", "max"])
def test_cancel_is_heard_between_the_steps_of_a_window(tmp_path, aggregate):
    (tmp_path / "in").mkdir()
    totals = RainTotals(open_rain(netcdf(tmp_path, MONTHS, rain(12)), ""), aggregate)
    asked = []
    with pytest.raises(Cancelled):
        totals.read(Window(0, 0, 3, 3), lambda: asked.append(1) or len(asked) == 5)
    assert len(asked) == 5


def test_a_month_without_all_its_days_does_not_count_as_a_month(run, same_cells, tmp_path):
    values = np.full((365 + 10, 8, 10), 2.0, np.float32)
    path = netcdf(tmp_path, np.arange(375.0), values)
    found = aggregated(run, tmp_path, INPUT=path, REFERENCE=same_cells)
    np.testing.assert_allclose(found, 730)
    assert "1 months lack some of their steps" in run.log


@pytest.mark.parametrize("resampling", ["bilinear", "cubic"])
def test_a_slope_of_rain_is_resampled_to_finer_cells_in_metres(run, tmp_path, resampling):
    (tmp_path / "in").mkdir()
    fine = make_raster(tmp_path / "in" / "dem.tif", np.ones((60, 70), np.float32), 1000.0, (400_000.0, 3_900_000.0))
    ramp = np.broadcast_to(100 + 3 * (LATITUDES[:, np.newaxis] - 35) + 2 * (LONGITUDES - 75), (12, 8, 10)).astype(np.float32)
    found = aggregated(run, tmp_path, INPUT=netcdf(tmp_path, MONTHS, ramp), RESAMPLING=resampling, REFERENCE=fine)
    from osgeo import osr

    metric, degrees = osr.SpatialReference(), osr.SpatialReference()
    metric.ImportFromEPSG(32643)
    degrees.ImportFromEPSG(4326)
    for system in (metric, degrees):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    x, y = np.meshgrid(400_500 + 1000 * np.arange(70), 3_899_500 - 1000 * np.arange(60))
    places = osr.CoordinateTransformation(metric, degrees).TransformPoints(np.stack([x.ravel(), y.ravel()], axis=1).tolist())
    longitude, latitude = np.array(places)[:, :2].T.reshape(2, 60, 70)
    np.testing.assert_allclose(found, 12 * (100 + 3 * (latitude - 35) + 2 * (longitude - 75)), atol=0.5)
    assert f"{resampling} on the reference" in run.log


def test_the_bands_of_a_raster_are_months(run, same_cells, tmp_path):
    values = rain(24)
    path = make_raster(tmp_path / "in" / "rain.tif", values, 1.0, (70.0, 40.0), epsg=4326)
    found = aggregated(run, tmp_path, INPUT=path, REFERENCE=same_cells, NAME="Monsoon", MASK_NODATA=False)
    np.testing.assert_allclose(found, on_reference(values).sum(axis=0) / 2, rtol=1e-5)
    assert 'units "" are not known' in run.log


def test_one_of_several_variables(run, refusal, same_cells, tmp_path):
    snow, water = rain(12, 1), rain(12, 2)
    path = netcdf(tmp_path, MONTHS, None, variables={"snow": (snow, {}), "water": (water, {})})
    sentence = refusal("rainfallfactor", INPUT=path, REFERENCE=same_cells, OUTPUT=str(tmp_path / "r.tif"))
    assert re.search("VARIABLE .*holds several; choose among snow, water", sentence)
    sentence = refusal("rainfallfactor", INPUT=path, VARIABLE="hail", REFERENCE=same_cells, OUTPUT=str(tmp_path / "r.tif"))
    assert re.search(r"VARIABLE \(hail\) .*choose among snow, water", sentence)
    found = aggregated(run, tmp_path, INPUT=path, VARIABLE="water", REFERENCE=same_cells)
    np.testing.assert_allclose(found, on_reference(water).sum(axis=0), rtol=1e-6)


@pytest.mark.parametrize("at", [10, 60])
def test_cancel_leaves_nothing(cancelled_run, tmp_path, at):
    (tmp_path / "in").mkdir()
    big = make_raster(tmp_path / "in" / "dem.tif", np.ones((1100, 1100), np.float32), 0.001, (73.0, 38.0), epsg=4326)
    path = netcdf(tmp_path, MONTHS, rain(12))
    before = files_in(tmp_path)
    cancelled_run("rainfallfactor", at=at, INPUT=path, REFERENCE=big, OUTPUT=str(tmp_path / "rain.tif"))
    assert files_in(tmp_path) == before


@pytest.mark.parametrize(
    ("times", "options", "words"),
    [
        (None, {}, "has no time axis"),
        (MONTHS, {"units": "month"}, "has no time axis"),
        (MONTHS, {"units": "fortnights since 2001-01-01"}, "fortnights .*convert it to days"),
        (MONTHS, {"calendar": "lunar"}, "lunar.*convert it to days"),
        (MONTHS[:9], {}, "no whole month 10, 11, 12.*aggregate sum"),
        (np.arange(12.0), {}, "no month with all its steps; choose the aggregate sum"),
        (np.zeros(12), {}, "has several steps at one time, whose rain would count twice"),
        (np.where(MONTHS > 300, np.nan, MONTHS), {}, "has steps without a time; repair its time axis"),
        (MONTHS, {"extra": ["level"]}, "has the dimension level beside time; extract"),
        (MONTHS, {"longitudes": LONGITUDES + 60}, "does not cover the reference"),
        (MONTHS, {"latitudes": LATITUDES + np.linspace(0, 3, 8) ** 2}, "not evenly spaced"),
    ],
)
def test_rain_that_cannot_be_used_is_refused(refusal, same_cells, tmp_path, times, options, words):
    path = netcdf(tmp_path, times, rain(1 if times is None else len(times)), **options)
    sentence = refusal("rainfallfactor", INPUT=path, REFERENCE=same_cells, OUTPUT=str(tmp_path / "rain.tif"))
    assert sentence.startswith("INPUT (")
    assert re.search(words, sentence), sentence
    assert files_in(tmp_path) == ["in", "in/dem.tif", "in/rain.nc"]


@pytest.mark.parametrize("undeclared", [-999.0, 1e20])
def test_a_fill_value_that_is_not_declared_is_no_rain(refusal, same_cells, tmp_path, undeclared):
    amounts = rain(12)
    amounts[3, 2, 4] = undeclared
    path = netcdf(tmp_path, MONTHS, amounts)
    sentence = refusal("rainfallfactor", INPUT=path, REFERENCE=same_cells, OUTPUT=str(tmp_path / "rain.tif"))
    assert sentence == f"INPUT ({path}) holds {undeclared:g} mm of rain in one step; declare it as nodata."
    assert files_in(tmp_path) == ["in", "in/dem.tif", "in/rain.nc"]


def test_only_missing_values_and_other_files_are_refused(refusal, same_cells, tmp_path):
    empty = np.full((12, 8, 10), -999, np.float32)
    path = netcdf(tmp_path, MONTHS, empty, {"fill": -999.0})
    assert "only missing values" in refusal(
        "rainfallfactor", INPUT=path, REFERENCE=same_cells, OUTPUT=str(tmp_path / "rain.tif")
    )
    (tmp_path / "in" / "notes.txt").write_text("rain")
    assert "cannot be opened as a raster" in refusal(
        "rainfallfactor", INPUT=str(tmp_path / "in" / "notes.txt"), REFERENCE=same_cells, OUTPUT=str(tmp_path / "rain.tif")
    )
    assert "does not exist" in refusal(
        "rainfallfactor", INPUT=str(tmp_path / "no.nc"), REFERENCE=same_cells, OUTPUT=str(tmp_path / "rain.tif")
    )
    assert not (tmp_path / "rain.tif").exists()
