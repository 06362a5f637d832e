"""Fitting forests and boosted trees, in steps that let the user cancel."""

import os

import xgboost
from sklearn.ensemble import RandomForestClassifier

from ...core.progress import Progress, ShouldStop, stop_if_asked
from .fitting_task import Fitted, FittingTask, Round, card_of
from .settings import Settings
from .table_model import ForestModel, XGBoostModel
from .training_data import TrainingData

SAMPLES_OF_TREES_AT_ONCE = 200_000
"""Samples times trees grown between two looks at Cancel: about a second."""


def fit_forest(task: FittingTask) -> Fitted:
    """Fit a random forest; it needs no watched samples, because more trees never overfit."""
    settings, table, weights = task.settings, task.table, task.weights
    forest = RandomForestClassifier(
        0,
        max_depth=settings.tree_depth or None,
        max_features=settings.columns_per_split or "sqrt",
        min_samples_leaf=settings.leaf_samples,
        n_jobs=-1,
        random_state=settings.seed,
        warm_start=True,  # grown in steps, which gives the same trees as all at once
    )
    step = trees_at_once(len(table))
    while forest.n_estimators < settings.trees:
        stop_if_asked(task.should_stop)
        forest.n_estimators = min(forest.n_estimators + step, settings.trees)
        forest.fit(table, task.data.landslide, weights)
        task.progress(forest.n_estimators / settings.trees, "Growing trees")
    return Fitted(ForestModel(card_of(settings), task.encoder, forest), [], 0)


def trees_at_once(samples: int) -> int:
    """Return how many trees to grow between two looks at Cancel."""
    return max(1, min(10, SAMPLES_OF_TREES_AT_ONCE // samples))


def fit_xgboost(task: FittingTask) -> Fitted:
    """Fit boosted trees; watched samples say after how many to stop."""
    settings = task.settings
    most_trees = task.rounds or settings.trees
    parts = [(_matrix(task, task.data), "training")]
    callbacks = [_Reporter(most_trees, task.progress, task.should_stop)]
    if task.watched is not None:
        parts.append((_matrix(task, task.watched), "watched"))
        callbacks.append(xgboost.callback.EarlyStopping(rounds=settings.patience, save_best=True))
    losses: dict = {}
    booster = xgboost.train(
        _parameters(settings),
        parts[0][0],
        num_boost_round=most_trees,
        evals=parts,
        evals_result=losses,
        callbacks=callbacks,
        verbose_eval=False,
    )
    watched_losses = losses.get("watched", {}).get("logloss") or [None] * len(losses["training"]["logloss"])
    pairs = zip(losses["training"]["logloss"], watched_losses, strict=True)
    history = [Round(number, *pair) for number, pair in enumerate(pairs, start=1)]
    return Fitted(XGBoostModel(card_of(settings), task.encoder, booster), history, booster.num_boosted_rounds())


def _parameters(settings: Settings) -> dict:
    return {
        "objective": "binary:logistic",
        "eval_metric": "logloss",
        "eta": settings.learning_rate,
        "max_depth": settings.tree_depth,
        "subsample": settings.row_share,
        "colsample_bytree": settings.columns_per_tree,
        "min_child_weight": settings.leaf_weight,
        "lambda": settings.l2_penalty,
        "seed": settings.seed,
        "nthread": os.cpu_count(),
    }


def _matrix(task: FittingTask, data: TrainingData) -> xgboost.DMatrix:
    table, weights = task.encoder.encode_table(data.centres), data.weights(task.settings.balanced)
    return xgboost.DMatrix(table, data.landslide, weight=weights)


class _Reporter(xgboost.callback.TrainingCallback):
    """Reports after each tree and stops when asked."""

    def __init__(self, rounds: int, progress: Progress, should_stop: ShouldStop):
        super().__init__()
        self._rounds, self._progress, self._should_stop = rounds, progress, should_stop

    def after_iteration(self, model: xgboost.Booster, epoch: int, evals_log: dict) -> bool:
        """Return False, which lets training go on; raises Cancelled."""
        stop_if_asked(self._should_stop)
        self._progress((epoch + 1) / self._rounds, "Growing trees")
        return False
