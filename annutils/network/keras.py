"""Networks to and from Keras, with equal predictions."""

from annutils.activations import ACTIVATIONS
from annutils.checks import checked_choice
from annutils.losses import LOSSES
from annutils.optimizers import OPTIMIZERS

__all__ = ["from_keras", "to_keras"]

_TRAINING = {"dropout", "l1", "l2", "optimizer", "seed"}
_KERAS_LOSSES = {
    "categorical_crossentropy": "sparse_categorical_crossentropy",  # integer labels
    "binary_crossentropy": "binary_crossentropy",
    "mean_squared_error": "mean_squared_error",
}


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
        loss=_KERAS_LOSSES[network.loss.name],
        metrics=["accuracy"] if network.loss.decide else [],
    )
    return model


def from_keras(cls, model, **training):
    """Return a network with the layers and parameters of a Keras model.

    Parameters
    ----------
    cls : type
        `annutils.network.MultilayerPerceptron`.
    model : keras.Sequential
        Built; of Input, Flatten (before the first dense layer: pass flat samples to
        the network), Dense and Dropout layers. The last activation decides the loss.
    **training
        What training needs and predictions do not: ``optimizer``, ``l1``, ``l2``,
        ``dropout``, ``seed``. They are not read from the model.

    Returns
    -------
    MultilayerPerceptron

    Raises
    ------
    TypeError
        If there is an argument of another name.
    ValueError
        If the model has another form, layer or activation.
    """
    for name in training.keys() - _TRAINING:
        raise TypeError(
            f"Expected arguments among {sorted(_TRAINING)}, got {name}: the model says "
            "what it is."
        )
    layers = _dense_layers(model)
    *hidden, output = [_activation_name(layer) for layer in layers]
    losses = {loss.output: name for name, loss in LOSSES.items()}
    kernels = [layer.get_weights()[0] for layer in layers]
    network = cls(
        [len(kernels[0]), *(W.shape[1] for W in kernels)],
        activation=hidden,
        loss=checked_choice("the last activation", output, losses),
        initializer="zeros",
        dtype=kernels[0].dtype.name,
        **training,
    )
    for layer, W, b in zip(layers, network.weights, network.biases, strict=True):
        W[...] = layer.get_weights()[0]
        b[...] = layer.get_weights()[1] if layer.use_bias else 0
    return network


def _dense_layers(model):
    """Return the Dense layers of a model that consists of nothing else that acts."""
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
    return layers


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
    return activation.replace("identity", "linear")


def _keras_optimizer(optimizer):
    import keras

    name = type(optimizer).__name__
    checked_choice("optimizer", name.lower(), OPTIMIZERS)
    return getattr(keras.optimizers, name)(**optimizer.settings)
