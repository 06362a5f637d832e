"""A network that sees a cell's surroundings maps more smoothly than trees that see the cell alone."""

import pytest

from support import read_csv

MODELS = {"cnn": {"EPOCHS": 8, "DEVICE": "cpu"}, "random_forest": {"TREES": 100}, "xgboost": {"TREES": 100}}


@pytest.mark.slow
def test_the_map_of_the_cnn_is_less_scattered_than_those_of_trees(provider, tmp_path):
    import processing

    def run(name, **parameters):
        return processing.run(f"landslide:{name}", parameters)

    area, stack = tmp_path / "area", str(tmp_path / "stack.tif")
    run("createstudyarea", SIZE=160, SEED=2, OUTPUT=str(area))
    run("terrainfactors", DEM=str(area / "dem.tif"), OUTPUT=stack)
    samples, inventory = str(tmp_path / "samples.gpkg"), str(area / "inventory_2.gpkg")
    run("samplepoints", FACTORS=stack, INVENTORY=inventory, SPLIT="spatial_blocks", OUTPUT=samples)
    for model, settings in MODELS.items():
        training = {"MODEL": model, "VALIDATION": "test_split", "OUTPUT": str(tmp_path / f"{model}.lsm")}
        run("trainsusceptibility", FACTORS=stack, SAMPLES=samples, **training, **settings)
    models = [str(tmp_path / f"{model}.lsm") for model in MODELS]
    tables = {"TABLE": str(tmp_path / "metrics.csv"), "MAP_TABLE": str(tmp_path / "maps.csv")}
    run("comparesusceptibility", MODELS=models, FACTORS=stack, SAMPLES=samples, INVENTORY=inventory, **tables)
    rows = {row["model"]: row for row in read_csv(tables["MAP_TABLE"])}
    print({name: [round(float(value), 3) for value in list(row.values())[1:4]] for name, row in rows.items()})
    for measure, smoother in (("changing_neighbours_percent", -1), ("patches_per_km2", -1), ("morans_i", 1)):
        scattered = {name: smoother * float(row[measure]) for name, row in rows.items()}
        assert scattered["cnn"] > max(scattered["random_forest"], scattered["xgboost"]), (measure, rows)
