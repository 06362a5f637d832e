"""The search for hyper-parameters finds a known optimum, gives up bad trials, goes on, and says what mattered."""

import json
from itertools import product

import numpy as np
import pytest

from landslide_toolbox.core.errors import Cancelled, InputError
from landslide_toolbox.core.provenance import Provenance
from landslide_toolbox.core.report import Report
from landslide_toolbox.core.search_record import Between, Choice, SearchRecord, Trial
from landslide_toolbox.core.search_report import add_search
from landslide_toolbox.models.search import importances, search

SPACE = {
    "optimizer": Choice(("adamw", "adam", "sgd")),
    "rate": Choice((1e-4, 1e-3, 1e-2), ordered=True),
    "alpha": Between(0.01, 0.99),
    "idle": Between(1, 8, whole=True),
}


def score_of(values):
    """The best is adam, 1e-3 and 0.3, where it is 0.8; ``idle`` decides nothing."""
    loss = {"adamw": 0.02, "adam": 0.0, "sgd": 0.2}[values["optimizer"]]
    loss += {1e-4: 0.1, 1e-3: 0.0, 1e-2: 0.15}[values["rate"]]
    return 0.8 - loss - 0.5 * (values["alpha"] - 0.3) ** 2


def evaluate(values, report, progress, should_stop):
    return score_of(values)


def plain(record):
    return [(trial.values, trial.score) for trial in record.trials]


@pytest.fixture(scope="module")
def found():
    return search(SPACE, evaluate, 12, seed=1)


def test_it_finds_the_optimum(found):
    assert found.best.score > 0.77
    assert found.best.values["rate"] == 1e-3
    assert found.best.values["alpha"] == pytest.approx(0.3, abs=0.2)
    for trial in found.trials:
        assert type(trial.values["idle"]) is int
        assert 1 <= trial.values["idle"] <= 8


def test_importance_is_that_of_the_known_function():
    grid = product(SPACE["optimizer"].values, SPACE["rate"].values, np.linspace(0.05, 0.95, 10).tolist(), (2, 7))
    tried = [dict(zip(SPACE, values, strict=True)) for values in grid]
    shares = importances(SPACE, [Trial(values, score_of(values), [], False, 0.0) for values in tried])
    # variances of the terms: optimizer 0.0081, rate 0.0039, alpha 0.0047
    assert sum(shares.values()) == pytest.approx(1)
    assert shares["optimizer"] == pytest.approx(0.48, abs=0.12)
    assert shares["rate"] == pytest.approx(0.23, abs=0.12)
    assert shares["alpha"] == pytest.approx(0.28, abs=0.12)
    assert shares["idle"] < 0.05
    rows = SearchRecord([], shares).importance_table().rows
    assert [row[1] for row in rows] == sorted(shares.values(), reverse=True)


def test_the_table_has_a_row_per_trial(found):
    table = found.table()
    assert table.columns == ("trial", "optimizer", "rate", "alpha", "idle", "score", "steps", "state", "seconds")
    assert [row[0] for row in table.rows] == list(range(1, 13))
    assert [row[5] for row in table.rows] == [trial.score for trial in found.trials]


def test_what_is_known_is_tried_first_and_never_lost():
    known = {"optimizer": "adam", "rate": 1e-3, "alpha": 0.3, "idle": 4}
    record = search(SPACE, evaluate, 2, seed=0, first=known)
    assert record.trials[0].values == known
    assert record.best.score == pytest.approx(0.8)
    outside = search(SPACE, evaluate, 1, seed=0, first=known | {"rate": 5e-4})
    assert outside.trials[0].values["rate"] in SPACE["rate"].values


