"""Dependence: how the contribution of one factor goes with its own value, and which other factor modifies it."""

from typing import TYPE_CHECKING

import numpy as np

from ..compass import FLAT, SECTORS, sector_of
from ..factor import CATEGORICAL, CIRCULAR, Factor
from .canvas import blank_figure
from .factor_colours import add_factor_legend, common_categories, factor_colours
from .labels import category_label, factor_label, factor_name, shortened

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

POINT_COLOUR = "#2c6fbb"
MEDIAN_COLOUR = "#222222"
MOST_CATEGORIES = 16
FLAT_PLACE = -35.0
"""Where flat ground stands on the axis of a circular factor: apart from north, in degrees."""


def dependence_figure(
    factor: Factor,
    values: np.ndarray,
    contributions: np.ndarray,
    axis_label: str,
    colour_factor: Factor | None = None,
    colour_values: np.ndarray | None = None,
) -> "Figure":
    """Return one point per sample: ``values`` (n,) in the factor's own units against ``contributions`` (n,).

    Continuous factors show the running median over tenths of the samples and a histogram, circular ones the median of each
    45° sector with flat ground apart, categories a row per label with its median. Points are coloured by ``colour_values``
    of ``colour_factor`` when given. Samples without a value are left out.
    """
    known = np.isfinite(values)
    values, contributions = np.asarray(values, dtype=float)[known], np.asarray(contributions, dtype=float)[known]
    if colour_factor is None or colour_values is None:
        colours = np.tile([*_rgb(POINT_COLOUR), 1.0], (len(values), 1))
    else:
        colour_values = np.asarray(colour_values, dtype=float)[known]
        colours = factor_colours(colour_factor, colour_values)
    colours[:, 3] = 0.8
    if factor.kind == CATEGORICAL:
        figure, axes = _by_category(factor, values, contributions, colours, axis_label)
    else:
        figure = blank_figure(7.5, 4.2)
        axes = figure.add_subplot()
        draw = _by_direction if factor.kind == CIRCULAR else _by_value
        draw(axes, values, contributions, colours)
        axes.axhline(0.0, color="#777777", linewidth=0.9, zorder=1)
        axes.set_xlabel(factor_label(factor))
        axes.set_ylabel(f"{axis_label}\nof {factor_name(factor.name)}")
    axes.spines[["top", "right"]].set_visible(False)
    if colour_factor is not None and len(values):
        add_factor_legend(axes, colour_factor, colour_values)
    return figure


def _by_value(axes: "Axes", values: np.ndarray, contributions: np.ndarray, colours: np.ndarray) -> None:
    axes.scatter(values, contributions, s=_size(values), c=colours, linewidths=0, zorder=2, rasterized=True)
    places, medians = _running_median(values, contributions)
    if len(places) > 2:
        axes.plot(places, medians, color="white", linewidth=3.2, zorder=3)
        axes.plot(places, medians, color=MEDIAN_COLOUR, linewidth=1.5, zorder=4, label="median")
        # kept as an artist of its own, because the colours may bring a second legend
        axes.add_artist(axes.legend(loc="best", frameon=False, fontsize=8))
    _histogram_below(axes, values, 40, None)


def _by_direction(axes: "Axes", values: np.ndarray, contributions: np.ndarray, colours: np.ndarray) -> None:
    flat = values < 0
    places = np.where(flat, FLAT_PLACE + _jitter(len(values), 8.0), values % 360.0)
    axes.scatter(places, contributions, s=_size(values), c=colours, linewidths=0, zorder=2, rasterized=True)
    sectors = sector_of(values)
    for sector in range(8):
        inside = contributions[~flat & (sectors == sector)]
        edges = [(sector * 45 - 22.5, sector * 45 + 22.5)] if sector else [(0, 22.5), (337.5, 360)]
        for left, right in edges:
            axes.axvline(right, color="#e4e4e4", linewidth=0.7, zorder=0)
            if len(inside):
                _median_line(axes, (left + 1, right - 1), [np.median(inside)] * 2)
    ticks, labels = [45 * i for i in range(9)], [f"{SECTORS[i % 8]}\n{45 * i}°" for i in range(9)]
    if flat.any():
        _median_line(axes, (FLAT_PLACE - 12, FLAT_PLACE + 12), [np.median(contributions[flat])] * 2)
        ticks, labels = [FLAT_PLACE, *ticks], [f"flat\n({FLAT})", *labels]
    axes.set_xticks(ticks, labels)
    axes.set_xlim(FLAT_PLACE - 18 if flat.any() else -6, 366)
    _histogram_below(axes, values[~flat] % 360.0, 48, (0, 360))


