"""Where the samples lie and in which part: the test and the folds, each in a colour."""

from typing import TYPE_CHECKING

import numpy as np

from ..grid import Grid
from ..palette import distinct_colours
from ..susceptibility.splitting import TEST_PART
from .canvas import blank_figure
from .class_map import scale_bar

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ..susceptibility.samples import Samples

TEST_COLOUR = "#222222"
MOST_POINTS = 20_000
"""More points of a kind lie on top of each other on a page."""


def part_name(number: int) -> str:
    """Return what a part is called: test, or its fold."""
    return "test" if number == TEST_PART else f"fold {number}"


def fold_map_figure(samples: "Samples", grid: Grid) -> "Figure":
    """Draw two maps side by side, landslide cells and cells without, in the colours of their parts."""
    west, south, east, north = grid.bounds
    width, height = east - west, north - south
    figure = blank_figure(9.0, float(np.clip(4.2 * height / width + 1.0, 3.0, 9.0)))
    numbers = np.unique(samples.fold).tolist()
    drawn = samples.drawn(2 * MOST_POINTS, np.random.default_rng(0))
    for axes, kind, title in zip(figure.subplots(1, 2), (1, 0), ("Landslide cells", "Cells without landslides"), strict=True):
        for number, colour in zip(numbers, _colours(numbers), strict=True):
            chosen = (drawn.landslide == kind) & (drawn.fold == number)
            axes.plot(
                drawn.x[chosen] - west, drawn.y[chosen] - south, linestyle="none", marker=".", markersize=2.5,
                markeredgewidth=0, color=colour, label=part_name(number),
            )  # fmt: skip
        axes.set_title(title, fontsize=10)
        axes.set(xticks=[], yticks=[], aspect="equal")
        axes.spines[:].set_color("#999999")
        scale_bar(axes, width, height)
    axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False, fontsize=9, borderaxespad=0, markerscale=5)
    return figure


def _colours(numbers: list[int]) -> list[str]:
    """Return a colour per part; that of a fold does not depend on whether there is a test part."""
    folds = [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in distinct_colours(max(numbers, default=0))]
    return [TEST_COLOUR if number == TEST_PART else folds[number - 1] for number in numbers]
