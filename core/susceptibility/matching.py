"""The matching code of each sample: whether it was told right, and if not, in which way."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ..vector import Features
    from .evaluation import Evaluation
    from .samples import Samples

CODES = {"TP": "landslide, told", "FN": "landslide, missed", "FP": "false alarm", "TN": "no landslide, told"}
"""Code → what it means."""
CHOICE = "youden"
"""The way of choosing the threshold that the codes are for; the model file names the same one."""


def matching_codes(landslide: np.ndarray, predicted: np.ndarray) -> np.ndarray:
    """Return the codes (n,), text, of yes-or-no predictions (n,)."""
    landslide, predicted = np.asarray(landslide) == 1, np.asarray(predicted, dtype=bool)
    return np.where(landslide, np.where(predicted, "TP", "FN"), np.where(predicted, "FP", "TN"))


def codes_of(evaluation: "Evaluation") -> np.ndarray:
    """Return the codes (n,) of an evaluation's samples, each at a threshold in whose choice it took no part."""
    return matching_codes(evaluation.landslide, evaluation.scores >= evaluation.thresholds[CHOICE])


def matches_as_features(samples: "Samples", evaluation: "Evaluation", crs_wkt: str) -> "Features":
    """Return the samples of an evaluation, in its order, as points with score, threshold and matching code."""
    from ..vector import Features, point_wkb

    attributes = {
        "landslide": samples.landslide.tolist(),
        "landslide_id": samples.landslide_id.tolist(),
        "fold": evaluation.fold.tolist(),
        "score": [float(score) for score in evaluation.scores],
        "threshold": [float(threshold) for threshold in evaluation.thresholds[CHOICE]],
        "code": codes_of(evaluation).tolist(),
    }
    points = [point_wkb(x, y) for x, y in zip(samples.x.tolist(), samples.y.tolist(), strict=True)]
    return Features(points, attributes, crs_wkt, "matches")
