"""What is there: works, missing, broken, or ending Python when it loads."""

import sys

import pytest

from landslide_toolbox.core.errors import Cancelled
from landslide_toolbox.packages.looking import State, look
from landslide_toolbox.packages.qgis_python import find_qgis_python


def states_with(folder, names, **modules):
    for name, code in modules.items():
        (folder / f"{name}.py").write_text(code)
    found = []
    look(find_qgis_python(), [folder], found.append, names=names)
    return found


def test_each_package_is_looked_at_even_after_one_that_ends_python(tmp_path):
    for name in ("shap", "torch"):  # which the system may carry too
        description = tmp_path / f"{name}-0.1.dist-info" / "METADATA"
        description.parent.mkdir()
        description.write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.1\n")
    found = states_with(
        tmp_path,
        ["shap", "torch", "xgboost", "optuna", "pykrige"],
        shap="print('hello from a package')",
        torch="raise OSError('DLL load failed')",
        xgboost="import os; os._exit(9)",
        optuna="import sys; sys.exit('no')",
    )
    assert found == [
        State("shap", "0.1", None),
        State("torch", "0.1", "is installed but does not load (OSError: DLL load failed)"),
        State("xgboost", None, "ends Python when it loads (exit code 9)"),
        State("optuna", None, "ends Python when it loads (exit code 1)"),
        State("pykrige", None, "is not installed"),
    ]
    assert not {"shap", "xgboost", "optuna"} & {name for name in sys.modules if str(tmp_path) in str(sys.modules[name])}


def test_what_qgis_carries_is_found(tmp_path):
    import numpy

    assert states_with(tmp_path, ["numpy"]) == [State("numpy", numpy.__version__, None)]


def test_cancel(tmp_path):
    (tmp_path / "shap.py").write_text("import time; time.sleep(100)")
    with pytest.raises(Cancelled):
        look(find_qgis_python(), [tmp_path], print, lambda: True, ["shap"])
