"""What the values of a raster's band mean: labels and colours in GDAL's attribute tables and category names."""

from collections.abc import Callable, Mapping

from osgeo import gdal

from .palette import distinct_colours

Categories = Mapping[int, tuple[str, tuple[int, int, int]]]


def coloured(labels: Mapping[int, str]) -> dict[int, tuple[str, tuple[int, int, int]]]:
    """Return value → (label, RGB) with colours that differ from one value to the next."""
    pairs = zip(sorted(labels.items()), distinct_colours(len(labels)), strict=True)
    return {value: (label, colour) for (value, label), colour in pairs}


def write_labels(band: gdal.Band, categories: Categories) -> None:
    """Give a band an attribute table and, where GeoTIFF can hold one (Byte), a colour table."""
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
    if band.DataType == gdal.GDT_Byte:
        colours = gdal.ColorTable()
        for value, (_, colour) in categories.items():
            colours.SetColorEntry(value, (*colour, 255))
        band.SetColorTable(colours)
        band.SetColorInterpretation(gdal.GCI_PaletteIndex)
    band.SetDefaultRAT(table)


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
