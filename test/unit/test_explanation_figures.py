"""Figures of the explanation draw the numbers they are given, in the factor's own units, and nothing overlaps."""

import numpy as np
import pytest

from landslide_toolbox.core.compass import sector_of
from landslide_toolbox.core.factor import CATEGORICAL, CIRCULAR, Factor
from landslide_toolbox.core.figures.beeswarm import beeswarm_figure, swarm_offsets
from landslide_toolbox.core.figures.dependence import dependence_figure
from landslide_toolbox.core.figures.factor_colours import factor_colours
from landslide_toolbox.core.figures.importance import importance_figure
from landslide_toolbox.core.figures.jackknife import jackknife_figure
from landslide_toolbox.core.figures.labels import factor_label, value_text
from landslide_toolbox.core.figures.waterfall import waterfall_figure
from landslide_toolbox.core.palette import distinct_colours

SLOPE = Factor("slope", units="degree")
ASPECT = Factor("aspect", CIRCULAR, "degree")
ROCK = Factor("lithology", CATEGORICAL, "", {1: "shale", 2: "a very long name of a rock that nobody could ever fit on an axis"})
DISTANCE = Factor("distance_to_rivers", units="m")


def drawn(figure):
    figure.draw_without_rendering()
    return figure.axes[0], figure.canvas.get_renderer()


def assert_texts_apart(texts, renderer):
    boxes = [text.get_window_extent(renderer) for text in texts if text.get_text()]
    for index, box in enumerate(boxes):
        assert not any(box.overlaps(other) for other in boxes[index + 1 :])


def test_values_are_said_in_the_factors_own_units():
    assert value_text(SLOPE, 31.24) == "slope = 31.2°"
    assert value_text(ASPECT, 310.0) == "aspect = 310° (NW)"
    assert value_text(ASPECT, -1.0) == "aspect = flat"
    assert value_text(ROCK, 1.0) == "lithology = shale"
    assert value_text(ROCK, 7.0) == "lithology = 7"
    assert value_text(DISTANCE, 250.0) == "distance to rivers = 250 m"
    assert value_text(DISTANCE, float("nan")) == "distance to rivers = no data"
    assert factor_label(DISTANCE) == "distance to rivers (m)"
    assert value_text(Factor("twi", units="1"), 8.79) == "twi = 8.79"
    assert factor_label(Factor("twi", units="1")) == "twi"


def test_sectors_are_centred_on_the_compass_points():
    np.testing.assert_array_equal(sector_of([0, 22.4, 22.6, 90, 337.4, 337.6, 359.9]), [0, 0, 1, 2, 7, 0, 0])


def test_importance_is_sorted_with_its_numbers_and_the_infinite_is_named():
    figure = importance_figure(
        ["slope", "twi", "ndvi"], [0.2, np.inf, 0.5], "VIF", spread=[0.1, 0, 0], limit=0.4, limit_label="10"
    )
    axes, renderer = drawn(figure)
    assert [label.get_text() for label in axes.get_yticklabels()] == ["slope", "ndvi", "twi"]
    assert [bar.get_width() for bar in axes.patches[:2]] == [0.2, 0.5]
    assert {"0.2", "0.5", "infinite"} <= {text.get_text() for text in axes.texts}
    assert_texts_apart(axes.texts, renderer)


def test_a_swarm_keeps_every_point_in_its_row_and_apart():
    offsets = swarm_offsets(np.zeros(101), 0.42)
    assert np.abs(offsets).max() <= 0.42
    assert len(np.unique(offsets)) == 101
    assert swarm_offsets(np.array([0.0, 0.5]), 0.42) == pytest.approx([0, 0])


def test_the_beeswarm_puts_points_at_their_contributions_in_the_order_given():
    contributions = np.array([[0.5, -1.0, 0.0], [0.1, 2.0, 0.3]])
    figure = beeswarm_figure([SLOPE, ASPECT, ROCK], np.array([[10, -1, 1], [30, 90, 2.0]]), contributions, "SHAP value")
    axes, _ = drawn(figure)
    assert [label.get_text() for label in axes.get_yticklabels()] == ["lithology", "aspect", "slope"]
    for column, points in enumerate(axes.collections):
        np.testing.assert_allclose(np.asarray(points.get_offsets())[:, 0], contributions[:, column])


