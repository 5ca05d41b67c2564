"""Single neurons, in the order of history: formal neuron, Hebbian unit, perceptron.

They follow scikit-learn's conventions: parameters in the constructor, `fit` and
`predict`, learned attributes with an underscore at the end.
"""

from annutils.neurons.formal import FormalNeuron
from annutils.neurons.hebbian import HebbianUnit
from annutils.neurons.perceptron import Perceptron

__all__ = ["FormalNeuron", "HebbianUnit", "Perceptron"]
