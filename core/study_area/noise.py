"""Random fields with a chosen roughness or range, made in the frequency domain."""

import numpy as np
from scipy import fft


def fractal_field(shape: tuple[int, int], roughness: float, longest: float, generator: np.random.Generator) -> np.ndarray:
    """Return float32 (rows, columns) of mean 0 and standard deviation 1 with a power-law spectrum.

    Amplitude falls as frequency^−``roughness`` (2 looks like mountains, 1 like a rough texture) for waves shorter than
    ``longest`` cells; longer waves are no stronger than those, so the field is statistically even beyond that length.
    """
    frequency = np.maximum(_frequencies(shape), 1.0 / longest)
    return _field(shape, frequency**-roughness, generator)


def smooth_field(shape: tuple[int, int], reach: float, generator: np.random.Generator) -> np.ndarray:
    """Return float32 (rows, columns) of mean 0 and standard deviation 1 with a Gaussian covariance.

    Cells ``reach`` cells apart correlate by exp(−1).
    """
    return _field(shape, np.exp(-0.5 * (np.pi * reach * _frequencies(shape)) ** 2), generator)


def _frequencies(shape: tuple[int, int]) -> np.ndarray:
    rows, columns = _padded(shape)
    return np.hypot(fft.fftfreq(rows)[:, np.newaxis], fft.rfftfreq(columns)[np.newaxis]).astype(np.float32)


def _padded(shape: tuple[int, int]) -> tuple[int, int]:
    # the transform is periodic: more is drawn than kept, so that opposite edges do not resemble
    return fft.next_fast_len(int(1.25 * shape[0]) + 8, real=True), fft.next_fast_len(int(1.25 * shape[1]) + 8, real=True)


def _field(shape: tuple[int, int], amplitude: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    padded = _padded(shape)
    spectrum = fft.rfft2(generator.standard_normal(padded, dtype=np.float32), workers=2)
    spectrum *= amplitude
    spectrum[0, 0] = 0
    values = fft.irfft2(spectrum, s=padded, workers=2)[: shape[0], : shape[1]]
    return ((values - values.mean()) / values.std()).astype(np.float32)
