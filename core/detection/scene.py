"""A multispectral scene on disk: its bands by role (red, nir …), read as reflectance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..grid import Window
from ..raster import Raster

SYNONYMS = {
    "nir": ("nir", "near infrared", "near_infrared", "near-infrared"),
    "swir": ("swir", "swir1", "swir 1", "swir_1", "shortwave infrared", "shortwave_infrared"),
}


@dataclass(frozen=True)
class Scene:
    """A raster, the number (from 0) of each band by role, and reflectance = stored value × scale + offset per band."""

    raster: Raster
    bands: dict[str, int]
    scales: dict[str, float]
    offsets: dict[str, float]

    def read(self, window: Window) -> dict[str, np.ndarray]:
        """Return float64 (rows, columns) per role, with NaN for nodata."""
        stored = self.raster.read(window, list(self.bands.values())).astype(np.float64)
        return {role: values * self.scales[role] + self.offsets[role] for role, values in zip(self.bands, stored, strict=True)}

    def describe(self) -> str:
        """Return which band plays which role, for the log."""
        return ", ".join(
            f"{role} = band {number + 1} ({self.raster.band_names[number]}) × {self.scales[role]:g} + {self.offsets[role]:g}"
            for role, number in self.bands.items()
        )


def open_scene(
    raster: Raster,
    roles: Sequence[str],
    chosen: Mapping[str, int | None],
    scale: float | None = None,
    offset: float | None = None,
) -> Scene:
    """Return the scene with a band for every role.

    ``chosen`` maps roles to band numbers (from 0); a role without one is found by the name of a band. ``scale`` and ``offset``
    default to the raster's own, band by band. Raises InputError when a band is not there or two roles share one.
    """
    bands = {role: _band_of_role(raster, role, chosen.get(role)) for role in roles}
    numbers = list(bands.values())
    for role, number in bands.items():
        if numbers.count(number) > 1:
            others = " and ".join(other.upper() for other, same in bands.items() if same == number and other != role)
            raise InputError(role.upper(), number + 1, f"is the same band as {others}; choose a different band for each")
    scales = {role: raster.scales[number] if scale is None else scale for role, number in bands.items()}
    offsets = {role: raster.offsets[number] if offset is None else offset for role, number in bands.items()}
    return Scene(raster, bands, scales, offsets)


def _band_of_role(raster: Raster, role: str, number: int | None) -> int:
    if number is not None:
        if not 0 <= number < raster.band_count:
            raise InputError(
                role.upper(), number + 1, f"is not a band of {raster.path}; choose one from 1 to {raster.band_count}"
            )
        return number
    names = [name.strip().lower() for name in raster.band_names]
    for name in SYNONYMS.get(role, (role,)):
        if name in names:
            return names.index(name)
    raise InputError(
        role.upper(),
        "not given",
        f"cannot be found in {raster.path}, whose bands are called {', '.join(raster.band_names)}; choose the band by number",
    )
