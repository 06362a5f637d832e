"""Where a model should be believed: how unlike its training samples a cell is (Meyer & Pebesma 2021).

Methods in Ecology and Evolution 12, 1620–1633. The dissimilarity index of a cell is its distance to the nearest training sample
over the mean distance between training samples, every factor weighted by its importance in the model. The area of
applicability is where the index stays within the largest one, outliers aside, that training samples have to those of other
folds: as far as validation has tested the model.
"""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from ...core.factor import CATEGORICAL, Factor
from ...core.progress import ShouldStop, never_stop, stop_if_asked
from ...core.susceptibility.metrics import brier_score
from .encoding import FactorEncoder
from .training_data import TrainingData

REFERENCES = 2000
"""Training samples kept to measure distances to, and to measure importance on, at most."""
PERMUTATIONS = 5
"""How often the patches of a factor change places."""
PREDICTED = 20
"""Blocks of the model, each of about a second, that importance may take; a slow network is asked about fewer samples."""
CELLS = 4096
"""Cells compared at once: with all references a matrix of some 30 MB."""


class Predictor(Protocol):
    """What weighing the factors needs of a model."""

    block: int
    """Cells a side that are predicted within about a second."""

    def predict_patches(self, patches: np.ndarray) -> np.ndarray:
        """Return the probability of a landslide (n,) for raw patches (n, factors, window, window)."""


