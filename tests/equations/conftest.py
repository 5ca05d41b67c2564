"""Property tests are the same in each run, and a busy machine does not fail them."""

import pytest
from hypothesis import settings

from annutils.train import silence_tensorflow

settings.register_profile("equations", deadline=None, derandomize=True)
settings.load_profile("equations")


@pytest.fixture(scope="session")
def keras():
    """Return Keras, without TensorFlow's messages."""
    silence_tensorflow()
    import keras

    return keras


@pytest.fixture(scope="session")
def tf(keras):
    """Return TensorFlow."""
    import tensorflow

    return tensorflow
