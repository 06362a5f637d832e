"""The values a user gave an algorithm, as plain Python values and paths that core and models understand."""

import os
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingDestinationParameter,
    QgsProcessingFeatureSource,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt, QVariant

from ..core.crs import stated_crs
from ..core.errors import InputError
from ..core.files import check_suffix, check_writable
from ..core.raster import check_raster_name
from ..core.report import check_report_place
from ..core.vector import Features, check_vector_name


class Inputs:
    """Reads parameters by name. An optional input that was not given is None."""

    def __init__(self, algorithm, parameters: dict, context: QgsProcessingContext):
        self._algorithm = algorithm
        self._parameters = parameters
        self._context = context

    def raster(self, name: str) -> str | None:
        """Return the path of a raster layer that GDAL can open."""
        layer = self._algorithm.parameterAsRasterLayer(self._parameters, name, self._context)
        if layer is None:
            return self._absent(name, "raster")
        return _raster_path(layer, name)

    def rasters(self, name: str) -> list[str]:
        """Return the paths of several raster layers, in the order chosen."""
        layers = self._algorithm.parameterAsLayerList(self._parameters, name, self._context)
        return [_raster_path(layer, name) for layer in layers]

    def layers(self, name: str) -> list[tuple[str, str | Features]]:
        """Return several layers of any kind by their names in QGIS: the path of a raster, the features of a vector layer."""
        found = []
        for layer in self._algorithm.parameterAsLayerList(self._parameters, name, self._context):
            if isinstance(layer, QgsVectorLayer):
                source = QgsProcessingFeatureSource(layer, self._context)
                found.append((layer.name(), _features_of(source, layer.name())))
            else:
                found.append((layer.name(), _raster_path(layer, name)))
        return found

    def is_raster(self, name: str) -> bool:
        """True when the layer chosen for a parameter that takes rasters and vectors is a raster."""
        return isinstance(self._algorithm.parameterAsLayer(self._parameters, name, self._context), QgsRasterLayer)

    def band(self, name: str) -> int | None:
        """Return a band number, counted from 0; None for an optional one left empty."""
        if self._is_empty(name):
            return None
        return self._algorithm.parameterAsInt(self._parameters, name, self._context) - 1

    def bands(self, name: str) -> list[int]:
        """Return several band numbers, counted from 0."""
        return [band - 1 for band in self._algorithm.parameterAsInts(self._parameters, name, self._context)]

    def features(self, name: str) -> Features | None:
        """Return the features of a vector layer as QGIS shows them: filtered, selected, of any provider."""
        source = self._algorithm.parameterAsSource(self._parameters, name, self._context)
        if source is None:
            return self._absent(name, "vector")
        text = self.text_of_value(name)
        # a layer in memory has no path that its user would recognise
        return _features_of(source, text if os.path.exists(text.split("|")[0]) else source.sourceName())

    def layer_name(self, name: str) -> str:
        """Return the name of a vector layer as QGIS shows it; for a file, its name without the suffix."""
        source = self._algorithm.parameterAsSource(self._parameters, name, self._context)
        return "" if source is None else source.sourceName()

    def origin(self, name: str) -> str:
        """Return what a layer or file is called, without what the toolbox puts before: "Slope · dem" was made from "dem"."""
        definition = self._algorithm.parameterDefinition(name)
        if isinstance(definition, QgsProcessingParameterFeatureSource):
            text = self.layer_name(name)
        elif isinstance(definition, (QgsProcessingParameterMapLayer, QgsProcessingParameterRasterLayer)):
            text = self._algorithm.parameterAsLayer(self._parameters, name, self._context).name()
        else:
            text = Path(self.text_of_value(name)).stem
        return text.split(" · ")[-1]

    def number(self, name: str) -> float | None:
        """Return a number with a fraction; None for an optional one left empty."""
        if self._is_empty(name):
            return None
        self._check_is_number(name)
        return self._algorithm.parameterAsDouble(self._parameters, name, self._context)

    def integer(self, name: str) -> int | None:
        """Return a whole number; None for an optional one left empty."""
        if self._is_empty(name):
            return None
        self._check_is_number(name)
        # QGIS cuts off a fraction, silently
        if not self._algorithm.parameterAsDouble(self._parameters, name, self._context).is_integer():
            raise InputError(name, self.text_of_value(name), "is not a whole number; give one")
        return self._algorithm.parameterAsInt(self._parameters, name, self._context)

    def choice(self, name: str) -> str:
        """Return the chosen word of an enumeration."""
        return self._algorithm.parameterAsEnumString(self._parameters, name, self._context)

    def choices(self, name: str) -> list[str]:
        """Return the chosen words of an enumeration that allows several; none for an optional one left empty."""
        # QGIS gives one empty word for an empty one
        return [word for word in self._algorithm.parameterAsEnumStrings(self._parameters, name, self._context) if word]

    def flag(self, name: str) -> bool:
        """Return a yes or no."""
        return self._algorithm.parameterAsBool(self._parameters, name, self._context)

    def text(self, name: str) -> str:
        """Return a text, '' when left empty."""
        return self._algorithm.parameterAsString(self._parameters, name, self._context).strip()

    def words(self, name: str) -> list[str]:
        """Return the entries of a text parted by commas, without those left empty."""
        return [word.strip() for word in self.text(name).split(",") if word.strip()]

    def field(self, name: str) -> str | None:
        """Return the name of a field, None when not chosen."""
        return self.text(name) or None

    def crs(self, name: str) -> str | None:
        """Return a coordinate reference system as WKT, None when not chosen."""
        crs = self._algorithm.parameterAsCrs(self._parameters, name, self._context)
        return stated_crs(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL)) if crs.isValid() else None

    def point(self, name: str, crs_wkt: str) -> tuple[float, float] | None:
        """Return x and y of a point in the reference system asked for; None for an optional one left empty."""
        if self._is_empty(name):
            return None
        crs = QgsCoordinateReferenceSystem.fromWkt(crs_wkt)
        point = self._algorithm.parameterAsPoint(self._parameters, name, self._context, crs)
        return point.x(), point.y()

    def file(self, name: str) -> Path | None:
        """Return the path of an existing file or folder; raises InputError when it is not there."""
        text = self._algorithm.parameterAsFile(self._parameters, name, self._context)
        if not text:
            return None
        if not Path(text).exists():
            raise InputError(name, text, "does not exist; check the path")
        return Path(text)

    def files(self, name: str) -> list[Path]:
        """Return the paths of several existing files; raises InputError for one that is not there."""
        paths = [Path(text) for text in self._algorithm.parameterAsFileList(self._parameters, name, self._context)]
        for path in paths:
            if not path.exists():
                raise InputError(name, path, "does not exist; check the path")
        return paths

    def output(self, name: str) -> Path | None:
        """Return where to write, or None for an optional output not asked for.

        Raises InputError when the path is also an input, as inputs are never changed, names a format not written, or lies
        where nothing can be written.
        """
        definition = self._algorithm.parameterDefinition(name)
        layers = (QgsProcessingParameterRasterDestination, QgsProcessingParameterVectorDestination)
        if isinstance(definition, layers):
            text = self._algorithm.parameterAsOutputLayer(self._parameters, name, self._context)
        else:
            text = self._algorithm.parameterAsFileOutput(self._parameters, name, self._context)
        if not text:
            return None
        path = Path(text)
        check_writable(path, name)
        if _place(path) in self._input_paths():
            raise InputError(name, path, "is also an input, and inputs are never changed; choose another name")
        if _place(path) in map(_place, self._other_outputs(name)):
            raise InputError(name, path, "is also another output, and one would replace the other; choose another name")
        if isinstance(definition, layers) and _style(path) in map(_style, self._other_outputs(name, layers)):
            raise InputError(
                name,
                path,
                f"would share its style file {path.stem}.qml with another output; choose names that differ before the ending",
            )
        if path.is_dir() and not isinstance(definition, QgsProcessingParameterFolderDestination):
            raise InputError(name, path, "is a folder where a file shall be written; add a file name")
        if isinstance(definition, QgsProcessingParameterRasterDestination):
            check_raster_name(path, name)
        if isinstance(definition, QgsProcessingParameterVectorDestination):
            check_vector_name(path, name)
        if isinstance(definition, QgsProcessingParameterFileDestination):
            check_suffix(path, definition.defaultFileExtension(), name)
        if name == "REPORT":
            check_report_place(path, name)
        return path

    def text_of_value(self, name: str) -> str:
        """Return the value of a parameter as the user would recognise it: a path, a number, a word."""
        definition = self._algorithm.parameterDefinition(name)
        value = self._parameters.get(name, definition.defaultValue())
        if value is None:
            return ""
        if hasattr(value, "source"):
            source = value.source
            return str(source() if callable(source) else source.staticValue())
        text = definition.valueAsPythonString(value, self._context)
        return text[1:-1] if len(text) > 1 and text[0] == text[-1] == "'" else text

    def record(self) -> dict[str, str]:
        """Return every input parameter with its value as text, for the provenance."""
        definitions = self._algorithm.parameterDefinitions()
        return {d.name(): self.text_of_value(d.name()) for d in definitions if not d.isDestination()}

    def sources(self) -> dict[str, list[str]]:
        """Return every input that was given as texts: of layers their sources, one by one, of others the value."""
        layer_kinds = (
            QgsProcessingParameterRasterLayer,
            QgsProcessingParameterFeatureSource,
            QgsProcessingParameterMapLayer,
            QgsProcessingParameterMultipleLayers,
        )
        found = {}
        for definition in self._algorithm.parameterDefinitions():
            name = definition.name()
            if definition.isDestination() or self._is_empty(name):
                continue
            if _is_file_list(definition):
                found[name] = self._algorithm.parameterAsFileList(self._parameters, name, self._context)
            elif isinstance(definition, layer_kinds):
                layers = self._algorithm.parameterAsLayerList(self._parameters, name, self._context)
                found[name] = [layer.source() for layer in layers]
            else:
                found[name] = [self.text_of_value(name)]
        return found

    def _is_empty(self, name: str) -> bool:
        definition = self._algorithm.parameterDefinition(name)
        value = self._parameters.get(name, definition.defaultValue())
        if value is None and not definition.flags() & definition.Flag.FlagOptional:
            value = definition.defaultValue()  # as QGIS itself takes it
        return value in (None, "")

    def _check_is_number(self, name: str) -> None:
        # QGIS takes the default, silently, for a text that is no number
        value = self._parameters.get(name)
        if isinstance(value, str):
            try:
                float(value)
            except ValueError:
                raise InputError(name, value, "is not a number; give one") from None

    def _absent(self, name: str, kind: str) -> None:
        if self._is_empty(name):
            return None
        raise InputError(name, self.text_of_value(name), f"cannot be opened as a {kind} layer; check the path and the format")

    def _other_outputs(self, name: str, kinds: type | tuple[type, ...] = QgsProcessingDestinationParameter) -> list[str]:
        """Return the paths of the outputs but one that are asked for by name; each temporary one gets a name of its own."""
        paths = []
        for definition in self._algorithm.parameterDefinitions():
            if isinstance(definition, kinds) and definition.name() != name and not self._is_empty(definition.name()):
                value = self._parameters.get(definition.name())
                text = value.sink.staticValue() if hasattr(value, "sink") else value
                if isinstance(text, str) and text != QgsProcessing.TEMPORARY_OUTPUT:
                    paths.append(text)
        return paths

    def _input_paths(self) -> set[str]:
        return {_place(text.split("|")[0]) for texts in self.sources().values() for text in texts}


