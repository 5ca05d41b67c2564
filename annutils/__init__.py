"""Teaching code of the book, chapter by chapter.

Importing this package loads nothing else. Its modules, and the one class that has a
short way, ``from annutils import MultilayerPerceptron``, are imported when they are
asked for; ``__version__`` is the version of the package. From the simple to what is
made of it:

- `annutils.activations`: activation functions and their derivatives
- `annutils.losses`: loss functions and their gradients
- `annutils.initializers`: initial weights
- `annutils.optimizers`: update rules
- `annutils.regularizers`: penalties on large weights
- `annutils.autodiff`: differentiation of scalar expressions, and drawings of them
- `annutils.neurons`: formal neuron, Hebbian unit, perceptron
- `annutils.network`: the multilayer perceptron
- `annutils.project`: checks of the network that you write yourself
- `annutils.data`: toy data sets, MNIST and IMDB
- `annutils.experiments`: training with Keras, repeated runs, search for settings
- `annutils.plot`: figures, each drawn by one function
- `annutils.widgets`: interactive figures
- `annutils.glue`: computed numbers in the text

Behind these, and not for chapters

- `annutils.checks`: what arguments are refused, and why
- `annutils.palette`: the colors of the book
- `annutils.files`: files written whole or not at all
- `annutils.calls`: objects shown as the call that makes them
"""


def __getattr__(name):
    """Import a module, or the class of the network, when it is first asked for."""
    from importlib import import_module, metadata

    if name == "MultilayerPerceptron":
        from annutils.network import MultilayerPerceptron

        return MultilayerPerceptron
    if name == "__version__":
        return metadata.version("annutils")
    if name in __dir__():
        return import_module(f"annutils.{name}")
    raise AttributeError(f"module 'annutils' has no attribute {name!r}")


def __dir__():
    """List what can be asked for."""
    from pkgutil import iter_modules

    modules = {module.name for module in iter_modules(__path__)}
    return sorted({*globals(), "MultilayerPerceptron", "__version__", *modules})
