"""How much more often landslides occur in a class than in the whole area: frequency ratio, weights of evidence, information.

Everything follows from two counts per class: its cells, and those of them that are landslide.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class WeightsOfEvidence:
    """Weights of each class, float64 (classes,); NaN for a class without cells. Bonham-Carter 1994, chapter 9."""

    positive: np.ndarray
    negative: np.ndarray
    contrast: np.ndarray
    deviation: np.ndarray
    studentised: np.ndarray
    information: np.ndarray


def frequency_ratio(cells: np.ndarray, landslide_cells: np.ndarray) -> np.ndarray:
    """Return the share of landslide cells over the share of all cells, per class.

    0 for a class without landslides, NaN for one without cells. Both counts (classes,) sum to more than 0.
    """
    share_of_landslides = landslide_cells / landslide_cells.sum()
    share_of_area = cells / cells.sum()
    return np.divide(share_of_landslides, share_of_area, out=np.full(cells.shape, np.nan), where=cells > 0)


def weights_of_evidence(cells: np.ndarray, landslide_cells: np.ndarray) -> WeightsOfEvidence:
    """Return W+, W−, contrast, its standard deviation, the studentised contrast and the information value ln(FR).

    A class where one of the four counts (landslide or not, in the class or not) is 0 would have infinite weights: there 0.5
    is added to each of the four (Haldane 1956, Anscombe 1956), for the information value too.
    """
    inside = landslide_cells.astype(float)
    outside = inside.sum() - inside
    stable_inside = cells - inside
    stable_outside = cells.sum() - cells - outside
    counts = np.stack([inside, outside, stable_inside, stable_outside])
    counts += 0.5 * (counts == 0).any(axis=0)
    counts[:, cells == 0] = np.nan
    inside, outside, stable_inside, stable_outside = counts
    landslides, stable = inside + outside, stable_inside + stable_outside
    positive = np.log(inside / landslides) - np.log(stable_inside / stable)
    negative = np.log(outside / landslides) - np.log(stable_outside / stable)
    contrast = positive - negative
    deviation = np.sqrt((1 / counts).sum(axis=0))
    information = np.log(inside / landslides) - np.log((inside + stable_inside) / (landslides + stable))
    return WeightsOfEvidence(positive, negative, contrast, deviation, contrast / deviation, information)
