"""The backend of Keras: started without log lines, seeded."""

import contextlib
import logging
import os
import re
import sys
import tempfile

from annutils.checks import checked_seed

_NATIVE_LOG = re.compile(rb"[IWE]\d{4} |WARNING: All log messages before absl::")


def silence_tensorflow():
    """Import Keras with its backend, without their log lines.

    Call it before `import keras`. TensorFlow otherwise reports its processor features
    and the absence of a GPU, with time and process number, in the output of the cell.
    Exceptions are raised as ever. Settings already in the environment are respected.
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    # oneDNN sums in another order, which TensorFlow announces in the log.
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
    with _without_native_log():
        import keras  # noqa: F401
    for name in ("tensorflow", "absl"):
        logging.getLogger(name).setLevel(logging.ERROR)


def set_seed(seed):
    """Make everything that follows repeatable.

    Seeds Python, NumPy and Keras's backend; on TensorFlow also selects deterministic
    operations, for the rest of the process. Call it before the model is built.

    Parameters
    ----------
    seed : int
        0 <= seed < 2**32.

    Raises
    ------
    TypeError
        If the seed is no integer.
    ValueError
        If it is out of range.
    """
    seed = checked_seed(seed)
    import keras

    keras.utils.set_random_seed(seed)
    if keras.config.backend() == "tensorflow":
        import tensorflow as tf

        tf.config.experimental.enable_op_determinism()


@contextlib.contextmanager
def _without_native_log():
    """Hold back file descriptor 2, then pass on all but the native log lines.

    Some C++ libraries write a line before they read any setting.
    """
    sys.stderr.flush()
    stderr = os.dup(2)
    with tempfile.TemporaryFile() as held:
        os.dup2(held.fileno(), 2)
        try:
            yield
        finally:
            sys.stderr.flush()
            os.dup2(stderr, 2)
            os.close(stderr)
            held.seek(0)
            kept = [line for line in held if not _NATIVE_LOG.match(line)]
            os.write(2, b"".join(kept))
