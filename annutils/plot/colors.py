"""The palette of plots: colors, markers and the colormap of weights."""

from matplotlib.colors import LinearSegmentedColormap

from annutils.palette import BLUE, COLORS, GREEN, ORANGE

__all__ = ["BLUE", "COLORS", "DIVERGING", "GREEN", "MARKERS", "MAX_CLASSES", "ORANGE"]

MAX_CLASSES = len(COLORS)
"""Classes that a figure can show."""

MARKERS = "os^Dv*PXph"
"""One marker for each of up to ten classes: color is never the only difference."""

DIVERGING = LinearSegmentedColormap.from_list("diverging", [BLUE, "white", ORANGE])
"""Colormap for weights: blue below zero, white at zero, orange above."""
