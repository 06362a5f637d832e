"""Susceptibility models that look at the cell alone: random forest (scikit-learn) and gradient boosting (XGBoost)."""

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from .encoding import FactorEncoder
from .model import SusceptibilityModel
from .sound_booster import check_booster
from .sound_trees import TREE, check_trees

if TYPE_CHECKING:
    from sklearn.base import BaseEstimator
    from sklearn.ensemble import RandomForestClassifier
    from xgboost import Booster

    from .packed_forest import PackedForest


class TableModel(SusceptibilityModel):
    """A model of encoded columns, without surroundings."""

    def table_probabilities(self, table: np.ndarray) -> np.ndarray:
        """Return float32 (n,) for encoded rows (n, columns)."""
        raise NotImplementedError

    def _patch_probabilities(self, patches: np.ndarray) -> np.ndarray:
        return self.table_probabilities(self.encoder.encode_table(patches[:, :, 0, 0]))

    def _raster_probabilities(self, values: np.ndarray, complete: np.ndarray) -> np.ndarray:
        probabilities = np.empty(complete.shape, dtype=np.float32)
        probabilities[complete] = self.table_probabilities(self.encoder.encode_table(values[:, complete].T))
        return probabilities


class SkopsModel(TableModel):
    """A model of one or several scikit-learn estimators; the file holds them as skops, which contains no code.

    ``estimator`` is the estimator, or a dictionary of them by role. A subclass says which types they must have.
    """

    payload_name = "model.skops"
    TRUSTED: tuple[str, ...] = ()
    """Types a file may hold beyond those of numpy and scikit-learn that skops trusts."""

    def __init__(self, card: dict, encoder: FactorEncoder, estimator: "BaseEstimator | dict[str, BaseEstimator]"):
        super().__init__(card, encoder)
        self.estimator = estimator

    @classmethod
    def load(cls, card: dict, encoder: FactorEncoder, payload: bytes, device: str) -> "SkopsModel":
        """Return the model; raises what skops raises for a type that is not trusted, TypeError for another model's and
        ValueError for trees that would be followed out of their nodes."""
        from skops.io import loads

        estimator = loads(payload, trusted=list(cls.TRUSTED))
        found, expected = _types_of(estimator), cls.types()
        if found != expected:
            raise TypeError(f"holds {found} where {expected} is expected")
        check_trees(estimator, len(encoder.columns))
        return cls(card, encoder, estimator)

    @staticmethod
    def types() -> object:
        """Return the type of the estimator, or a dictionary of types by role."""
        raise NotImplementedError

    def payload(self) -> bytes:
        """Return the estimators as skops."""
        from skops.io import dumps

        return dumps(self.estimator)


class ForestModel(SkopsModel):
    """A random forest."""

    kind = "sklearn"
    TRUSTED = (TREE,)

    def __init__(self, card: dict, encoder: FactorEncoder, estimator: "RandomForestClassifier"):
        super().__init__(card, encoder, estimator)
        estimator.n_jobs = -1

    @staticmethod
    def types() -> object:
        """Return the type of the estimator."""
        from sklearn.ensemble import RandomForestClassifier

        return RandomForestClassifier

    def table_probabilities(self, table: np.ndarray) -> np.ndarray:
        """Return float32 (n,) for encoded rows (n, columns): what ``predict_proba`` gives, sooner."""
        if self._packed is None:
            return self.estimator.predict_proba(table)[:, 1].astype(np.float32)
        return self._packed.probabilities(table)

    def _raster_with_spread(self, values: np.ndarray, complete: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        table = self.encoder.encode_table(values[:, complete].T)
        if self._packed is not None:
            found = self._packed.with_spread(table)
        else:
            every = np.stack([tree.predict_proba(table)[:, 1] for tree in self.estimator.estimators_])
            found = every.mean(axis=0), every.std(axis=0)
        both = np.empty((2, *complete.shape), dtype=np.float32)
        both[:, complete] = found
        return tuple(both)

    @cached_property
    def _packed(self) -> "PackedForest | None":
        from .packed_forest import PackedForest

        try:
            return PackedForest(self.estimator)
        except ValueError:  # a forest larger than the layout holds; scikit-learn predicts it
            return None


class XGBoostModel(TableModel):
    """Gradient-boosted trees; the file holds them in XGBoost's own binary JSON."""

    kind = "xgboost"
    payload_name = "model.ubj"

    def __init__(self, card: dict, encoder: FactorEncoder, estimator: "Booster"):
        super().__init__(card, encoder)
        self.estimator = estimator

    @classmethod
    def load(cls, card: dict, encoder: FactorEncoder, payload: bytes, device: str) -> "XGBoostModel":
        """Return the model; raises ValueError, TypeError, KeyError or what XGBoost raises for a damaged payload."""
        from xgboost import Booster

        check_booster(payload, len(encoder.columns))
        estimator = Booster()
        estimator.load_model(bytearray(payload))
        return cls(card, encoder, estimator)

    def payload(self) -> bytes:
        """Return the trees as UBJSON."""
        return bytes(self.estimator.save_raw("ubj"))

    def table_probabilities(self, table: np.ndarray) -> np.ndarray:
        """Return float32 (n,) for encoded rows (n, columns)."""
        return self.estimator.inplace_predict(table).astype(np.float32)


def _types_of(estimator: object) -> object:
    if isinstance(estimator, dict):
        return {role: type(part) for role, part in estimator.items()}
    return type(estimator)
