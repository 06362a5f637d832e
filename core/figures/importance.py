"""Importance of factors as horizontal bars; also for VIF, tolerance and the loss of AUC."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from .canvas import LANDSLIDE_COLOUR, blank_figure
from .labels import factor_name, shortened

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def importance_figure(
    names: Sequence[str],
    values: Sequence[float],
    axis_label: str,
    spread: Sequence[float] | None = None,
    limit: float | None = None,
    limit_label: str = "",
    colours: str | Sequence[str] = LANDSLIDE_COLOUR,
) -> "Figure":
    """Return bars from the largest (top) to the smallest value, each with its number.

    ``spread`` draws whiskers of ± that much. ``limit`` draws a dashed line that ``limit_label`` names. Bars that are NaN or
    infinite (a VIF of a linearly dependent factor) are drawn to the edge and say so.
    """
    values = np.asarray(values, dtype=float)
    order = np.argsort(np.where(np.isnan(values), -np.inf, values))
    finite = values[np.isfinite(values)]
    longest = max(finite.max(initial=0.0), limit or 0.0)
    lengths = np.where(np.isposinf(values), longest * 1.05 or 1.0, np.nan_to_num(values, nan=0.0, neginf=0.0))
    whiskers = None if spread is None else np.nan_to_num(np.asarray(spread, dtype=float))

    figure = blank_figure(7.0, 1.0 + 0.32 * len(names))
    axes = figure.add_subplot()
    positions = np.arange(len(names))
    chosen = colours if isinstance(colours, str) else [colours[i] for i in order]
    axes.barh(
        positions,
        lengths[order],
        height=0.68,
        color=chosen,
        xerr=None if whiskers is None else whiskers[order],
        error_kw={"ecolor": "#444444", "elinewidth": 1.0, "capsize": 2.5},
    )
    _write_numbers(axes, positions, lengths[order], values[order], whiskers[order] if whiskers is not None else 0 * lengths)
    if limit is not None:
        axes.axvline(limit, color="#444444", linewidth=1.0, linestyle="--")
        axes.text(limit, len(names) - 0.35, f" {limit_label}", fontsize=8, color="#444444", va="bottom", ha="left")
    axes.set_yticks(positions, [shortened(factor_name(names[i])) for i in order])
    axes.set_ylim(-0.6, len(names) - 0.4)
    axes.set_xlabel(axis_label)
    axes.margins(x=0.16)
    axes.axvline(0.0, color="#444444", linewidth=0.8)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x", color="#dddddd", linewidth=0.6)
    axes.set_axisbelow(True)
    return figure


def _write_numbers(axes: object, positions: np.ndarray, lengths: np.ndarray, values: np.ndarray, whiskers: np.ndarray) -> None:
    for position, length, value, whisker in zip(positions, lengths, values, whiskers, strict=True):
        text = "infinite" if np.isinf(value) else "no value" if np.isnan(value) else f"{value:.3g}".replace("-", "−")
        outward = 1 if length >= 0 else -1
        axes.annotate(
            text,
            (length + outward * whisker, position),
            xytext=(4 * outward, 0),
            textcoords="offset points",
            va="center",
            ha="left" if outward > 0 else "right",
            fontsize=8,
            color="#333333",
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6},
        )
