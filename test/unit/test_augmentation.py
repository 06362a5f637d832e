"""Turned patches turn their directions."""

import numpy as np
import pytest
import torch

from landslide_toolbox.core.factor import CIRCULAR, Factor
from landslide_toolbox.models.susceptibility.augmentation import Augmentation
from landslide_toolbox.models.susceptibility.encoding import FactorEncoder

FACTORS = [Factor("height"), Factor("aspect", CIRCULAR)]


def aspect_of(height):
    """Degrees clockwise from north that the ground falls to, from central differences; rows run south."""
    south, east = np.gradient(height)
    return np.rad2deg(np.arctan2(-east, south)) % 360


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("mirrored", [False, True])
def test_aspect_after_turning_is_the_aspect_of_the_turned_ground(turns, mirrored):
    random = np.random.default_rng(0)
    rows, columns = np.mgrid[0:9, 0:9]
    height = (0.7 * rows - 0.4 * columns + random.normal(0, 0.5, (9, 9))).astype(np.float32)
    encoder = FactorEncoder(FACTORS, [{"mean": 0.0, "std": 1.0}, {}])
    encoded = encoder.encode(np.stack([height, aspect_of(height)])[:, np.newaxis])
    turned = Augmentation(encoder, random).changed(torch.from_numpy(encoded).transpose(0, 1), turns, mirrored)[0].numpy()
    expected = encoder.encode(np.stack([turned[0], aspect_of(turned[0])]))
    np.testing.assert_allclose(turned[1:], expected[1:], atol=1e-5)
    assert (turns, mirrored) == (0, False) or np.abs(turned - encoded[:, 0]).max() > 0.1
