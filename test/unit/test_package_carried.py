"""What QGIS carries keeps its version; where the lock file was made for it, the others get the versions the tests ran with."""

import sys

from landslide_toolbox.packages.carried import carried_versions, locked_versions

LOCK = """# python {python}, numpy 1.24.2
# a comment
torch==2.14.1
nvidia-cublas==13.1.1.3
triton==3.8.0
Python_Dateutil==2.9.0
pykrige==1.7.3
"""
HERE = LOCK.format(python=f"{sys.version_info[0]}.{sys.version_info[1]}")
CARRIED = {"numpy": "1.24.2", "python-dateutil": "2.8.2"}


def test_what_this_python_carries():
    import numpy
    import osgeo

    carried = carried_versions()
    assert carried["numpy"] == numpy.__version__
    assert carried["GDAL"] == osgeo.__version__
    assert "torch" not in carried and "no_such_package" not in carried


def test_locked_versions_leave_out_what_qgis_carries_under_any_spelling():
    expected = {"torch": "2.14.1", "nvidia-cublas": "13.1.1.3", "triton": "3.8.0", "pykrige": "1.7.3"}
    assert locked_versions(HERE, CARRIED, own_torch=False) == expected


def test_another_build_of_pytorch_brings_its_own_gpu_libraries():
    assert locked_versions(HERE, CARRIED, own_torch=True) == {"torch": "2.14.1", "pykrige": "1.7.3"}


def test_a_lock_for_another_python_or_numpy_says_nothing():
    assert locked_versions(LOCK.format(python="2.7"), CARRIED, own_torch=False) == {}
    assert locked_versions(HERE, {"numpy": "2.1.0"}, own_torch=False) == {}
