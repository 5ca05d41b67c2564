"""Keras starts quietly and repeats itself."""

import os
import subprocess
import sys

import numpy as np
import pytest

from annutils.experiments.backend import set_seed, silence_tensorflow

QUIET_START = """
from annutils.experiments.train import fit, set_seed, silence_tensorflow
silence_tensorflow()
import keras
set_seed(0)
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
fit(model, [[1.0]], [1.0], epochs=2)
"""

IMPORT_THAT_TALKS = """
import os, sys
from annutils.experiments.backend import _without_native_log
with _without_native_log():
    os.write(2, b"I0000 00:00:1 stub.cc:31] no GPU\\nnot a log line\\n")
    print("printed", file=sys.stderr)
"""


def run_python(code):
    """Run a script in a new process without TensorFlow's settings."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("TF_")}
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", code],
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )


def test_keras_starts_and_trains_without_a_line_of_output():
    result = run_python(QUIET_START)
    assert (result.stdout, result.stderr) == ("", "")


def test_only_native_log_lines_are_held_back():
    assert run_python(IMPORT_THAT_TALKS).stderr == "not a log line\nprinted\n"


def test_the_same_seed_gives_the_same_numbers():
    import keras

    def draws():
        set_seed(5)
        return keras.layers.Dense(3)(np.ones((1, 2))), np.random.normal(size=3)  # noqa: NPY002

    for first, second in zip(draws(), draws(), strict=True):
        np.testing.assert_array_equal(first, second)


def test_set_seed_refuses_what_is_no_seed():
    with pytest.raises(ValueError, match="got -1"):
        set_seed(-1)


def test_a_seed_selects_deterministic_operations():
    set_seed(0)
    from tensorflow.python.framework.config import is_op_determinism_enabled

    assert is_op_determinism_enabled()


@pytest.mark.parametrize(
    ("name", "ours"), [("TF_CPP_MIN_LOG_LEVEL", "3"), ("TF_ENABLE_ONEDNN_OPTS", "0")]
)
def test_a_setting_of_the_environment_comes_before_ours(name, ours, monkeypatch):
    monkeypatch.delenv(name, raising=False)
    silence_tensorflow()
    assert os.environ[name] == ours
    monkeypatch.setenv(name, "1")
    silence_tensorflow()
    assert os.environ[name] == "1"
