"""How trainings went: loss and score of a detector by epoch, losses of susceptibility models by epoch or tree."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..table import Table
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
    # above the curves: two axes fill the space inside
    score_axes.legend(handles=handles, loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=len(handles), frameon=False)
    return figure


def learning_curve_figure(histories: dict[str, Sequence[tuple[int, float, float | None]]]) -> "tuple[Figure, Table]":
    """Draw training and watched loss over the rounds (epochs or trees) of each named training."""
    figure = blank_figure(7.0, 4.0)
    axes = figure.add_subplot()
    rows = []
    for place, (name, history) in enumerate(histories.items()):
        numbers = [number for number, _, _ in history]
        for values, colour, label in (
            ([loss for _, loss, _ in history], STABLE_COLOUR, "training samples"),
            ([watched for _, _, watched in history], LANDSLIDE_COLOUR, "watched samples"),
        ):
            if values[0] is not None:
                axes.plot(numbers, values, color=colour, linewidth=1, alpha=0.8, label=None if place else label)
        rows += [(name, *record) for record in history]
    axes.set_xlabel("Epoch or tree")
    axes.set_ylabel("Cross-entropy")
    axes.legend(fontsize=8)
    return figure, Table(("training", "round", "training_loss", "watched_loss"), rows)
