"""The beeswarm: one row per factor, one point per sample, where it stands by contribution and what colour by value."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..factor import CATEGORICAL, CIRCULAR, CONTINUOUS, Factor
from .canvas import blank_figure
from .factor_colours import OTHER_COLOUR, factor_colours, low_to_high, round_the_compass
from .labels import factor_name, shortened

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW_HEIGHT = 0.42
"""Inches per factor."""


def beeswarm_figure(factors: Sequence[Factor], values: np.ndarray, contributions: np.ndarray, axis_label: str) -> "Figure":
    """Return the swarm of ``contributions`` (samples, factors), coloured by ``values`` (samples, factors) in factor units.

    Factors are drawn in the order given, the first on top. Categories have no low and high, so they are grey.
    """
    contributions = np.asarray(contributions, dtype=float)
    count = len(factors)
    figure = blank_figure(7.5, 1.2 + ROW_HEIGHT * count)
    axes = figure.add_subplot()
    axes.axvline(0.0, color="#777777", linewidth=1.0, zorder=1)
    width = np.ptp(contributions) or 1.0
    size = 16.0 if len(contributions) <= 500 else 9.0
    for row, factor in enumerate(factors):
        height = count - 1 - row
        axes.axhline(height, color="#dddddd", linewidth=0.6, linestyle=(0, (1, 4)), zorder=0)
        heights = height + swarm_offsets(contributions[:, row] / width, 0.42)
        grey = factor.kind == CATEGORICAL
        colours = OTHER_COLOUR if grey else factor_colours(factor, values[:, row])
        axes.scatter(contributions[:, row], heights, s=size, c=colours, linewidths=0, zorder=2, rasterized=True)
    axes.set_yticks(range(count), [shortened(factor_name(factor.name)) for factor in reversed(factors)])
    axes.set_ylim(-0.6, count - 0.4)
    axes.set_xlabel(axis_label)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    _add_scales(axes, {factor.kind for factor in factors})
    return figure


def swarm_offsets(positions: np.ndarray, half_height: float, bins: int = 110) -> np.ndarray:
    """Return vertical offsets within ± ``half_height`` that lay points of nearly equal position beside each other.

    ``positions`` span at most 1. The fullest bin takes the full height; sparse ones stay near the middle line. Points keep
    the order of the samples within a bin, which is arbitrary, so colour does not sort by height.
    """
    bin_of = np.round(np.asarray(positions, dtype=float) * bins).astype(int)
    order = np.argsort(bin_of, kind="stable")
    _, starts, counts = np.unique(bin_of[order], return_index=True, return_counts=True)
    rank = np.arange(len(order)) - np.repeat(starts, counts)
    layer = (rank + 1) // 2 * np.where(rank % 2 == 0, 1, -1)
    offsets = np.empty(len(order))
    offsets[order] = layer
    fullest = max(counts.max(initial=1) // 2, 6)
    return offsets / fullest * half_height


def _add_scales(axes: "Axes", kinds: set[str]) -> None:
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import Normalize

    for kind, colours, ticks, title in (
        (CONTINUOUS, low_to_high(), {0: "low", 1: "high"}, "factor value"),
        (CIRCULAR, round_the_compass(), {0: "N", 0.25: "E", 0.5: "S", 0.75: "W", 1: "N"}, "direction"),
    ):
        if kind not in kinds:
            continue
        bar = axes.figure.colorbar(ScalarMappable(Normalize(0, 1), colours), ax=axes, aspect=30, pad=0.01, shrink=0.85)
        bar.set_ticks(list(ticks), labels=list(ticks.values()))
        bar.ax.tick_params(length=0, labelsize=8)
        bar.outline.set_visible(False)
        bar.set_label(title, labelpad=2 if kind == CIRCULAR else -8)
