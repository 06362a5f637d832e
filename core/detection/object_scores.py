"""How well landslides were found, one by one: COCO average precision and recall, and precision, recall and F1 at IoU ½."""

import contextlib
import io
from collections.abc import Sequence

import numpy as np
from pycocotools import mask as rle
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

from .instances import Instances

CATEGORY = 1
MOST_DETECTIONS = 100
"""Per chip, COCO's limit."""


class ObjectScores:
    """Collects true and predicted landslides chip by chip, run-length encoded, so that many chips take little memory."""

    def __init__(self, most_detections: int = MOST_DETECTIONS) -> None:
        """``most_detections`` count in each chip: those with the highest scores."""
        self._most_detections = most_detections
        self._chips: list[dict] = []
        self._truth: list[dict] = []
        self._found: list[dict] = []

    @property
    def true_count(self) -> int:
        """How many true landslides there are."""
        return len(self._truth)

    @property
    def found_count(self) -> int:
        """How many landslides were found."""
        return len(self._found)

    def add(self, found: Instances, truth: Sequence[np.ndarray]) -> None:
        """Add one chip: what was found in it and the true masks bool (h, w)."""
        self.add_chip(*found.masks.shape[1:])
        for mask in truth:
            self.add_true(mask)
        for score, box, mask in zip(found.scores.tolist(), found.boxes.tolist(), found.masks, strict=True):
            self.add_found(score, box, mask)

    def add_chip(self, height: int, width: int) -> None:
        """Begin a chip, to which the landslides added next belong."""
        self._chips.append({"id": len(self._chips) + 1, "height": height, "width": width})

    def add_true(self, mask: np.ndarray) -> None:
        """Add a true landslide of the chip, bool (h, w)."""
        segmentation = _encoded(mask)
        record = {"id": len(self._truth) + 1, "image_id": len(self._chips), "category_id": CATEGORY, "iscrowd": 0}
        record |= {"segmentation": segmentation, "area": float(rle.area(segmentation))}
        self._truth.append(record | {"bbox": rle.toBbox(segmentation).tolist()})

    def add_found(self, score: float, box: Sequence[float], mask: np.ndarray) -> None:
        """Add a landslide found in the chip: score, box xyxy in cells and bool (h, w)."""
        left, top, right, bottom = box
        record = {"image_id": len(self._chips), "category_id": CATEGORY, "score": score, "segmentation": _encoded(mask)}
        self._found.append(record | {"bbox": [left, top, right - left, bottom - top]})

    def measures(self) -> dict[str, float | None]:
        """Return ap, ap50, ap75 and ar for masks and boxes as COCO defines them; None where there are no landslides."""
        measures: dict[str, float | None] = {}
        for kind, name in (("segm", "mask"), ("bbox", "box")):
            values = self._average_precision(kind)
            measures |= {
                f"{measure}_{name}": value for measure, value in zip(("ap", "ap50", "ap75", "ar"), values, strict=True)
            }
        return measures

    def ap50_mask(self) -> float:
        """Return average precision at mask IoU ½ alone, which is what training watches; 0 where there are no landslides."""
        return self._average_precision("segm", [0.5])[0] or 0.0

    def best_threshold(self) -> float:
        """Return the score threshold with the greatest F1 at mask IoU ½, halfway to the next lower score."""
        scores, matched = self._matches()
        if not len(scores):
            return 0.5
        f1 = 2 * np.cumsum(matched) / (np.arange(1, len(scores) + 1) + len(self._truth))
        # equal scores stand or fall together, so only the last of them can be a threshold
        last_of_equals = np.append(scores[1:] < scores[:-1], True)
        best = int(np.argmax(np.where(last_of_equals, f1, -1)))
        following = scores[best + 1] if best + 1 < len(scores) else 0.0
        return float((scores[best] + following) / 2)

    def at(self, threshold: float) -> dict[str, float]:
        """Return precision, recall and F1 of landslides with a score ≥ ``threshold``, found where mask IoU ≥ ½."""
        scores, matched = self._matches()
        chosen = scores >= threshold
        hits, found, true = int(matched[chosen].sum()), int(chosen.sum()), len(self._truth)
        return {
            "object_precision": hits / found if found else 0.0,
            "object_recall": hits / true if true else 0.0,
            "object_f1": 2 * hits / (found + true) if found + true else 0.0,
        }

    def _matches(self) -> tuple[np.ndarray, np.ndarray]:
        """Return scores, falling, and whether each detection meets a true landslide that no better one has met."""
        if not self._found or not self._truth:
            scores = np.sort([record["score"] for record in self._found])[::-1]
            return scores, np.zeros(len(scores), dtype=bool)
        images = [image for image in self._evaluated("segm", [0.5]).evalImgs if image is not None]
        scores = np.concatenate([image["dtScores"] for image in images])
        matched = np.concatenate([image["dtMatches"][0] > 0 for image in images])
        order = np.argsort(-scores, kind="stable")
        return scores[order], matched[order]

    def _average_precision(self, kind: str, overlaps: list[float] | None = None) -> list[float | None]:
        if not self._truth:
            return [None] * 4
        if not self._found:
            return [0.0] * 4
        evaluation = self._evaluated(kind, overlaps)
        with contextlib.redirect_stdout(io.StringIO()):
            evaluation.accumulate()
        precision, recall = evaluation.eval["precision"][:, :, 0, 0, 0], evaluation.eval["recall"][:, 0, 0, 0]
        # IoU 0.50, 0.55 … 0.95; with a shorter list AP75 is not there
        third = precision[5].mean() if len(precision) > 5 else np.nan
        return [float(value) for value in (precision.mean(), precision[0].mean(), third, recall.mean())]

    def _evaluated(self, kind: str, overlaps: list[float] | None) -> COCOeval:
        # pycocotools prints; QGIS's log is no place for that
        with contextlib.redirect_stdout(io.StringIO()):
            truth = COCO()
            truth.dataset = {"images": self._chips, "annotations": self._truth, "categories": [{"id": CATEGORY}], "info": {}}
            truth.createIndex()
            evaluation = COCOeval(truth, truth.loadRes([dict(record) for record in self._found]), kind)
            evaluation.params.areaRng, evaluation.params.areaRngLbl = [[0, 1e10]], ["all"]
            evaluation.params.maxDets = [self._most_detections]
            if overlaps:
                evaluation.params.iouThrs = np.array(overlaps)
            evaluation.evaluate()
        return evaluation


def _encoded(mask: np.ndarray) -> dict:
    return rle.encode(np.asfortranarray(mask, dtype=np.uint8))
