"""The still of the graph has the numbers of the computation and the element."""

import re

from annutils.autodiff import Value
from annutils.widgets._backpropagation import NODES, SHARES
from annutils.widgets.bundle import SOURCES


def test_the_still_shows_values_and_slopes_as_they_are():
    start = {"w₁": Value(1.5), "u": Value(0.8), "w₂": Value(-2)}
    a = start["u"] * 5
    v_1, v_2 = a * start["w₁"], a * start["w₂"]
    nodes = start | {"a": a, "v₁": v_1, "v₂": v_2, "loss": v_1**2 + v_2**2}
    nodes["loss"].backward()
    shown = {name: numbers for name, (_, _, *numbers) in NODES.items()}
    assert shown == {name: [node.data, node.grad] for name, node in nodes.items()}
    shares = [v_1.grad * start["w₁"].data, v_2.grad * start["w₂"].data]
    assert list(SHARES.values()) == shares


def test_the_element_starts_from_the_same_values():
    source = SOURCES / "figures" / "backpropagation" / "model.js"
    start = re.search(r"START = {(.*)};", source.read_text(encoding="utf-8"))[1]
    pairs = re.findall(r'"?(\w+)"?: (\S+?)(?:,|$| )', start.strip())
    assert {name: float(number) for name, number in pairs} == {
        name: NODES[name][2] for name in ("u", "w₁", "w₂")
    }


def test_no_value_looks_like_a_slope():
    values = {abs(value) for _, _, value, _ in NODES.values()}
    slopes = {abs(slope) for *_, slope in NODES.values()} | set(SHARES.values())
    assert not values & slopes
