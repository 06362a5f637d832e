"""How a search went: the score of each trial and the best so far."""

from typing import TYPE_CHECKING

import numpy as np

from ..search_record import SearchRecord
from ..table import Table
from .canvas import LANDSLIDE_COLOUR, STABLE_COLOUR, blank_figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def search_progress_figure(record: SearchRecord, score_name: str) -> "tuple[Figure, Table]":
    """Return points for the trials, hollow where one was given up, and the best complete score so far as a line."""
    numbers = np.arange(1, len(record.trials) + 1)
    scores = np.array([trial.score for trial in record.trials])
    pruned = np.array([trial.pruned for trial in record.trials])
    best = np.maximum.accumulate(np.where(pruned, -np.inf, scores))
    figure = blank_figure(7.0, 3.6)
    axes = figure.add_subplot()
    axes.step(numbers, np.where(np.isfinite(best), best, np.nan), color=LANDSLIDE_COLOUR, where="post", label="best so far")
    axes.scatter(numbers[~pruned], scores[~pruned], color=STABLE_COLOUR, s=22, zorder=3, label="carried to the end")
    axes.scatter(
        numbers[pruned], scores[pruned], facecolor="white", edgecolor=STABLE_COLOUR, s=22, zorder=3, label="given up early"
    )
    axes.set_xlabel("trial")
    axes.set_ylabel(score_name)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, fontsize=8, loc="lower right")
    columns = ("trial", "score", "best_so_far", "given_up")
    rows = [
        (int(number), float(score), float(top) if np.isfinite(top) else None, bool(given_up))
        for number, score, top, given_up in zip(numbers, scores, best, pruned, strict=True)
    ]
    return figure, Table(columns, rows)
