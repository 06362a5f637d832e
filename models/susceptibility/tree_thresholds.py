"""Thresholds of scikit-learn's trees in the precision of the values they split."""

import numpy as np


def rounded_down(thresholds: np.ndarray) -> np.ndarray:
    """Return the largest float32 not above each float64 threshold: x ≤ threshold then decides alike for every float32 x."""
    nearest = thresholds.astype(np.float32)
    return np.where(nearest > thresholds, np.nextafter(nearest, np.float32(-np.inf)), nearest)
