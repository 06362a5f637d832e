"""What the demo shows of the runs it makes."""

import re
import subprocess

from support import ROOT

PRINTED = """
----------------
Inputs
----------------

DEM:\tdem.tif
Y_FIELD:\ty

WARNING:\t1 of 14 polygons hold no cell's centre.
3 landslides.
ERROR:\tDEM (dem.tif) cannot be opened.

----------------
Results
----------------

OUTPUT:\tslope.tif
"""


def test_warnings_and_errors_are_shown_and_lists_of_inputs_and_results_are_not():
    (function,) = re.findall(r"^without_lists\(\).*$", (ROOT / "scripts" / "demo.sh").read_text(encoding="utf-8"), re.MULTILINE)
    command = ["bash", "-c", f"{function}\nwithout_lists"]
    shown = subprocess.run(command, input=PRINTED, capture_output=True, text=True, check=True).stdout
    assert shown.splitlines() == [
        "  WARNING:\t1 of 14 polygons hold no cell's centre.",
        "  3 landslides.",
        "  ERROR:\tDEM (dem.tif) cannot be opened.",
    ]
