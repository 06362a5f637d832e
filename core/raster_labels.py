"""What the values of a raster's band mean: labels and colours in GDAL's attribute tables and category names."""

import math
from collections.abc import Callable, Mapping

from osgeo import gdal

from .palette import distinct_colours
from .table import Table

Categories = Mapping[int, tuple[str, tuple[int, int, int]]]


def coloured(labels: Mapping[int, str]) -> dict[int, tuple[str, tuple[int, int, int]]]:
    """Return value → (label, RGB) with colours that differ from one value to the next."""
    pairs = zip(sorted(labels.items()), distinct_colours(len(labels)), strict=True)
    return {value: (label, colour) for (value, label), colour in pairs}


def write_labels(band: gdal.Band, categories: Categories) -> None:
    """Give a band an attribute table and, where GeoTIFF can hold one (Byte), a colour table; before its cells are written."""
    if band.DataType == gdal.GDT_Byte:
        colours = gdal.ColorTable()
        for value, (_, colour) in categories.items():
            colours.SetColorEntry(value, (*colour, 255))
        band.SetColorTable(colours)
        band.SetColorInterpretation(gdal.GCI_PaletteIndex)
    write_attribute_table(band, categories, Table([], []))


def write_attribute_table(band: gdal.Band, categories: Categories, measures: Table) -> None:
    """Give a band an attribute table with columns of numbers, a row for each value in order; None becomes NaN."""
    table = gdal.RasterAttributeTable()
    table.CreateColumn("Value", gdal.GFT_Integer, gdal.GFU_MinMax)
    table.CreateColumn("Class", gdal.GFT_String, gdal.GFU_Name)
    for column, usage in (("Red", gdal.GFU_Red), ("Green", gdal.GFU_Green), ("Blue", gdal.GFU_Blue)):
        table.CreateColumn(column, gdal.GFT_Integer, usage)
    for row, (value, (label, colour)) in enumerate(sorted(categories.items())):
        table.SetValueAsInt(row, 0, value)
        table.SetValueAsString(row, 1, label)
        for column, level in enumerate(colour, start=2):
            table.SetValueAsInt(row, column, level)
    for column, name in enumerate(measures.columns):
        table.CreateColumn(name, gdal.GFT_Real, gdal.GFU_Generic)
        for row, numbers in enumerate(measures.rows):
            number = numbers[column]
            table.SetValueAsDouble(row, 5 + column, math.nan if number is None else number)
    band.SetDefaultRAT(table)


def read_measures(band: gdal.Band) -> Table:
    """Return the columns of numbers that ``write_attribute_table`` wrote, a row for each value; empty without any."""
    table = band.GetDefaultRAT()
    if table is None:
        return Table([], [])
    usual = (gdal.GFT_Real, gdal.GFU_Generic)
    columns = [c for c in range(table.GetColumnCount()) if (table.GetTypeOfCol(c), table.GetUsageOfCol(c)) == usual]
    rows = [[table.GetValueAsDouble(row, column) for column in columns] for row in range(table.GetRowCount())]
    return Table([table.GetNameOfCol(column) for column in columns], rows if columns else [])


def read_labels(band: gdal.Band) -> dict[int, str]:
    """Return value → label from the band's attribute table or its category names; empty when it has neither.

    An attribute table without a column of text, such as the histogram some programs store, has no labels.
    """
    table = band.GetDefaultRAT()
    if table is not None:
        columns = range(table.GetColumnCount())
        values = _first(columns, lambda c: table.GetUsageOfCol(c) in (gdal.GFU_MinMax, gdal.GFU_Min)) or _first(
            columns, lambda c: table.GetNameOfCol(c).lower() == "value"
        )
        texts = _first(columns, lambda c: table.GetUsageOfCol(c) == gdal.GFU_Name) or _first(
            columns, lambda c: table.GetTypeOfCol(c) == gdal.GFT_String
        )
        if values and texts:
            rows = range(table.GetRowCount())
            return {table.GetValueAsInt(row, values[0]): table.GetValueAsString(row, texts[0]) for row in rows}
    names = band.GetCategoryNames() or []
    return {value: name for value, name in enumerate(names) if name}


def _first(columns: range, wanted: Callable[[int], bool]) -> list[int]:
    return [column for column in columns if wanted(column)][:1]
