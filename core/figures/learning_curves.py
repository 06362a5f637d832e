"""How a training went: loss and validation score from epoch to epoch."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .canvas import LANDSLIDE_COLOUR, STABLE_COLOUR, blank_figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def learning_figure(
    epochs: Sequence[int], losses: Sequence[float], scores: Sequence[float], score_name: str, best_epoch: int
) -> "Figure":
    """Return loss (left axis) and validation score (right axis) per epoch, with the epoch whose weights were kept."""
    figure = blank_figure(7.0, 3.8)
    axes = figure.add_subplot()
    axes.plot(epochs, losses, color=STABLE_COLOUR, marker=".", label="training loss")
    axes.set_xlabel("epoch")
    axes.set_ylabel("training loss")
    axes.set_ylim(bottom=0)
    score_axes = axes.twinx()
    score_axes.plot(epochs, scores, color=LANDSLIDE_COLOUR, marker=".", label=score_name)
    score_axes.axvline(best_epoch, color="#777777", linewidth=0.9, linestyle="--", label=f"kept: epoch {best_epoch}")
    score_axes.set_ylabel(score_name)
    score_axes.set_ylim(0, 1)
    axes.xaxis.get_major_locator().set_params(integer=True)
    for one in (axes, score_axes):
        one.spines["top"].set_visible(False)
    handles = [handle for one in (axes, score_axes) for handle in one.get_legend_handles_labels()[0]]
    score_axes.legend(handles=handles, loc="center right", frameon=False)
    return figure
