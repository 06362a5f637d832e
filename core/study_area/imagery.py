"""What a satellite sees at 10 m: spectra of covers and landslides, lit by the sun, through haze, with the sensor's noise."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from ..progress import ShouldStop, stop_if_asked
from .cover import (
    BUILT,
    CLEARING,
    CROPS,
    FOREST,
    GRASS,
    GRAVEL,
    PAVED,
    QUARRY,
    ROCK,
    SHRUB,
    TRACK,
    WATER,
    Cover,
)
from .landslides import Landslides
from .noise import fractal_field, smooth_field

BANDS = ("blue", "green", "red", "nir")
SCALE = 10_000
"""Stored value of reflectance 1."""

LEAVES = {FOREST: (0.022, 0.045, 0.026, 0.30), SHRUB: (0.034, 0.068, 0.045, 0.30), GRASS: (0.05, 0.09, 0.075, 0.29)}
CROP_LEAVES = (0.03, 0.075, 0.04, 0.40)
SOIL = (0.085, 0.125, 0.165, 0.235)
STONE = (0.108, 0.136, 0.16, 0.205)
ASPHALT = (0.09, 0.10, 0.11, 0.13)
STONY = {ROCK: 0.75, GRAVEL: 0.7, QUARRY: 0.55, CLEARING: 0.1, TRACK: 0.15}
"""Share of stone in bare ground; soil elsewhere."""
ROOF = (0.14, 0.16, 0.19, 0.23)
OPEN_WATER = (0.05, 0.055, 0.035, 0.012)


@dataclass(frozen=True)
class Overpass:
    """When and how a scene was taken: sun (degrees), share of leaves left by the season, soil brightness, haze and noise."""

    sun_azimuth: float
    sun_elevation: float
    leaves: float
    soil: float
    haze: tuple[float, float, float, float]
    gain: float
    noise: float = 0.0025


SUMMER = Overpass(142.0, 58.0, 1.0, 1.0, (0.022, 0.014, 0.008, 0.004), 1.0)
AUTUMN = Overpass(163.0, 41.0, 0.86, 0.92, (0.034, 0.022, 0.014, 0.007), 0.94)
BEFORE = Overpass(150.0, 52.0, 0.97, 1.0, (0.018, 0.011, 0.006, 0.003), 1.0)


def scene_of(
    elevation: np.ndarray,
    cover: Cover,
    landslides: Landslides | None,
    overpass: Overpass,
    generator: np.random.Generator,
    should_stop: ShouldStop,
) -> np.ndarray:
    """Return uint16 (4, rows, columns) on the image grid.

    ``elevation`` (m) is on the image grid too; ``landslides`` None shows the ground before them.
    """
    shape = cover.code.shape
    leaves, bare, stone = _ground(cover, overpass, generator)
    slid = np.zeros(shape, dtype=bool) if landslides is None else landslides.number > 0
    if landslides is not None:
        _strip(leaves, bare, stone, landslides, generator)
        elevation = elevation + landslides.depth
    light = _illumination(elevation + 0.5 * fractal_field(shape, 1.2, 8, generator), overpass)
    haze = 1 + 0.25 * smooth_field(shape, shape[0] / 3, generator)
    code, crops = cover.code, cover.code == CROPS
    image = np.empty((len(BANDS), *shape), dtype=np.uint16)
    for band in range(len(BANDS)):
        stop_if_asked(should_stop)
        green = _by_code(code, {c: spectrum[band] for c, spectrum in LEAVES.items()}, LEAVES[GRASS][band])
        green[crops] = CROP_LEAVES[band]
        ground = bare * (SOIL[band] + stone * (STONE[band] - SOIL[band]))
        for made, spectrum in ((PAVED, ASPHALT), (BUILT, ROOF), (WATER, OPEN_WATER)):
            ground[(code == made) & ~slid] = spectrum[band]
        surface = (leaves * green + (1 - leaves) * ground) * light
        surface = overpass.gain * surface + overpass.haze[band] * haze
        surface = ndimage.gaussian_filter(surface, 0.4) + overpass.noise * generator.standard_normal(shape, dtype=np.float32)
        image[band] = np.clip(np.round(surface * SCALE), 1, 65535)
    return image


def _by_code(code: np.ndarray, values: dict[int, float], otherwise: float) -> np.ndarray:
    table = np.full(256, otherwise, dtype=np.float32)
    for key, value in values.items():
        table[key] = value
    return table[code]


def _ground(cover: Cover, overpass: Overpass, generator: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return share of leaves (0–1), brightness of what is not leaves and the stone in it (0–1), float32 on the image grid."""
    shape, code = cover.code.shape, cover.code
    grain = generator.standard_normal(shape, dtype=np.float32)
    patches = fractal_field(shape, 1.2, 30, generator)
    full = _by_code(code, {FOREST: 0.93, SHRUB: 0.74, GRASS: 0.56, CROPS: 0.8, CLEARING: 0.16, TRACK: 0.12, ROCK: 0.1}, 0.03)
    spread = _by_code(code, {FOREST: 0.05, SHRUB: 0.1, GRASS: 0.16, CROPS: 0.08, CLEARING: 0.07, TRACK: 0.08, ROCK: 0.1}, 0.02)
    leaves = full + spread * (patches + 0.5 * grain) + 0.15 * (cover.greenness - 0.6) * (full > 0.4)
    bare = 1 + 0.12 * patches + 0.06 * generator.standard_normal(shape, dtype=np.float32)
    each = generator.normal(0, 1, (2, int(cover.parcel.max()) + 1)).astype(np.float32)
    each[:, 0] = 0
    leaves += 0.1 * each[0][cover.parcel] * (code != CLEARING)
    bare += 0.15 * each[1][cover.parcel]
    stone = np.clip(_by_code(code, STONY, 0.05) + 0.15 * patches, 0, 1)
    seasonal = np.clip(leaves, 0, 1) * np.where(full > 0.4, overpass.leaves, 1)
    return np.clip(seasonal, 0, 0.98), np.clip(bare, 0.4, 1.8) * overpass.soil, stone