def test_grey_means_no_direction_and_no_data():
    grey = factor_colours(SLOPE, np.array([np.nan]))[0]
    np.testing.assert_array_equal(factor_colours(ASPECT, np.array([-1.0, np.nan])), [grey, grey])
    north, east, almost_north = factor_colours(ASPECT, np.array([0.0, 90.0, 359.99]))
    assert np.abs(north - almost_north).max() < 0.05 < np.abs(north - east).max()


def test_dependence_of_aspect_has_sectors_in_degrees_and_flat_apart():
    values = np.array([-1.0, -1.0, 0.0, 180.0, 181.0, 350.0, np.nan])
    axes, _ = drawn(dependence_figure(ASPECT, values, np.arange(7.0), "SHAP value", SLOPE, np.arange(7.0)))
    labels = [label.get_text() for label in axes.get_xticklabels()]
    assert labels[0].startswith("flat") and labels[5] == "S\n180°"
    places = np.asarray(axes.collections[0].get_offsets())[:, 0]
    assert len(places) == 6
    assert (places[:2] < -20).all() and places[2:].tolist() == [0, 180, 181, 350]


def test_dependence_of_categories_has_a_row_per_label_sorted_by_median():
    values = np.array([1.0, 1, 2, 2, 3])
    axes, renderer = drawn(dependence_figure(ROCK, values, np.array([1.0, 1, -1, -1, 0]), "SHAP value", ASPECT, values * 90))
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert labels[0].startswith("a very long") and labels[1:] == ["3 (n = 1)", "shale (n = 2)"]
    assert_texts_apart(axes.get_yticklabels(), renderer)


def test_dependence_without_spread_or_interaction_still_draws():
    for count in (0, 1, 3):
        slope, _ = drawn(dependence_figure(SLOPE, np.full(count, 5.0), np.zeros(count), "SHAP value"))
        rock, _ = drawn(dependence_figure(ROCK, np.full(count, 1.0), np.zeros(count), "SHAP value", ROCK, np.full(count, 1.0)))
        assert "slope" in slope.get_xlabel()
        assert [label.get_text() for label in rock.get_yticklabels()] == [f"{ROCK.categories[1]} (n = {count})"] * (count > 0)


def test_the_jackknife_shows_areas_without_and_alone():
    pairs = (np.array([0.8, 0.85]), np.array([0.01, 0.02])), (np.array([0.7, 0.6]), np.array([0.0, 0.0]))
    axes, _ = drawn(jackknife_figure(["slope", "aspect"], (0.9, 0.05), *pairs))
    assert [label.get_text() for label in axes.get_yticklabels()] == ["slope", "aspect"]
    without, alone = (container[0].get_xydata() for container in axes.containers)
    np.testing.assert_allclose(without[:, 0], [0.8, 0.85])
    np.testing.assert_allclose(alone[:, 0], [0.7, 0.6])
    assert without[0, 1] > without[1, 1]


def test_distinct_colours_are_distinct():
    colours = np.array(distinct_colours(20), dtype=float)
    apart = np.abs(colours[:, np.newaxis] - colours).sum(axis=2)
    assert apart[~np.eye(20, dtype=bool)].min() > 25
    assert colours.min() >= 0 and colours.max() <= 255


def test_the_waterfall_leads_from_the_average_to_the_prediction():
    factors = [Factor(f"f{index}") for index in range(12)]
    contributions = np.linspace(-1.0, 0.4, 12)
    figure = waterfall_figure(factors, np.arange(12.0), contributions, 0.5, True, top=5)
    axes, renderer = drawn(figure)
    assert axes.get_yticklabels()[0].get_text() == "7 other factors"
    assert axes.get_yticklabels()[-1].get_text() == "f0 = 0"
    tips = [patch.get_xy()[2][0] for patch in axes.patches]
    assert tips[-1] == pytest.approx(0.5 + contributions.sum())
    assert f"here {0.5 + contributions.sum():.2f}".replace("-", "−") in [text.get_text() for text in axes.texts]
    assert_texts_apart(axes.get_yticklabels(), renderer)
