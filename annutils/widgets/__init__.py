"""Interactive figures: each returns an object that a notebook shows and the site plays.

The figures are custom elements, written in JavaScript modules without dependencies that
lie beside this file. What a function returns holds the element, a still picture for
print and for readers without JavaScript, and the modules themselves; so the same figure
works on the site, in JupyterLab and in Colab, and asks no server for anything.

Importing this package loads no figure; each is imported when it is asked for.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annutils.widgets._approximator import approximator
    from annutils.widgets._backpropagation import backpropagation
    from annutils.widgets._bag import bag
    from annutils.widgets._broadcasting import broadcasting
    from annutils.widgets._chain import chain
    from annutils.widgets._descent import descent
    from annutils.widgets._digits import digits
    from annutils.widgets._figure import Figure
    from annutils.widgets._fold import fold
    from annutils.widgets._gradient import gradient
    from annutils.widgets._hebb import hebb
    from annutils.widgets._learner import learner
    from annutils.widgets._neuron import neuron
    from annutils.widgets._pairing import pairing
    from annutils.widgets._perceptron import perceptron
    from annutils.widgets._playground import playground
    from annutils.widgets._posterior import posterior
    from annutils.widgets._regularization import regularization
    from annutils.widgets._resampling import resampling
    from annutils.widgets._signal import signal
    from annutils.widgets._softmax import softmax
    from annutils.widgets._step import step
    from annutils.widgets._threshold import threshold
    from annutils.widgets._trials import trials

__all__ = [
    "Figure",
    "approximator",
    "backpropagation",
    "bag",
    "broadcasting",
    "chain",
    "descent",
    "digits",
    "fold",
    "gradient",
    "hebb",
    "learner",
    "neuron",
    "pairing",
    "perceptron",
    "playground",
    "posterior",
    "regularization",
    "resampling",
    "signal",
    "softmax",
    "step",
    "threshold",
    "trials",
]


def __getattr__(name):
    """Import what is asked for: each lies in the module of its name."""
    from importlib import import_module

    if name in __all__:
        return getattr(import_module(f"annutils.widgets._{name.lower()}"), name)
    raise AttributeError(f"module 'annutils.widgets' has no attribute {name!r}")


def __dir__():
    """List what can be asked for."""
    return sorted({*globals(), *__all__})
