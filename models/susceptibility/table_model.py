"""Susceptibility models that look at the cell alone: random forest (scikit-learn) and gradient boosting (XGBoost)."""

from typing import TYPE_CHECKING

import numpy as np

from .encoding import FactorEncoder
from .model import SusceptibilityModel

if TYPE_CHECKING:
    from sklearn.ensemble import RandomForestClassifier
    from xgboost import Booster


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


class ForestModel(TableModel):
    """A random forest; the file holds it as skops, which contains no code."""

    kind = "sklearn"
    payload_name = "model.skops"
    TRUSTED: tuple[str, ...] = ()
    """Types a file may hold beyond numpy's and scikit-learn's own: none."""

    def __init__(self, card: dict, encoder: FactorEncoder, estimator: "RandomForestClassifier"):
        super().__init__(card, encoder)
        self.estimator = estimator

    @classmethod
    def load(cls, card: dict, encoder: FactorEncoder, payload: bytes, device: str) -> "ForestModel":
        """Return the model; raises what skops raises for a type that is not trusted."""
        from sklearn.ensemble import RandomForestClassifier
        from skops.io import loads

        estimator = loads(payload, trusted=list(cls.TRUSTED))
        if type(estimator) is not RandomForestClassifier:
            raise TypeError(f"{type(estimator).__name__} is no random forest")
        estimator.n_jobs = -1
        return cls(card, encoder, estimator)

    def payload(self) -> bytes:
        """Return the forest as skops."""
        from skops.io import dumps

        return dumps(self.estimator)

    def table_probabilities(self, table: np.ndarray) -> np.ndarray:
        """Return float32 (n,) for encoded rows (n, columns)."""
        return self.estimator.predict_proba(table)[:, 1].astype(np.float32)


class XGBoostModel(TableModel):
    """Gradient-boosted trees; the file holds them in XGBoost's own binary JSON."""

    kind = "xgboost"
    payload_name = "model.ubj"

    def __init__(self, card: dict, encoder: FactorEncoder, estimator: "Booster"):
        super().__init__(card, encoder)
        self.estimator = estimator

    @classmethod
    def load(cls, card: dict, encoder: FactorEncoder, payload: bytes, device: str) -> "XGBoostModel":
        """Return the model; raises what XGBoost raises for a damaged payload."""
        from xgboost import Booster

        estimator = Booster()
        estimator.load_model(bytearray(payload))
        return cls(card, encoder, estimator)

    def payload(self) -> bytes:
        """Return the trees as UBJSON."""
        return bytes(self.estimator.save_raw("ubj"))

    def table_probabilities(self, table: np.ndarray) -> np.ndarray:
        """Return float32 (n,) for encoded rows (n, columns)."""
        return self.estimator.inplace_predict(table).astype(np.float32)
