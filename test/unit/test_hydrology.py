"""Flow over a DEM against an independent priority flood, pyflwdir and closed forms."""

import heapq
import subprocess
import sys

import numpy as np
import pytest

from landslide_toolbox.core.errors import Cancelled
from landslide_toolbox.core.hydrology.accumulation import upslope_cells
from landslide_toolbox.core.hydrology.depressions import treat_depressions
from landslide_toolbox.core.hydrology.directions import receiver_bits, steepest_directions
from landslide_toolbox.core.hydrology.flats import UNDRAINED, flat_distances
from landslide_toolbox.core.hydrology.surface import surface_of
from landslide_toolbox.core.hydrology.wetness import stream_power, wetness
from support import ROOT, rough_ground


def priority_flood(heights):
    """Fill depressions the textbook way, with one heap, from every cell at the edge of the map inwards."""
    filled, seen, heap = heights.copy(), np.isnan(heights), []
    beyond = np.pad(seen, 1, constant_values=True)
    rows, columns = heights.shape
    for row, column in np.argwhere(~seen):
        if beyond[row : row + 3, column : column + 3].any():
            heapq.heappush(heap, (heights[row, column], row, column))
    for _, row, column in heap:
        seen[row, column] = True
    while heap:
        level, row, column = heapq.heappop(heap)
        for r in range(max(row - 1, 0), min(row + 2, rows)):
            for c in range(max(column - 1, 0), min(column + 2, columns)):
                if not seen[r, c]:
                    seen[r, c] = True
                    filled[r, c] = max(heights[r, c], level)
                    heapq.heappush(heap, (filled[r, c], r, c))
    return filled


def terraces(seed):
    """Random ground of a few heights only: many flats, depressions in depressions, and on every third one holes."""
    random = np.random.default_rng(seed)
    heights = random.integers(0, random.integers(2, 40), random.integers(3, 30, 2)).astype(np.float32)
    if seed % 3 == 0:
        heights[random.random(heights.shape) < 0.05] = np.nan
    return heights


@pytest.mark.parametrize("seed", range(40))
def test_filling_is_the_priority_flood(seed):
    heights = terraces(seed)
    surface = surface_of(heights)
    treat_depressions(surface, "fill")
    np.testing.assert_array_equal(surface.inner(surface.heights), priority_flood(heights))


@pytest.mark.slow
def test_filling_is_pyflwdirs():
    from pyflwdir.dem import fill_depressions

    heights = rough_ground(120, 90)
    surface = surface_of(heights)
    treated = treat_depressions(surface, "fill")
    filled, _ = fill_depressions(heights, nodata=-9999.0, outlets="edge")
    assert treated > 100
    # pyflwdir adds up differences, so it is off by the last bit of a float32
    np.testing.assert_allclose(surface.inner(surface.heights), filled, rtol=2e-7)


@pytest.mark.parametrize("seed", range(40))
def test_breaching_lets_all_water_leave_and_raises_nothing(seed):
    heights = terraces(seed)
    surface = surface_of(heights)
    treat_depressions(surface, "breach")
    assert (flat_distances(surface, "") != UNDRAINED).all()
    breached = surface.inner(surface.heights)
    assert (breached <= heights)[np.isfinite(heights)].all()
    np.testing.assert_array_equal(np.isnan(breached), np.isnan(heights))


def test_breaching_cuts_one_channel_through_the_lowest_pass():
    heights = np.full((7, 9), 9.0, np.float32)
    heights[3, 2:5] = [2, 3, 5]
    heights[3, 5:] = [6, 4, 4, 1]
    surface = surface_of(heights)
    assert treat_depressions(surface, "breach") == 1
    expected = heights.copy()
    expected[3, 2:8] = 2
    np.testing.assert_array_equal(surface.inner(surface.heights), expected)


def test_none_leaves_depressions_and_the_flow_in_them():
    x, y = np.meshgrid(np.arange(-5, 6), np.arange(-5, 6))
    bowl = surface_of((x**2 + y**2).astype(np.float32))
    assert treat_depressions(bowl, "none") == 0
    assert upslope_cells(bowl, "mfd")[5, 5] == pytest.approx(121)


@pytest.mark.parametrize("treatment", ["fill", "breach"])
@pytest.mark.parametrize("method", ["d8", "mfd"])
@pytest.mark.parametrize("seed", range(10))
def test_what_falls_on_the_map_leaves_it(seed, method, treatment):
    heights = terraces(seed)
    surface = surface_of(heights)
    treat_depressions(surface, treatment)
    cells = upslope_cells(surface, method)
    ends = surface.inner(receiver_bits(surface, flat_distances(surface, ""), method == "d8") == 0) & np.isfinite(heights)
    assert cells[ends].sum() == pytest.approx(np.isfinite(heights).sum(), rel=1e-12)
    np.testing.assert_array_equal(np.isnan(cells), np.isnan(heights))


def test_d8_accumulates_as_pyflwdir():
    import pyflwdir

    surface = surface_of(rough_ground(150, 130))
    treat_depressions(surface, "fill")
    codes = np.array([1, 4, 16, 64, 2, 8, 32, 128, 0, 0], np.uint8)  # pyflwdir's east, south, …; off the map is a pit
    directions = surface.inner(steepest_directions(surface, flat_distances(surface, "")))
    expected = pyflwdir.from_array(codes[directions], ftype="d8", check_ftype=False).upstream_area("cell")
    np.testing.assert_array_equal(upslope_cells(surface, "d8"), expected)


