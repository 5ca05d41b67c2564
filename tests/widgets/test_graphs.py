"""The numbers in the stills of graphs are those of the computation."""

import pytest

from annutils.autodiff import Value
from annutils.widgets._backpropagation import NEURON, SHARED


def neuron():
    w, x, y = Value(2), Value(3), Value(9)
    z = w * x
    a = z.relu()
    e = a - y
    return {"w": w, "x": x, "z": z, "a": a, "y": y, "e": e, "loss": e**2}


def shared():
    w_1, a, w_2 = Value(1), Value(2), Value(-3)
    v_1, v_2 = w_1 * a, a * w_2
    q_1, q_2 = v_1**2, v_2**2
    start = {"w₁": w_1, "a": a, "w₂": w_2, "v₁": v_1, "v₂": v_2}
    return start | {"q₁": q_1, "q₂": q_2, "loss": q_1 + q_2}


@pytest.mark.parametrize(("graph", "computed"), [(NEURON, neuron), (SHARED, shared)])
def test_a_still_shows_values_and_gradients_as_they_are(graph, computed):
    nodes = computed()
    nodes["loss"].backward()
    shown = {name: numbers for name, (_, _, *numbers) in graph[0].items()}
    assert shown == {name: [node.data, node.grad] for name, node in nodes.items()}
