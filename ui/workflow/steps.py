"""The steps of the work in order, and the earlier files that fill in the inputs of each."""

from dataclasses import dataclass, field

OWN = "own data"
"""Stands last where users may bring a file of their own; without it, an earlier step has to make what is needed."""

DEM = ["terrainfactors.DEM", "createstudyarea.OUTPUT/dem.tif", OWN]
STACK = ["multicollinearity.OUTPUT", "stackfactors.OUTPUT"]
INVENTORY = ["cleaninventory.OUTPUT", "detectlandslides.OUTPUT", OWN]


@dataclass(frozen=True)
class Step:
    """An algorithm and, for each of its inputs, where the file comes from, the best first.

    ``traindetector.OUTPUT`` is what that algorithm has made, ``terrainfactors.DEM`` what it has read, and
    ``createstudyarea.OUTPUT/dem.tif`` a file in the folder that it has made.
    """

    algorithm: str
    inputs: dict[str, list[str]] = field(default_factory=dict)


def _step(algorithm: str, **inputs: list[str]) -> Step:
    return Step(algorithm, inputs)


WORKFLOW: dict[str, list[Step]] = {
    "data": [
        _step("checkenvironment"),
        _step("createstudyarea"),
    ],
    "detection": [
        _step(
            "createtrainingchips",
            INPUT=["createstudyarea.OUTPUT/scene_1.tif", OWN],
            INVENTORY=["createstudyarea.OUTPUT/inventory_1.gpkg", OWN],
        ),
        _step("traindetector", CHIPS=["createtrainingchips.OUTPUT"]),
        _step(
            "evaluatedetector",
            MODEL=["traindetector.OUTPUT"],
            CHIPS=["traindetector.CHIPS", "createtrainingchips.OUTPUT"],
        ),
        _step(
            "matchradiometry",
            INPUT=["createstudyarea.OUTPUT/scene_2.tif", OWN],
            REFERENCE=["createtrainingchips.INPUT", OWN],
        ),
        _step(
            "detectlandslides",
            INPUT=["matchradiometry.OUTPUT", "createstudyarea.OUTPUT/scene_2.tif", OWN],
            MODEL=["traindetector.OUTPUT"],
        ),
        _step(
            "cleaninventory",
            INPUT=["detectlandslides.OUTPUT", OWN],
            EXCLUSIONS=["createstudyarea.OUTPUT/water.gpkg", OWN],
            SLOPE=["terrainfactors.OUTPUT", OWN],
        ),
        _step("exportmodel", MODEL=["traindetector.OUTPUT"]),
    ],
    "factors": [
        _step("terrainfactors", DEM=DEM),
        _step("spectralindex", INPUT=["createstudyarea.OUTPUT/scene_2_before.tif", OWN]),
        _step("distancefactor", INPUT=["createstudyarea.OUTPUT/rivers.gpkg", OWN], REFERENCE=DEM),
        _step("categoricalfactor", INPUT=["createstudyarea.OUTPUT/lithology.gpkg", OWN], REFERENCE=DEM),
        _step("rainfallfactor", INPUT=["createstudyarea.OUTPUT/rainfall.nc", OWN], REFERENCE=DEM),
        _step("interpolatefactor", INPUT=["createstudyarea.OUTPUT/stations.csv", OWN], REFERENCE=DEM),
        _step(
            "stackfactors",
            LAYERS=[
                "terrainfactors.OUTPUT",
                "spectralindex.OUTPUT",
                "distancefactor.OUTPUT",
                "categoricalfactor.OUTPUT",
                "rainfallfactor.OUTPUT",
                "interpolatefactor.OUTPUT",
            ],
            REFERENCE=DEM,
        ),
    ],
    "analysis": [
        # samples come before the analysis, so that their test part chooses no factor
        _step("samplepoints", FACTORS=["stackfactors.OUTPUT"], INVENTORY=INVENTORY),
        _step("multicollinearity", FACTORS=["stackfactors.OUTPUT"], SAMPLES=["samplepoints.OUTPUT"]),
        _step("frequencyratio", FACTORS=STACK, INVENTORY=["samplepoints.INVENTORY", *INVENTORY]),
    ],
    "susceptibility": [
        _step("trainsusceptibility", FACTORS=STACK, SAMPLES=["samplepoints.OUTPUT"]),
        _step("applysusceptibility", FACTORS=["trainsusceptibility.FACTORS"], MODEL=["trainsusceptibility.OUTPUT"]),
        _step("classifysusceptibility", INPUT=["applysusceptibility.OUTPUT"], INVENTORY=["samplepoints.INVENTORY", *INVENTORY]),
        _step("mapsheet", INPUT=["classifysusceptibility.OUTPUT"], DEM=DEM),
        _step(
            "comparesusceptibility",
            MODELS=["trainsusceptibility.OUTPUT"],
            FACTORS=["trainsusceptibility.FACTORS"],
            SAMPLES=["trainsusceptibility.SAMPLES"],
        ),
    ],
    "explanation": [
        _step(
            "shapdependence",
            MODEL=["trainsusceptibility.OUTPUT"],
            FACTORS=["trainsusceptibility.FACTORS"],
            SAMPLES=["trainsusceptibility.SAMPLES"],
        ),
        _step("jackknife", FACTORS=STACK, SAMPLES=["samplepoints.OUTPUT"]),
    ],
    "chains": [
        _step(
            "imagerytoinventory",
            INPUT=["createstudyarea.OUTPUT/scene_1.tif", OWN],
            INVENTORY=["createstudyarea.OUTPUT/inventory_1.gpkg", OWN],
        ),
        _step(
            "transferdetector",
            INPUT=["createstudyarea.OUTPUT/scene_2.tif", OWN],
            REFERENCE=["createtrainingchips.INPUT", OWN],
            MODEL=["traindetector.OUTPUT"],
            DEM=DEM,
            EXCLUSIONS=["createstudyarea.OUTPUT/water.gpkg", OWN],
        ),
        _step(
            "inventorytosusceptibility",
            DEM=DEM,
            INVENTORY=INVENTORY,
            LITHOLOGY=["createstudyarea.OUTPUT/lithology.gpkg", OWN],
            RIVERS=["createstudyarea.OUTPUT/rivers.gpkg", OWN],
            FAULTS=["createstudyarea.OUTPUT/faults.gpkg", OWN],
            ROADS=["createstudyarea.OUTPUT/roads.gpkg", OWN],
            RAINFALL=["createstudyarea.OUTPUT/rainfall.nc", OWN],
        ),
    ],
}
"""Stage → its steps; the stages are those of the toolbox."""
