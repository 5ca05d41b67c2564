"""Teaching code of the book, chapter by chapter.

Importing this package loads nothing else. Its modules, and the one class that has a
short way, ``from annutils import MultilayerPerceptron``, are imported when they are
asked for; ``__version__`` is the version of the package:

Data and figures

- `annutils.data`: toy data sets, MNIST and IMDB
- `annutils.fetch`: where the data files are found, downloaded and verified
- `annutils.plot`: figures, each drawn by one function
- `annutils.widgets`: interactive figures

Networks from scratch, in NumPy

- `annutils.neurons`: formal neuron, Hebbian unit, perceptron
- `annutils.autodiff`: reverse-mode differentiation of scalar expressions
- `annutils.graph`: drawings of these expressions
- `annutils.network`: the multilayer perceptron, assembled from
- `annutils.passes`: forward and backward pass
- `annutils.parameters`: all weights and biases as one vector
- `annutils.activations`: activation functions and their derivatives
- `annutils.losses`: loss functions and their gradients
- `annutils.initializers`: initial weights
- `annutils.optimizers`: update rules

Experiments

- `annutils.train`: Keras models, seeded, fast and repeated over seeds
- `annutils.spread`: results over several seeds: mean, deviation, interval
- `annutils.search`: search for hyperparameters, resumable and parallel
- `annutils.export`: trained networks as small JSON for other programs
- `annutils.glue`: computed numbers in the text

Behind these, and not for chapters

- `annutils.toys`, `annutils.download`: the parts of data and fetch
- `annutils.fitting`, `annutils.penalties`, `annutils.network_files`,
  `annutils.network_keras`: the parts of the network
- `annutils.full_batch`, `annutils.backend`: the parts of train
- `annutils.files`: files written whole or not at all
- `annutils.calls`: objects shown as the call that makes them
- `annutils.checks`, `annutils.network_inputs`, `annutils.network_settings`,
  `annutils.train_inputs`, `annutils.train_targets`: what arguments are refused, and why
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
