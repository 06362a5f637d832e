"""Bayesian search for hyper-parameters: a Gaussian process, expected improvement, and bad trials given up early.

A caller says what may vary and how to judge one choice; ``search`` knows nothing of what is trained::

    space = {"learning_rate": Choice((1e-4, 1e-3, 1e-2), ordered=True), "alpha": Between(0.01, 0.99)}
    record = search(space, evaluate, trials=30, seed=0)
    settings = replace(settings, **record.best.values)
"""

import math
import os
import time
from collections.abc import Callable

import optuna

from ..core.progress import Progress, ShouldStop, never_stop, no_progress, part, stop_if_asked
from ..core.search_record import Between, Choice, SearchRecord, Space, Trial
from .search_storage import fingerprint_of, read_trials, write_trials

Report = Callable[[int, float], None]
"""``report(step, score)`` tells how a trial is doing; raises Pruned when it is worse than the others were by then."""
Evaluate = Callable[[dict, Report, Progress, ShouldStop], float]
"""``evaluate(values, report, progress, should_stop)`` returns a finite score, the higher the better."""

DRAWN_AT_RANDOM = 10
"""Trials before the Gaussian process takes over; a third of the trials where there are few."""
TRIALS_BEFORE_PRUNING = 4
FEWEST_FOR_IMPORTANCE = 4


class Pruned(Exception):
    """The trial is worse than the median of the others at this step; let it pass."""


def search(
    space: Space,
    evaluate: Evaluate,
    trials: int,
    seed: int,
    storage: str | os.PathLike | None = None,
    progress: Progress = no_progress,
    should_stop: ShouldStop = never_stop,
    *,
    first: dict | None = None,
    prune_after: int = 0,
    about: dict | None = None,
    tell: Callable[[int, Trial], None] = lambda number, trial: None,
    parameter: str = "CHECKPOINT",
) -> SearchRecord:
    """Try ``trials`` choices from ``space`` and return them with the importance of each parameter.

    ``first`` is tried first when it lies in the space, so that the best is no worse than it. No trial is given up at or
    before step ``prune_after``, because early scores say little. With ``storage`` every trial is kept in that file, and a
    search that finds it goes on from it, to the same result as an uninterrupted one; ``about`` (plain JSON values) says
    what else the scores depend on. ``tell(number, trial)`` hears of each trial, counted from 1.

    Choices: Gaussian process with Matérn 5/2 kernel and log expected improvement (Optuna's GPSampler). A pruned trial counts
    with the best it had reached. Importance: functional analysis of variance (Hutter et al. 2014).

    Raises InputError, naming ``parameter``, when the file belongs to another search, and Cancelled between two trials.
    """
    fingerprint = fingerprint_of(space, seed, about or {})
    done = [] if storage is None else read_trials(storage, fingerprint, parameter)[:trials]
    for number in range(len(done), trials):
        stop_if_asked(should_stop)
        own_progress = part(progress, number / trials, (number + 1) / trials)
        chosen = _chosen(space, done, seed + 1_000_003 * number, min(DRAWN_AT_RANDOM, max(trials // 3, 1)))
        values = first if number == 0 and first is not None and _is_inside(space, first) else chosen
        done.append(_tried(space, values, evaluate, done, prune_after, own_progress, should_stop))
        if storage is not None:
            write_trials(storage, fingerprint, done)
        tell(number + 1, done[-1])
    return SearchRecord(done, importances(space, done))


def _chosen(space: Space, done: list[Trial], seed: int, drawn_at_random: int) -> dict:
    """Return the values to try next; they depend on the seed and on what was tried before alone."""
    sampler = optuna.samplers.GPSampler(seed=seed, n_startup_trials=drawn_at_random, warn_independent_sampling=False)
    asked = _study(space, done, sampler=sampler).ask(_distributions(space))
    return {name: _outward(part, asked.params[name]) for name, part in space.items()}


def _tried(
    space: Space,
    values: dict,
    evaluate: Evaluate,
    done: list[Trial],
    prune_after: int,
    progress: Progress,
    should_stop: ShouldStop,
) -> Trial:
    pruner = optuna.pruners.MedianPruner(TRIALS_BEFORE_PRUNING, prune_after + 1)
    judge = _study(space, done, pruner=pruner).ask()
    steps: list[tuple[int, float]] = []

    def report(step: int, score: float) -> None:
        steps.append((step, score))
        judge.report(score, step)
        if judge.should_prune():
            raise Pruned

    started, pruned = time.monotonic(), False
    try:
        score = evaluate(dict(values), report, progress, should_stop)
    except Pruned:
        score, pruned = max(score for _, score in steps), True
    if not math.isfinite(score):
        raise ValueError(f"a trial's score is {score}")
    return Trial(dict(values), float(score), steps, pruned, time.monotonic() - started)


def importances(space: Space, trials: list[Trial]) -> dict[str, float]:
    """Return the share (0–1) of the scores' variance by parameter; {} where few trials or equal scores explain nothing."""
    if len(trials) < FEWEST_FOR_IMPORTANCE or len({trial.score for trial in trials}) < 2:
        return {}
    evaluator = optuna.importance.FanovaImportanceEvaluator(seed=0)
    found = optuna.importance.get_param_importances(_study(space, trials), evaluator=evaluator)
    return {name: float(found.get(name, 0.0)) for name in space}


def _study(space: Space, trials: list[Trial], **options: object) -> optuna.Study:
    """Return Optuna's view of the trials; pruned ones count as complete, or the Gaussian process would not see them."""
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    study = optuna.create_study(direction="maximize", **options)
    distributions = _distributions(space)
    for trial in trials:
        params = {name: _inward(part, trial.values[name]) for name, part in space.items()}
        study.add_trial(
            optuna.trial.create_trial(
                params=params, distributions=distributions, value=trial.score, intermediate_values=dict(trial.steps)
            )
        )
    return study


def _distributions(space: Space) -> dict[str, optuna.distributions.BaseDistribution]:
    return {name: _distribution(part) for name, part in space.items()}


def _distribution(part: Choice | Between) -> optuna.distributions.BaseDistribution:
    if isinstance(part, Choice):
        if part.ordered:
            return optuna.distributions.IntDistribution(0, len(part.values) - 1)
        return optuna.distributions.CategoricalDistribution(part.values)
    if part.whole:
        return optuna.distributions.IntDistribution(int(part.low), int(part.high), log=part.logarithmic)
    return optuna.distributions.FloatDistribution(part.low, part.high, log=part.logarithmic)


def _inward(part: Choice | Between, value: object) -> object:
    """Return a value as Optuna knows it: an ordered choice by its place."""
    return list(part.values).index(value) if isinstance(part, Choice) and part.ordered else value


def _outward(part: Choice | Between, value: object) -> object:
    return part.values[value] if isinstance(part, Choice) and part.ordered else value


def _is_inside(space: Space, values: dict) -> bool:
    return all(
        values[name] in part.values if isinstance(part, Choice) else part.low <= values[name] <= part.high
        for name, part in space.items()
    )
