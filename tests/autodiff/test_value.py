"""Reverse-mode differentiation, against finite differences and sums on paper."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annutils.autodiff import Value


def gradients(function, *numbers):
    """Return the result of a function of values, and the gradients of its inputs."""
    inputs = [Value(number) for number in numbers]
    result = function(*inputs)
    result.backward()
    return result.data, [value.grad for value in inputs]


def difference(function, numbers, i, step=1e-5):
    """Return the central difference of a function of values in its i-th input."""
    ends = []
    for sign in (1, -1):
        moved = [n + sign * step * (i == j) for j, n in enumerate(numbers)]
        ends.append(function(*map(Value, moved)).data)
    return (ends[0] - ends[1]) / (2 * step)


# Sums on paper


@pytest.mark.parametrize(
    ("function", "numbers", "result", "expected"),
    [
        (lambda x, y: x + y, (2, 3), 5, [1, 1]),
        (lambda x, y: x - y, (2, 3), -1, [1, -1]),
        (lambda x, y: x * y, (2, 3), 6, [3, 2]),
        (lambda x, y: x / y, (3, 2), 1.5, [0.5, -0.75]),
        (lambda x, y: x**y, (2, 3), 8, [12, 8 * math.log(2)]),
        (lambda x: -x, (2,), -2, [-1]),
        (lambda x: x**3, (-2,), -8, [12]),
        (lambda x: x**-1, (-2,), -0.5, [-0.25]),
        (lambda x: x**0.5, (4,), 2, [0.25]),
        (lambda x: x**0, (0,), 1, [0]),
        (lambda x: x**1, (0,), 0, [1]),
        (lambda x: x**2, (0,), 0, [0]),
        (lambda x: 2**x, (3,), 8, [8 * math.log(2)]),
        (lambda x: 2 + x, (3,), 5, [1]),
        (lambda x: 2 - x, (3,), -1, [-1]),
        (lambda x: 2 * x, (3,), 6, [2]),
        (lambda x: 2 / x, (4,), 0.5, [-0.125]),
        (lambda x: x.exp(), (0,), 1, [1]),
        (lambda x: x.log(), (4,), math.log(4), [0.25]),
        (lambda x: x.tanh(), (math.log(2),), 0.6, [0.64]),
        (lambda x: x.sigmoid(), (math.log(3),), 0.75, [0.1875]),
        (lambda x: x.relu(), (3,), 3, [1]),
        (lambda x: x.relu(), (-3,), 0, [0]),
        (lambda x: x.relu(), (0,), 0, [0]),
    ],
)
def test_each_operation_equals_the_sum_on_paper(function, numbers, result, expected):
    data, slopes = gradients(function, *numbers)
    assert data == pytest.approx(result)
    assert slopes == pytest.approx(expected)


def test_a_neuron_with_its_loss_equals_the_sum_on_paper():
    x, w, b = Value(2.0), Value(-0.5), Value(1.0)
    p = (w * x + b).sigmoid()
    loss = -p.log()
    loss.backward()
    assert loss.data == pytest.approx(math.log(2))
    assert p.grad == pytest.approx(-2)
    assert [x.grad, w.grad, b.grad] == pytest.approx([0.25, -1.0, -0.5])  # (p - y) ...


@pytest.mark.parametrize(
    ("function", "slope"),
    [
        (lambda x: x + x, 2),
        (lambda x: x * x, 6),
        (lambda x: x / x, 0),
        (lambda x: x * x * x, 27),
        (lambda x: (x * 2) * (x * 2 + x), 36),
    ],
)
def test_gradients_of_a_shared_node_add_up(function, slope):
    assert gradients(function, 3)[1] == [slope]


def test_a_shared_intermediate_node_passes_its_whole_gradient_on():
    x = Value(0.5)
    h = x.exp()
    y = h * h + h
    y.backward()
    assert h.grad == pytest.approx(2 * math.exp(0.5) + 1)
    assert x.grad == pytest.approx(2 * math.exp(1) + math.exp(0.5))


# Finite differences

UNARY = {
    "neg": lambda x: -x,
    "tanh": Value.tanh,
    "sigmoid": Value.sigmoid,
    "exp": lambda x: x.tanh().exp(),
    "log": lambda x: (x * x + 1).log(),
    "square": lambda x: x**2,
    "root": lambda x: (x**2 + 1) ** 0.5,
}
BINARY = {
    "add": lambda x, y: x + y,
    "sub": lambda x, y: x - y,
    "mul": lambda x, y: x * y,
    "div": lambda x, y: x / (y**2 + 1),
    "pow": lambda x, y: (x**2 + 1) ** y.tanh(),
}
MOST = 1e3
"""Numbers beyond it are squashed: a difference of large numbers says nothing."""


def evaluate(program, inputs):
    """Return the last value that a list of (operation, operand, operand) computes."""
    values = list(inputs)
    for name, i, j in program:
        x, y = values[i % len(values)], values[j % len(values)]
        value = UNARY[name](x) if name in UNARY else BINARY[name](x, y)
        values.append(value if abs(value.data) < MOST else value.tanh())
    return sum(values[-3:])


numbers = st.floats(-2, 2).map(lambda x: round(x, 3))
operations = st.tuples(
    st.sampled_from([*UNARY, *BINARY]), st.integers(0, 99), st.integers(0, 99)
)


@settings(deadline=None)  # the machine may be busy
@given(
    st.lists(operations, min_size=1, max_size=8),
    st.lists(numbers, min_size=2, max_size=3),
)
def test_gradients_of_random_expressions_equal_finite_differences(program, inputs):
    def function(*values):
        return evaluate(program, values)

    _, slopes = gradients(function, *inputs)
    for i, slope in enumerate(slopes):
        # Where the two steps disagree, the curvature is too strong for a difference.
        fine, coarse = (difference(function, inputs, i, step) for step in (1e-6, 1e-5))
        doubt = 10 * abs(fine - coarse) + 1e-6 * (1 + abs(slope)) * 10
        assert abs(slope - fine) <= doubt


@given(numbers)
def test_relu_has_the_slope_of_its_side_and_0_at_the_kink(x):
    assert gradients(Value.relu, x)[1] == [1.0 if x > 0 else 0.0]


@given(st.floats(-1e4, 1e4))
def test_sigmoid_and_tanh_never_overflow(z):
    s, (slope,) = gradients(Value.sigmoid, z)
    assert s == pytest.approx(0.5 * (1 + math.tanh(z / 2)), abs=1e-15)
    assert slope == pytest.approx(s * (1 - s))
    assert gradients(Value.tanh, z)[1] == [pytest.approx(1 - math.tanh(z) ** 2)]


# The graph


def test_a_chain_of_10_000_operations_is_differentiated_without_recursion():
    x = Value(1.0)
    y = x
    for _ in range(10_000):
        y = y * 1.0001
    y.backward()
    assert x.grad == pytest.approx(1.0001**10_000)
    assert len(y.topological_order()) == 20_001
    y.zero_grad()
    assert x.grad == 0


def test_cost_grows_with_the_nodes_and_not_with_the_paths():
    x = Value(1.0)
    y = x
    for _ in range(200):
        y = y * 0.5 + y * 0.5  # 2**200 paths
    y.backward()
    assert x.grad == pytest.approx(1)


def test_a_node_keeps_its_operation_its_inputs_and_its_local_derivatives():
    x, y = Value(3.0, "x"), Value(2.0, "y")
    z = x / y
    assert (z.operation, z.inputs, z.partials) == ("/", (x, y), (0.5, -0.75))
    assert (x.operation, x.inputs, x.partials) == ("", (), ())


def test_the_topological_order_puts_inputs_first_and_the_result_last():
    x = Value(1.0)
    y = (x.exp() + x.tanh()) * (x * 2)
    order = y.topological_order()
    assert order[-1] is y
    assert len(order) == len(set(order)) == 7
    for i, node in enumerate(order):
        assert set(node.inputs) <= set(order[:i])


def test_sum_leaves_no_zero_in_the_graph():
    x, y = Value(1.0), Value(2.0)
    assert set(sum([x, y]).topological_order()[:-1]) == {x, y}


@pytest.mark.parametrize("number", [2, 2.0, np.float64(2), np.float32(2), np.int64(2)])
def test_numbers_of_python_and_numpy_mix_with_values(number):
    x = Value(3.0)
    results = [number * x, x * number, number - x, number / x, number**x, x**number]
    assert [type(result) for result in results] == [Value] * 6
    assert [result.data for result in results] == pytest.approx([6, 6, -1, 2 / 3, 8, 9])


@pytest.mark.parametrize(
    ("value", "text"),
    [(Value(1 / 3, "x"), "Value(0.333333, 'x')"), (Value(2), "Value(2)")],
)
def test_a_value_shows_its_number_and_its_name(value, text):
    assert repr(value) == text


# What cannot be done


@pytest.mark.parametrize(
    ("function", "error", "message"),
    [
        (lambda x: Value(math.nan, "w"), ValueError, "got nan for the data of w"),
        (lambda x: Value(math.inf), ValueError, "got inf for the data of a value"),
        (lambda x: Value("1"), TypeError, "real number, got '1'"),
        (lambda x: Value(1 + 1j), TypeError, "real number, got"),
        (lambda x: x + "1", TypeError, "real number, got '1'"),
        (lambda x: np.ones(2) * x, TypeError, "real number, got array"),
        (lambda x: x * math.nan, ValueError, "got nan"),
        (lambda x: x / 0, ZeroDivisionError, r"Value\(2, 'x'\) is divided by zero"),
        (lambda x: 1 / (x - 2), ZeroDivisionError, "divided by zero"),
        (lambda x: (x - 2) ** -1, ZeroDivisionError, r"\*\* -1.*divides by 0"),
        (lambda x: (x - 2) ** 0.5, ZeroDivisionError, r"\*\* 0.5.*divides by 0"),
        (lambda x: (-x) ** 0.5, ValueError, "not a real number"),
        (lambda x: (-x) ** x, ValueError, r"positive number, got the log of Value\(-2"),
        (lambda x: (x - 2).log(), ValueError, "positive number, got the log"),
        (lambda x: (x * 500).exp(), ValueError, "got inf for exp of"),
        (lambda x: x * 1e308, ValueError, r"got inf for \* of .*Value\(2, 'x'\)"),
        (lambda x: (x * 1e300) ** 2, OverflowError, r"\*\* 2, .*, is too large"),
        (lambda x: (x * 1e-320).log(), ValueError, "the slope of log"),
    ],
)
def test_what_has_no_finite_result_is_refused_at_once(function, error, message):
    with pytest.raises(error, match=message):
        function(Value(2.0, "x"))


def test_a_second_backward_needs_a_reset():
    x = Value(3.0, "x")
    y = x * x
    y.backward()
    with pytest.raises(RuntimeError, match=r"Value\(3, 'x'\) has the gradient.*zero_g"):
        y.backward()
    assert x.grad == 6
    y.zero_grad()
    y.backward()
    assert x.grad == 6


def test_a_gradient_of_an_earlier_result_is_not_added_to_in_silence():
    w = Value(1.0, "w")
    (w * 2).backward()
    with pytest.raises(RuntimeError, match=r"'w'\) has the gradient"):
        (w * 3).backward()
    w.grad = 0.0
    (w * 3).backward()
    assert w.grad == 3


def test_new_data_after_the_computation_ask_for_a_new_computation():
    x = Value(3.0, "x")
    y = x * x
    x.data = 4.0
    with pytest.raises(RuntimeError, match=r"Value\(4, 'x'\) has changed, it was 3"):
        y.backward()
    assert x.grad == 0
    assert gradients(lambda x: x * x, 4)[1] == [8]


def test_a_stale_node_is_noticed_in_a_later_expression():
    x = Value(3.0)
    h = x.exp()
    x.data = 1.0
    with pytest.raises(RuntimeError, match="has changed"):
        (h * x).backward()


def test_the_data_of_a_computed_value_cannot_be_set():
    y = Value(3.0) * 2
    with pytest.raises(RuntimeError, match=r"Value\(6\) was computed"):
        y.data = 7.0
    assert y.data == 6


def test_a_leaf_refuses_nan_and_keeps_its_number():
    w = Value(3.0, "w")
    with pytest.raises(ValueError, match="got nan for the data of w"):
        w.data -= math.nan
    assert w.data == 3


def test_a_gradient_out_of_range_is_reported():
    x = Value(0.0, "x")
    y = (x * 1e200) * 1e200
    with pytest.raises(ValueError, match=r"got inf for the gradient of Value\(0"):
        y.backward()


def test_gradient_descent_finds_the_least_squares_line():
    X, Y = [0.0, 1.0, 2.0, 3.0], [1.0, 2.0, 4.0, 4.0]
    w, b = Value(0.0, "w"), Value(0.0, "b")
    for _ in range(400):
        loss = sum((w * x + b - y) ** 2 for x, y in zip(X, Y, strict=True)) / 4
        loss.backward()
        for parameter in (w, b):
            parameter.data -= 0.2 * parameter.grad
        loss.zero_grad()
    assert [w.data, b.data] == pytest.approx(np.polyfit(X, Y, 1), abs=1e-6)
