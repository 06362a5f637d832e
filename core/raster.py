"""Rasters on disk, read and written in windows so that memory does not grow with the raster."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from osgeo import gdal

from .atomic import whole_file
from .errors import InputError, ToolboxError
from .gdal_calls import attempt, last_error, writing
from .grid import Grid, Window
from .raster_alpha import is_mask
from .raster_labels import Categories, read_labels, read_measures, write_attribute_table, write_labels
from .table import Table
from .thumbnail import Thumbnail

GDAL_TYPES = {
    "uint8": gdal.GDT_Byte,
    "int16": gdal.GDT_Int16,
    "uint16": gdal.GDT_UInt16,
    "int32": gdal.GDT_Int32,
    "float32": gdal.GDT_Float32,
}

TILE = 256
"""Cells a side of the tiles that GDAL writes."""


@dataclass(frozen=True)
class Band:
    """Name (band description) and metadata of one band to be written."""

    name: str = ""
    metadata: dict[str, str] = field(default_factory=dict)


class Raster:
    """A raster opened for reading. Use ``open_raster``; works as a context manager."""

    def __init__(self, dataset: gdal.Dataset, path: str, parameter: str):
        self._dataset = dataset
        self.path = path
        self.parameter = parameter
        self.grid = Grid(
            dataset.GetProjection() or "", tuple(dataset.GetGeoTransform()), dataset.RasterXSize, dataset.RasterYSize
        )
        self.band_count = dataset.RasterCount
        bands = [dataset.GetRasterBand(index + 1) for index in range(self.band_count)]
        self.band_names = [band.GetDescription() or f"band_{index + 1}" for index, band in enumerate(bands)]
        self.band_metadata = [band.GetMetadata() for band in bands]
        self.colours = [gdal.GetColorInterpretationName(band.GetColorInterpretation()).lower() for band in bands]
        labelled_alpha = {index for index, colour in enumerate(self.colours) if colour == "alpha"}
        self.mislabelled_alpha = sorted(index for index in labelled_alpha if not is_mask(bands[index]))
        self.data_bands = [i for i in range(self.band_count) if i not in labelled_alpha or i in self.mislabelled_alpha]
        self.units = [band.GetUnitType() or "" for band in bands]
        self.nodata = [band.GetNoDataValue() for band in bands]
        # stored × scale + offset is the quantity itself; ``read`` returns what is stored
        self.scales = [_or(band.GetScale(), 1.0) for band in bands]
        self.offsets = [_or(band.GetOffset(), 0.0) for band in bands]
        self.dtype = np.dtype(_numpy_type(bands[0].DataType))
        self.metadata = dataset.GetMetadata()

    def __enter__(self) -> "Raster":
        return self

    def __exit__(self, *_) -> None:
        self._dataset = None

    def read(self, window: Window | None = None, bands: Sequence[int] | None = None) -> np.ndarray:
        """Return float32 (bands, rows, columns); nodata, masked cells and cells beyond the raster are NaN.

        ``bands`` counts from 0 and defaults to all. float32 holds integers exactly up to 2²⁴.
        """
        window = window or self.grid.whole()
        chosen = range(self.band_count) if bands is None else bands
        values = np.full((len(chosen), window.height, window.width), np.nan, dtype=np.float32)
        inside = window.clipped(self.grid.width, self.grid.height)
        if inside.width == 0 or inside.height == 0:
            return values
        top, left = inside.row - window.row, inside.column - window.column
        target = values[:, top : top + inside.height, left : left + inside.width]
        for index, band_index in enumerate(chosen):
            band = self._dataset.GetRasterBand(band_index + 1)
            target[index] = self._read_band(band, inside)
            if self._has_mask(band):
                target[index][self._read_band(band.GetMaskBand(), inside) == 0] = np.nan
        return values

    def labels(self, band: int) -> dict[int, str]:
        """Return value → label of band ``band`` (from 0) from its attribute table or category names; empty without them."""
        return read_labels(self._dataset.GetRasterBand(band + 1))

    def measures(self, band: int) -> Table:
        """Return the numbers in the attribute table of band ``band`` (from 0), a row for each value; empty without any."""
        return read_measures(self._dataset.GetRasterBand(band + 1))

    def _has_mask(self, band: gdal.Band) -> bool:
        flags = band.GetMaskFlags()
        if flags == gdal.GMF_NODATA and np.isnan(band.GetNoDataValue()):
            return False  # cells without data are NaN as stored
        return flags != gdal.GMF_ALL_VALID and not (flags & gdal.GMF_ALPHA and self.mislabelled_alpha)

    def _read_band(self, band: gdal.Band, window: Window) -> np.ndarray:
        array = attempt(band.ReadAsArray, window.column, window.row, window.width, window.height)
        if array is None:
            raise InputError(self.parameter, self.path, f"is damaged ({last_error()}); replace the file")
        return array


class RasterWriter:
    """A raster being written. Made by ``create_raster``."""

    def __init__(self, dataset: gdal.Dataset, path: Path):
        self._dataset = dataset
        self._path = path
        self.picture: Thumbnail | None = None
        """Filled with the first band while it is written, where one is asked for."""

    def describe(self, bands: Sequence[Band], nodata: float | None, metadata: dict) -> None:
        """Set names, metadata and nodata value."""
        for index, band in enumerate(bands):
            target = self._dataset.GetRasterBand(index + 1)
            target.SetDescription(band.name)
            target.SetMetadata(band.metadata)
            if nodata is not None:
                target.SetNoDataValue(nodata)
        self._dataset.SetMetadata(metadata)

    def label(self, band: int, categories: Categories) -> None:
        """Give band ``band`` (from 0) an attribute table and, when it is Byte, a colour table: value → (label, RGB)."""
        write_labels(self._dataset.GetRasterBand(band + 1), categories)

    def measure(self, band: int, categories: Categories, measures: Table) -> None:
        """Add columns of numbers to the attribute table of band ``band`` (from 0), a row for each category."""
        write_attribute_table(self._dataset.GetRasterBand(band + 1), categories, measures)

    def close(self) -> None:
        """Flush and close; raises ToolboxError when the disk did not take everything."""
        with writing(self._path):
            try:
                self._dataset.FlushCache()
            finally:
                self._dataset = None

    def write(self, values: np.ndarray, window: Window, first_band: int = 0) -> None:
        """Write (bands, rows, columns) or (rows, columns) into a window, from band ``first_band`` (from 0) on."""
        values = values[np.newaxis] if values.ndim == 2 else values
        if self.picture is not None and first_band == 0:
            self.picture.add(values[0], window)
        with writing(self._path):
            for index, band_values in enumerate(values):
                band = self._dataset.GetRasterBand(first_band + index + 1)
                band.WriteArray(band_values, window.column, window.row)
                if self._fills_tiles(window):
                    # other threads compress now, instead of all of it when GDAL's cache is full or the file is closed
                    band.FlushCache()

    def _fills_tiles(self, window: Window) -> bool:
        """True when no tile is left in part: flushed now and filled later it would lie in the file twice."""
        ends = window.column + window.width, window.row + window.height
        sides = self._dataset.RasterXSize, self._dataset.RasterYSize
        starts_whole = window.column % TILE == 0 and window.row % TILE == 0
        return starts_whole and all(end % TILE == 0 or end == side for end, side in zip(ends, sides, strict=True))


def open_raster(path: str | os.PathLike, parameter: str = "INPUT") -> Raster:
    """Open a raster for reading; raises InputError when GDAL cannot, or when it has no bands."""
    dataset = attempt(gdal.OpenEx, str(path), gdal.OF_RASTER)
    if dataset is None or dataset.RasterCount == 0:
        raise InputError(parameter, path, "cannot be opened as a raster; check the path and the format")
    if any(gdal.DataTypeIsComplex(dataset.GetRasterBand(index + 1).DataType) for index in range(dataset.RasterCount)):
        raise InputError(
            parameter, path, "holds complex numbers, such as radar phases; save amplitudes or another real quantity"
        )
    return Raster(dataset, str(path), parameter)


def check_raster_name(path: str | os.PathLike, parameter: str = "OUTPUT") -> None:
    """Raise InputError for a name that is not that of a GeoTIFF."""
    if Path(path).suffix.lower() not in (".tif", ".tiff"):
        raise InputError(parameter, path, "is not a GeoTIFF name; end it in .tif")


@contextmanager
def create_raster(
    path: str | os.PathLike,
    grid: Grid,
    bands: Sequence[Band],
    dtype: str = "float32",
    nodata: float | None = float("nan"),
    metadata: dict[str, str] | None = None,
    categories: Categories | None = None,
) -> Iterator[RasterWriter]:
    """Create a tiled, compressed GeoTIFF that appears at ``path`` only when the block ends without an error.

    ``categories`` maps values to (label, RGB) and becomes colour table and raster attribute table of a one-band raster.
    """
    check_raster_name(path)
    with whole_file(path) as temporary:
        writer = RasterWriter(_create_dataset(temporary, grid, len(bands), dtype), Path(path))
        try:
            writer.describe(bands, nodata, metadata or {})
            if categories:
                writer.label(0, categories)
            yield writer
        finally:
            # closed before whole_file renames or removes, because GDAL writes side files when it closes
            writer.close()


def _create_dataset(path: Path, grid: Grid, band_count: int, dtype: str) -> gdal.Dataset:
    # floats end in digits without a pattern: a predictor and a higher level save a tenth, where heights are whole metres not
    # even that, and take half as long again to read and write; ZSTD is faster still, but QGIS on macOS cannot read it
    effort = ["ZLEVEL=1"] if dtype == "float32" else ["PREDICTOR=2", "ZLEVEL=4"]
    # a smaller raster would be padded to a tile
    options = ["TILED=YES"] if max(grid.width, grid.height) > TILE else []
    options += ["COMPRESS=DEFLATE", *effort, "INTERLEAVE=BAND", "BIGTIFF=IF_SAFER", "NUM_THREADS=ALL_CPUS"]
    options += ["ALPHA=NO"]  # else GDAL labels the fourth of four 8-bit bands as alpha, and near infrared reads as a mask
    driver = gdal.GetDriverByName("GTiff")
    dataset = attempt(driver.Create, str(path), grid.width, grid.height, band_count, GDAL_TYPES[dtype], options)
    if dataset is None:
        raise ToolboxError(f"{path.parent} cannot be written to: {last_error()}; choose another folder.")
    dataset.SetProjection(grid.crs_wkt)
    dataset.SetGeoTransform(grid.geotransform)
    return dataset


def _or(value: float | None, default: float) -> float:
    return default if value is None else value


def _numpy_type(gdal_type: int) -> type:
    from osgeo import gdal_array

    return gdal_array.GDALTypeCodeToNumericTypeCode(gdal_type)
