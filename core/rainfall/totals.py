"""Steps of rain summed up: mean annual total, total, or the wettest month."""

from collections import defaultdict

import numpy as np

from ..errors import InputError
from ..grid import Window
from ..progress import ShouldStop, never_stop, stop_if_asked
from .choices import ANNUAL_MEAN, SUM
from .series import PARAMETER, RainSeries
from .time_axis import Month

WHOLE = 0.9
"""Share of its steps that a month must have to count in the mean year and as the wettest."""
LEAST, MOST = -1.0, 1e6
"""Millimetres in one step. Packing leaves amounts a little below 0; what lies beyond these can only mean nodata."""


class RainTotals:
    """Sums the steps of a series month by month; ``read`` gives the aggregate (``choices``) of a window of its raster.

    For the mean year each calendar month is averaged over the years that have it, so that years begun or broken off do not
    count too little. Raises InputError when a calendar month is missing altogether.
    """

    def __init__(self, series: RainSeries, aggregate: str):
        self.series = series
        self.aggregate = aggregate
        self.bands: dict[Month, list[int]] = defaultdict(list)
        for band, month in enumerate(series.axis.months):
            self.bands[month].append(band)
        self.incomplete = [month for month, bands in self.bands.items() if len(bands) < WHOLE * self._steps_in(month)]
        if aggregate != SUM:
            for month in self.incomplete:
                del self.bands[month]
            self._check_months()

    def read(self, window: Window, should_stop: ShouldStop = never_stop) -> np.ndarray:
        """Return float32 (rows, columns) in mm; NaN where a step is missing, in the mean year a month in all of its years."""
        shape = (window.height, window.width)
        if self.aggregate == SUM:
            total = np.zeros(shape)
            for bands in self.bands.values():
                total += self._month(bands, window, should_stop)
            return total.astype(np.float32)
        if self.aggregate == ANNUAL_MEAN:
            return self._mean_year(window, shape, should_stop).astype(np.float32)
        wettest = np.full(shape, np.nan)
        for bands in self.bands.values():
            wettest = np.fmax(wettest, self._month(bands, window, should_stop))
        return wettest.astype(np.float32)

    def _mean_year(self, window: Window, shape: tuple[int, int], should_stop: ShouldStop) -> np.ndarray:
        sums, counts = np.zeros((12, *shape)), np.zeros((12, *shape))
        for month, bands in self.bands.items():
            amount = self._month(bands, window, should_stop)
            valid = np.isfinite(amount)
            sums[month.month - 1][valid] += amount[valid]
            counts[month.month - 1] += valid
        with np.errstate(invalid="ignore"):
            return (sums / counts).sum(axis=0)

    def _month(self, bands: list[int], window: Window, should_stop: ShouldStop) -> np.ndarray:
        """Return the millimetres of a month, NaN where one of its steps is missing."""
        total = np.zeros((window.height, window.width))
        for band in bands:
            stop_if_asked(should_stop)
            amount = self.series.millimetres(self.series.raster.read(window, [band])[0], band)
            self._check_amount(amount)
            total += amount
        return total

    def _check_amount(self, amount: np.ndarray) -> None:
        for extreme in (np.fmin.reduce(amount, None), np.fmax.reduce(amount, None)):
            if extreme < LEAST or extreme > MOST:
                raise InputError(
                    PARAMETER, self.series.raster.path, f"holds {extreme:.6g} mm of rain in one step; declare it as nodata"
                )

    def _steps_in(self, month: Month) -> float:
        axis = self.series.axis
        return 1.0 if axis.is_monthly else axis.days_of_months[month] / axis.step_days

    def _check_months(self) -> None:
        path = self.series.raster.path
        if not self.bands:
            raise InputError(PARAMETER, path, "has no month with all its steps; choose the aggregate sum")
        missing = sorted(set(range(1, 13)) - {month.month for month in self.bands})
        if missing and self.aggregate == ANNUAL_MEAN:
            names = ", ".join(map(str, missing))
            raise InputError(
                PARAMETER, path, f"has no whole month {names}, and a mean year needs all twelve; choose the aggregate sum"
            )
