"""Figures of interpolation: predictions at stations left out, and the variogram."""

from typing import TYPE_CHECKING

import numpy as np

from .canvas import LANDSLIDE_COLOUR, STABLE_COLOUR, blank_figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ..interpolation.variogram import MeasuredVariogram, Variogram


def left_out_figure(measured: np.ndarray, predicted: np.ndarray, name: str) -> "Figure":
    """Return a scatter of what was measured against what the other stations predict, with the line of equality."""
    figure = blank_figure(4.8, 4.5)
    axes = figure.add_subplot()
    shown = np.isfinite(predicted)
    axes.scatter(measured[shown], predicted[shown], s=18, color=LANDSLIDE_COLOUR, edgecolor="white", linewidth=0.4)
    both = np.concatenate([measured[shown], predicted[shown]]) if shown.any() else np.array([0.0, 1.0])
    axes.plot([both.min(), both.max()], [both.min(), both.max()], color="#444444", linewidth=1, linestyle="--")
    axes.set_xlabel(f"{name} measured")
    axes.set_ylabel(f"{name} from the other stations")
    axes.set_aspect("equal", adjustable="datalim")
    return figure


def variogram_figure(measured: "MeasuredVariogram", fitted: "Variogram") -> "Figure":
    """Return the measured variogram as points, with the fitted model."""
    figure = blank_figure(6.0, 3.8)
    axes = figure.add_subplot()
    distances = np.linspace(1e-9, measured.distances.max() * 1.05, 200)
    axes.plot(distances, fitted(distances), color=LANDSLIDE_COLOUR, label=f"{fitted.model} model")
    axes.scatter(measured.distances, measured.values, s=30, color=STABLE_COLOUR, label="measured", zorder=3)
    axes.set_xlabel("Distance (m)")
    axes.set_ylabel("Half the mean squared difference")
    axes.set_ylim(bottom=0)
    axes.legend(fontsize=8)
    return figure
