"""landslide:cleaninventory."""

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ...core.atomic import together
from ...core.crs import check_north_up_grid
from ...core.detection.polygons import EXAMPLE
from ...core.errors import InputError
from ...core.raster import Raster, open_raster
from ...core.style import write_style
from ...core.vector import Features, check_polygons, repaired, write_features
from ...processing_provider.base_algorithm import LandslideAlgorithm, outputs_as_text
from ...processing_provider.feedback import Feedback
from ...processing_provider.inputs import Inputs

if TYPE_CHECKING:
    from ...core.detection.inventory_cleaning import CleaningRules
    from ...core.detection.overlap import Exclusion

WITHOUT_CRS = 'has no coordinate reference system; give it one with "Define projection" and run again'


class CleanInventory(LandslideAlgorithm):
    """Removes polygons that are probably no landslides and says why."""

    NAME = "cleaninventory"
    LABEL = "Clean inventory"
    TAGS = ("filter", "false positives", "roads", "rivers", "water", "fields", "slope", "mask", "post-processing")
    PACKAGES = ("numpy", "scipy")
    SUMMARY = (
        "Removes polygons that are probably no landslides: those that lie mostly in water, on roads, in fields or in other "
        "layers you name, on slopes too gentle, too small, too thin, or there twice.\n\n"
        "What stays keeps its attributes. What goes is kept in Removed with the field reason, so that every decision can be "
        "checked on the map. Each test works only where its parameter is set. Layers may be in any coordinate reference "
        "system.\n\nA few hundred polygons a second; Cancel keeps nothing."
    )

    def define(self) -> None:
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        double = QgsProcessingParameterNumber.Type.Double
        self.add(QgsProcessingParameterFeatureSource("INPUT", "Inventory", [polygon]), "Landslide polygons to clean.")
        self.heading("Places without landslides")
        self.add(
            QgsProcessingParameterMultipleLayers(
                "EXCLUSIONS", "Layers without landslides", QgsProcessing.SourceType.TypeMapLayer, None, True
            ),
            "Vector layers (areas, and with a buffer lines and points) and rasters (cells with a value other than 0) where no "
            "landslides are: water, roads, fields, settlements, clouds.",
        )
        self.add(
            QgsProcessingParameterNumber("BUFFER", "Buffer (m)", double, 0.0, False, 0.0),
            "Distance around the layers without landslides that belongs to them.",
        )
        self.add(
            QgsProcessingParameterNumber("MAX_OVERLAP", "Most overlap", double, 0.5, False, 0.0, 1.0),
            "Share (0–1) of a polygon's area that may lie in a layer without landslides; polygons with more are removed.",
        )
        self.heading("Slope, size and shape")
        self.add(
            QgsProcessingParameterRasterLayer("SLOPE", "Slope", None, True),
            "Slope in degrees: a raster of one band, or a factor stack with a band called slope.",
        )
        self.add(
            QgsProcessingParameterNumber("MIN_SLOPE", "Least mean slope (°)", double, 5.0, False, 0.0, 90.0),
            "Polygons with a gentler mean slope are removed; needs Slope.",
        )
        self.add(
            QgsProcessingParameterNumber("MIN_AREA", "Least area (m²)", double, 0.0, False, 0.0),
            "Smaller polygons are removed; 0 removes none.",
        )
        self.add(
            QgsProcessingParameterNumber("MIN_COMPACTNESS", "Least compactness", double, 0.0, False, 0.0, 1.0),
            "Polygons with a smaller 4π · area / perimeter² are removed: 1 is a circle, 0.3 a strip ten times as long as wide, "
            "roads are below 0.1. 0 removes none.",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterVectorDestination("OUTPUT", "Cleaned inventory", polygon),
            "The polygons that passed every test.",
        )
        self.add(
            QgsProcessingParameterVectorDestination("REMOVED", "Removed landslides", polygon, None, True, False),
            "The other polygons, with the field reason.",
        )

    def compute(self, inputs: Inputs, feedback: Feedback) -> dict:
        from ...core.detection.inventory_cleaning import Verdicts, verdicts_on

        record = self.provenance(inputs)
        output, removed = inputs.output("OUTPUT"), inputs.output("REMOVED")
        features = _polygons(inputs, feedback)
        with ExitStack() as stack:
            rules = self._rules(inputs, stack, feedback)
            verdicts = verdicts_on(features, rules, feedback.progress, feedback.should_stop) if len(features) else Verdicts(0)
            reasons = verdicts.reasons
            kept = [index for index, reason in enumerate(reasons) if not reason]
            gone = [index for index, reason in enumerate(reasons) if reason]
            stack.enter_context(together(output, removed))
            like = features if len(features) else EXAMPLE
            write_features(output, features.chosen(kept), "", record.metadata(), like=like)
            write_style(output, "inventory")
            if removed is not None:
                attributes = {**features.attributes, "reason": reasons}
                everything = Features(features.geometries, attributes, features.crs_wkt, features.source)
                write_features(
                    removed, everything.chosen(gone), "", record.metadata(), like=everything if len(features) else EXAMPLE
                )
                write_style(removed, "removed")
        for line in verdicts.lines:
            feedback.info(line)
        feedback.info(f"{len(kept)} of {len(features)} polygons stay, {len(gone)} go.")
        return outputs_as_text({"OUTPUT": output, "REMOVED": removed})

    def _rules(self, inputs: Inputs, stack: ExitStack, feedback: Feedback) -> "CleaningRules":
        from ...core.detection.inventory_cleaning import CleaningRules

        slope = inputs.raster("SLOPE")
        raster = None if slope is None else stack.enter_context(open_raster(slope, "SLOPE"))
        if raster is not None:
            check_north_up_grid(raster.grid, "SLOPE", slope)
        return CleaningRules(
            exclusions=_exclusions(inputs, stack, feedback),
            buffer=inputs.number("BUFFER"),
            most_overlap=inputs.number("MAX_OVERLAP"),
            slope=raster,
            slope_band=0 if raster is None else _slope_band(raster),
            least_slope=inputs.number("MIN_SLOPE"),
            least_area=inputs.number("MIN_AREA"),
            least_compactness=inputs.number("MIN_COMPACTNESS"),
        )


