"""The tests of each chapter: its equations, its claims, its numbers.

Property tests are the same in each run, and a busy machine does not fail them.
"""

import pytest
from hypothesis import settings

from annutils.experiments.train import silence_tensorflow
from chapters.ours import ours

settings.register_profile("equations", deadline=None, derandomize=True)
settings.load_profile("equations")


@pytest.fixture(params=ours(), ids=lambda chapter: chapter.name)
def chapter(request):
    """Return each of this book's chapters."""
    return request.param


@pytest.fixture
def name(request):
    """Return the name of the chapter, which the path of its tests repeats."""
    return f"{request.path.parent.name}/{request.path.stem.removeprefix('test_')}"


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
