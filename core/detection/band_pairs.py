"""Which band of one scene shows what a band of another shows."""

from ..errors import InputError
from ..names import are_names
from ..raster import Raster


def pair_bands(scene: Raster, reference: Raster) -> list[tuple[int, int]]:
    """Return pairs of band numbers (from 0) of ``scene`` and ``reference``, in the order of the scene; alpha bands left out.

    By name where every band has one, else by order. Raises InputError when a band has no partner.
    """
    names = [scene.band_names[band].strip().lower() for band in scene.data_bands]
    others = [reference.band_names[band].strip().lower() for band in reference.data_bands]
    if are_names(names + others):
        missing = [name for name in names if name not in others]
        if missing:
            raise InputError(
                reference.parameter,
                reference.path,
                f"has no band called {', '.join(missing)} ({scene.parameter} has); choose a reference with the same bands",
            )
        return [(band, reference.data_bands[others.index(name)]) for band, name in zip(scene.data_bands, names, strict=True)]
    if len(names) != len(others):
        raise InputError(
            reference.parameter,
            reference.path,
            f"has {len(others)} bands where {scene.parameter} has {len(names)}; choose a reference with the same bands",
        )
    return list(zip(scene.data_bands, reference.data_bands, strict=True))
