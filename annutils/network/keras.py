"""Networks to and from Keras, with equal predictions."""

import numpy as np

from annutils.activations import ACTIVATIONS
from annutils.checks import checked_choice
from annutils.optimizers import OPTIMIZERS

__all__ = ["dense_layers", "to_keras"]


def to_keras(network):
    """Return a compiled `keras.Sequential` with copies of the parameters.

    Layers, penalties, dropout, loss, metrics and the optimizer's settings are those of
    the network; the state of its optimizer is not taken along.

    Parameters
    ----------
    network : MultilayerPerceptron

    Returns
    -------
    keras.Sequential

    Raises
    ------
    ValueError
        If the optimizer is not one of `annutils.optimizers.OPTIMIZERS`.
    """
    import keras

    dtype = network.theta.vector.dtype.name
    penalty = None
    if network.l1 or network.l2:
        penalty = keras.regularizers.L1L2(l1=network.l1, l2=network.l2)
    n_inputs, *hidden, n_outputs = network.layer_sizes
    names = [_name_in_keras(g.name) for g in network.activations]
    model = keras.Sequential([keras.Input((n_inputs,), dtype=dtype)])
    for n, name in zip(hidden, names[:-1], strict=True):
        model.add(keras.layers.Dense(n, name, kernel_regularizer=penalty, dtype=dtype))
        if network.dropout:
            model.add(keras.layers.Dropout(network.dropout, dtype=dtype))
    model.add(keras.layers.Dense(n_outputs, names[-1], dtype=dtype))
    pairs = zip(network.weights, network.biases, strict=True)
    model.set_weights([array for pair in pairs for array in pair])
    model.compile(
        optimizer=_keras_optimizer(network.optimizer),
        loss=network.loss.in_keras,
        metrics=["accuracy"] if network.loss.decide else [],
    )
    return model


def dense_layers(model):
    """Return the dense layers of a Keras model that consists of nothing else that acts.

    Parameters
    ----------
    model : keras.Sequential
        Built; of Input, Flatten (before the first dense layer), Dense and Dropout
        layers.

    Returns
    -------
    list of (str, array, array)
        Activation, weights (n_in, n_out) and biases (n_out,) of each.

    Raises
    ------
    ValueError
        If the model has another form, layer or activation.
    """
    import keras

    if not isinstance(model, keras.Sequential) or not model.built:
        raise ValueError(f"Expected a built keras.Sequential, got {model!r}.")
    passive = (keras.layers.InputLayer, keras.layers.Dropout)
    layers = [layer for layer in model.layers if not isinstance(layer, passive)]
    if layers and isinstance(layers[0], keras.layers.Flatten):
        layers.pop(0)
    elif len(model.input_shape) != 2:
        raise ValueError(f"Expected flat samples, got shape {model.input_shape}.")
    # a subclass may compute anything
    others = [x.name for x in layers if type(x) is not keras.layers.Dense]
    if others or not layers:
        raise ValueError(f"Expected Flatten, Dense and Dropout layers, got {others}.")
    return [_activation_and_arrays(layer) for layer in layers]


def _activation_and_arrays(layer):
    W, *bias = layer.get_weights()
    return _activation_name(layer), W, bias[0] if bias else np.zeros(W.shape[1])


def _activation_name(layer):
    """Return our name of a Dense layer's activation, if it is Keras's own function."""
    import keras

    for name in ACTIVATIONS:
        if layer.activation is keras.activations.get(_name_in_keras(name)):
            return name
    raise ValueError(
        f"Expected the activation of layer {layer.name!r} to be one of "
        f"{list(ACTIVATIONS)}, got {layer.activation!r}."
    )


def _name_in_keras(activation):
    # "linear" is the only name that Keras has for the identity
    return activation.replace("identity", "linear")


def _keras_optimizer(optimizer):
    import keras

    checked_choice("optimizer", optimizer.name, OPTIMIZERS)
    return getattr(keras.optimizers, type(optimizer).__name__)(**optimizer.settings)
