"""Mean, standard deviation, least and greatest value of each band, gathered piece by piece."""

import numpy as np


class BandStatistics:
    """Add arrays (bands, rows, columns); NaN does not count. Uses Chan et al. 1979 to merge pieces without losing digits."""

    def __init__(self, bands: int):
        self._count = np.zeros(bands)
        self._mean = np.zeros(bands)
        self._squares = np.zeros(bands)
        self._least = np.full(bands, np.inf)
        self._greatest = np.full(bands, -np.inf)

    def add(self, values: np.ndarray) -> None:
        """Take in one piece, float32 (bands, rows, columns)."""
        for band, cells in enumerate(values):
            valid = cells[np.isfinite(cells)].astype(np.float64)
            if valid.size == 0:
                continue
            count = self._count[band] + valid.size
            difference = valid.mean() - self._mean[band]
            self._squares[band] += valid.var() * valid.size + difference**2 * self._count[band] * valid.size / count
            self._mean[band] += difference * valid.size / count
            self._count[band] = count
            self._least[band] = min(self._least[band], valid.min())
            self._greatest[band] = max(self._greatest[band], valid.max())

    def summary(self) -> list[dict[str, float]]:
        """Return ``mean``, ``std`` (of the population), ``min`` and ``max`` per band; all 0 for a band without data."""
        rows = []
        for count, mean, squares, least, greatest in zip(
            self._count, self._mean, self._squares, self._least, self._greatest, strict=True
        ):
            if count == 0:
                rows.append({"mean": 0.0, "std": 0.0, "min": 0.0, "max": 0.0})
            else:
                rows.append({"mean": float(mean), "std": float(np.sqrt(squares / count)), "min": least, "max": greatest})
        return [{name: float(value) for name, value in row.items()} for row in rows]
