"""The trials of a search in a file, so that a search can go on where it was stopped."""

import hashlib
import json
import os
from dataclasses import asdict

from ..core.atomic import whole_file
from ..core.errors import InputError
from ..core.search_record import Space, Trial


def fingerprint_of(space: Space, seed: int, about: dict) -> str:
    """Return a hash of what a search depends on; ``about`` holds plain JSON values, such as settings and a hash of the data."""
    plain = {name: [type(part).__name__, asdict(part)] for name, part in space.items()}
    text = json.dumps([plain, seed, about], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def write_trials(path: str | os.PathLike, fingerprint: str, trials: list[Trial]) -> None:
    """Write the trials, whole or not at all, in place of those written before."""
    text = json.dumps({"fingerprint": fingerprint, "trials": [asdict(trial) for trial in trials]}, indent=1)
    with whole_file(path) as temporary:
        temporary.write_text(text + "\n", encoding="utf-8")


def read_trials(path: str | os.PathLike, fingerprint: str, parameter: str) -> list[Trial]:
    """Return the trials in a file, none when there is no such file.

    Raises InputError when the file is no record of a search, or one of a search in another space or on other data.
    """
    if not os.path.exists(path):
        return []
    try:
        with open(path, encoding="utf-8") as file:
            record = json.load(file)
        found = record["fingerprint"]
        trials = [Trial(**trial | {"steps": [tuple(step) for step in trial["steps"]]}) for trial in record["trials"]]
    except (ValueError, KeyError, TypeError):
        raise InputError(parameter, path, "is not a record of a search; choose another file name") from None
    if found != fingerprint:
        raise InputError(
            parameter, path, "belongs to a search with other settings or data; use those, or choose another file name"
        )
    return trials
