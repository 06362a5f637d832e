"""The time axis, the units and the region of rainfall files."""

from datetime import date, timedelta

import numpy as np
import pytest

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.grid import Grid, Window
from landslide_toolbox.core.rainfall.amounts import read_amount
from landslide_toolbox.core.rainfall.region import region_around
from landslide_toolbox.core.rainfall.time_axis import Month, read_time_axis
from support import wkt_of


def test_days_fall_in_the_months_of_the_real_calendar():
    days = np.arange(0, 4000, 7)
    axis = read_time_axis(days, "days since 1999-11-15", "standard")
    expected = [date(1999, 11, 15) + timedelta(days=int(day)) for day in days]
    assert axis.months == [Month(day.year, day.month) for day in expected]
    assert axis.step_days == 7
    assert axis.days_of_months[Month(2000, 2)] == 29
    assert axis.days_of_months[Month(2001, 2)] == 28


@pytest.mark.parametrize(
    ("value", "units", "calendar", "month"),
    [
        (59, "days since 2000-01-01", "noleap", (2000, 3)),
        (59, "days since 2000-01-01", "standard", (2000, 2)),
        (365, "days since 2000-01-01", "365_day", (2001, 1)),
        (359, "days since 2000-01-01", "360_day", (2000, 12)),
        (360 * 10 + 30, "days since 2000-01-01", "360_day", (2010, 2)),
        (59, "days since 2001-01-01", "all_leap", (2001, 2)),
        (24 * 31, "hours since 1900-01-01 00:00:00.0", "gregorian", (1900, 2)),
        (24 * 31 - 1, "hours since 1900-01-01", "proleptic_gregorian", (1900, 1)),
        (31 * 86400, "seconds since 1970-01-01T00:00:00Z", "", (1970, 2)),
        (30.5, "days since 2001-01-01 12:00", "standard", (2001, 2)),
        (13.5, "months since 1980-01-01", "standard", (1981, 2)),
        (0, "days since 0001-01-01", "standard", (1, 1)),
        (31, "days since 0-12-01", "standard", (1, 1)),
    ],
)
def test_every_calendar_and_unit_of_cf(value, units, calendar, month):
    assert read_time_axis([value], units, calendar).months == [month]


@pytest.mark.parametrize(
    ("units", "calendar"),
    [
        ("month", "standard"),
        ("years since 2000-01-01", ""),
        ("days since 1-1-1", "lunar"),
        ("days since 0000-00-00", ""),
        ("days since 2001-13-01", "noleap"),
        ("days since 2001-02-30", ""),
    ],
)
def test_time_that_cannot_be_read_is_none(units, calendar):
    assert read_time_axis([0.0], units, calendar) is None


def test_a_time_beyond_all_calendars_is_none_and_steps_may_come_in_any_order():
    assert read_time_axis([0.0, 1e12], "days since 2001-01-01", "standard") is None
    assert read_time_axis([3.0, 2.0, 1.0, 0.0], "days since 2001-01-01", "standard").step_days == 1


@pytest.mark.parametrize(
    ("units", "days", "millimetres"),
    [
        ("mm", 31, 1),
        ("mm/day", 31, 31),
        ("mm d-1", 31, 31),
        ("mm day**-1", 31, 31),
        ("kg m-2 s-1", 31, 31 * 86400),
        ("kg.m^-2.s^-1", 1, 86400),
        ("kg m**-2 s**-1", 31, 31 * 86400),
        ("mm/hr", 1, 24),
        ("mm/month", 31, 1),
        ("m", 31, 1000),
        ("kg m-2", 31, 1),
        ("inch", 31, 25.4),
    ],
)
def test_units_become_millimetres_of_the_step(units, days, millimetres):
    values = [0, 31] if days == 31 else [0, 1]
    axis = read_time_axis(values, "days since 2001-01-01", "standard")
    amount = read_amount(units)
    assert amount.is_known
    assert amount.millimetres(axis, Month(2001, 1)) == pytest.approx(millimetres)


def test_unknown_units_are_taken_for_millimetres_and_known_to_be_unknown():
    assert not read_amount("furlongs").is_known
    assert not read_amount("").is_known


DEGREES = wkt_of(4326)
AROUND_0_TO_360 = Grid(DEGREES, (0.0, 1.0, 0.0, 90.0, 0.0, -1.0), 360, 180)


def degrees(west, north, cells=4, cell=0.25):
    return Grid(DEGREES, (west, cell, 0.0, north, 0.0, -cell), cells, cells)


def columns_read(region):
    window = region.grid.whole()
    return [column % 360 for piece, _ in region.pieces(window) for column in range(piece.column, piece.column + piece.width)]


@pytest.mark.parametrize("west", [-100.0, 73.0, 179.5, -180.25, -0.5, 359.5])
def test_a_region_is_found_from_0_to_360_and_across_both_seams(west):
    region = region_around(degrees(west, 35.0), AROUND_0_TO_360, "INPUT", "rain.nc")
    first = np.floor(west) - 3
    np.testing.assert_array_equal(columns_read(region), [int(first + step) % 360 for step in range(region.grid.width)])
    assert (region.grid.geotransform[0] - first) % 360 == 0
    west_edge, south, east_edge, north = region.grid.bounds
    offset = 360 * round((west - west_edge) / 360)
    assert west_edge + offset <= west - 3
    assert east_edge + offset >= west + 1 + 3
    assert (south, north) == (31.0, 38.0)


def test_a_region_off_the_grid_is_refused():
    europe = Grid(DEGREES, (-10.0, 1.0, 0.0, 70.0, 0.0, -1.0), 50, 35)
    with pytest.raises(InputError, match="does not cover the reference"):
        region_around(degrees(100.0, 50.0), europe, "INPUT", "rain.nc")
    region = region_around(degrees(-9.9, 69.9), europe, "INPUT", "rain.nc")
    assert (region.column, region.row) == (0, 0)


def test_a_reference_in_metres_and_a_grid_upside_down():
    south_up = Grid(DEGREES, (70.0, 0.5, 0.0, 30.0, 0.0, 0.5), 20, 20)
    region = region_around(
        Grid(wkt_of(32643), (339_000.0, 30.0, 0.0, 3_846_000.0, 0.0, -30.0), 900, 900), south_up, "INPUT", "r"
    )
    # from 73.2° east and 34.5° north
    assert region.grid.geotransform[:2] == (70.0 + 0.5 * region.column, 0.5)
    assert region.grid.geotransform[3:] == (30.0 + 0.5 * region.row, 0.0, 0.5)
    assert (region.column, region.row) == (6 - 3, 9 - 3)
    assert list(region.pieces(Window(0, 0, 2, 1))) == [(Window(region.column, region.row, 2, 1), 0)]
