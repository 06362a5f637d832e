"""Metres on the ground against lengths that are known: Snyder's table of degrees, the unit of UTM, the stretch of Mercator."""

import numpy as np
import pytest

from landslide_toolbox.core.grid import Grid
from landslide_toolbox.core.ground_scale import ground_cell_size, metres_per_unit_at
from support import wkt_of


def test_a_degree_at_forty_north():
    along_x, along_y = metres_per_unit_at(wkt_of(4326), [15.0], [40.0])
    assert along_x[0] == pytest.approx(85_394, rel=1e-4)
    assert along_y[0] == pytest.approx(111_035, rel=1e-4)


def test_utm_is_taken_at_its_word():
    along_x, along_y = metres_per_unit_at(wkt_of(32643), [500_000.0, 700_000.0], [4_000_000.0] * 2)
    assert (along_x == 1).all()
    assert (along_y == 1).all()


def test_web_mercator_stretches():
    y = 6378137 * np.log(np.tan(np.pi / 4 + np.radians(60) / 2))
    along_x, _ = metres_per_unit_at(wkt_of(3857), [0.0], [y])
    assert along_x[0] == pytest.approx(0.5, rel=5e-3)


def test_feet_count_as_feet():
    grid = Grid(wkt_of(2263), (980_000, 10, 0, 200_000, 0, -10), 5, 5)
    assert ground_cell_size(grid) == pytest.approx(3.048, rel=1e-5)


def test_a_local_system_has_its_unit():
    grid = Grid('LOCAL_CS["site",UNIT["metre",1]]', (0, 0.5, 0, 0, 0, -0.5), 5, 5)
    assert ground_cell_size(grid) == 0.5
