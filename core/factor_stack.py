"""The factor stack: conditioning factors on one grid, one band each, in one GeoTIFF (DESIGN: Float32, nodata NaN)."""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from .atomic import together
from .crs import check_north_up_grid
from .errors import InputError
from .factor import CATEGORICAL, CONTINUOUS, KINDS, Factor
from .grid import Grid, Window
from .raster import Band, Raster, RasterWriter, create_raster, open_raster
from .raster_labels import coloured
from .style import write_factor_style
from .thumbnail import Thumbnail


class FactorStack:
    """A factor stack opened for reading. Use ``open_factor_stack``; works as a context manager."""

    def __init__(self, raster: Raster):
        self._raster = raster
        self.path = raster.path
        self.grid = raster.grid
        self.factors = [factor_of_band(raster, band) for band in range(raster.band_count)]
        _check_names_differ(self.factors, raster)

    def __enter__(self) -> "FactorStack":
        return self

    def __exit__(self, *_) -> None:
        self._raster.__exit__()

    @property
    def names(self) -> list[str]:
        """Names of the factors in band order."""
        return [factor.name for factor in self.factors]

    def index(self, names: Sequence[str]) -> list[int]:
        """Return the band numbers (from 0) of the named factors; raises InputError naming those that are missing."""
        missing = [name for name in names if name not in self.names]
        if missing:
            raise InputError(
                self._raster.parameter,
                self.path,
                f"lacks the factors {', '.join(missing)} (it has {', '.join(self.names)}); "
                'add them with "Stack factors" under these names',
            )
        return [self.names.index(name) for name in names]

    def read(self, window: Window | None = None, names: Sequence[str] | None = None) -> np.ndarray:
        """Return float32 (factors, rows, columns) with NaN for nodata and beyond the raster, factors in the order asked."""
        return self._raster.read(window, None if names is None else self.index(names))


def open_factor_stack(path: str | os.PathLike, parameter: str = "FACTORS") -> FactorStack:
    """Open a factor stack.

    Raises InputError for a file that is no raster, has no reference system, is not north-up or has two bands of one name.
    """
    raster = open_raster(path, parameter)
    check_north_up_grid(raster.grid, parameter, path)
    return FactorStack(raster)


@contextmanager
def create_factor_stack(
    path: str | os.PathLike, grid: Grid, factors: Sequence[Factor], metadata: dict[str, str] | None = None
) -> Iterator[RasterWriter]:
    """Create a factor stack with its style, which appear at ``path`` and beside it only when the block ends without an error.

    The labels of categories also go into attribute tables, which other programs read.
    """
    picture = Thumbnail(grid)
    with together(path):
        with create_raster(path, grid, [_band_of_factor(factor) for factor in factors], metadata=metadata) as writer:
            writer.picture = picture
            for band, factor in enumerate(factors):
                if factor.categories:
                    writer.label(band, coloured(factor.categories))
            yield writer
        write_factor_style(Path(path), factors[0], picture.values)


def factor_of_band(raster: Raster, band: int) -> Factor:
    """Return the factor that band ``band`` (from 0) of any raster holds; one without metadata is continuous.

    Labels come from the metadata, else from the band's attribute table or category names. Raises InputError for a kind
    that does not exist and for categories that cannot be read.
    """
    name, metadata = raster.band_names[band], raster.band_metadata[band]
    kind = metadata.get("FACTOR_KIND", CONTINUOUS)
    if kind not in KINDS:
        raise InputError(
            raster.parameter, raster.path, f'has a band {name} of unknown kind {kind}; make it again with "Stack factors"'
        )
    try:
        stated = json.loads(metadata.get("CATEGORIES") or "{}")
        categories = {int(value): str(label) for value, label in stated.items()}
    except (ValueError, AttributeError):
        raise InputError(
            raster.parameter, raster.path, f'has damaged category names in the band {name}; make it again with "Stack factors"'
        ) from None
    return Factor(name, kind, metadata.get("UNITS", ""), categories or raster.labels(band))


def check_same_factors(stack: FactorStack, wanted: Sequence[Factor], parameter: str = "FACTORS") -> None:
    """Raise InputError unless the stack has each wanted factor by name, of the same kind and in the same units."""
    for factor, index in zip(wanted, stack.index([factor.name for factor in wanted]), strict=True):
        found = stack.factors[index]
        for what, is_, was in (("kind", found.kind, factor.kind), ("units", found.units, factor.units)):
            if is_ != was and (is_ and was):
                raise InputError(
                    parameter,
                    stack.path,
                    f"has the factor {factor.name} of {what} {is_} where the model was trained with {was}; "
                    "make it again the way it was made for the training",
                )


def valid_cells(values: np.ndarray) -> np.ndarray:
    """Return bool (rows, columns): True where every factor of ``values`` (factors, rows, columns) is finite."""
    return np.isfinite(values).all(axis=0)


def check_has_cells(count: int, reference: Raster) -> None:
    """Raise InputError when ``count``, of the cells of the reference that hold data, is 0: a factor masked by it is empty."""
    if count == 0:
        raise InputError(
            reference.parameter,
            reference.path,
            "has no cell with data, where the factor would be empty; check its nodata value, or switch MASK_NODATA off",
        )


def _band_of_factor(factor: Factor) -> Band:
    metadata = {"FACTOR_KIND": factor.kind, "UNITS": factor.units}
    if factor.kind == CATEGORICAL:
        metadata["CATEGORIES"] = json.dumps(factor.categories, ensure_ascii=False)
    return Band(factor.name, metadata)


def _check_names_differ(factors: Sequence[Factor], raster: Raster) -> None:
    names = [factor.name for factor in factors]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError(
            raster.parameter, raster.path, f'has two bands called {", ".join(twice)}; give them names with "Stack factors"'
        )
