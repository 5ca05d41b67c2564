"""The equations of the chapter on computational graphs, each against an oracle.

The docstring of a test names the equations that it computes, by their labels.
"""

import ast
import inspect

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annutils.autodiff import Value, value
from chapters.claims import code_of, run_for
from chapters.networks import slopes


def test_the_steps_of_one_neuron_give_the_values_and_gradients_on_paper():
    """eq-backprop-steps, against the table of the chapter."""
    w, x, y = Value(2.0), Value(3.0), Value(9.0)
    z = w * x
    a = z.relu()
    e = a - y
    loss = e**2
    loss.backward()
    assert [node.data for node in (z, a, e, loss)] == [6, 6, -3, 9]
    assert [node.grad for node in (loss, e, a, y, z, w, x)] == [
        1, -6, -6, 6, -6, -18, -12,
    ]  # fmt: skip


def sigmoid_number(x):
    return 1 / (1 + np.exp(-x))


OPERATIONS = {
    "exp": (Value.exp, np.exp),
    "tanh": (Value.tanh, np.tanh),
    "sigmoid": (Value.sigmoid, sigmoid_number),
    "square": (lambda v: v**2, np.square),
    "minus": (lambda v: 1 - v, lambda x: 1 - x),
}


@given(st.lists(st.sampled_from(list(OPERATIONS)), max_size=4), st.floats(-1, 1))
def test_the_gradient_of_a_chain_is_the_product_of_local_derivatives(names, start):
    """eq-backprop-chain, against finite differences."""
    leaf = value = Value(start)
    for name in names:
        value = OPERATIONS[name][0](value.tanh())
    value.backward()

    def number(x):
        for name in names:
            x = OPERATIONS[name][1](np.tanh(x))
        return x

    h = 1e-5
    expected = (number(start + h) - number(start - h)) / (2 * h)
    assert leaf.grad == pytest.approx(expected, rel=1e-4, abs=1e-7)


@given(st.floats(-3, 3), st.lists(st.floats(-3, 3), min_size=1, max_size=4))
def test_what_comes_back_on_all_ways_is_added(start, factors):
    """eq-backprop-multivariate, against finite differences."""
    a = Value(start)
    sum((a * factor) ** 2 for factor in factors).backward()
    x = np.array([start])
    found = slopes(lambda: sum((x[0] * factor) ** 2 for factor in factors), x)
    assert a.grad == pytest.approx(found[0], abs=1e-6)


@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(-3, 3))
def test_add_distributes_multiply_swaps_and_max_routes(u, v, arriving):
    """The table of gates, with any gradient that arrives at the result."""
    for result, expected in (
        (lambda u, v: u + v, (1, 1)),
        (lambda u, v: u * v, (v, u)),
        (lambda u, v: u + (v - u).relu(), (float(v <= u), float(v > u))),
        (lambda u, v: u + u, (2, 0)),
    ):
        inputs = Value(u), Value(v)
        (result(*inputs) * arriving).backward()
        found = [node.grad for node in inputs]
        assert found == pytest.approx([arriving * slope for slope in expected])


@pytest.mark.parametrize("n", [3, 10, 40])
def test_a_product_has_one_gate_less_than_factors(n):
    """A sweep visits n - 1 products, where formulas would need n (n - 2)."""
    factors = [Value(1 + k / 100) for k in range(n)]
    product = factors[0]
    for factor in factors[1:]:
        product = product * factor
    order = product.topological_order()
    assert len([node for node in order if node.operation == "*"]) == n - 1
    product.backward()
    for k, factor in enumerate(factors):
        others = np.prod([other.data for other in factors[:k] + factors[k + 1 :]])
        assert factor.grad == pytest.approx(others)


@pytest.fixture(scope="module")
def Dual():  # noqa: N802
    return run_for(code_of("training/computational_graph"), "class Dual:")["Dual"]


@given(u=st.floats(-3, 3), v=st.floats(-3, 3))
def test_a_product_of_dual_numbers_carries_the_product_rule(Dual, u, v):
    """eq-graph-dual, against reverse mode."""
    a, b = Value(u), Value(v)
    (a * b + a).backward()
    for dots, expected in (((1, 0), a.grad), ((0, 1), b.grad)):
        pair = Dual(u, dots[0]), Dual(v, dots[1])
        found = pair[0] * pair[1] + pair[0]
        assert found.data == pytest.approx(u * v + u)
        assert found.dot == pytest.approx(expected)


def test_the_engine_has_little_more_than_100_lines():
    text = ast.unparse(ast.parse(inspect.getsource(value)))  # without comments
    documented = [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and ast.get_docstring(node)
    ]
    docs = sum(node.body[0].end_lineno - node.body[0].lineno + 1 for node in documented)
    lines = [line for line in text.splitlines() if line.strip()]
    described = sum(
        not line.strip()
        for node in documented
        for line in ast.get_docstring(node).splitlines()
    )
    assert 100 < len(lines) - (docs - described) < 130
