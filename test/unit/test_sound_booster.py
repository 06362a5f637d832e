"""Boosted trees of a model file that XGBoost would follow out of itself are refused before it sees them."""

import json
import subprocess
import sys

import numpy as np
import pytest
import xgboost
from test_susceptibility_models import fitted

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.models.model_file import ModelFile, read_model_file, write_model_file
from landslide_toolbox.models.susceptibility.sound_booster import check_booster
from landslide_toolbox.models.susceptibility.stored_model import load_susceptibility_model, save_susceptibility_model


@pytest.fixture(scope="module")
def small():
    """Return five trees of three nodes as a file holds them, and as plain values."""
    random = np.random.default_rng(0)
    table = random.random((300, 5))
    trees = xgboost.XGBClassifier(n_estimators=5, max_depth=1, n_jobs=1).fit(table, table[:, 0] > 0.5).get_booster()
    return bytes(trees.save_raw("ubj")), json.loads(bytes(trees.save_raw("json")))


def is_refused(payload, columns=5):
    try:
        check_booster(payload, columns)
    except (ValueError, TypeError, KeyError):
        return True
    return False


def test_trees_as_xgboost_writes_them_are_read(small):
    payload, _ = small
    assert not is_refused(payload)
    assert is_refused(payload, columns=4)
    assert is_refused(payload + b"Z")


def as_array(tree, name):
    """Return an array of a tree as the file writes it: type, number of values, values from the highest byte on."""
    values = np.array(tree[name], ">i4")
    return f"{name}[$l#L".encode() + len(values).to_bytes(8, "big") + values.tobytes()


@pytest.mark.parametrize(
    ("name", "place", "value"),
    [
        ("left_children", 0, 10**6),
        ("left_children", 0, 0),
        ("right_children", 0, -7),
        ("right_children", 1, 2),
        ("split_indices", 0, 5),
        ("split_indices", 0, -3),
        ("parents", 1, 10**6),
    ],
)
def test_trees_that_point_out_of_themselves_are_refused(small, name, place, value):
    payload, content = small
    tree = content["learner"]["gradient_booster"]["model"]["trees"][0]
    before = as_array(tree, name)
    changed = {name: [value if index == place else old for index, old in enumerate(tree[name])]}
    assert before in payload
    assert is_refused(payload.replace(before, as_array(changed, name), 1))


@pytest.mark.parametrize("payload", [b"", b"x", b"{", b"{}", b"[#L\x7f" + b"\xff" * 7, b"[" * 5000])
def test_what_is_no_booster_is_refused(payload):
    assert is_refused(payload)


USE_ALL = """
import pathlib, sys
import numpy as np, xgboost
for file in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    print(file.name, flush=True)
    trees = xgboost.Booster({"nthread": 1})
    try:
        trees.load_model(bytearray(file.read_bytes()))
        trees.inplace_predict(np.zeros((3, 5), np.float32))
    except xgboost.core.XGBoostError:
        pass
"""


def test_whatever_passes_does_not_kill_the_process(small, tmp_path):
    payload, _ = small
    random = np.random.default_rng(1)
    passed = []
    for _ in range(1500):
        changed = bytearray(payload)
        changed[random.integers(len(changed))] = random.choice([0, 1, 128, 255])
        if not is_refused(bytes(changed)):
            passed.append(bytes(changed))
    assert len(passed) > 50
    for number, one in enumerate(passed):
        (tmp_path / f"{number:04}.ubj").write_bytes(one)
    # a process of its own, which may be killed
    command = [sys.executable, "-c", USE_ALL, str(tmp_path)]
    used = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert used.returncode == 0, f"{used.stdout[-30:]}\n{used.stderr[-2000:]}"


def test_a_model_file_without_trees_is_refused(tmp_path):
    path = tmp_path / "m.lsm"
    save_susceptibility_model(path, fitted("xgboost"))
    load_susceptibility_model(path, "cpu")
    file = read_model_file(path, "susceptibility")
    write_model_file(path, ModelFile(file.card, file.payload_name, b""))
    with pytest.raises(InputError, match="MODEL .*is damaged .*train the model again"):
        load_susceptibility_model(path, "cpu")
