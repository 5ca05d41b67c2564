"""Teaching code of the book, chapter by chapter.

Importing this package loads nothing else: ``from annutils import plot`` loads a part.
From the simple to what is made of it:

- `annutils.activations`: activation functions and their derivatives
- `annutils.losses`: loss functions and their gradients
- `annutils.initializers`: initial weights
- `annutils.optimizers`: update rules
- `annutils.regularizers`: penalties on large weights
- `annutils.autodiff`: differentiation of scalar expressions, and drawings of them
- `annutils.neurons`: formal neuron, Hebbian unit, perceptron
- `annutils.network`: the multilayer perceptron
- `annutils.data`: toy data sets, MNIST and IMDB
- `annutils.experiments`: training with Keras, repeated runs, search for settings
- `annutils.plot`: figures, each drawn by one function
- `annutils.widgets`: interactive figures
- `annutils.glue`: computed numbers in the text

Behind these, and not for chapters

- `annutils.checks`: what arguments are refused, and why
- `annutils.files`: files written whole or not at all
"""