def test_a_stopped_search_goes_on_to_the_same_result(tmp_path):
    storage = tmp_path / "search.json"
    whole = search(SPACE, evaluate, 5, seed=3)
    asked = []

    def stop_in_the_fourth(values, report, progress, should_stop):
        asked.append(values)
        if len(asked) == 4:
            raise Cancelled
        return score_of(values)

    with pytest.raises(Cancelled):
        search(SPACE, stop_in_the_fourth, 5, seed=3, storage=storage)
    assert len(json.loads(storage.read_text())["trials"]) == 3
    calls = len(asked)
    record = search(SPACE, lambda *parts: asked.append(parts) or evaluate(*parts), 5, seed=3, storage=storage)
    assert len(asked) - calls == 2
    assert plain(record) == plain(whole)


def test_it_stops_between_trials(tmp_path):
    with pytest.raises(Cancelled):
        search(SPACE, evaluate, 3, seed=0, storage=tmp_path / "s.json", should_stop=lambda: True)
    assert not list(tmp_path.iterdir())


def test_bad_trials_are_given_up_and_good_ones_are_not():
    steps_taken = []

    def slowly(values, report, progress, should_stop):
        steps_taken.append(0)
        for step in range(1, 11):
            report(step, score_of(values) * step / 10)
            steps_taken[-1] = step
        return score_of(values)

    record = search(SPACE, slowly, 9, seed=0, prune_after=3)
    pruned = [trial for trial in record.trials if trial.pruned]
    assert pruned
    assert all(len(trial.steps) > 3 for trial in pruned)
    assert not record.best.pruned
    assert record.best.score == max(trial.score for trial in record.trials)
    for trial, steps in zip(record.trials, steps_taken, strict=True):
        assert len(trial.steps) == steps + trial.pruned
        if trial.pruned:
            assert trial.score == max(score for _, score in trial.steps)


@pytest.mark.parametrize("content", ["{", '{"trials": []}', "[]", '{"fingerprint": "x", "trials": [{}]}', "\x00\x01"])
def test_a_file_that_is_no_search_is_refused(tmp_path, content):
    storage = tmp_path / "search.json"
    storage.write_text(content)
    with pytest.raises(InputError, match=r"CHECKPOINT \(.*\) is not a record of a search"):
        search(SPACE, evaluate, 1, seed=0, storage=storage)
    assert storage.read_text() == content


@pytest.mark.parametrize("change", [{"seed": 1}, {"about": {"chips": "other"}}, {"space": {"alpha": Between(0, 1)}}])
def test_a_search_of_something_else_is_refused(tmp_path, change):
    storage = tmp_path / "search.json"
    space = {"alpha": Between(0.01, 0.99)}

    def score(values, report, progress, should_stop):
        return values["alpha"]

    search(space, score, 1, seed=0, storage=storage, about={"chips": "these"})
    with pytest.raises(InputError, match="belongs to a search with other settings or data"):
        search(
            **{"space": space, "evaluate": score, "trials": 1, "seed": 0, "storage": storage, "about": {"chips": "these"}}
            | change
        )


def test_equal_scores_explain_nothing():
    record = search({"alpha": Between(0, 1)}, lambda *_: 0.5, 5, seed=0)
    assert record.importances == {}


def test_the_report_holds_trials_and_importance(tmp_path):
    trials = [Trial({"alpha": 0.1 * n}, 0.5 + 0.01 * n, [(1, 0.2)], pruned=n == 0, seconds=1.0) for n in range(4)]
    report = Report("Training", "")
    add_search(report, SearchRecord(trials, {"alpha": 1.0}), "validation IoU")
    report.write(tmp_path / "r.html", Provenance("landslide:x", {}, "0"))
    text = (tmp_path / "r.html").read_text()
    assert "Of 4 trials 1 were given up early; trial 4 was the best" in text
    written = (tmp_path / "r_files" / "trials.csv").read_text().splitlines()
    assert written[0] == "trial,alpha,score,steps,state,seconds"
    assert len(written) == 5
    assert (tmp_path / "r_files" / "search_importance.csv").read_text().splitlines()[1] == "alpha,1.0"
    assert (tmp_path / "r_files" / "search.csv").read_text().splitlines()[1] == "1,0.5,,True"
