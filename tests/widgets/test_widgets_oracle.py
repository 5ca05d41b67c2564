"""The numbers that the JavaScript engine is tested with are TensorFlow's."""

import json
import runpy

import numpy as np
from annbook.chapters import ROOT

from annutils.experiments import train


def test_the_committed_vectors_are_what_tensorflow_computes():
    train.silence_tensorflow()
    oracle = runpy.run_path(str(ROOT / "tests" / "js" / "vectors.py"))
    committed = json.loads(oracle["FILE"].read_text(encoding="utf-8"))
    now = oracle["vectors"]()
    assert len(committed) == len(now)
    for old, new in zip(committed, now, strict=True):
        assert old.keys() == new.keys()
        for name in ("theta", "X", "Y", "logits", "value", "gradient"):
            np.testing.assert_allclose(old[name], new[name], rtol=0, atol=1e-9)
