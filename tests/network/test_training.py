"""Batches and early stopping."""

import numpy as np
import pytest
import scipy.sparse
from hypothesis import given
from hypothesis import strategies as st

from annutils.network.parameters import ParameterVector
from annutils.network.training import EarlyStopping, batches


@given(st.integers(1, 40), st.integers(1, 50), st.booleans())
def test_an_epoch_shows_each_sample_once_with_its_target(m, batch_size, sparse):
    X = np.arange(1.0, 2 * m + 1, dtype=np.float32).reshape(m, 2)
    data = scipy.sparse.csr_matrix(X) if sparse else X
    seen = []
    for X_batch, y_batch in batches(
        data, X[:, 0], batch_size, np.random.default_rng(0)
    ):
        rows = X_batch.toarray() if sparse else X_batch
        assert len(y_batch) <= batch_size
        np.testing.assert_array_equal(rows[:, 0], y_batch)
        seen += rows.tolist()
    assert sorted(seen) == X.tolist()


def test_each_epoch_has_another_order_and_each_seed_its_own():
    X, rng = np.arange(100.0)[:, None], np.random.default_rng(0)
    orders = [
        np.concatenate([y for _, y in batches(X, X[:, 0], 8, r)])
        for r in (rng, rng, np.random.default_rng(0))
    ]
    assert (orders[0] != orders[1]).any()
    np.testing.assert_array_equal(orders[0], orders[2])


@pytest.mark.parametrize(
    ("patience", "last", "best"), [(1, 3, 2), (2, 4, 2), (3, 8, 5)]
)
def test_early_stopping_waits_and_returns_to_the_best(patience, last, best):
    theta, stopping = ParameterVector([1, 1]), EarlyStopping(patience)
    for epoch, loss in enumerate([9, 5, 7, 5, 4, 4, np.nan, 8, 1], start=1):
        theta.vector[...] = epoch
        if stopping.update(loss, theta):
            break
    stopping.restore(theta)
    assert (epoch, *theta.vector) == (last, best, best)
