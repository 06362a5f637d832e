"""Bands of scenes before and after matching: histograms, and the regression over cells that did not change."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from .canvas import LANDSLIDE_COLOUR, STABLE_COLOUR, blank_figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LOOKS = {
    "before": {"color": "#888888", "linestyle": "--"},
    "after": {"color": LANDSLIDE_COLOUR},
    "reference": {"color": STABLE_COLOUR},
}


def histogram_figure(bands: Sequence[str], edges: Sequence[np.ndarray], shares: Sequence[Mapping[str, np.ndarray]]) -> "Figure":
    """Return one plot per band: share of cells per class between ``edges`` for ``before``, ``after`` and ``reference``."""
    figure, plots = _plots(len(bands))
    for axes, band, limits, curves in zip(plots, bands, edges, shares, strict=True):
        for name, share in curves.items():
            axes.stairs(100 * share, limits, label=name, **LOOKS[name])
        axes.set_title(band, fontsize=9)
        axes.set_ylabel("cells (%)")
    plots[0].legend(frameon=False, fontsize=8)
    return figure


def regression_figure(bands: Sequence[str], points: Sequence[np.ndarray], lines: Sequence[tuple[float, float]]) -> "Figure":
    """Return one plot per band: ``points`` (cells, 2: scene, reference) and the line given by slope and intercept."""
    figure, plots = _plots(len(bands))
    for axes, band, cells, (slope, intercept) in zip(plots, bands, points, lines, strict=True):
        axes.plot(*cells.T, ".", color=STABLE_COLOUR, markersize=2, alpha=0.5, rasterized=True)
        ends = np.array([cells[:, 0].min(), cells[:, 0].max()])
        axes.plot(ends, slope * ends + intercept, color=LANDSLIDE_COLOUR)
        axes.set_title(f"{band}: {slope:.4g} × value {'+' if intercept >= 0 else '−'} {abs(intercept):.4g}", fontsize=9)
        axes.set_xlabel("scene")
        axes.set_ylabel("reference")
    return figure


def _plots(count: int) -> "tuple[Figure, list[Axes]]":
    columns = min(count, 2)
    rows = -(-count // columns)
    figure = blank_figure(3.6 * columns, 2.6 * rows)
    return figure, [figure.add_subplot(rows, columns, number + 1) for number in range(count)]
