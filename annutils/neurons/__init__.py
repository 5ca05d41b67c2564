"""Single neurons, in the order of history: formal neuron, Hebbian unit, perceptron.

What learns has scikit-learn's customs: parameters in the constructor, checked by `fit`,
and an underscore at the end of the names of what was learned.
"""

from annutils.neurons.formal import FormalNeuron
from annutils.neurons.hebbian import HebbianUnit
from annutils.neurons.perceptron import Perceptron

__all__ = ["FormalNeuron", "HebbianUnit", "Perceptron"]
