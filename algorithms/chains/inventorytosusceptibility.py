"""landslide:inventorytosusceptibility."""

from qgis.core import QgsProcessing, QgsProcessingParameterField, QgsProcessingParameterVectorLayer

from ...processing_provider.chain import Chain, packages_of
from ..analysis.frequencyratio import FrequencyRatio
from ..analysis.multicollinearity import Multicollinearity
from ..explanation.shapdependence import ShapDependence
from ..factors.categoricalfactor import CategoricalFactor
from ..factors.distancefactor import DistanceFactor
from ..factors.rainfallfactor import RainfallFactor
from ..factors.stackfactors import StackFactors
from ..factors.terrainfactors import TerrainFactors
from ..susceptibility.applysusceptibility import ApplySusceptibility
from ..susceptibility.classifysusceptibility import ClassifySusceptibility
from ..susceptibility.samplepoints import SamplePoints
from ..susceptibility.trainsusceptibility import TrainSusceptibility


class InventoryToSusceptibility(Chain):
    """Goes from an inventory and base maps to a susceptibility map and its explanation."""

    NAME = "inventorytosusceptibility"
    LABEL = "Inventory to susceptibility"
    TAGS = ("chain", "model", "workflow", "susceptibility", "hazard", "mapping", "factors", "shap")
    PACKAGES = packages_of(
        TerrainFactors,
        CategoricalFactor,
        DistanceFactor,
        RainfallFactor,
        StackFactors,
        SamplePoints,
        Multicollinearity,
        FrequencyRatio,
        TrainSusceptibility,
        ApplySusceptibility,
        ClassifySusceptibility,
        ShapDependence,
    )
    MADE_FROM = "INVENTORY"
    SUMMARY = (
        "Goes from an inventory, a DEM and whatever base maps there are to a susceptibility map, its classes and its "
        "explanation: derives conditioning factors, stacks them, draws samples by spatial blocks, drops factors that others "
        "explain, takes the frequency ratios, trains and validates a model, maps and classifies susceptibility, and explains "
        "the model.\n\n"
        "The DEM gives the grid. What is left empty of the other inputs is left out. The test samples choose no factor and "
        "teach nothing. Everything else is as in the algorithms of the same names, which offer more settings when run one by "
        "one. The model opens in QGIS's modeler, to be changed there: resources/chains/inventorytosusceptibility.model3 in the "
        "plugin's folder.\n\n"
        "A random forest takes minutes for a million cells, networks much longer without a GPU. Cancel stops within seconds; "
        "outputs that are complete by then are kept."
    )

    def define(self) -> None:
        self._define_inputs()
        self._define_settings()
        self._define_maps()
        self._define_tables()

    def _define_inputs(self) -> None:
        self.take(TerrainFactors, "DEM")
        self.take(SamplePoints, "INVENTORY")
        self.heading("Factors")
        # a model can ask whether a vector layer is given, not whether a layer of any kind is
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.add(
            QgsProcessingParameterVectorLayer("LITHOLOGY", "Lithology", polygons, None, True),
            "Polygons with a field of rock types, or of any other classes.",
        )
        self.add(
            QgsProcessingParameterField("LITHOLOGY_FIELD", "Field of the lithology", None, "LITHOLOGY", optional=True),
            "Field of the polygons that holds the class, text or number.",
        )
        self.take(DistanceFactor, "INPUT", "RIVERS", label="Rivers", optional=True)
        self.take(DistanceFactor, "INPUT", "FAULTS", label="Faults", optional=True)
        self.take(DistanceFactor, "INPUT", "ROADS", label="Roads", optional=True)
        self.take(RainfallFactor, "INPUT", "RAINFALL", optional=True)
        self.take(
            StackFactors,
            "LAYERS",
            label="Further factors",
            optional=True,
            help_text="Rasters with one factor each, such as land cover or NDVI, and factor stacks.",
        )
        self.take(TerrainFactors, "FACTORS", "TERRAIN_FACTORS", label="Factors from the DEM", advanced=True)
        self.take(StackFactors, "CATEGORICAL", advanced=True)
        self.take(Multicollinearity, "VIF_LIMIT", advanced=True)

    def _define_settings(self) -> None:
        self.heading("Model and classes")
        self.take(TrainSusceptibility, "MODEL")
        self.take(TrainSusceptibility, "VALIDATION")
        self.take(ClassifySusceptibility, "CLASSES")
        self.take(SamplePoints, "TEST_FRACTION", advanced=True)
        self.take(TrainSusceptibility, "EPOCHS")
        self.heading("Computing")
        self.add_device()
        self.add_seed()

    def _define_maps(self) -> None:
        self.give(ApplySusceptibility, "OUTPUT", "apply")
        self.give(ClassifySusceptibility, "OUTPUT", "classify", own_name="CLASS_MAP")
        self.give(ApplySusceptibility, "UNCERTAINTY", "apply")
        self.give(ApplySusceptibility, "APPLICABILITY", "apply")
        self.give(Multicollinearity, "OUTPUT", "collinearity", own_name="FACTORS", label="Factors used")
        self.give(SamplePoints, "OUTPUT", "samples", own_name="SAMPLES", optional=True)
        self.give(TrainSusceptibility, "OUTPUT", "train", own_name="MODEL_FILE", optional=True)

    def _define_tables(self) -> None:
        self.give(Multicollinearity, "TABLE", "collinearity", own_name="COLLINEARITY_TABLE")
        self.give(FrequencyRatio, "TABLE", "frequency", own_name="FREQUENCY_RATIO_TABLE", label="Table of frequency ratios")
        self.give(TrainSusceptibility, "METRICS", "train")
        self.give(ClassifySusceptibility, "TABLE", "classify", own_name="CLASS_TABLE", label="Table of susceptibility classes")
        self.give(ShapDependence, "TABLE", "explain", own_name="SHAP_TABLE")
        self.give(
            Multicollinearity, "REPORT", "collinearity", own_name="COLLINEARITY_REPORT", label="Report on multicollinearity"
        )
        self.give(FrequencyRatio, "REPORT", "frequency", own_name="FREQUENCY_RATIO_REPORT", label="Report on frequency ratios")
        self.give(TrainSusceptibility, "REPORT", "train", label="Report on the model")
        self.give(ClassifySusceptibility, "REPORT", "classify", own_name="CLASS_REPORT", label="Report on the classes")
        self.give(ShapDependence, "REPORT", "explain", own_name="SHAP_REPORT", label="Report on SHAP values")
