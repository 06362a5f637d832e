"""How far an interpolation is off at stations that were left out."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class LeaveOneOut:
    """Errors (predicted − measured) summed up: root mean square, mean absolute, mean (bias), and the share explained (R²).

    ``checked`` of ``stations`` could be predicted from the others; all numbers are NaN when none could.
    """

    stations: int
    checked: int
    root_mean_square: float
    mean_absolute: float
    bias: float
    explained: float


def leave_one_out(measured: np.ndarray, predicted: np.ndarray) -> LeaveOneOut:
    """Return the summary of predictions at stations; NaN marks those that could not be predicted."""
    checked = np.isfinite(predicted)
    if not checked.any():
        return LeaveOneOut(measured.size, 0, *[float("nan")] * 4)
    error = predicted[checked] - measured[checked]
    around_mean = ((measured[checked] - measured[checked].mean()) ** 2).sum()
    return LeaveOneOut(
        measured.size,
        int(checked.sum()),
        float(np.sqrt((error**2).mean())),
        float(np.abs(error).mean()),
        float(error.mean()),
        float(1 - (error**2).sum() / around_mean) if around_mean > 0 else float("nan"),
    )
