"""Whole scenes: every cell is predicted once, whatever the raster's size and however much is read together."""

import numpy as np
import pytest
import torch
from tiny_detectors import add_architecture, card_of, one_band_detector

from landslide_toolbox.core.detection.tiling import Tiling, lattice
from landslide_toolbox.core.errors import Cancelled
from landslide_toolbox.models.detection.detector import Detector, build_network
from landslide_toolbox.models.detection.scene import predict_probability


@pytest.fixture(autouse=True)
def one_band(monkeypatch):
    add_architecture(monkeypatch)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # on windows this small, threads only wait for each other
    yield
    torch.set_num_threads(threads)


def predicted(detector, scene, overlap=0.25, tile_size=2048, **options):
    """Predict float32 (bands, rows, columns); every cell must be written exactly once, in whole rows, in order."""
    _, height, width = scene.shape
    result, written = np.full((height, width), -1, np.float32), []

    def read(window):
        values = np.full((scene.shape[0], window.height, window.width), np.nan, np.float32)
        inside = window.clipped(width, height)
        top, left = inside.row - window.row, inside.column - window.column
        values[:, top : top + inside.height, left : left + inside.width] = scene[
            :, inside.row : inside.row + inside.height, inside.column : inside.column + inside.width
        ]
        return values, np.isfinite(values).all(axis=0)

    def write(values, window):
        assert values.shape == (window.height, window.width) == (window.height, width)
        result[window.row : window.row + window.height] = values
        written.extend(range(window.row, window.row + window.height))

    tiling = Tiling(width, height, detector.chip_size, overlap)
    predict_probability(detector, tiling, read, write, tile_size, **options)
    assert written == list(range(height))
    return result


@pytest.mark.parametrize("length", [1, 2, 7, 31, 32, 33, 127, 257])
@pytest.mark.parametrize("overlap", [0.0, 0.25, 0.5, 0.75])
def test_weights_add_up_to_one_in_every_cell(length, overlap):
    tiling = Tiling(length, length, 32, overlap)
    total = np.zeros(max(length, 32))
    for start, weights in zip(tiling.row_starts, tiling.row_weights(), strict=True):
        total[start : start + 32] += weights
    np.testing.assert_allclose(total, 1, atol=1e-6)
    assert tiling.row_starts[-1] + 32 == max(length, 32)


def test_a_lattice_covers_every_length():
    for length in range(1, 200):
        starts = lattice(length, 32, 13)
        covered = np.zeros(max(length, 32), bool)
        for start in starts:
            covered[start : start + 32] = True
        assert covered[:length].all()
        assert starts[0] == 0
        assert starts[-1] == max(length - 32, 0)


@pytest.mark.parametrize("size", [1, 2, 7, 31, 127, 257])
@pytest.mark.parametrize("other", [1, 61])
def test_a_constant_network_gives_a_constant_map(size, other):
    detector = one_band_detector(gain=0.0, offset=np.log(0.7 / 0.3))
    scene = np.random.default_rng(0).normal(size=(1, size, other)).astype(np.float32)
    np.testing.assert_allclose(predicted(detector, scene), 0.7, atol=1e-6)
    np.testing.assert_allclose(predicted(detector, scene.transpose(0, 2, 1)), 0.7, atol=1e-6)


def test_cells_keep_their_own_value_and_nodata_stays_nodata():
    scene = np.random.default_rng(0).normal(5, 2, (1, 101, 143)).astype(np.float32)
    scene[:, :, :40] = np.nan
    scene[:, 70:75, 80:90] = np.nan
    found = predicted(one_band_detector(mean=5.0, deviation=2.0), scene)
    expected = 1 / (1 + np.exp(-(scene[0] - 5) / 2))
    np.testing.assert_array_equal(np.isnan(found), np.isnan(scene[0]))
    np.testing.assert_allclose(found, expected, atol=1e-6)


def test_the_result_does_not_depend_on_what_is_read_together():
    """Squeeze-and-excitation and zero padding make this network sensitive to the window it sees."""
    detector = Detector(build_network("unet_se", 2, 0), card_of("unet_se", ("red", "nir")), torch.device("cpu"))
    scene = np.random.default_rng(0).normal(size=(2, 150, 170)).astype(np.float32)
    scene[:, 40:120, 20:60] += 3
    whole = predicted(detector, scene, tile_size=1024)
    for tile_size in (16, 64, 100):
        np.testing.assert_allclose(predicted(detector, scene, tile_size=tile_size), whole, atol=2e-6)
    assert np.std(whole) > 1e-4


def test_windows_without_data_are_not_computed():
    detector = one_band_detector()
    shown = []
    probabilities = detector.probabilities
    detector.probabilities = lambda tiles: shown.append(len(tiles)) or probabilities(tiles)
    scene = np.full((1, 320, 320), np.nan, np.float32)
    scene[:, :20, :20] = 1
    found = predicted(detector, scene)
    assert sum(shown) == 1
    assert np.isfinite(found).sum() == 400


def test_cancel_is_seen_between_batches():
    asked = []

    def stop():
        asked.append(1)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        predicted(one_band_detector(), np.zeros((1, 500, 500), np.float32), tile_size=32, should_stop=stop)
    assert len(asked) == 4
