"""Figures of the book: each takes data and ``ax=None``, draws, and returns the Axes.

Classes have fixed colors (class 0 blue, class 1 orange, class 2 green) and markers,
training curves are solid and validation curves dashed, weights go from blue (negative)
through white (zero) to orange (positive).
"""

from annutils.plot.boundary import decision_boundary
from annutils.plot.colors import BLUE, COLORS, DIVERGING, GREEN, ORANGE
from annutils.plot.confusion import confusion_matrix
from annutils.plot.curves import learning_curves
from annutils.plot.gallery import images
from annutils.plot.layers import network
from annutils.plot.planar import planar_data
from annutils.plot.receptive import weights

__all__ = [
    "BLUE",
    "COLORS",
    "DIVERGING",
    "GREEN",
    "ORANGE",
    "confusion_matrix",
    "decision_boundary",
    "images",
    "learning_curves",
    "network",
    "planar_data",
    "weights",
]
