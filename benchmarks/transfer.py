"""How well a detector carries over to a scene of another place, season and sun: as it is, with the scene's radiometry matched,
and after fine-tuning on a few chips of the new scene.

    PYTHONPATH=<environment>/site-packages:/usr/share/qgis/python/plugins QT_QPA_PLATFORM=offscreen /usr/bin/python3 \
        benchmarks/transfer.py [--size 512] [--epochs 20] [--seed 1] [--folder transfer]

Everything through the algorithms, in the synthetic study area. The western third of scene 2 is there to learn from; all three
are judged in the rest of it, which chooses nothing. The reports of the three stay in the folder.
"""

import argparse
import sys
from pathlib import Path

import toolbox  # noqa: F401
from osgeo import gdal, ogr
from qgis.core import QgsApplication, QgsProcessingFeedback

MEASURES = ("IOU", "F1", "KAPPA", "PRECISION", "RECALL", "AP50_MASK", "LANDSLIDE_RECALL", "AREA_OMISSION")
CHIP = {"CHIP_SIZE": 128, "STRIDE": 96}
TRAINING = {"ARCHITECTURE": "unet_se", "DEVICE": "auto"}


def start_qgis() -> QgsApplication:
    """Start QGIS without a window and register the toolbox."""
    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    from landslide_toolbox.processing_provider.provider import LandslideProvider

    application.toolbox = LandslideProvider()
    QgsApplication.processingRegistry().addProvider(application.toolbox)
    return application


def run(name: str, **parameters: object) -> dict:
    """Run an algorithm of the toolbox and return its outputs."""
    import processing

    print(f"… {name}", flush=True)
    given = {key: str(value) if isinstance(value, Path) else value for key, value in parameters.items()}
    return processing.run(f"landslide:{name}", given, feedback=QgsProcessingFeedback(False))


def parts_of(scene: Path, folder: Path) -> tuple[Path, Path]:
    """Return the western third of a scene as a raster to learn from, and the rest as a polygon to judge in."""
    dataset = gdal.Open(str(scene))
    west, cell, _, north, _, down = dataset.GetGeoTransform()
    columns = dataset.RasterXSize // 3
    third, rest = folder / "scene_2_third.tif", folder / "rest.gpkg"
    gdal.Translate(str(third), dataset, srcWin=[0, 0, columns, dataset.RasterYSize])
    left, right = west + columns * cell, west + dataset.RasterXSize * cell
    south = north + dataset.RasterYSize * down
    layer_file = ogr.GetDriverByName("GPKG").CreateDataSource(str(rest))
    layer = layer_file.CreateLayer("rest", dataset.GetSpatialRef(), ogr.wkbPolygon)
    feature = ogr.Feature(layer.GetLayerDefn())
    corners = f"{left} {south},{right} {south},{right} {north},{left} {north},{left} {south}"
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({corners}))"))
    layer.CreateFeature(feature)
    return third, rest


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--size", type=int, default=512)
    options.add_argument("--epochs", type=int, default=20)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--folder", type=Path, default=Path("transfer"))
    chosen = options.parse_args()
    folder, epochs = chosen.folder.resolve(), chosen.epochs
    folder.mkdir(parents=True, exist_ok=True)
    application = start_qgis()
    area = folder / "study_area"
    run("createstudyarea", SIZE=chosen.size, SEED=chosen.seed, OUTPUT=area)
    scene_1, scene_2, truth = area / "scene_1.tif", area / "scene_2.tif", area / "inventory_2.gpkg"
    third, rest = parts_of(scene_2, folder)
    first, tuned, matched = folder / "first.lsm", folder / "tuned.lsm", folder / "scene_2_matched.tif"
    chips, few = folder / "chips", folder / "few_chips"
    run("createtrainingchips", INPUT=scene_1, INVENTORY=area / "inventory_1.gpkg", **CHIP, OUTPUT=chips)
    run("traindetector", CHIPS=chips, EPOCHS=epochs, **TRAINING, OUTPUT=first, REPORT=folder / "first.html")
    run("matchradiometry", INPUT=scene_2, REFERENCE=scene_1, METHOD="histogram", OUTPUT=matched, REPORT=folder / "match.html")
    counts = run("createtrainingchips", INPUT=third, INVENTORY=truth, **CHIP, SPLIT="75,25,0", OUTPUT=few)
    run("traindetector", CHIPS=few, INITIAL_MODEL=first, EPOCHS=epochs, LEARNING_RATE=1e-4, OUTPUT=tuned)
    judged = {
        "scene 1, test chips": run("evaluatedetector", MODEL=[str(first)], CHIPS=chips, TABLE=folder / "0.csv"),
    }
    for number, (name, scene, model) in enumerate(
        (("scene 2 as it is", scene_2, first), ("after matching", matched, first), ("after fine-tuning", scene_2, tuned)), 1
    ):
        outputs = {"TABLE": folder / f"{number}.csv", "REPORT": folder / f"{number}.html"}
        judged[name] = run("evaluatedetector", MODEL=[str(model)], INPUT=scene, INVENTORY=truth, MASK=rest, **outputs)
    print(f"\nfine-tuned on {counts['TRAIN_COUNT']} chips, {counts['VAL_COUNT']} more for the threshold\n")
    print("| | " + " | ".join(MEASURES).lower().replace("_", " ") + " |")
    print("| --- " * (len(MEASURES) + 1) + "|")
    for name, numbers in judged.items():
        print(f"| {name} | " + " | ".join(f"{numbers[measure]:.3f}" for measure in MEASURES) + " |")
    application.exitQgis()


if __name__ == "__main__":
    main()
    sys.exit(0)
