"""Susceptibility models of scikit-learn beside the forest: logistic regression, support vectors, and regression on trees."""

from typing import TYPE_CHECKING

import numpy as np

from .encoding import FactorEncoder
from .sound_machine import check_machine
from .sound_trees import TREE
from .table_model import SkopsModel

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix


class LogisticModel(SkopsModel):
    """Logistic regression on the encoded columns."""

    kind = "linear"

    @staticmethod
    def types() -> object:
        """Return the type of the estimator."""
        from sklearn.linear_model import LogisticRegression

        return LogisticRegression

    def table_probabilities(self, table: np.ndarray) -> np.ndarray:
        """Return float32 (n,) for encoded rows (n, columns)."""
        return self.estimator.predict_proba(table)[:, 1].astype(np.float32)


class SvmModel(SkopsModel):
    """A support vector machine whose distances to the boundary a logistic curve turns into probabilities (Platt 1999)."""

    block = 64

    @staticmethod
    def types() -> object:
        """Return the types of the machine and of the curve."""
        from sklearn.linear_model import LogisticRegression
        from sklearn.svm import SVC

        return {"machine": SVC, "curve": LogisticRegression}

    @classmethod
    def load(cls, card: dict, encoder: FactorEncoder, payload: bytes, device: str) -> "SvmModel":
        """Return the model; raises what every scikit-learn model raises, and ValueError for arrays that do not fit."""
        model = super().load(card, encoder, payload, device)
        check_machine(model.estimator["machine"], len(encoder.columns))
        return model

    def table_probabilities(self, table: np.ndarray) -> np.ndarray:
        """Return float32 (n,) for encoded rows (n, columns)."""
        distances = self.estimator["machine"].decision_function(table)
        return self.estimator["curve"].predict_proba(distances[:, np.newaxis])[:, 1].astype(np.float32)


class StackingModel(SkopsModel):
    """Logistic regression on the leaves that boosted trees put a cell into (He et al. 2014)."""

    kind = "stacking"
    TRUSTED = (TREE, "sklearn._loss.link.Interval", "sklearn._loss.link.LogitLink", "sklearn._loss.loss.HalfBinomialLoss")

    @staticmethod
    def types() -> object:
        """Return the types of trees, leaf encoder and regression."""
        from sklearn.ensemble import GradientBoostingClassifier
        from sklearn.linear_model import LogisticRegression
        from sklearn.preprocessing import OneHotEncoder

        return {"trees": GradientBoostingClassifier, "leaves": OneHotEncoder, "regression": LogisticRegression}

    def table_probabilities(self, table: np.ndarray) -> np.ndarray:
        """Return float32 (n,) for encoded rows (n, columns)."""
        return self.estimator["regression"].predict_proba(self._leaves(table))[:, 1].astype(np.float32)

    def table_log_odds(self, table: np.ndarray) -> np.ndarray:
        """Return float64 (n,) for encoded rows (n, columns)."""
        return self.estimator["regression"].decision_function(self._leaves(table)).astype(np.float64)

    def _leaves(self, table: np.ndarray) -> "csr_matrix":
        return self.estimator["leaves"].transform(self.estimator["trees"].apply(table)[:, :, 0])