class Applicability:
    """Distances to training samples in the space of weighted factors.

    Every factor counts alike before it is weighted: the mean squared difference of two samples is about 2 for one scaled to
    standard deviation 1, for sine and cosine of two directions, and for two categories. A category never seen is as far from
    all others as they are from each other.
    """

    def __init__(self, factors: Sequence[Factor], values: np.ndarray, group: np.ndarray, weights: np.ndarray):
        """``values`` (m, factors) raw, complete; ``group`` (m,): samples validated together; ``weights`` (factors,) from 0."""
        self._values, self._group, self._weights = values, group, weights
        self._encoder = FactorEncoder.fit(factors, values)
        self._references = self._placed(values.T)
        distances = self._all_distances()
        pairs = len(values) * (len(values) - 1)
        self._mean_distance = float(distances.sum() / max(pairs, 1)) or 1.0
        self.threshold = self._largest_of_training(distances)

    @classmethod
    def of(cls, model: Predictor, data: TrainingData, seed: int, should_stop: ShouldStop = never_stop) -> "Applicability":
        """Return the applicability of a model trained on ``data``."""
        random = np.random.default_rng(seed)
        order = random.permutation(len(data))
        kept = data.chosen(np.sort(order[:REFERENCES]))
        asked = PREDICTED * model.block**2 // (PERMUTATIONS * len(data.factors))
        weights = _importance(model, data.chosen(np.sort(order[: min(asked, REFERENCES)])), random, should_stop)
        return cls(data.factors, kept.centres, _validated_together(kept), weights)

    def to_json(self) -> dict:
        """Return plain JSON values, as the model card stores them; six digits of each value."""
        values = [[float(f"{value:.6g}") for value in row] for row in self._values.tolist()]
        return {"values": values, "group": self._group.tolist(), "weights": self._weights.tolist()}

    @classmethod
    def from_json(cls, factors: Sequence[Factor], record: dict) -> "Applicability":
        """Return what ``to_json`` described; raises KeyError, TypeError or ValueError for anything else."""
        values = np.array(record["values"], dtype=np.float32)
        group, weights = np.array(record["group"]), np.array(record["weights"], dtype=np.float64)
        if group.dtype.kind != "i" or not np.isfinite(values).all() or not (np.isfinite(weights) & (weights >= 0)).all():
            raise ValueError("the area of applicability holds no numbers")
        if (
            values.shape != (len(group), len(factors))
            or weights.shape != (len(factors),)
            or len(group) < 2
            or not weights.any()
        ):
            raise ValueError("the area of applicability does not fit the factors")
        return cls(factors, values, group, weights)

    def dissimilarity(self, values: np.ndarray) -> np.ndarray:
        """Return the dissimilarity index float32 (...) of raw values (factors, ...), NaN where a factor is missing."""
        found = np.full(values.shape[1:], np.nan, dtype=np.float32)
        complete = np.isfinite(values).all(axis=0)
        places = self._placed(values[:, complete])
        parts = [places[start : start + CELLS] for start in range(0, len(places), CELLS)]
        nearest = [self._nearest(part) for part in parts]
        found[complete] = np.concatenate(nearest) / self._mean_distance if nearest else 0
        return found

    def _placed(self, values: np.ndarray) -> np.ndarray:
        """Return float32 (n, columns) of raw values (factors, n): where they stand among the weighted factors."""
        encoded = self._encoder.encode(values)
        columns = [encoded * self._weights[self._encoder.column_factor].astype(np.float32)[:, np.newaxis]]
        for number, factor in enumerate(self._encoder.factors):
            if factor.kind == CATEGORICAL:
                own = encoded[np.array(self._encoder.column_factor) == number]
                columns.append(self._weights[number].astype(np.float32) * (1 - own.sum(axis=0, keepdims=True)))
        return np.ascontiguousarray(np.concatenate(columns).T)

    def _nearest(self, places: np.ndarray) -> np.ndarray:
        """Return the distance (n,) of each place to the nearest reference."""
        squares = (self._references**2).sum(axis=1)
        nearest = np.argmin(squares - 2 * places @ self._references.T, axis=1)
        # measured anew: the matrix tells well which is nearest, but loses digits where the distance is small
        return np.sqrt(((places - self._references[nearest]) ** 2).sum(axis=1))

    def _all_distances(self) -> np.ndarray:
        """Return float64 (m, m): distances between the references, 0 to themselves."""
        places = self._references.astype(np.float64)
        squares = (places**2).sum(axis=1)
        distances = np.sqrt(np.maximum(squares[:, np.newaxis] + squares - 2 * places @ places.T, 0))
        np.fill_diagonal(distances, 0)
        return distances

    def _largest_of_training(self, distances: np.ndarray) -> float:
        """Return the upper whisker of the index of the references, each compared with those of other groups."""
        other = np.where(self._group[:, np.newaxis] == self._group, np.inf, distances)
        index = other.min(axis=1)[np.isfinite(other).any(axis=1)] / self._mean_distance
        if len(index) == 0:  # one group alone: every sample against all others
            index = np.where(np.eye(len(distances), dtype=bool), np.inf, distances).min(axis=1) / self._mean_distance
        low, high = np.quantile(index, [0.25, 0.75])
        return float(index[index <= high + 1.5 * (high - low)].max())


def _validated_together(data: TrainingData) -> np.ndarray:
    """Return int64 (n,): the folds of the samples, else their blocks, else their landslides."""
    for group in (data.fold, data.block):
        if len(np.unique(group)) > 1:
            return group
    return data.groups(spatial=False)


def _importance(model: Predictor, data: TrainingData, random: np.random.Generator, should_stop: ShouldStop) -> np.ndarray:
    """Return (factors,), 1 for the largest: how the squared error grows when a factor's patches change places.

    The mean over the permutations. All 1 when it grows for no factor.
    """
    whole = brier_score(data.landslide, model.predict_patches(data.patches))
    grown = np.zeros(len(data.factors))
    for number in range(len(grown)):
        for _ in range(PERMUTATIONS):
            stop_if_asked(should_stop)
            patches = data.patches.copy()
            patches[:, number] = patches[random.permutation(len(data)), number]
            grown[number] += brier_score(data.landslide, model.predict_patches(patches)) - whole
    grown = np.maximum(grown, 0.0)
    return grown / grown.max() if grown.max() > 0 else np.ones(len(grown))
