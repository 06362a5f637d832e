"""The report on a scene whose radiometry was matched to another's."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from ..analysis.histogram import Histogram
from ..figures.radiometry import histogram_figure, regression_figure
from ..report import Report
from ..table import Table
from .radiometry import UNCHANGED, BandValues, InvariantFit

CLASSES = 100
MOST_POINTS = 1500


def radiometry_report(
    bands: Sequence[str], before: BandValues, after: BandValues, reference: BandValues, fit: InvariantFit | None
) -> Report:
    """Return the report; ``fit`` is None for histogram matching."""
    how = "by their histograms" if fit is None else "by a line per band through cells that did not change"
    report = Report("Radiometry of a scene matched to another", f"{len(bands)} bands were matched {how}.")
    report.heading("Values")
    report.table("values", "Mean and standard deviation of each band", _values_table(bands, before, after, reference))
    edges, shares = _shares(before, after, reference)
    rows = [
        (band, float(low), float(high), *(float(curve[index]) for curve in curves.values()))
        for band, limits, curves in zip(bands, edges, shares, strict=True)
        for index, (low, high) in enumerate(pairwise(limits))
    ]
    caption = "Histograms of the scene before and after, and of the reference; 1 % of the cells lie beyond the axis"
    table = Table(("band", "from", "to", "before", "after", "reference"), rows)
    report.figure("histograms", caption, histogram_figure(bands, edges, shares), table)
    if fit is not None:
        _add_regression(report, bands, fit)
    return report


def _values_table(bands: Sequence[str], before: BandValues, after: BandValues, reference: BandValues) -> Table:
    summaries = [values.summary() for values in (before, after, reference)]
    rows = [
        (band, *(summary[index][name] for name in ("mean", "std") for summary in summaries)) for index, band in enumerate(bands)
    ]
    columns = [f"{name} {when}" for name in ("mean", "deviation") for when in ("before", "after", "of the reference")]
    return Table(("band", *columns), rows)


def _add_regression(report: Report, bands: Sequence[str], fit: InvariantFit) -> None:
    report.heading("Cells that did not change")
    report.paragraph(
        f"{fit.features:,} of {fit.cells:,} cells did not change with a probability above {UNCHANGED:g} after {fit.iterations} "
        "iterations of multivariate alteration detection (Nielsen 2007); two of three were fitted to by orthogonal regression "
        "(Canty & Nielsen 2008), the others give the differences below. Canonical correlations: "
        f"{', '.join(f'{value:.4f}' for value in fit.correlations)}."
    )
    rows = [
        (band, found.line.slope, found.line.intercept, found.line.correlation, *found.errors())
        for band, found in zip(bands, fit.bands, strict=True)
    ]
    columns = ("band", "slope", "intercept", "correlation", "difference before", "difference after")
    caption = "Regression of each band; differences to the reference are root mean squares over cells held out"
    report.table("regression", caption, Table(columns, rows))
    points = [_thinned(found.held_out) for found in fit.bands]
    lines = [(found.line.slope, found.line.intercept) for found in fit.bands]
    rows = [(band, float(x), float(y)) for band, cells in zip(bands, points, strict=True) for x, y in cells]
    caption = f"Cells held out (at most {MOST_POINTS:,} per band) and the fitted line"
    report.figure("cells", caption, regression_figure(bands, points, lines), Table(("band", "scene", "reference"), rows))


def _thinned(cells: np.ndarray) -> np.ndarray:
    return cells[:: -(-len(cells) // MOST_POINTS)]


def _shares(*values: BandValues) -> tuple[list[np.ndarray], list[dict[str, np.ndarray]]]:
    """Return class limits per band, and the share of cells per class before, after and in the reference."""
    edges, shares = [], []
    for histograms in zip(*(gathered.histograms for gathered in values), strict=True):
        ends = [_middle(histogram) for histogram in histograms]
        limits = np.linspace(min(low for low, _ in ends), max(high for _, high in ends), CLASSES + 1)
        edges.append(limits)
        counts = [np.histogram(found, limits, weights=weights)[0] for found, weights in map(Histogram.occupied, histograms)]
        shares.append(
            {
                name: count / histogram.total
                for name, count, histogram in zip(("before", "after", "reference"), counts, histograms, strict=True)
            }
        )
    return edges, shares


def _middle(histogram: Histogram) -> tuple[float, float]:
    """Return the values between which 99 % of the cells lie."""
    values, counts = histogram.occupied()
    share = np.cumsum(counts) / histogram.total
    return tuple(float(value) for value in np.interp((0.005, 0.995), share, values))
