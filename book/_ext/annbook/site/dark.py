"""The twin of a color on a dark page: hue and strength stay, light and dark swap."""

import numpy as np
from matplotlib.colors import to_rgb

from annutils.palette import BLACK_ON_DARK, PAGE_ON_DARK

LUMA = np.array([0.2126, 0.7152, 0.0722])
"""How light red, green and blue are (Rec. 709)."""


def dark(colors):
    """Return what stands for colors of a drawing on white where the page is dark.

    Each color gets the lightness that its own lacked, and then the range from white to
    black becomes that from the dark theme's page to what black is there. The map is
    affine: a mixture becomes the mixture of the twins, so that smoothed edges, tints
    and what shines through look as if they had been drawn on the dark page.

    Parameters
    ----------
    colors : array of float, shape (..., 3)
        Red, green and blue, from 0 to 1.

    Returns
    -------
    array of float, shape (..., 3)
        From 0 to 1.
    """
    colors = np.asarray(colors)
    page, black = (np.array(to_rgb(each)) for each in (PAGE_ON_DARK, BLACK_ON_DARK))
    mirrored = colors + 1 - 2 * (colors @ LUMA)[..., np.newaxis]
    return np.clip(page + (black - page) * mirrored, 0, 1)
