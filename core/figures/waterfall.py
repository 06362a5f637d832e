"""The waterfall: from the average prediction to that of one location, factor by factor."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..factor import Factor
from .canvas import LANDSLIDE_COLOUR, STABLE_COLOUR, blank_figure
from .labels import shortened, value_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def waterfall_figure(
    factors: Sequence[Factor],
    values: np.ndarray,
    contributions: np.ndarray,
    base: float,
    log_odds: bool,
    top: int = 10,
) -> "Figure":
    """Return the waterfall of one location: ``values`` (factors,) in factor units, ``contributions`` (factors,).

    The ``top`` largest contributions have bars of their own, the smallest at the bottom next to ``base``, the rest is one bar.
    The axis is the prediction: in log-odds, with a second axis of probabilities, or in probability.
    """
    labels, steps = _rows(factors, values, np.asarray(contributions, dtype=float), top)
    ends = base + np.cumsum(steps)
    starts = ends - steps
    figure = blank_figure(7.5, 1.9 + 0.36 * len(steps))
    axes = figure.add_subplot()
    span = max(np.max(np.r_[base, ends]) - np.min(np.r_[base, ends]), 1e-9)
    axes.set_xlim(min(base, ends.min()) - 0.16 * span, max(base, ends.max()) + 0.16 * span)
    axes.set_ylim(-1.15, len(steps) + 0.05)
    for row, (start, step) in enumerate(zip(starts, steps, strict=True)):
        _bar(axes, row, start, step, span)
        if row + 1 < len(steps):
            axes.plot([start + step] * 2, [row - 0.36, row + 1.36], color="#999999", linewidth=0.7, linestyle=":", zorder=1)
    axes.axvline(base, color="#777777", linewidth=0.9, linestyle="--", zorder=0)
    _name_the_ends(axes, base, ends[-1], len(steps), span)
    axes.set_yticks(range(len(steps)), labels)
    axes.set_xlabel("prediction (log-odds)" if log_odds else "susceptibility (probability)")
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    if log_odds:
        _add_probability_axis(axes)
    return figure


def _rows(factors: Sequence[Factor], values: np.ndarray, contributions: np.ndarray, top: int) -> tuple[list[str], np.ndarray]:
    """Return labels and steps from the bottom (the rest, then the smallest) to the top (the largest)."""
    order = np.argsort(-np.abs(contributions), kind="stable")
    own, rest = (order, order[:0]) if len(order) <= top + 1 else (order[:top], order[top:])
    labels = [shortened(value_text(factors[i], values[i]), 40) for i in own[::-1]]
    steps = contributions[own[::-1]]
    if len(rest):
        labels, steps = [f"{len(rest)} other factors", *labels], np.r_[contributions[rest].sum(), steps]
    return labels, steps


def _bar(axes: "Axes", row: int, start: float, step: float, span: float) -> None:
    """Draw an arrow-shaped bar with its number inside when it fits, otherwise beyond its tip."""
    from matplotlib.patches import Polygon

    end, colour = start + step, LANDSLIDE_COLOUR if step >= 0 else STABLE_COLOUR
    tip = np.sign(step) * min(abs(step), 0.025 * span)
    shoulder = end - tip
    low, high = row - 0.34, row + 0.34
    corners = [(start, low), (shoulder, low), (end, row), (shoulder, high), (start, high)]
    axes.add_patch(Polygon(corners, closed=True, facecolor=colour, linewidth=0, zorder=2))
    inside = abs(step) > 0.16 * span
    outward = 1 if step >= 0 else -1
    axes.annotate(
        _number(step, span, signed=True),
        ((start + shoulder) / 2 if inside else end, row),
        xytext=(0 if inside else 4 * outward, 0),
        textcoords="offset points",
        ha="center" if inside else ("left" if outward > 0 else "right"),
        va="center",
        fontsize=8.5,
        color="white" if inside else "#333333",
        zorder=3,
    )


def _name_the_ends(axes: "Axes", base: float, prediction: float, count: int, span: float) -> None:
    for place, text, height, weight in (
        (base, f"average {_number(base, span)}", -0.85, "normal"),
        (prediction, f"here {_number(prediction, span)}", count - 0.25, "bold"),
    ):
        axes.axvline(place, color="#777777", linewidth=0.9, linestyle="--", zorder=0)
        axes.text(
            place,
            height,
            text,
            ha="center",
            va="center",
            fontsize=8.5,
            fontweight=weight,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
            zorder=4,
        )


def _number(value: float, span: float, signed: bool = False) -> str:
    """Return a number with as many decimals as its share of the figure deserves, and a true minus sign."""
    decimals = 2 if span > 0.5 else 3
    return f"{value:{'+' if signed else ''}.{decimals}f}".replace("-", "−")


def _add_probability_axis(axes: "Axes") -> None:
    """Show along the top what the log-odds mean as probability, at round values that fit between the ends."""
    low, high = axes.get_xlim()
    candidates = np.array([0.001, 0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.99, 0.999])
    places = np.log(candidates / (1 - candidates))
    fits = (places >= low) & (places <= high)
    kept: list[int] = []
    for index in np.flatnonzero(fits):
        if not kept or places[index] - places[kept[-1]] > 0.07 * (high - low):
            kept.append(int(index))
    above = axes.secondary_xaxis("top")
    above.set_xticks(places[kept], labels=[f"{candidates[index]:g}" for index in kept])
    above.set_xlabel("susceptibility (probability)", fontsize=9)
    above.tick_params(labelsize=8)
    above.spines["top"].set_color("#999999")
