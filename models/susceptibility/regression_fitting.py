"""Fitting logistic regression, the support vector machine and regression on trees."""

from dataclasses import replace

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import OneHotEncoder
from sklearn.svm import SVC

from ...core.errors import InputError
from ...core.progress import stop_if_asked
from ...core.susceptibility.splitting import Shares
from .fitting_task import Fitted, FittingTask, card_of
from .regression_models import LogisticModel, StackingModel, SvmModel
from .settings import Settings
from .tree_fitting import trees_at_once

MOST_SUPPORT_SAMPLES = 5000
"""The time of a support vector machine grows with the square of the samples; more than this add little."""
CURVE_FOLDS = 3


def fit_regression(task: FittingTask) -> Fitted:
    """Fit logistic regression; it takes no rounds and needs no watched samples."""
    stop_if_asked(task.should_stop)
    settings = task.settings
    regression = LogisticRegression(C=settings.penalty, max_iter=1000)
    regression.fit(task.table, task.data.landslide, task.weights)
    task.progress(1.0, "Fitting")
    return Fitted(LogisticModel(card_of(settings), task.encoder, regression), [], 0)


def fit_svm(task: FittingTask) -> Fitted:
    """Fit a support vector machine with Gaussian kernel to at most ``MOST_SUPPORT_SAMPLES`` samples drawn at random.

    The curve that turns distances into probabilities is fitted on distances from machines that did not see the landslide.
    """
    settings = task.settings
    drawn = np.random.default_rng(settings.seed).permutation(len(task.data))[:MOST_SUPPORT_SAMPLES]
    task = replace(task, data=task.data.chosen(drawn))
    data, table, weights = task.data, task.table, task.weights
    part = data.grouped_parts(False, Shares(0.0, CURVE_FOLDS), settings.seed)
    distances = np.empty(len(data))
    for number in range(1, CURVE_FOLDS + 1):
        stop_if_asked(task.should_stop)
        seen = part != number
        if len(np.unique(data.landslide[seen])) < 2 or seen.all():
            distances[~seen] = 0.0  # too few landslides to leave some out: those samples say nothing of the curve
            continue
        machine = _machine(settings).fit(table[seen], data.landslide[seen], weights[seen])
        distances[~seen] = machine.decision_function(table[~seen])
        task.progress(number / (CURVE_FOLDS + 1), "Fitting")
    stop_if_asked(task.should_stop)
    curve = LogisticRegression(C=1e6).fit(distances[:, np.newaxis], data.landslide, weights)
    machine = _machine(settings).fit(table, data.landslide, weights)
    return Fitted(SvmModel(card_of(settings), task.encoder, {"machine": machine, "curve": curve}), [], 0)


def _machine(settings: Settings) -> SVC:
    return SVC(C=settings.penalty, gamma=settings.kernel_width or "scale")


def fit_stacking(task: FittingTask) -> Fitted:
    """Fit boosted trees on half of the landslides and a regression on their leaves on the other half.

    Leaves of trees that have seen a sample fit it too well for the regression to learn how far to trust them.
    """
    data, settings = task.data, task.settings
    for_trees = data.held_back(False, 0.5, settings.seed)
    if for_trees is None:
        problem = (
            "has too few landslides for gbdt_lr, which learns in two steps from a half each; map more or choose random_forest"
        )
        raise InputError("SAMPLES", data.source, problem)
    table, weights = task.table, task.weights
    trees = GradientBoostingClassifier(
        n_estimators=1,
        learning_rate=settings.learning_rate,
        max_depth=settings.tree_depth,
        subsample=settings.row_share,
        min_samples_leaf=settings.leaf_samples,
        random_state=settings.seed,
        warm_start=True,
    )
    step = trees_at_once(len(data))
    for count in [*range(step, settings.trees, step), settings.trees]:
        stop_if_asked(task.should_stop)
        trees.set_params(n_estimators=count).fit(table[for_trees], data.landslide[for_trees], weights[for_trees])
        task.progress(0.8 * count / settings.trees, "Growing trees")
    leaves = OneHotEncoder(handle_unknown="ignore", dtype=np.float32)
    encoded = leaves.fit_transform(trees.apply(table)[:, :, 0])
    stop_if_asked(task.should_stop)
    regression = LogisticRegression(C=settings.penalty, max_iter=1000)
    regression.fit(encoded[~for_trees], data.landslide[~for_trees], weights[~for_trees])
    task.progress(1.0, "Fitting")
    parts = {"trees": trees, "leaves": leaves, "regression": regression}
    return Fitted(StackingModel(card_of(settings), task.encoder, parts), [], 0)
