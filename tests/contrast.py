"""How well a color can be told from another one: WCAG 2."""

import numpy as np
from matplotlib.colors import to_rgb

LUMA = np.array([0.2126, 0.7152, 0.0722])


def linear(color):
    """Return red, green and blue of a color in linear sRGB, 0 to 1."""
    channels = np.array(to_rgb(color))
    return np.where(
        channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4
    )


def luminance(color):
    """Return the relative luminance of a color, 0 to 1."""
    return linear(color) @ LUMA


def contrast(one, other):
    """Return the contrast ratio of two colors, 1 to 21."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)