def _is_file_list(definition: QgsProcessingParameterDefinition) -> bool:
    return (
        isinstance(definition, QgsProcessingParameterMultipleLayers)
        and definition.layerType() == QgsProcessing.SourceType.TypeFile
    )


def _place(path: str | Path) -> str:
    """Return one text for all the ways to write the path of a file, by way of links or in other letters."""
    return os.path.normcase(os.path.realpath(path))


def _style(path: str | Path) -> str:
    """Return where the style of a layer is kept, in which QGIS leaves the ending out."""
    return _place(os.path.splitext(path)[0] + ".qml")


def _raster_path(layer, name: str) -> str:
    if not isinstance(layer, QgsRasterLayer) or layer.providerType() != "gdal":
        raise InputError(name, layer.name(), "is not a raster file; save it as GeoTIFF and choose that file")
    parts = QgsProviderRegistry.instance().decodeUri("gdal", layer.source())
    return layer.source() if parts.get("layerName") or parts.get("vsiPrefix") else parts.get("path") or layer.source()


def _features_of(source: QgsProcessingFeatureSource, text: str) -> Features:
    names = [field.name() for field in source.fields()]
    geometries: list[bytes] = []
    columns: list[list] = [[] for _ in names]
    # geometry is repaired by core with a note, so QGIS's own abort on invalid geometry is switched off here
    unchecked = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for feature in source.getFeatures(QgsFeatureRequest(), unchecked):
        geometries.append(bytes(feature.geometry().asWkb()) if feature.hasGeometry() else b"")
        for column, value in zip(columns, feature.attributes(), strict=True):
            column.append(plain(value))
    crs = source.sourceCrs()
    wkt = stated_crs(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL)) if crs.isValid() else ""
    return Features(geometries, dict(zip(names, columns, strict=True)), wkt, text or source.sourceName())


def plain(value: object) -> object:
    """Return a value of a field as Python's own; dates as ISO text, NULL as None."""
    if isinstance(value, QVariant):
        return None if value.isNull() else value.value()
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return value.toString(Qt.DateFormat.ISODate) if hasattr(value, "toString") else str(value)
