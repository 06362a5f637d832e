"""Calibration: a rising curve, fitted on held-out samples, that turns a model's scores into what happens that often."""

from dataclasses import dataclass

import numpy as np

NONE = "none"
PLATT = "platt"
ISOTONIC = "isotonic"
KINDS = (NONE, PLATT, ISOTONIC)
NEAREST = 1e-6
"""How near to 0 and 1 a score may come where its log-odds are taken."""


@dataclass(frozen=True)
class Calibrator:
    """A rising curve from scores to probabilities.

    ``numbers`` are pairs: slope and intercept of the log-odds for ``platt``, scores and their probabilities for ``isotonic``,
    with straight lines in between.
    """

    kind: str
    numbers: tuple[tuple[float, float], ...]

    @classmethod
    def fit(cls, kind: str, landslide: np.ndarray, scores: np.ndarray) -> "Calibrator | None":
        """Fit to held-out scores (n,) of samples with ``landslide`` (n,) of 1 and 0; None for ``none``.

        ``platt``: a logistic curve on the log-odds (Platt 1999), kept from falling; ``isotonic``: the rising steps of least
        squares (Zadrozny & Elkan 2002), which needs some hundred samples.
        """
        if kind == NONE:
            return None
        if kind == PLATT:
            from sklearn.linear_model import LogisticRegression

            curve = LogisticRegression(C=1e6).fit(_log_odds(scores)[:, np.newaxis], landslide)
            return cls(kind, ((max(float(curve.coef_[0, 0]), 0.0), float(curve.intercept_[0])),))
        from sklearn.isotonic import IsotonicRegression

        steps = IsotonicRegression(y_min=0, y_max=1).fit(np.asarray(scores, dtype=np.float64), landslide)
        return cls(kind, tuple(zip(steps.X_thresholds_.tolist(), steps.y_thresholds_.tolist(), strict=True)))

    def __call__(self, scores: np.ndarray) -> np.ndarray:
        """Return probabilities float32 of the shape of ``scores``; NaN stays NaN."""
        if self.kind == PLATT:
            slope, intercept = self.numbers[0]
            return (1 / (1 + np.exp(-(slope * _log_odds(scores) + intercept)))).astype(np.float32)
        return np.interp(scores, *zip(*self.numbers, strict=True)).astype(np.float32)

    def spread(self, scores: np.ndarray, spread: np.ndarray) -> np.ndarray:
        """Return what a standard deviation ``spread`` around ``scores`` is after calibration: half of what it reaches over."""
        return (self(np.clip(scores + spread, 0, 1)) - self(np.clip(scores - spread, 0, 1))) / 2

    def to_json(self) -> dict:
        """Return plain JSON values, as the model card stores them."""
        return {"kind": self.kind, "numbers": [list(pair) for pair in self.numbers]}

    @classmethod
    def from_json(cls, record: dict) -> "Calibrator":
        """Return what ``to_json`` described; raises ValueError, KeyError or TypeError for anything else."""
        numbers = np.asarray(record["numbers"], dtype=np.float64).reshape(-1, 2)
        falls = (np.diff(numbers, axis=0) < 0).any() if record["kind"] == ISOTONIC else numbers[0, 0] < 0
        if record["kind"] not in (PLATT, ISOTONIC) or len(numbers) == 0 or not np.isfinite(numbers).all() or falls:
            raise ValueError("the calibration curve is damaged")
        return cls(record["kind"], tuple(map(tuple, numbers.tolist())))


def _log_odds(scores: np.ndarray) -> np.ndarray:
    clipped = np.clip(np.asarray(scores, dtype=np.float64), NEAREST, 1 - NEAREST)
    return np.log(clipped) - np.log1p(-clipped)
