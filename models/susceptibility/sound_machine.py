"""A support vector machine as a file gives it: libsvm reads its arrays by the lengths that others of them state."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from sklearn.svm import SVC


def check_machine(machine: "SVC", columns: int) -> None:
    """Raise ValueError unless the arrays of a machine of two classes fit each other and the columns."""
    vectors = np.asarray(machine.support_vectors_)
    count = len(vectors)
    shapes = {
        "support_vectors_": (count, columns),
        "support_": (count,),
        "_n_support": (2,),
        "dual_coef_": (1, count),
        "_dual_coef_": (1, count),
        "intercept_": (1,),
        "_intercept_": (1,),
        "_probA": (0,),
        "_probB": (0,),
    }
    for name, shape in shapes.items():
        found = np.asarray(getattr(machine, name))
        if found.shape != shape or not np.isfinite(found).all():
            raise ValueError(f"a support vector machine whose {name} has the shape {found.shape} instead of {shape}")
    if machine._sparse or (np.asarray(machine._n_support) < 0).any() or np.sum(machine._n_support) != count:
        raise ValueError("a support vector machine with another number of vectors than it says")
    if list(machine.classes_) != [0, 1] or machine.n_features_in_ != columns or not np.isfinite(machine._gamma):
        raise ValueError("a support vector machine for another task")