def _strip(
    leaves: np.ndarray, bare: np.ndarray, stone: np.ndarray, landslides: Landslides, generator: np.random.Generator
) -> None:
    """Take the leaves off each landslide and give its ground streaks along the path and a tone of its own, in place."""
    inside = landslides.number > 0
    number = landslides.number[inside]
    count = int(number.max(initial=0)) + 1
    tone = generator.normal(1.0, 0.14, count).astype(np.float32)
    left_over = np.clip(generator.normal(0.05, 0.05, count), 0, 0.18).astype(np.float32)
    along, across = landslides.along[inside], landslides.across[inside]
    phase = generator.uniform(0, 2 * np.pi, (3, count)).astype(np.float32)
    streaks = sum(np.sin((3 + 3 * wave) * across + phase[wave][number] + 2 * along) for wave in range(3)) / 2
    grain = generator.standard_normal(number.size, dtype=np.float32)
    fresh = np.where(along < 0.35, 1.08, 0.95)
    leaves[inside] = np.clip(left_over[number] * (1 + 0.8 * grain) + 0.06 * (along > 0.7), 0, 0.35)
    stone[inside] = np.clip(generator.normal(0.3, 0.2, count), 0, 0.8).astype(np.float32)[number]
    bare[inside] = np.clip(tone[number] * fresh * (1 + 0.09 * streaks + 0.06 * grain), 0.5, 1.8)


def _illumination(elevation: np.ndarray, overpass: Overpass) -> np.ndarray:
    """Return the light on each cell relative to flat ground: sun by incidence angle, plus light from the sky."""
    south, east = np.gradient(elevation, 10.0)
    azimuth, height = np.radians(overpass.sun_azimuth), np.radians(overpass.sun_elevation)
    sun = np.sin(height) + np.cos(height) * (-np.sin(azimuth) * east + np.cos(azimuth) * south)
    incidence = np.clip(sun / np.sqrt(1 + east**2 + south**2), 0, None) / np.sin(height)
    return (0.25 + 0.75 * incidence).astype(np.float32)
