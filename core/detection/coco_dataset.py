"""COCO data sets made by other tools: which picture is in which split, where it lies, and what is landslide in it. No GDAL.

The tools disagree about names, so annotation files are told by the words in their name (``train.json``,
``instances_val2017.json``) or in that of their folder (``valid/_annotations.coco.json``). A data set with one annotation file
for everything, as Labelme's converter writes it, is split by picture.
"""

import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from .chip import SPLITS
from .coco import read_annotations

WORDS = {"train": {"train", "training"}, "val": {"val", "valid", "validation"}, "test": {"test", "testing"}}
LANDSLIDE_WORDS = ("slide", "slip")
"""Landslide, rockslide, mudslide, slip: of several categories those with one of these in their name are taken."""
SHARES = {"train": 0.70, "val": 0.15, "test": 0.15}
LARGEST = 4096


@dataclass(frozen=True)
class Picture:
    """One picture: its path in the data set (its name), where it lies, the size its annotations are for, and those of
    landslides, as COCO polygons or run lengths."""

    name: str
    path: Path
    width: int
    height: int
    segmentations: Sequence


@dataclass(frozen=True)
class CocoDataset:
    """The pictures of each split, and what a user should know about how they were found."""

    splits: dict[str, list[Picture]]
    notes: list[str]


def read_coco_dataset(folder: Path, parameter: str) -> CocoDataset:
    """Return the pictures of a folder; raises InputError where annotations or pictures are missing or make no sense."""
    files = _annotation_files(folder, parameter)
    splits: dict[str, list[Picture]] = {split: [] for split in SPLITS}
    for split, path in files.items():
        splits[split] = _pictures(path, split, folder, parameter)
    _check_apart(splits, folder, parameter)
    notes = []
    if "" in files:
        splits = _drawn(splits.pop(""), SHARES)
        notes.append(
            f"{parameter} has one annotation file for all pictures; they were split by picture into "
            f"{', '.join(f'{len(splits[split])} {split}' for split in SPLITS)}. Where pictures overlap, split them yourself."
        )
    elif "train" in files and "val" not in files:
        drawn = _drawn(splits["train"], {"train": 1 - SHARES["val"], "val": SHARES["val"]})
        splits = splits | {split: drawn[split] for split in ("train", "val")}
        notes.append(f"{parameter} has no annotations for validation; {len(splits['val'])} train pictures were taken for it.")
    return CocoDataset(splits, notes)


def _check_apart(splits: dict[str, list[Picture]], folder: Path, parameter: str) -> None:
    found: dict[str, str] = {}
    for split, pictures in splits.items():
        for picture in pictures:
            other = found.setdefault(picture.name, split)
            if other != split:
                problem = f"has the picture {picture.name} in {other} and in {split}; leave it in one of them"
                raise InputError(parameter, folder, problem)


def _annotation_files(folder: Path, parameter: str) -> dict[str, Path]:
    """Return split → annotation file; '' stands for one file for all splits."""
    candidates = sorted([*folder.glob("*.json"), *folder.glob("*/*.json")])
    by_split: dict[str, list[Path]] = defaultdict(list)
    for path in candidates:
        words = set(re.findall("[a-z]+", f"{path.relative_to(folder).with_suffix('')}".lower()))
        for split, names in WORDS.items():
            if words & names:
                by_split[split].append(path)
    if not by_split:
        named = [path for path in candidates if "annotation" in path.stem.lower() or "coco" in path.stem.lower()]
        by_split[""] = named or candidates
    for split, paths in by_split.items():
        instances = [path for path in paths if "instances" in path.stem.lower()]
        by_split[split] = instances or paths
        if len(by_split[split]) != 1:
            what = (
                f"{len(paths)} annotation files for {split}" if split else f"{len(paths)} annotation files and none per split"
            )
            if not paths:
                what = 'neither chips made by "Create training chips" nor COCO annotations'
            problem = f"holds {what}; give it annotations/train.json, val.json and test.json, or one annotations.json"
            raise InputError(parameter, folder, problem)
    return {split: path for split, (path,) in by_split.items()}


