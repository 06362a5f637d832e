"""Why a susceptibility model predicts what it predicts: contributions of factors that add up to the prediction."""

from abc import ABC, abstractmethod
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from typing import TYPE_CHECKING

import numpy as np

from ...core.errors import ToolboxError
from ...core.progress import Progress, ShouldStop, never_stop, no_progress, track

if TYPE_CHECKING:
    import torch

    from ..susceptibility.model import SusceptibilityModel
    from ..susceptibility.network_model import NetworkModel
    from ..susceptibility.table_model import TableModel
    from .trees import Trees

TOLERANCE = 1e-3
"""How far contributions and average may be from the prediction, in the units of the contributions."""
THREADS = cpu_count() or 1


@dataclass(frozen=True)
class Explanation:
    """Contributions float64 (n, factors) and the predictions (n,) they add up to from ``base``, in log-odds or probability."""

    contributions: np.ndarray
    predictions: np.ndarray
    base: float

    @property
    def gap(self) -> float:
        """The largest distance between base plus contributions and the prediction, |Σφ + base − f|."""
        return float(np.abs(self.contributions.sum(axis=1) + self.base - self.predictions).max(initial=0.0))


class Explainer(ABC):
    """Explains a model against a background: what a factor contributes when it takes its value here instead of there.

    A subclass per kind of model. ``log_odds``: whether contributions are in log-odds or in probability; ``method`` says in one
    sentence how they are calculated.
    """

    log_odds = True
    method = ""
    pairs = 2048
    """Pairs of sample and background between two looks at Cancel: some tenths of a second."""

    def __init__(self, model: "SusceptibilityModel", background: np.ndarray):
        """``background`` float32 (m, factors, window, window): raw patches of training samples, complete at the centre."""
        self.model = model
        self.batch = int(np.clip(self.pairs // len(background), 1, 1024))
        self.base = float(np.mean(self.predictions(background), dtype=np.float64))

    @property
    def units(self) -> str:
        """Units of the contributions."""
        return "log-odds" if self.log_odds else "probability"

    @abstractmethod
    def predictions(self, patches: np.ndarray) -> np.ndarray:
        """Return float64 (n,): what the model's own library predicts for raw patches, in the units of the contributions."""

    @abstractmethod
    def contributions(self, patches: np.ndarray) -> np.ndarray:
        """Return float64 (n, factors) for raw patches that are complete at the centre."""

    def explain(
        self, patches: np.ndarray, progress: Progress = no_progress, should_stop: ShouldStop = never_stop
    ) -> Explanation:
        """Return the explanation of raw patches; raises ToolboxError when it does not add up to the predictions."""
        parts = [patches[start : start + self.batch] for start in range(0, len(patches), self.batch)]
        found = [self.contributions(part) for part in track(parts, len(parts), "Explaining", progress, should_stop)]
        contributions = np.concatenate(found) if found else np.empty((0, len(self.model.factors)))
        explanation = Explanation(contributions, self.predictions(patches), self.base)
        if not explanation.gap < TOLERANCE:
            raise ToolboxError(
                f"The contributions miss the prediction by {explanation.gap:.2g} ({self.units}), and {TOLERANCE:g} is allowed: "
                "this model cannot be explained; train it again and report the problem if it stays."
            )
        return explanation


def build_explainer(model: "SusceptibilityModel", background: np.ndarray) -> Explainer:
    """Return the explainer for a model.

    ``background`` float32 (m, factors, window, window) raw patches of training samples.
    """
    explainers = {
        "torch": NetworkExplainer,
        "xgboost": BoostingExplainer,
        "sklearn": ForestExplainer,
        "stacking": StackingExplainer,
        "linear": LinearExplainer,
    }
    try:
        return explainers.get(model.kind, AnyExplainer)(model, background)
    except NotImplementedError:  # a layer whose contributions are not known, or more factors than trees are counted for
        return AnyExplainer(model, background)


class AnyExplainer(Explainer):
    """Explains the log-odds of any model by asking it often."""

    method = (
        "Shapley values by letting factors change hands in random orders and their reverses, one pair of orders per background "
        "sample, in log-odds"
    )

    def __init__(self, model: "SusceptibilityModel", background: np.ndarray):
        from .permutation_shap import PermutationShap

        super().__init__(model, background)
        self._shap = PermutationShap(self.predictions, background)

    def predictions(self, patches: np.ndarray) -> np.ndarray:
        """Return the log-odds of the model's probabilities, float64 (n,); 0 and 1 count as a millionth from there."""
        probability = np.clip(self.model.predict_patches(patches, calibrated=False).astype(np.float64), 1e-6, 1 - 1e-6)
        return np.log(probability) - np.log1p(-probability)

    def contributions(self, patches: np.ndarray) -> np.ndarray:
        """Return contributions to the log-odds, float64 (n, factors)."""
        return self._shap.contributions(patches)


class NetworkExplainer(Explainer):
    """Explains a network's logit; attributions are summed over the window and over a factor's columns."""

    method = (
        "DeepLIFT (rescale rule, Shapley values at max-pools) against every background patch, averaged, in log-odds; "
        "attributions are summed over the window and over the encoded columns of a factor"
    )
    pairs = 8192 * THREADS

    def __init__(self, model: "NetworkModel", background: np.ndarray):
        from .deep_shap import DeepShap

        super().__init__(model, background)
        self._deep = DeepShap(model.network, model.encoder.column_factor, self._encoded(background))

    def predictions(self, patches: np.ndarray) -> np.ndarray:
        """Return the logits of the network, float64 (n,)."""
        import torch

        with torch.inference_mode():
            parts = [self._encoded(patches[start : start + self.batch]) for start in range(0, len(patches), self.batch)]
            return np.concatenate([self.model.network(part).cpu().double().numpy() for part in parts] or [np.empty(0)])

    def contributions(self, patches: np.ndarray) -> np.ndarray:
        """Return contributions to the logit, float64 (n, factors)."""
        return self._deep.contributions(self._encoded(patches)).cpu().double().numpy()

    def _encoded(self, patches: np.ndarray) -> "torch.Tensor":
        import torch

        encoded = self.model.encoder.encode(np.moveaxis(patches, 1, 0))
        return torch.from_numpy(np.ascontiguousarray(np.moveaxis(encoded, 0, 1))).to(self.model.device)


class TreesExplainer(Explainer):
    """Explains a sum of trees exactly; a subclass says where the trees are."""

    pairs = 2048 * THREADS

    def __init__(self, model: "TableModel", background: np.ndarray):
        from .tree_shap import TreeShap

        super().__init__(model, background)
        self._shap = TreeShap(self._trees(), model.encoder.column_factor, self._table(background))

    @abstractmethod
    def _trees(self) -> "Trees":
        """Return the trees of the estimator."""

    def contributions(self, patches: np.ndarray) -> np.ndarray:
        """Return contributions to the sum of the trees, float64 (n, factors), on all processor threads."""
        table = self._table(patches)
        with ThreadPoolExecutor(THREADS) as threads:
            return np.concatenate(list(threads.map(self._shap.contributions, np.array_split(table, THREADS))))

    def _table(self, patches: np.ndarray) -> np.ndarray:
        return self.model.encoder.encode_table(patches[:, :, 0, 0])


class BoostingExplainer(TreesExplainer):
    """Explains the log-odds of an XGBoost model."""

    method = "exact Shapley values of the trees against every background sample (interventional TreeSHAP), in log-odds"

    def predictions(self, patches: np.ndarray) -> np.ndarray:
        """Return the margins of XGBoost, float64 (n,)."""
        return self.model.estimator.inplace_predict(self._table(patches), predict_type="margin").astype(np.float64)

    def _trees(self) -> "Trees":
        from .trees import trees_of_boosting

        return trees_of_boosting(self.model.estimator)


class StackingExplainer(TreesExplainer):
    """Explains the log-odds of a regression on the leaves of trees: a sum of trees whose leaves add the coefficients."""

    method = BoostingExplainer.method

    def predictions(self, patches: np.ndarray) -> np.ndarray:
        """Return the log-odds of the regression, float64 (n,)."""
        return self.model.table_log_odds(self._table(patches))

    def _trees(self) -> "Trees":
        from .trees import trees_of_stacking

        return trees_of_stacking(**self.model.estimator)


class ForestExplainer(TreesExplainer):
    """Explains the probability of a random forest: a mean of shares, which has no log-odds that add up."""

    log_odds = False
    method = "exact Shapley values of the trees against every background sample (interventional TreeSHAP), in probability"

    def predictions(self, patches: np.ndarray) -> np.ndarray:
        """Return the shares of the trees for a landslide, float64 (n,)."""
        return self.model.estimator.predict_proba(self._table(patches))[:, 1]

    def _trees(self) -> "Trees":
        from .trees import trees_of_forest

        return trees_of_forest(self.model.estimator)


class LinearExplainer(Explainer):
    """Explains the log-odds of a linear model, by shap: what a column adds does not depend on the others."""

    method = "coefficient × (value − average), exact Shapley values of a linear model (shap.LinearExplainer), in log-odds"

    def __init__(self, model: "TableModel", background: np.ndarray):
        import shap

        super().__init__(model, background)
        table = self._table(background)
        # every background sample counts; by default shap would draw a hundred of them
        masker = shap.maskers.Independent(table, max_samples=len(table))
        self._shap = shap.LinearExplainer(model.estimator, masker)
        self._membership = np.eye(len(model.factors))[model.encoder.column_factor]

    def predictions(self, patches: np.ndarray) -> np.ndarray:
        """Return the log-odds of the model, float64 (n,)."""
        return self.model.estimator.decision_function(self._table(patches)).astype(np.float64)

    def contributions(self, patches: np.ndarray) -> np.ndarray:
        """Return contributions to the log-odds, float64 (n, factors): those of a factor's columns together."""
        return self._shap.shap_values(self._table(patches)) @ self._membership

    def _table(self, patches: np.ndarray) -> np.ndarray:
        return self.model.encoder.encode_table(patches[:, :, 0, 0])
