"""Interactive figures: each returns an object that a notebook shows and the site plays.

The figures are custom elements, written in JavaScript modules without dependencies that
lie beside this file. What a function returns holds the element, a still picture for
print and for readers without JavaScript, and the modules themselves; so the same figure
works on the site, in JupyterLab and in Colab, and asks no server for anything.
"""

from annutils.widgets.curves import approximator
from annutils.widgets.drawing import digits
from annutils.widgets.explorer import regularization, regularization_runs
from annutils.widgets.figure import Figure
from annutils.widgets.graphs import backpropagation
from annutils.widgets.points import perceptron
from annutils.widgets.surfaces import descent
from annutils.widgets.training import playground
from annutils.widgets.unit import neuron

__all__ = [
    "Figure",
    "approximator",
    "backpropagation",
    "descent",
    "digits",
    "neuron",
    "perceptron",
    "playground",
    "regularization",
    "regularization_runs",
]
