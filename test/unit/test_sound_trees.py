"""Trees of a model file that point out of themselves are refused before anything follows them."""

import numpy as np
import pytest
from sklearn.tree import DecisionTreeClassifier
from test_susceptibility_models import fitted

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.models.susceptibility.stored_model import load_susceptibility_model, save_susceptibility_model


def child_beyond(state):
    state["nodes"]["right_child"][0] = 10**6


def child_before_the_first(state):
    state["nodes"]["left_child"][0] = -7


def endless(state):
    state["nodes"]["left_child"][0] = 0


def column_beyond(state):
    state["nodes"]["feature"][0] = 10**6


def column_before_the_first(state):
    state["nodes"]["feature"][0] = -3


def without_nodes(state):
    state["nodes"], state["values"], state["node_count"] = state["nodes"][:0], state["values"][:0], 0


CHANGES = [child_beyond, child_before_the_first, endless, column_beyond, column_before_the_first, without_nodes]


def tampered(tree, change):
    kind, arguments, state = tree.__reduce__()
    state["nodes"] = state["nodes"].copy()
    change(state)
    again = kind(*arguments)
    again.__setstate__(state)
    return again


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("architecture", ["random_forest", "gbdt_lr"])
def test_trees_that_point_out_of_themselves_are_refused(tmp_path, architecture, change):
    model = fitted(architecture)
    trees = np.ravel(model.estimator.estimators_ if architecture == "random_forest" else model.estimator["trees"].estimators_)
    trees[3].tree_ = tampered(trees[3].tree_, change)
    save_susceptibility_model(tmp_path / "m.lsm", model)
    with pytest.raises(InputError, match="MODEL .*is damaged .*a tree .*train the model again"):
        load_susceptibility_model(tmp_path / "m.lsm", "cpu")


def test_a_tree_in_an_unusual_place_is_found(tmp_path):
    model = fitted("gbdt_lr")
    first = DecisionTreeClassifier(max_depth=2).fit(np.eye(6), [0, 1, 0, 1, 1, 0])
    first.tree_ = tampered(first.tree_, endless)
    model.estimator["trees"].init_ = first
    save_susceptibility_model(tmp_path / "m.lsm", model)
    with pytest.raises(InputError, match="do not follow their parents"):
        load_susceptibility_model(tmp_path / "m.lsm", "cpu")
