"""A sheet of example chips: what the scene shows, what is true, what was predicted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..detection.chip import NO_DATA, Chip
from ..detection.detection_metrics import CellConfusion
from .canvas import LANDSLIDE_COLOUR, blank_figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLUMNS = ("scene", "true landslides", "probability", "mapped")
FOUND, MISSED, FALSE = (0.16, 0.55, 0.25), (0.85, 0.15, 0.15), (0.95, 0.70, 0.10)


@dataclass(frozen=True)
class Example:
    """A chip by name with its predicted probabilities float32 (h, w)."""

    name: str
    chip: Chip
    probabilities: np.ndarray

    def confusion(self, threshold: float) -> CellConfusion:
        """Return the counts of this chip's cells."""
        truth, mapped = self.chip.mask, self.probabilities >= threshold
        pairs = [(mapped, 1), (mapped, 0), (~mapped, 1), (~mapped, 0)]
        return CellConfusion(*(int((cells & (truth == value)).sum()) for cells, value in pairs))


def prediction_sheet(examples: Sequence[Example], band_names: Sequence[str], threshold: float) -> "Figure":
    """Return one row per example: picture, truth, probability, and the map at ``threshold``.

    In the map found landslide is green, missed red, falsely mapped yellow; cells without data are white everywhere.
    """
    figure = blank_figure(8.0, 0.3 + 2.05 * len(examples))
    panels = figure.subplots(len(examples), len(COLUMNS), squeeze=False)
    for row, example in zip(panels, examples, strict=True):
        unknown = example.chip.mask == NO_DATA
        picture = picture_of(example.chip.image, band_names)
        row[0].imshow(picture)
        row[1].imshow(tinted(picture, [(example.chip.mask == 1, _rgb(LANDSLIDE_COLOUR))]))
        row[2].imshow(np.where(unknown, np.nan, example.probabilities), vmin=0, vmax=1, cmap="magma")
        mapped, true = (example.probabilities >= threshold) & ~unknown, example.chip.mask == 1
        row[3].imshow(tinted(picture, [(mapped & true, FOUND), (~mapped & true, MISSED), (mapped & ~true, FALSE)]))
        row[3].set_xlabel(f"IoU {example.confusion(threshold).iou:.2f}", fontsize=8)
    for axes, title in zip(panels[0], COLUMNS, strict=True):
        axes.set_title(title, fontsize=9)
    for axes in panels.flat:
        _without_ticks(axes)
    return figure


def picture_of(image: np.ndarray, band_names: Sequence[str]) -> np.ndarray:
    """Return (h, w, 3) in [0, 1] for an image (bands, h, w): natural colours where the bands are named so, else the first ones.

    Each band is stretched between its 2nd and 98th percentile; cells without data are white.
    """
    names = [name.lower() for name in band_names]
    natural = [names.index(colour) for colour in ("red", "green", "blue") if colour in names]
    chosen = natural if len(natural) == 3 else [min(index, len(image) - 1) for index in range(3)]
    picture = np.ones((*image.shape[1:], 3))
    for channel, band in enumerate(image[chosen]):
        known = np.isfinite(band)
        if known.any():
            low, high = np.percentile(band[known], (2, 98))
            picture[..., channel][known] = np.clip((band[known] - low) / max(high - low, 1e-9), 0, 1)
    return picture


def tinted(picture: np.ndarray, tints: Sequence[tuple[np.ndarray, tuple[float, float, float]]]) -> np.ndarray:
    """Return the picture (h, w, 3) with a colour laid over the cells bool (h, w) of each tint."""
    tinted = picture.copy()
    for cells, colour in tints:
        tinted[cells] = 0.35 * picture[cells] + 0.65 * np.array(colour)
    return tinted


def _rgb(colour: str) -> tuple[float, float, float]:
    return tuple(int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))


def _without_ticks(axes: "Axes") -> None:
    axes.set_xticks([])
    axes.set_yticks([])
