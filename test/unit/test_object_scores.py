"""Average precision has known answers, and thresholds are those of brute force."""

import numpy as np
import pytest

from landslide_toolbox.core.detection.instances import Instances
from landslide_toolbox.core.detection.object_scores import ObjectScores


def block(top, left, height, width, size=40):
    mask = np.zeros((size, size), dtype=bool)
    mask[top : top + height, left : left + width] = True
    return mask


def found(*pairs, size=40):
    """Instances from (score, mask) pairs."""
    masks = np.array([mask for _, mask in pairs]).reshape(-1, size, size)
    boxes = [
        [
            np.flatnonzero(m.any(0))[0],
            np.flatnonzero(m.any(1))[0],
            np.flatnonzero(m.any(0))[-1] + 1,
            np.flatnonzero(m.any(1))[-1] + 1,
        ]
        for m in masks
    ]
    scores = np.array([score for score, _ in pairs], np.float32)
    return Instances(scores, np.array(boxes, np.float32).reshape(-1, 4), masks)


def test_perfect_detections_score_one():
    scores = ObjectScores()
    truth = [block(0, 0, 10, 10), block(20, 20, 5, 15)]
    scores.add(found((0.9, truth[0]), (0.8, truth[1])), truth)
    assert scores.measures() == pytest.approx(dict.fromkeys(scores.measures(), 1.0))
    assert scores.at(scores.best_threshold()) == {"object_precision": 1, "object_recall": 1, "object_f1": 1}


def test_average_precision_of_a_known_overlap():
    # 10 × 10 against 10 × 8 inside it: IoU 0.8 for masks and boxes, so 7 of the 10 thresholds 0.5 … 0.95 are met
    scores = ObjectScores()
    scores.add(found((0.9, block(0, 0, 10, 8))), [block(0, 0, 10, 10)])
    measures = scores.measures()
    for kind in ("mask", "box"):
        assert measures[f"ap_{kind}"] == pytest.approx(0.7, abs=1e-6)
        assert measures[f"ar_{kind}"] == pytest.approx(0.7, abs=1e-6)
        assert measures[f"ap50_{kind}"] == pytest.approx(1, abs=1e-6)
        assert measures[f"ap75_{kind}"] == pytest.approx(1, abs=1e-6)


def test_average_precision_with_a_false_alarm_ranked_first():
    # hit at rank 2 of 2: precision ½ at every recall up to 1
    scores = ObjectScores()
    truth = block(0, 0, 10, 10)
    scores.add(found((0.9, block(25, 25, 10, 10)), (0.6, truth)), [truth])
    assert scores.measures()["ap_mask"] == pytest.approx(0.5, abs=1e-6)
    assert scores.ap50_mask() == pytest.approx(0.5, abs=1e-6)


def test_masks_and_boxes_are_judged_apart():
    # a diagonal band fills little of its box
    scores = ObjectScores()
    truth = np.eye(40, dtype=bool)
    scores.add(found((0.9, block(0, 0, 40, 40))), [truth])
    measures = scores.measures()
    assert measures["ap_box"] == pytest.approx(1)
    assert measures["ap_mask"] == 0


@pytest.fixture
def mixed():
    """Two chips: hits at 0.9 and 0.4, false alarms at 0.7 and 0.2, one landslide missed."""
    scores = ObjectScores()
    hit, late, missed, wrong = block(0, 0, 9, 9), block(20, 0, 9, 9), block(0, 20, 9, 9), block(30, 30, 4, 4)
    scores.add(found((0.9, hit), (0.7, wrong)), [hit, missed])
    scores.add(found((0.4, late), (0.2, wrong)), [late])
    return scores


def test_the_best_threshold_has_the_greatest_f1(mixed):
    f1 = {threshold: mixed.at(threshold)["object_f1"] for threshold in (0.1, 0.3, 0.5, 0.8, 0.95)}
    assert f1 == pytest.approx({0.1: 4 / 7, 0.3: 4 / 6, 0.5: 2 / 5, 0.8: 2 / 4, 0.95: 0})
    assert mixed.best_threshold() == pytest.approx(0.3)
    assert mixed.at(0.3) == pytest.approx({"object_precision": 2 / 3, "object_recall": 2 / 3, "object_f1": 2 / 3})


def test_nothing_found_and_nothing_there(mixed):
    empty = found()
    nothing_found = ObjectScores()
    nothing_found.add(empty, [block(0, 0, 5, 5)])
    assert nothing_found.measures()["ap_mask"] == 0
    assert nothing_found.at(0.5)["object_recall"] == 0
    nothing_there = ObjectScores()
    nothing_there.add(found((0.9, block(0, 0, 5, 5))), [])
    assert nothing_there.measures()["ap_mask"] is None
    assert nothing_there.at(0.5) == {"object_precision": 0, "object_recall": 0, "object_f1": 0}
    assert 0 < nothing_found.best_threshold() < 1
    assert 0 < nothing_there.best_threshold() < 1


def test_nothing_is_printed(mixed, capsys):
    mixed.measures()
    assert capsys.readouterr().out == ""
