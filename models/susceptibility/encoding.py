"""How factors become numbers a model can use: fitted on training samples once, stored in the model file, never refitted."""

from collections.abc import Sequence

import numpy as np

from ...core.errors import InputError
from ...core.factor import CATEGORICAL, CIRCULAR, Factor
from ..model_file import is_number

STANDARD = "standard"
RANKS = "ranks"
ENCODINGS = (STANDARD, RANKS)
QUANTILES = 65


class FactorEncoder:
    """Encodes factors in fixed order; one factor becomes one or several columns.

    Continuous factors are scaled to mean 0 and standard deviation 1 of the training samples (``standard``), or to their rank
    among them, from −√3 to √3, which has the same deviation and no far values (``ranks``). Circular ones (degrees, −1 for
    flat) become sine and cosine, flat is 0, 0. Categorical ones become one column per category seen in training; a category
    never seen is 0 in all of them. What is missing (NaN) is 0 everywhere: for scaled factors the training mean.
    """

    def __init__(self, factors: Sequence[Factor], statistics: Sequence[dict]):
        self.factors = list(factors)
        self._statistics = list(statistics)
        self.columns: list[str] = []
        """Names of the encoded columns, such as ``slope``, ``aspect_sine`` or ``lithology_3``."""
        self.column_factor: list[int] = []
        """For each column the index of its factor."""
        for index, (factor, record) in enumerate(zip(self.factors, self._statistics, strict=True)):
            names = _column_names(factor, record)
            self.columns += names
            self.column_factor += [index] * len(names)

    @classmethod
    def fit(cls, factors: Sequence[Factor], samples: np.ndarray, encoding: str = STANDARD) -> "FactorEncoder":
        """Fit on raw values (n, factors) of training samples; NaN is left out of the statistics."""
        return cls(factors, [_statistics_of(factor, samples[:, i], encoding) for i, factor in enumerate(factors)])

    @property
    def names(self) -> list[str]:
        """Names of the factors, in the order ``encode`` expects."""
        return [factor.name for factor in self.factors]

    def columns_of(self, factor: int) -> list[str]:
        """Return the names of the columns of the factor with that index."""
        return [name for name, owner in zip(self.columns, self.column_factor, strict=True) if owner == factor]

    def encode(self, values: np.ndarray) -> np.ndarray:
        """Return float32 (columns, ...) of raw values (factors, ...); never NaN."""
        encoded = np.empty((len(self.columns), *values.shape[1:]), dtype=np.float32)
        column = 0
        for factor, record, raw in zip(self.factors, self._statistics, values, strict=True):
            for part in _encoded(factor, record, raw):
                encoded[column] = part
                column += 1
        return encoded

    def encode_table(self, samples: np.ndarray) -> np.ndarray:
        """Return float32 (n, columns) of raw values (n, factors), contiguous."""
        return np.ascontiguousarray(self.encode(samples.T).T)

    def unknown_categories(self, values: np.ndarray) -> dict[str, list[float]]:
        """Return, per categorical factor, the categories of raw values (factors, ...) that training never saw."""
        unknown = {}
        for factor, record, raw in zip(self.factors, self._statistics, values, strict=True):
            if factor.kind == CATEGORICAL:
                found = np.unique(raw[np.isfinite(raw)])
                strange = [int(value) if value % 1 == 0 else float(value) for value in found if value not in record["values"]]
                if strange:
                    unknown[factor.name] = strange
        return unknown

    def to_json(self) -> dict:
        """Return the encoder as plain JSON values, as the model card stores it."""
        return {"factors": [factor.to_json() for factor in self.factors], "statistics": self._statistics}

    @classmethod
    def from_json(cls, record: dict) -> "FactorEncoder":
        """Return the encoder that ``to_json`` described; raises KeyError, TypeError or ValueError for anything else."""
        factors = [Factor.from_json(factor) for factor in record["factors"]]
        for factor, statistics in zip(factors, record["statistics"], strict=True):
            _check_statistics(factor, statistics)
        encoder = cls(factors, record["statistics"])
        encoder.encode(np.zeros((len(encoder.factors), 1), np.float32))  # what is missing shows here and not later
        return encoder


def _statistics_of(factor: Factor, values: np.ndarray, encoding: str) -> dict:
    values = values[np.isfinite(values)].astype(np.float64)
    if factor.kind == CATEGORICAL:
        found = np.unique(values)
        if not (found == np.rint(found)).all():
            problem = 'holds fractions where categories are whole numbers; stack it as a continuous factor with "Stack factors"'
            raise InputError("FACTORS", factor.name, problem)
        return {"values": [int(value) for value in found]}
    if factor.kind == CIRCULAR or len(values) == 0:
        return {}
    record = {"mean": float(values.mean()), "std": float(values.std())}
    record |= {"min": float(values.min()), "max": float(values.max())}
    if encoding == RANKS:
        record["quantiles"] = np.unique(np.quantile(values, np.linspace(0, 1, QUANTILES))).tolist()
    return record


def _check_statistics(factor: Factor, record: dict) -> None:
    """Raise ValueError for statistics with which a factor would be encoded into nonsense."""
    if factor.kind == CATEGORICAL:
        sound = all(type(value) is int for value in record["values"])
    elif "quantiles" in record:
        quantiles = np.asarray(record["quantiles"], np.float64)
        sound = len(quantiles) > 0 and np.isfinite(quantiles).all() and (np.diff(quantiles) > 0).all()
    else:
        numbers = [record.get(name, 0) for name in ("mean", "std", "min", "max")]
        sound = all(is_number(number) and np.isfinite(number) for number in numbers) and numbers[1] >= 0
    if not sound:
        raise ValueError(f"statistics of {factor.name}")


def _column_names(factor: Factor, record: dict) -> list[str]:
    if factor.kind == CIRCULAR:
        return [f"{factor.name}_sine", f"{factor.name}_cosine"]
    if factor.kind == CATEGORICAL:
        return [f"{factor.name}_{value}" for value in record["values"]]
    return [factor.name]


def _encoded(factor: Factor, record: dict, raw: np.ndarray) -> list[np.ndarray]:
    if factor.kind == CIRCULAR:
        angle = np.deg2rad(raw)
        present = raw >= 0  # False for flat (−1) and for NaN
        return [np.where(present, np.sin(angle), 0.0), np.where(present, np.cos(angle), 0.0)]
    if factor.kind == CATEGORICAL:
        return [raw == value for value in record["values"]]
    if "quantiles" in record:
        quantiles = record["quantiles"]
        ranks = np.interp(raw, quantiles, np.linspace(-(3**0.5), 3**0.5, len(quantiles)))
        return [np.where(np.isfinite(ranks), ranks, 0.0)]
    scaled = (raw - np.float32(record["mean"])) / np.float32(record["std"] or 1.0)
    return [np.where(np.isfinite(scaled), scaled, 0.0)]
