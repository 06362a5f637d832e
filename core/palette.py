"""Colours that can be told apart, as many as are asked for."""

from colorsys import hls_to_rgb

GOLDEN = 0.6180339887498949


def distinct_colours(count: int) -> list[tuple[int, int, int]]:
    """Return ``count`` RGB colours (0–255): hues a golden ratio apart, lightness in turn, so that neighbours differ most."""
    colours = []
    for index in range(count):
        lightness = (0.45, 0.65, 0.33)[index % 3]
        colour = hls_to_rgb((0.08 + index * GOLDEN) % 1.0, lightness, 0.6)
        colours.append(tuple(round(255 * part) for part in colour))
    return colours
