"""Support vector machines and regressions of a model file whose arrays do not fit are refused before anything reads them."""

import numpy as np
import pytest
from test_susceptibility_models import fitted

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.models.susceptibility.stored_model import load_susceptibility_model, save_susceptibility_model


@pytest.fixture(scope="module")
def model():
    return fitted("svm")


CHANGES = {
    "support_vectors_": lambda old: np.ascontiguousarray(old[:, :1]),  # libsvm would read beyond them
    "support_": lambda old: old[:1],
    "_dual_coef_": lambda old: old[:, :1],
    "_n_support": lambda old: np.array([-1, old.sum() + 1], np.int32),
    "_intercept_": lambda old: old[:0],
    "classes_": lambda old: np.arange(5),
    "_gamma": lambda old: float("nan"),
    "_sparse": lambda old: True,
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_machine_whose_parts_do_not_fit_is_refused(tmp_path, monkeypatch, model, name):
    save_susceptibility_model(tmp_path / "m.lsm", model)
    load_susceptibility_model(tmp_path / "m.lsm", "cpu")
    machine = model.estimator["machine"]
    monkeypatch.setattr(machine, name, CHANGES[name](getattr(machine, name)))
    save_susceptibility_model(tmp_path / "m.lsm", model)
    with pytest.raises(InputError, match="MODEL .*is damaged .*a support vector machine .*train the model again"):
        load_susceptibility_model(tmp_path / "m.lsm", "cpu")


@pytest.mark.parametrize("coefficients", [np.ones((1, 2)), np.full((1, 6), np.nan)])
def test_a_regression_that_gives_no_probability_is_refused(tmp_path, coefficients):
    regression = fitted("logistic_regression")
    regression.estimator.coef_ = coefficients
    save_susceptibility_model(tmp_path / "m.lsm", regression)
    with pytest.raises(InputError, match="MODEL .*is damaged .*train the model again"):
        load_susceptibility_model(tmp_path / "m.lsm", "cpu")
