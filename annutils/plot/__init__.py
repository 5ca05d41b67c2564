"""Figures of the book: each takes data and ``ax=None``, draws, and returns the Axes.

Classes have fixed colors (class 0 blue, class 1 orange, class 2 green) and markers,
training curves are solid and validation curves dashed, weights go from blue (negative)
through white (zero) to orange (positive).
"""

from annutils.plot._confusion_matrix import confusion_matrix
from annutils.plot._decision_boundary import decision_boundary
from annutils.plot._images import images
from annutils.plot._intervals import intervals
from annutils.plot._learning_curves import learning_curves
from annutils.plot._network import network
from annutils.plot._planar_data import planar_data
from annutils.plot._weights import weights
from annutils.plot.colors import BLUE, COLORS, DIVERGING, GREEN, ORANGE

__all__ = [
    "BLUE",
    "COLORS",
    "DIVERGING",
    "GREEN",
    "ORANGE",
    "confusion_matrix",
    "decision_boundary",
    "images",
    "intervals",
    "learning_curves",
    "network",
    "planar_data",
    "weights",
]
