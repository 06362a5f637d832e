"""Losses have known answers and ignore unknown cells."""

import pytest
import torch
from torchvision.ops import sigmoid_focal_loss

from landslide_toolbox.models.detection.losses import GREATEST_WEIGHT, dice_loss, focal_loss, make_loss

LOGITS = torch.tensor([[[-3.0, 0.2, 4.0], [1.5, -0.7, 0.0]]])
TRUTH = torch.tensor([[[0, 1, 1], [0, 0, 1]]], dtype=torch.uint8)


@pytest.mark.parametrize(("alpha", "gamma"), [(0.25, 2.0), (0.6, 2.0), (0.9, 0.5), (0.5, 0.0)])
def test_focal_agrees_with_torchvision(alpha, gamma):
    expected = sigmoid_focal_loss(LOGITS, TRUTH.float(), alpha, gamma, reduction="mean")
    assert float(focal_loss(LOGITS, TRUTH.float(), alpha, gamma)) == pytest.approx(float(expected), rel=1e-5)
    assert float(make_loss("focal", alpha, gamma, 0.1)(LOGITS, TRUTH)) == pytest.approx(float(expected), rel=1e-5)


def test_dice_has_its_closed_form():
    # probabilities ½ everywhere, 3 of 6 cells landslide: 1 − (2·1.5 + 1) / (3 + 3 + 1)
    assert float(dice_loss(torch.zeros(1, 2, 3), TRUTH.float())) == pytest.approx(1 - 4 / 7)
    assert float(dice_loss(torch.full((1, 2, 3), -50.0), torch.zeros(1, 2, 3))) == pytest.approx(0)


def test_dice_focal_is_half_of_each():
    expected = 0.5 * dice_loss(LOGITS, TRUTH.float()) + 0.5 * focal_loss(LOGITS, TRUTH.float(), 0.6, 2.0)
    assert float(make_loss("dice_focal", 0.6, 2.0, 0.1)(LOGITS, TRUTH)) == pytest.approx(float(expected))


def test_cross_entropy_weighs_the_rare_class_within_a_limit():
    zero = torch.zeros(1, 1, 2)
    mask = torch.tensor([[[1, 0]]], dtype=torch.uint8)
    log2 = 0.6931472
    assert float(make_loss("bce", 0, 0, 0.25)(zero, mask)) == pytest.approx((3 * log2 + log2) / 2)
    assert float(make_loss("bce", 0, 0, 0.001)(zero, mask)) == pytest.approx((GREATEST_WEIGHT + 1) * log2 / 2)


@pytest.mark.parametrize("name", ["focal", "dice_focal", "bce"])
def test_unknown_cells_change_neither_loss_nor_gradient(name):
    loss = make_loss(name, 0.6, 2.0, 0.1)
    logits = LOGITS.clone().requires_grad_()
    mask = TRUTH.clone()
    mask[0, 1] = 255
    loss(logits, mask).backward()
    assert loss(logits, mask).item() == pytest.approx(loss(LOGITS[:, :1], TRUTH[:, :1]).item())
    assert (logits.grad[0, 1] == 0).all()
    assert (logits.grad[0, 0] != 0).all()
    nothing_known = loss(logits, torch.full_like(mask, 255))
    assert nothing_known.item() == 0
    nothing_known.backward()


def test_focal_stays_finite_where_the_sigmoid_saturates():
    logits = torch.tensor([[[90.0, -90.0]]], requires_grad=True)
    focal_loss(logits, torch.tensor([[[1.0, 1.0]]]), 0.6, 0.5).backward()
    assert torch.isfinite(logits.grad).all()
