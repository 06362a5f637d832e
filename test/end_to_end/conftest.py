"""qgis_process as a user runs it: fixture ``qgis_process``."""

import re
import subprocess

import pytest

from support import ROOT


class Run:
    """What one call of qgis_process left: exit code, everything printed, and the outputs by name."""

    def __init__(self, completed):
        self.code = completed.returncode
        self.text = completed.stdout + completed.stderr
        results = completed.stdout.split("Results\n----------------")[-1] if "Results\n" in completed.stdout else ""
        self.outputs = dict(re.findall(r"^([A-Z_0-9]+):\t(.*)$", results, flags=re.MULTILINE))


@pytest.fixture(scope="session")
def qgis_process():
    """Return call(algorithm, **parameters) → Run; fails the test on another exit code than ``expect``."""

    def call(algorithm, expect=0, **parameters):
        arguments = []
        for name, value in parameters.items():
            values = value if isinstance(value, (list, tuple)) else [value]
            arguments += [f"--{name}={item}" for item in values]
        command = ["bash", str(ROOT / "scripts" / "qgis_process.sh"), "run", f"landslide:{algorithm}", *arguments]
        run = Run(subprocess.run(command, capture_output=True, text=True, check=False, timeout=1200))
        assert run.code == expect, f"{' '.join(command)}\n{run.text[-3000:]}"
        return run

    return call
