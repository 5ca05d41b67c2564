"""The numbers that the JavaScript engine is tested with are Python's of today."""

import json
import runpy

import pytest
from annbook.chapters import ROOT

from annutils.experiments import train


def test_the_committed_vectors_are_what_is_computed():
    train.silence_tensorflow()
    oracle = runpy.run_path(str(ROOT / "tests" / "js" / "vectors.py"))
    committed = json.loads(oracle["FILE"].read_text(encoding="utf-8"))
    assert approximately(json.loads(json.dumps(oracle["vectors"]()))) == committed


def approximately(record):
    """Return the record, each number of it up to 1e-9."""
    if isinstance(record, dict):
        return {name: approximately(each) for name, each in record.items()}
    if isinstance(record, list):
        return [approximately(each) for each in record]
    return record if isinstance(record, str) else pytest.approx(record, rel=0, abs=1e-9)
