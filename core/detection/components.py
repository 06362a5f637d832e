"""Connected groups of cells in a raster of any size: numbered, counted and averaged, a strip of rows at a time."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from ..grid import Window
from ..progress import Progress, ShouldStop, never_stop, no_progress, part, track
from ..raster import Raster, RasterWriter


@dataclass(frozen=True)
class Components:
    """Cells (n,) int64 and mean value (n,) float64 of the components numbered 1 to n."""

    cells: np.ndarray
    scores: np.ndarray


def label_components(
    raster: Raster,
    threshold: float,
    least_cells: int,
    writer: RasterWriter,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
) -> Components:
    """Write the number of each cell's component (0: none) and return what the components hold.

    A component is a group of cells of the first band with values of at least ``threshold`` that touch along their sides and
    are at least ``least_cells`` many. Nodata belongs to none. The strips are labelled twice, first to learn what belongs
    together across them, so that no label has to be kept in memory.
    """
    strips = raster.grid.strips()
    sizes, sums, seams, last_row = [np.zeros(1)], [np.zeros(1)], [], None
    count = 1
    for strip in track(strips, len(strips), "Grouping cells", part(progress, 0.0, 0.5), should_stop):
        labels, values = _labelled(raster, strip, threshold)
        found = labels.max(initial=0)
        sizes.append(np.bincount(labels.ravel(), minlength=found + 1)[1:])
        sums.append(np.bincount(labels.ravel(), weights=np.nan_to_num(values).ravel(), minlength=found + 1)[1:])
        labels = np.where(labels > 0, labels + count - 1, 0)
        if last_row is not None:
            seams.append(_touching(last_row, labels[0]))
        last_row = labels[-1]
        count += int(found)
    numbers, components = _joined(np.concatenate(sizes), np.concatenate(sums), seams, least_cells)
    first = 0
    for strip in track(strips, len(strips), "Numbering groups of cells", part(progress, 0.5, 1.0), should_stop):
        labels, _ = _labelled(raster, strip, threshold)
        found = int(labels.max(initial=0))
        here = np.concatenate([[0], numbers[first + 1 : first + 1 + found]]).astype(np.int32)
        writer.write(here[labels], strip)
        first += found
    return components


def _labelled(raster: Raster, strip: Window, threshold: float) -> tuple[np.ndarray, np.ndarray]:
    values = raster.read(strip, [0])[0]
    with np.errstate(invalid="ignore"):
        labels, _ = ndimage.label(values >= threshold)
    return labels, values


def _touching(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    """Return the different pairs (2, k) of numbers that touch across two rows."""
    both = (above > 0) & (below > 0)
    return np.unique(np.stack([above[both], below[both]]), axis=1)


def _joined(sizes: np.ndarray, sums: np.ndarray, seams: list[np.ndarray], least_cells: int) -> tuple[np.ndarray, Components]:
    """Return the final number of each strip's component, 0 for those too small, and what the final components hold."""
    pairs = np.concatenate([np.zeros((2, 0), dtype=np.int64), *seams], axis=1)
    links = coo_array((np.ones(pairs.shape[1]), (pairs[0], pairs[1])), shape=(len(sizes), len(sizes)))
    _, group = connected_components(links, directed=False)
    cells, totals = np.bincount(group, weights=sizes), np.bincount(group, weights=sums)
    kept = cells >= max(least_cells, 1)
    kept[group[0]] = False  # the background
    final = np.zeros(len(cells), dtype=np.int64)
    final[kept] = np.arange(1, kept.sum() + 1)
    return final[group], Components(cells[kept].astype(np.int64), totals[kept] / cells[kept])
