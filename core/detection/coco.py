"""COCO annotations: segmentations to cells and back, and the annotation file. Cells count from the top left corner.

Source: Lin et al. 2014 and the data format page of cocodataset.org. A landslide without holes is written as polygons along
the edges of its cells, which pycocotools turns back into exactly these cells; one with holes as run-length encoding, because
COCO polygons cannot have holes.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..errors import InputError

LANDSLIDE = {"id": 1, "name": "landslide", "supercategory": "landslide"}


def read_annotations(path: Path, parameter: str) -> dict:
    """Return the content of an annotation file, whose ``annotations`` are a list of those of its images.

    Raises InputError when it is not a COCO file, or has annotations of images that it does not list.
    """
    cure = "make the chips or the annotations again"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        identifiers = {image["id"] for image in content["images"]}
        annotations = content.get("annotations") or []
        lost = [item["image_id"] for item in annotations if item["image_id"] not in identifiers]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise InputError(parameter, path, f"is not a COCO annotation file; {cure}") from None
    if lost:
        raise InputError(parameter, path, f"has annotations of the image {lost[0]}, which it does not list; {cure}")
    return content | {"annotations": annotations}


def cells_of(segmentation: list | dict, height: int, width: int) -> np.ndarray:
    """Return bool (height, width): the cells of a segmentation given as polygons or run-length encoding.

    Raises ValueError, TypeError or KeyError for what is neither; pycocotools itself would crash on some of it.
    """
    from pycocotools import mask

    if isinstance(segmentation, dict):
        return _cells_of_runs(segmentation, height, width)
    rings = [[float(coordinate) for coordinate in ring] for ring in segmentation]
    if not rings or any(len(ring) < 6 or len(ring) % 2 or not np.isfinite(ring).all() for ring in rings):
        raise ValueError("a polygon has three points or more, each with x and y")
    return mask.decode(mask.merge(mask.frPyObjects(rings, height, width))).astype(bool)


def _cells_of_runs(segmentation: dict, height: int, width: int) -> np.ndarray:
    counts = segmentation["counts"]
    counts = np.asarray(_uncompressed(counts) if isinstance(counts, (str, bytes)) else counts, dtype=np.int64)
    if list(segmentation["size"]) != [height, width] or counts.sum() != height * width or (counts < 0).any():
        raise ValueError("these are not the run lengths of a mask of this size")
    is_landslide = np.arange(len(counts)) % 2 == 1
    return np.repeat(is_landslide, counts).reshape((height, width), order="F")


def _uncompressed(text: str | bytes) -> list[int]:
    """Return run lengths from COCO's text: five bits a letter, least first, and differences from the fourth on."""
    codes = [code - 48 for code in (text.encode() if isinstance(text, str) else text)]
    counts: list[int] = []
    value = shift = 0
    for code in codes:
        value |= (code & 0x1F) << shift
        shift += 5
        if code & 0x20:
            continue
        if code & 0x10:
            value -= 1 << shift
        counts.append(value + counts[-2] if len(counts) > 2 else value)
        value = shift = 0
    return counts


def run_lengths(cells: np.ndarray) -> dict:
    """Return COCO's uncompressed run-length encoding of bool (height, width): runs column by column, first of False."""
    flat = np.concatenate([[False], cells.ravel(order="F"), [False]])
    changes = np.flatnonzero(flat[1:] != flat[:-1])
    edges = np.concatenate([[0], changes, [cells.size]]) if changes.size else np.array([0, cells.size])
    runs = np.diff(edges)
    # a mask that reaches its last cell ends in an empty run of False, which COCO leaves out
    return {"size": list(cells.shape), "counts": (runs[:-1] if changes.size and runs[-1] == 0 else runs).tolist()}


def outlines(cells: np.ndarray) -> tuple[list[list[float]], bool]:
    """Return the outer rings of bool (height, width) as [x1, y1, x2, y2 …] along cell edges, and whether there are holes."""
    from osgeo import gdal, ogr

    height, width = cells.shape
    dataset = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Byte)
    dataset.SetGeoTransform((0, 1, 0, 0, 0, 1))
    band = dataset.GetRasterBand(1)
    band.WriteArray(cells.astype(np.uint8))
    memory = ogr.GetDriverByName("Memory").CreateDataSource("")
    layer = memory.CreateLayer("outlines")
    gdal.Polygonize(band, band, layer, -1, [])
    shapes = [feature.GetGeometryRef().Clone() for feature in layer]
    rings = [np.array(shape.GetGeometryRef(0).GetPoints())[:-1, :2].ravel().tolist() for shape in shapes]
    return rings, any(shape.GetGeometryCount() > 1 for shape in shapes)


def annotation(identifier: int, image_identifier: int, cells: np.ndarray, landslide: int) -> dict:
    """Return the annotation of one landslide, bool (height, width) with at least one cell."""
    rows, columns = np.flatnonzero(cells.any(axis=1)), np.flatnonzero(cells.any(axis=0))
    left, top = int(columns[0]), int(rows[0])
    rings, has_holes = outlines(cells)
    return {
        "id": identifier,
        "image_id": image_identifier,
        "category_id": LANDSLIDE["id"],
        "segmentation": run_lengths(cells) if has_holes else rings,
        "area": int(cells.sum()),
        "bbox": [left, top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top],
        "iscrowd": 0,
        "landslide_id": landslide,
    }


def write_annotations(path: str | os.PathLike, images: Sequence[dict], annotations: Sequence[dict], about: str) -> None:
    """Write one split's annotation file."""
    content = {
        "info": {"description": about},
        "licenses": [],
        "categories": [LANDSLIDE],
        "images": list(images),
        "annotations": list(annotations),
    }
    Path(path).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
