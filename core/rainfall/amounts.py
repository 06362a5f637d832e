"""Units of rain: what turns a stored number into millimetres in its step."""

import re
from dataclasses import dataclass

from .time_axis import Month, TimeAxis

DEPTHS = {"mm": 1.0, "millimeter": 1.0, "millimetre": 1.0, "kg m-2": 1.0, "kg/m2": 1.0, "cm": 10.0, "m": 1000.0, "inch": 25.4}
DEPTHS |= {"millimeters": 1.0, "millimetres": 1.0, "in": 25.4}
DAYS = {"s": 1 / 86400, "sec": 1 / 86400, "second": 1 / 86400, "h": 1 / 24, "hr": 1 / 24, "hour": 1 / 24, "d": 1.0, "day": 1.0}
MONTHS = ("month", "mon")
RATE = re.compile(r"^(.+?)\s*(?:/\s*([a-z]+)|\s([a-z]+)-1|\sper\s([a-z]+))$")


@dataclass(frozen=True)
class Amount:
    """``depth`` millimetres for each unit stored, in a step (``rate_days`` None), or in every ``rate_days`` days of it."""

    depth: float
    rate_days: float | None
    is_known: bool = True

    def millimetres(self, axis: TimeAxis, month: Month) -> float:
        """Return the factor that turns a stored number of a step in ``month`` into millimetres of that step."""
        if self.rate_days is None:
            return self.depth
        days = axis.days_of_months[month] if axis.is_monthly else axis.step_days
        return self.depth * days / self.rate_days


def read_amount(units: str) -> Amount:
    """Return what units such as ``mm``, ``mm/day``, ``kg m-2 s-1`` or ``m`` mean; unknown ones count as mm in a step."""
    text = re.sub(r"\s+", " ", units.lower().replace("**", "").replace("^", "").replace(".", " ")).strip()
    if text in DEPTHS:
        return Amount(DEPTHS[text], None)
    rate = RATE.match(text)
    if rate and rate[1] in DEPTHS:
        period = rate[2] or rate[3] or rate[4]
        if period in DAYS:
            return Amount(DEPTHS[rate[1]], DAYS[period])
        if period in MONTHS:
            return Amount(DEPTHS[rate[1]], None)
    return Amount(1.0, None, is_known=False)
