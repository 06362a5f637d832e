"""Landslides one by one, as a detector finds them in one tile."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Instances:
    """Landslides found in one tile: scores (k,) float32, boxes (k, 4) float32 xyxy in cells, masks (k, h, w) bool."""

    scores: np.ndarray
    boxes: np.ndarray
    masks: np.ndarray

    def within(self, known: np.ndarray) -> "Instances":
        """Return what of the landslides lies in ``known``, bool (h, w)."""
        masks = self.masks & known
        seen = masks.any(axis=(1, 2))
        return Instances(self.scores[seen], self.boxes[seen], masks[seen])


def grouped_cells(probability: np.ndarray, threshold: float, least_cells: int) -> Instances:
    """Return the groups of at least ``least_cells`` cells of at least ``threshold`` that touch along their sides.

    ``probability`` float32 (h, w); the score of a group is the mean of its cells.
    """
    from scipy import ndimage

    labels, _ = ndimage.label(probability >= threshold)
    sizes = np.bincount(labels.ravel())
    scores, boxes, masks = [], [], []
    for number, place in enumerate(ndimage.find_objects(labels), start=1):
        if sizes[number] >= least_cells:
            masks.append(labels == number)
            scores.append(probability[masks[-1]].mean())
            rows, columns = place
            boxes.append((columns.start, rows.start, columns.stop, rows.stop))
    shape = (-1, *probability.shape)
    return Instances(
        np.array(scores, np.float32), np.array(boxes, np.float32).reshape(-1, 4), np.array(masks, dtype=bool).reshape(shape)
    )