def _pictures(path: Path, split: str, folder: Path, parameter: str) -> list[Picture]:
    content = read_annotations(path, parameter)
    segmentations = _landslides(content, path, parameter)
    places = _places(path, split, folder)
    pictures = []
    for image in content["images"]:
        try:
            identifier, name = image["id"], str(image["file_name"])
            width, height = int(image["width"]), int(image["height"])
        except (KeyError, TypeError, ValueError):
            problem = "lists an image without id, file_name, width or height; write the annotations again"
            raise InputError(parameter, path, problem) from None
        if not 0 < max(width, height) <= LARGEST or min(width, height) < 1:
            problem = f"says that {name} has {width} × {height} cells; cut it into pictures of at most {LARGEST}"
            raise InputError(parameter, path, problem)
        where = _found(name, places, path, parameter)
        here = os.path.relpath(where, folder).replace(os.sep, "/")
        pictures.append(Picture(here, where, width, height, segmentations.get(identifier, [])))
    return pictures


def _places(path: Path, split: str, folder: Path) -> list[Path]:
    """Return the folders in which the pictures of an annotation file may lie."""
    roots = [path.parent, folder, folder / "images"]
    words = WORDS.get(split, set())
    named = [
        inner
        for root in (folder, folder / "images")
        if root.is_dir()
        for inner in sorted(root.iterdir())
        if inner.is_dir() and set(re.findall("[a-z]+", inner.name.lower())) & words
    ]
    return [*named, *roots]


def _found(name: str, places: Sequence[Path], annotations: Path, parameter: str) -> Path:
    relative = Path(os.path.normpath(name.replace("\\", "/")))
    if relative.is_absolute() or ".." in relative.parts:
        relative = Path(relative.name)  # the path is that of another machine, and nothing outside of the folder is read
    for place in places:
        if (place / relative).is_file():
            return place / relative
    raise InputError(parameter, annotations, f"lists the image {name}, which is not there; copy it to {places[-1]}")


def _landslides(content: dict, path: Path, parameter: str) -> dict[int, list]:
    """Return image id → segmentations of its landslides."""
    annotations = content["annotations"]
    names = {category["id"]: str(category.get("name", "")) for category in content.get("categories") or [] if "id" in category}
    used = sorted({item.get("category_id") for item in annotations}, key=str)
    chosen = used
    if len(used) > 1:
        chosen = [number for number in used if any(word in names.get(number, "").lower() for word in LANDSLIDE_WORDS)]
        if not chosen:
            known = ", ".join(names.get(number, str(number)) for number in used)
            problem = f"has the categories {known} and none called landslide; rename the one that is"
            raise InputError(parameter, path, problem)
    found: dict[int, list] = defaultdict(list)
    for item in annotations:
        if item.get("category_id") in chosen:
            segmentation = item.get("segmentation")
            if not segmentation:
                problem = f"has the annotation {item.get('id')} without outline (segmentation); outline each landslide"
                raise InputError(parameter, path, problem)
            found[item["image_id"]].append(segmentation)
    return found


def _drawn(pictures: Sequence[Picture], shares: dict[str, float]) -> dict[str, list[Picture]]:
    """Split pictures with and without landslides each by the shares, in an order that depends on their names alone."""
    splits: dict[str, list[Picture]] = {split: [] for split in SPLITS}
    for has_landslides in (True, False):
        group = [picture for picture in pictures if bool(picture.segmentations) == has_landslides]
        group.sort(key=lambda picture: hashlib.sha256(picture.name.encode()).digest())
        first = 0
        for split in ("test", "val"):
            share = shares.get(split, 0.0)
            # three pictures are enough for one in each split
            count = max(round(share * len(group)), min(1, len(group) // 3)) if share else 0
            splits[split] += group[first : first + count]
            first += count
        splits["train"] += group[first:]
    return {split: sorted(chosen, key=lambda picture: picture.name) for split, chosen in splits.items()}
