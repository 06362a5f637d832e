"""The time axis of CF NetCDF (CF conventions 1.8, §4.4): in which month each step falls, in the calendar of the file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

DAYS = {"second": 1 / 86400, "sec": 1 / 86400, "s": 1 / 86400, "minute": 1 / 1440, "min": 1 / 1440}
DAYS |= {"hour": 1 / 24, "hr": 1 / 24, "h": 1 / 24, "day": 1.0, "d": 1.0}
REAL = ("standard", "gregorian", "proleptic_gregorian", "")
YEAR_LENGTHS = {"noleap": 365, "365_day": 365, "all_leap": 366, "366_day": 366, "360_day": 360}
SINCE = re.compile(r"^\s*(\w+?)s?\s+since\s+(-?\d+)-(\d+)-(\d+)(?:[T\s]+(\d+):(\d+)(?::([\d.]+))?)?")


class Month(NamedTuple):
    """A month of a year."""

    year: int
    month: int


@dataclass(frozen=True)
class TimeAxis:
    """The month of each step, and how many days a step and each month last."""

    months: list[Month]
    step_days: float
    days_of_months: dict[Month, int]

    @property
    def is_monthly(self) -> bool:
        """True when there is one step a month."""
        return self.step_days > 27

    def years(self) -> int:
        """Return how many years have a step."""
        return len({month.year for month in self.months})


def read_time_axis(values: Sequence[float], units: str, calendar: str) -> TimeAxis | None:
    """Return the time axis that numbers, units ("days since 1990-01-01") and calendar mean, None when they mean none."""
    since = SINCE.match(units)
    calendar = calendar.lower()
    if not since or (calendar not in REAL and calendar not in YEAR_LENGTHS):
        return None
    unit, year, month, day = since[1].lower(), int(since[2]), int(since[3]), int(since[4])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if unit == "month":
        months = [_months_after(Month(year, month), int(np.floor(value))) for value in values]
    elif unit in DAYS:
        start = int(since[5] or 0) / 24 + int(since[6] or 0) / 1440 + float(since[7] or 0) / 86400
        # half a second forgives times stored with few digits
        days = [int(np.floor(value * DAYS[unit] + start + 0.5 / 86400)) for value in values]
        try:
            months = [_month_after((year, month, day), count, calendar) for count in days]
        except (ValueError, OverflowError):  # a day the month does not have, or a year beyond all calendars
            return None
    else:
        return None
    lengths = {month: _days_in(month, calendar) for month in set(months)}
    steps = np.diff(np.unique(np.asarray(values, dtype=float))) * (30.4 if unit == "month" else DAYS[unit])
    return TimeAxis(months, float(np.median(steps)) if steps.size else lengths[months[0]], lengths)


def months_in_order(count: int) -> TimeAxis:
    """Return the axis of ``count`` months from the January of a year without a name."""
    months = [Month(1 + index // 12, 1 + index % 12) for index in range(count)]
    return TimeAxis(months, 30.4, {month: _days_in(month, "noleap") for month in months})


def _months_after(first: Month, count: int) -> Month:
    year, month = divmod(first.year * 12 + first.month - 1 + count, 12)
    return Month(year, month + 1)


def _month_after(first: tuple[int, int, int], days: int, calendar: str) -> Month:
    if calendar in REAL:
        # years before 1 count nothing but the origin of some climatologies
        shift = 400 if first[0] < 1 else 0
        found = date(first[0] + shift, first[1], first[2]) + timedelta(days=days)
        return Month(found.year - shift, found.month)
    year_length = YEAR_LENGTHS[calendar]
    before = np.concatenate([[0], np.cumsum([_days_in(Month(1, month), calendar) for month in range(1, 13)])])
    years, day_of_year = divmod(int(before[first[1] - 1]) + first[2] - 1 + days, year_length)
    return Month(first[0] + years, int(np.searchsorted(before, day_of_year, side="right")))


def _days_in(month: Month, calendar: str) -> int:
    if calendar == "360_day":
        return 30
    is_leap = month.year % 4 == 0 and (month.year % 100 != 0 or month.year % 400 == 0)
    if month.month == 2:
        return 29 if calendar in ("all_leap", "366_day") or (calendar in REAL and is_leap) else 28
    return 30 if month.month in (4, 6, 9, 11) else 31
