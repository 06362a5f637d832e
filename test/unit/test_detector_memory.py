"""A detector shows its network fewer tiles together when the memory does not suffice."""

import detection_support  # noqa: F401 – one thread
import numpy as np
import pytest
import torch
from tiny_detectors import OneBand, add_architecture, card_of

from landslide_toolbox.core.errors import ToolboxError
from landslide_toolbox.models.detection.detector import Detector


class HungryBand(OneBand):
    """Runs out of memory when shown more tiles than ``limit``."""

    def __init__(self, limit):
        super().__init__()
        self.limit, self.seen = limit, []

    def forward(self, tiles):
        if len(tiles) > self.limit:
            raise torch.cuda.OutOfMemoryError("CUDA out of memory")
        self.seen.append(len(tiles))
        return super().forward(tiles)


def test_fewer_tiles_are_predicted_together_when_memory_runs_out(monkeypatch):
    add_architecture(monkeypatch)
    tiles = np.random.default_rng(0).normal(size=(11, 1, 8, 8)).astype(np.float32)
    detector = Detector(HungryBand(2), card_of(), torch.device("cpu"))
    np.testing.assert_allclose(detector.probabilities(tiles), 1 / (1 + np.exp(-tiles[:, 0])), rtol=1e-5)
    assert detector.network.seen == [2, 2, 2, 2, 2, 1]
    assert detector.probabilities(tiles).shape == (11, 8, 8)
    with pytest.raises(ToolboxError, match="does not suffice for one tile.*DEVICE cpu"):
        Detector(HungryBand(0), card_of(), torch.device("cpu")).probabilities(tiles)