def _polygons(inputs: Inputs, feedback: Feedback) -> Features:
    given = inputs.features("INPUT")
    if len(given) == 0 and given.crs_wkt:  # as where a detector found nothing
        feedback.warn(f"INPUT: {given.source} holds no polygons, so there is nothing to clean.")
        # fid is GeoPackage's own number, whose type no value tells here
        return replace(given, attributes={name: [] for name in given.attributes if name != "fid"})
    if len(given) == 0:
        raise InputError("INPUT", given.source, "holds no polygons; choose a layer with at least one")
    if not given.crs_wkt:
        raise InputError("INPUT", given.source, WITHOUT_CRS)
    check_polygons(given, "INPUT")
    features, notes = repaired(given)
    feedback.notes(notes)
    if len(features) == 0:
        raise InputError("INPUT", given.source, "holds no polygon with a usable geometry; repair the layer")
    return features


def _exclusions(inputs: Inputs, stack: ExitStack, feedback: Feedback) -> "list[Exclusion]":
    from ...core.detection.overlap import Exclusion

    found = []
    for name, layer in inputs.layers("EXCLUSIONS"):
        if isinstance(layer, Features):
            if not any(layer.geometries):  # said first, because QGIS gives a layer without geometry no reference system
                feedback.warn(f"EXCLUSIONS: {name} holds no shapes and excludes nothing.")
                continue
            if not layer.crs_wkt:
                raise InputError("EXCLUSIONS", name, 'has no coordinate reference system; give it one with "Define projection"')
            if inputs.number("BUFFER") == 0 and not _has_areas(layer):
                feedback.warn(f"EXCLUSIONS: {name} has lines or points, which exclude nothing without BUFFER.")
            found.append(Exclusion(name, layer))
        else:
            raster = stack.enter_context(open_raster(layer, "EXCLUSIONS"))
            check_north_up_grid(raster.grid, "EXCLUSIONS", layer)
            found.append(Exclusion(name, raster))
    return found


def _has_areas(features: Features) -> bool:
    return any(shape.GetDimension() == 2 for shape in Features([wkb for wkb in features.geometries if wkb]).shapes())


def _slope_band(raster: Raster) -> int:
    names = [name.strip().lower() for name in raster.band_names]
    if "slope" in names:
        return names.index("slope")
    if raster.band_count > 1:
        raise InputError(
            "SLOPE", raster.path, f"has the bands {', '.join(names)} and none called slope; choose a raster of slope alone"
        )
    return 0
