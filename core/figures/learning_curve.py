"""How the loss went while a model was trained."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..table import Table
from .canvas import LANDSLIDE_COLOUR, STABLE_COLOUR, blank_figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure


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
