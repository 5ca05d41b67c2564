"""The graph of backpropagation, played by mouse and by keyboard."""

import re

import numpy as np
import pytest


def unfold(reader):
    """Show what stands under More, and go back to the first step."""
    reader.figure.get_by_text("More", exact=False).first.click()
    reader.button("Rewind").click()


def steps(reader):
    """Return how each step is told: forward, then backward with one more, the seed."""
    count = int(re.search("of ([0-9]+)", reader.says("Step 0 of"))[1])
    forward = [f"Step {k} of {count}[.] Forward" for k in range(1, count + 1)]
    back = range(1, count + 2)
    return forward + [f"Step {k} of {count + 1}[.] Backward" for k in back]


def factors(reader):
    """Return what stands on the edges."""
    return reader.figure.locator("svg text").filter(has_text="×").all_text_contents()


def test_a_graph_is_stepped_through_and_edited(visit):
    reader = visit("ann-backpropagation").play()
    reader.says("All values are known, and ℓ = 40. Green: the parameters are w₁, w₂")
    reader.choose("Graph", "neuron")
    reader.says("All values are known, and ℓ = 9. Green: the parameter is w[.]")
    unfold(reader)
    reader.button("Step").click()
    reader.says("Forward: z = w · x = 2 · 3 = 6")
    reader.button("To the end").click()
    reader.says("∂ℓ/∂w = ∂ℓ/∂z · x = [(]−6[)] · 3 = −18")
    reader.says(r"parameter is w: raised by 0\.1, it would lower ℓ by about 1\.8")
    assert factors(reader) == ["×3", "×2", "×1", "×1", "×−1", "×−6"]
    row = reader.figure.locator("tr", has=reader.page.get_by_text("w", exact=True))
    assert row.locator("td").all_text_contents()[1:] == ["−18", "−18"]
    value = reader.figure.get_by_label("Value of y", exact=True)
    value.fill("6")
    value.press("Enter")
    reader.says("y goes from 9 to 6, and ℓ from 9 to 0: 3 times as far[.]")
    value.fill("")
    value.press("Enter")
    message = reader.figure.get_by_role("alert").filter(has_text="must be a number")
    message.wait_for()
    reader.button("Step").click()
    message.wait_for(state="detached")


@pytest.mark.parametrize("graph", ["neuron", "shared", "network"])
def test_a_graph_is_worked_through_by_keyboard(visit, graph):
    reader = visit("ann-backpropagation").play()
    reader.choose("Graph", graph)
    unfold(reader)
    ways = steps(reader)
    reader.button("Step").focus()
    for told in ways:
        reader.page.keyboard.press("Enter")
        reader.says(told)
    for row in reader.figure.locator("tbody tr").all():
        *_, gradient, difference = row.locator("td").all_text_contents()
        assert gradient == difference != ""
    reader.button("Back").press("Space")
    reader.says(ways[-2])


def test_a_graph_keeps_its_place_while_its_text_grows(visit):
    phone = {"width": 360, "height": 844}
    reader = visit("ann-backpropagation", viewport=phone).play()
    drawing = reader.figure.locator("svg")
    for graph in "neuron", "shared", "network":
        reader.choose("Graph", graph)
        if graph == "neuron":
            unfold(reader)
        reader.button("Rewind").click()
        tops = set()
        for told in steps(reader):
            reader.button("Step").click()
            reader.says(told)
            tops.add(drawing.evaluate("svg => svg.parentElement.offsetTop"))
        assert len(tops) == 1, graph


def test_a_leaf_is_dragged_where_it_stands_and_the_loss_follows(visit):
    reader = visit("ann-backpropagation").play()
    reader.choose("Graph", "neuron")
    value = reader.slider("Value of w in the graph")
    value.focus()
    reader.page.keyboard.press("ArrowRight")
    reader.says(
        r"w goes from 2 to 2\.1, and ℓ from 9 to 7\.29: "
        r"about 17 times as far, the other way\."
    )
    reader.drag("Value of w in the graph", -40, 0)
    assert float(value.get_attribute("aria-valuenow")) < 1.5
    reader.button("Step").click()
    reader.button("Step").click()
    assert [text[:2] for text in factors(reader)] == ["×−"]


def test_the_parameter_that_moves_the_loss_most_is_marked_in_the_end(visit):
    reader = visit("ann-backpropagation").play()
    mark = reader.figure.locator("svg text").filter(has_text="moves ℓ most")
    assert mark.count() == 0
    reader.figure.get_by_role("radio", name="w₁").click()
    reader.button("To the end").click()
    reader.says(
        r"Not so\. .* most sensitive to w₂: raised by 0\.1, it would lower ℓ by "
        r"about 2\.4\. a has a steeper slope, 40, but is given, not learned"
    )
    mark.wait_for()
    drawn = reader.figure.locator("svg").first
    assert drawn.get_by_text("36 + 4", exact=True).is_visible()  # below a


def test_a_weight_and_a_bias_of_the_small_network_are_edited(visit):
    reader = visit("ann-backpropagation").play()
    reader.choose("Graph", "network")
    unfold(reader)
    drawn = reader.figure.locator("svg")
    z, a = (drawn.get_by_text(t).bounding_box() for t in ("z₁ = sum", "a₁=tanh(z₁)"))
    assert z["x"] + z["width"] < a["x"] - 20  # it spreads, where there is room
    for name, value in (("w₁₁", "1"), ("c", "-0.5")):
        field = reader.figure.get_by_label(f"Value of {name}", exact=True)
        field.fill(value)
        field.press("Enter")
    reader.button("To the end").click()

    a = np.tanh([1 * 1 - 1 * 2 + 0.2, 1.5 * 1 + 0.3 * 2 - 0.4])
    y_hat = 1 / (1 + np.exp(-(-1.2 * a[0] + 0.8 * a[1] - 0.5)))
    slope = 2 * (y_hat - 1) * y_hat * (1 - y_hat)
    expected = {"w₁₁": slope * -1.2 * (1 - a[0] ** 2), "c": slope}
    for name, gradient in expected.items():
        row = reader.figure.locator("tr", has=reader.page.get_by_text(name, exact=True))
        cells = row.locator("td").all_text_contents()[1:]
        found = [float(cell.replace("−", "-")) for cell in cells]
        assert found == pytest.approx([gradient, gradient], rel=1e-3)