def test_d8_follows_the_steepest_descent_in_metres():
    heights = rough_ground(40, 50)
    surface = surface_of(heights, 10.0, 25.0)
    treat_depressions(surface, "fill")
    filled = surface.inner(surface.heights).astype(float)
    directions = surface.inner(steepest_directions(surface, flat_distances(surface, "")))
    steps = [(0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (1, -1), (-1, -1), (-1, 1)]
    for row, column in np.ndindex(38, 48):
        around = [
            (filled[row + 1, column + 1] - filled[row + 1 + down, column + 1 + across]) / np.hypot(25 * down, 10 * across)
            for down, across in steps
        ]
        if max(around) > 0:
            assert directions[row + 1, column + 1] == np.argmax(around)


def test_flow_down_a_plane_adds_up_row_by_row():
    heights = np.repeat(np.arange(20, 0, -1.0)[:, np.newaxis], 7, axis=1)
    expected = np.repeat(np.arange(1.0, 21)[:, np.newaxis], 7, axis=1)
    np.testing.assert_array_equal(upslope_cells(surface_of(heights), "d8"), expected)
    # each cell also sheds to the diagonals, which evens out everywhere but at the sides
    np.testing.assert_allclose(
        upslope_cells(surface_of(np.tile(heights, (1, 9))), "mfd")[:, 21:42], expected[:, :1] * np.ones(21)
    )


def test_mfd_shares_by_slope_to_the_power_of_1_1():
    none = np.nan
    heights = np.array([[4, none, none], [none, 8, 7], [5, none, none]], np.float32)
    cells = upslope_cells(surface_of(heights, 10, 20), "mfd")
    slopes = np.array([1 / 10, 4 / np.hypot(10, 20), 3 / np.hypot(10, 20)])
    shares = slopes**1.1 / (slopes**1.1).sum()
    np.testing.assert_allclose([cells[1, 2], cells[0, 0], cells[2, 0]], 1 + shares, rtol=1e-6)


def test_mfd_is_that_of_a_plain_loop():
    surface = surface_of(rough_ground(40, 30), 10.0, 10.0)
    treat_depressions(surface, "breach")
    heights = np.pad(surface.inner(surface.heights).astype(float), 1, constant_values=np.nan)
    heights += 1e-9 * np.pad(surface.inner(flat_distances(surface, "")), 1)
    expected = np.ones_like(heights)
    steps = [(down, across) for down in (-1, 0, 1) for across in (-1, 0, 1) if down or across]
    for cell in np.argsort(-heights, axis=None)[: 40 * 30]:
        row, column = divmod(int(cell), 32)
        drops = [heights[row, column] - heights[row + down, column + across] for down, across in steps]
        shares = [max(np.nan_to_num(d), 0) ** 1.1 / np.hypot(*step) ** 1.1 for d, step in zip(drops, steps, strict=True)]
        for (down, across), share in zip(steps, shares, strict=True):
            if share:
                expected[row + down, column + across] += expected[row, column] * share / sum(shares)
    np.testing.assert_allclose(upslope_cells(surface, "mfd"), expected[1:-1, 1:-1], rtol=1e-5)


def test_upslope_area_of_a_cone_by_mfd():
    """On a cone the specific catchment area is half the distance to the top (annulus over contour)."""
    x, y = np.meshgrid(np.arange(-60, 61.0), np.arange(-60, 61.0))
    radius = np.hypot(x, y)
    cells = upslope_cells(surface_of(1000 - radius), "mfd")
    ring = (radius > 25) & (radius < 50)
    assert np.median(cells[ring] / (radius[ring] / 2)) == pytest.approx(1, abs=0.25)


def test_wetness_and_stream_power():
    area, slope = np.array([100.0, 100.0]), np.array([0.5, 0.0])
    np.testing.assert_allclose(wetness(area, slope), [np.log(200), np.log(1e5)])
    np.testing.assert_allclose(stream_power(area, slope), [50, 0.1])


def test_cancel_is_heard_between_all_steps():
    asked = 0

    def count():
        nonlocal asked
        asked += 1
        return asked > limit

    def flow():
        surface = surface_of(rough_ground(40, 40))
        treat_depressions(surface, "breach", should_stop=count)
        upslope_cells(surface, "mfd", should_stop=count)

    limit = 1000
    flow()
    for limit in range(asked):
        asked = 0
        with pytest.raises(Cancelled):
            flow()
        assert asked == limit + 1


@pytest.mark.slow
@pytest.mark.parametrize("ground", ["random", "a depression in every fourth cell"])
def test_flow_stays_within_the_memory_it_states(ground):
    from landslide_toolbox.core.grid import Grid
    from landslide_toolbox.core.hydrology.choices import flow_memory

    side = 2000
    code = f"""
import sys
sys.path.insert(0, {str(ROOT / "benchmarks")!r})
import toolbox
import numpy as np
from landslide_toolbox.core.hydrology.accumulation import upslope_cells
from landslide_toolbox.core.hydrology.depressions import treat_depressions
from landslide_toolbox.core.hydrology.surface import surface_of

def peak():
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024

def route(side):
    heights = np.random.default_rng(0).random((side, side), dtype=np.float32)
    if {ground != "random"}:
        heights[::2, ::2] -= 10
    surface = surface_of(heights)
    del heights
    before = peak()
    treat_depressions(surface, "breach")
    upslope_cells(surface, "mfd")
    return peak() - before + surface.heights.nbytes

route(100)
print(route({side}))
"""
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert printed.returncode == 0, printed.stderr
    usual, most = flow_memory(Grid("", (0, 1, 0, 0, 0, -1), side, side))
    assert int(printed.stdout) < (usual if ground == "random" else most)
