"""The palette of the book (Okabe and Ito), with fixed roles."""

from matplotlib.colors import LinearSegmentedColormap

BLUE = "#0072B2"
"""Class 0, negative weights."""

ORANGE = "#D55E00"
"""Class 1, positive weights."""

GREEN = "#009E73"
"""Class 2."""

COLORS = (
    *(BLUE, ORANGE, GREEN, "#CC79A7", "#E69F00"),
    *("#56B4E9", "#7F7F7F", "#000000", "#A6761D", "#6A3D9A"),
)
"""One color for each of up to ten classes."""

MAX_CLASSES = len(COLORS)
"""Classes that a figure can show."""

MARKERS = "os^Dv*PXph"
"""One marker for each of up to ten classes: color is never the only difference."""

DIVERGING = LinearSegmentedColormap.from_list("diverging", [BLUE, "white", ORANGE])
"""Colormap for weights: blue below zero, white at zero, orange above."""
