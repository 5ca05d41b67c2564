"""Single neurons, in the order of history: formal neuron, Hebbian unit, perceptron.

`Perceptron` is a classifier and `HebbianUnit` an estimator by scikit-learn's
conventions: parameters in the constructor and in `get_params`, learned attributes with
an underscore at the end of their names. `FormalNeuron` learns nothing.
"""

from annutils.neurons.formal import FormalNeuron
from annutils.neurons.hebbian import HebbianUnit
from annutils.neurons.perceptron import Perceptron

__all__ = ["FormalNeuron", "HebbianUnit", "Perceptron"]