def _by_category(
    factor: Factor, values: np.ndarray, contributions: np.ndarray, colours: np.ndarray, axis_label: str
) -> tuple["Figure", "Axes"]:
    shown = common_categories(values)[:MOST_CATEGORIES]
    shown.sort(key=lambda category: np.median(contributions[values == category]))
    hidden = ~np.isin(values, shown)
    groups = [(shortened(category_label(factor, category)), values == category) for category in shown]
    groups = ([("other categories", hidden)] if hidden.any() else []) + groups
    figure = blank_figure(7.5, 1.4 + 0.4 * max(len(groups), 2))
    axes = figure.add_subplot()
    axes.axvline(0.0, color="#777777", linewidth=0.9, zorder=1)
    for row, (_, inside) in enumerate(groups):
        heights = row + _jitter(int(inside.sum()), 0.26)
        axes.scatter(
            contributions[inside], heights, s=_size(values), c=colours[inside], linewidths=0, zorder=2, rasterized=True
        )
        median = np.median(contributions[inside])
        _median_line(axes, (median, median), (row - 0.36, row + 0.36))
    axes.set_yticks(range(len(groups)), [f"{label} (n = {inside.sum()})" for label, inside in groups])
    axes.set_ylim(-0.6, len(groups) - 0.4)
    axes.set_xlabel(f"{axis_label} of {factor_name(factor.name)}")
    axes.tick_params(axis="y", length=0)
    return figure, axes


def _median_line(axes: "Axes", x: tuple[float, float], y: tuple[float, float] | list[float]) -> None:
    axes.plot(x, y, color="white", linewidth=4.0, zorder=3, solid_capstyle="butt")
    axes.plot(x, y, color=MEDIAN_COLOUR, linewidth=2.0, zorder=4, solid_capstyle="butt")


def _running_median(values: np.ndarray, contributions: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the medians of values and contributions in windows of a tenth of the samples, half overlapping."""
    order = np.argsort(values, kind="stable")
    width = max(len(values) // 10, 5)
    starts = range(0, max(len(values) - width + 1, 0), max(width // 2, 1))
    windows = [order[start : start + width] for start in starts]
    return (
        np.array([np.median(values[window]) for window in windows]),
        np.array([np.median(contributions[window]) for window in windows]),
    )


def _histogram_below(axes: "Axes", values: np.ndarray, bins: int, limits: tuple[float, float] | None) -> None:
    """Draw where the samples are as faint bars in the lowest sixth, in axes that share x and show no numbers."""
    if len(values) == 0:
        return
    low, high = axes.get_ylim()
    axes.set_ylim(low - (high - low) / 6, high)
    counts, edges = np.histogram(values, bins=bins, range=limits)
    behind = axes.twinx()
    behind.bar(edges[:-1], counts, np.diff(edges), align="edge", color="#e2e2e2", linewidth=0)
    behind.set_ylim(0, counts.max() * 7)
    behind.set_axis_off()
    axes.set_zorder(behind.get_zorder() + 1)
    axes.patch.set_visible(False)


def _jitter(count: int, reach: float) -> np.ndarray:
    """Return offsets within ± ``reach`` that spread points evenly and are the same on every run (golden-ratio sequence)."""
    return (np.arange(count) * 0.6180339887498949 % 1.0 - 0.5) * 2.0 * reach


def _size(values: np.ndarray) -> float:
    return 16.0 if len(values) <= 500 else 9.0


def _rgb(colour: str) -> tuple[float, float, float]:
    from matplotlib.colors import to_rgb

    return to_rgb(colour)
