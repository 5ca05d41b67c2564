"""The graph of backpropagation, played by mouse, by keyboard, and on a phone."""

import re

TOLD = (
    "1 · 12 = 12 is the slope at v₁",
    "1 · [(]−16[)] = −16 is the slope at v₂",
    "12 · 1.5 = 18 arrives at the [+]",
    "[(]−16[)] · [(]−2[)] = 32 arrives at the [+]",
    "When a moves, v₁ and v₂ both move, and each moves ℓ: 18 [+] 32 = 50",
    "12 · 4 = 48 is the slope at w₁",
    "[(]−16[)] · 4 = −64 is the slope at w₂",
)
# The texts of the drawing that lie on each other, and the size of the smallest.
CROWDED = """element => {
      const texts = [...element.shadowRoot.querySelectorAll(".plot svg text")]
        .filter(text => text.getClientRects().length);
      const boxes = texts.map(text => text.getBoundingClientRect());
      const size = text =>
        text.getScreenCTM().a * parseFloat(getComputedStyle(text).fontSize);
      const crowded = texts.flatMap((text, i) => texts.slice(0, i).filter((_, j) =>
        boxes[i].left < boxes[j].right && boxes[j].left < boxes[i].right
        && boxes[i].top + 4 < boxes[j].bottom && boxes[j].top + 4 < boxes[i].bottom
      ).map(other => `${text.textContent} on ${other.textContent}`));
      return [crowded, Math.min(...texts.map(size))];
    }"""


def numbers(reader):
    """Return what stands in the drawing."""
    texts = reader.figure.locator(".plot svg text:visible").all_text_contents()
    return [text.replace("−", "-") for text in texts]


def pressed(reader, name):
    """Press a button by the keyboard."""
    button = reader.figure.locator("button", has_text=re.compile("Next|Show|Start"))
    assert button.text_content() == name
    button.press("Enter")


def test_the_graph_is_walked_by_keyboard_and_asks_before_it_tells(visit):
    reader = visit("ann-backpropagation").play()
    for told in TOLD[:4]:
        pressed(reader, "Next edge")
        reader.says(told)
    assert "50" not in numbers(reader)
    assert {"?", "18", "32", "×1.5", "×-2"} <= {*numbers(reader)}
    pressed(reader, "Show it")
    reader.says(TOLD[4])
    assert "?" not in numbers(reader)
    assert "50" in numbers(reader)
    for told in TOLD[5:]:
        pressed(reader, "Next edge")
        reader.says(told)
    assert {"48", "-64"} <= {*numbers(reader)}
    reader.button("Back").press("Space")
    reader.says(TOLD[5])
    pressed(reader, "Next edge")
    pressed(reader, "Start again")
    reader.says("At ℓ itself it is 1")


def test_an_answer_is_judged_and_a_moved_value_proves_the_sum(visit):
    reader = visit("ann-backpropagation").play()
    value = reader.slider("Value of a")
    assert not value.is_visible()
    for _ in range(4):
        reader.button("Next edge").click()
    reader.figure.get_by_role("radio", name="576").click()
    reader.says("Not so[.] Slopes multiply along one path.* 18 [+] 32 = 50")
    value.press("ArrowRight")
    reader.says(
        "a moved by 0.02, v₁² by 0.36 [(]18 times as far[)] and v₂² by 0.64 "
        r"[(]32 times[)][.]\s+Together, ℓ moved by 1: 50 times as far"
    )
    assert numbers(reader).count("+1") == 1
    reader.drag("Value of a", 40, 0)
    assert 4.15 < float(value.get_attribute("aria-valuenow")) < 4.3
    reader.says("The slope, 50, is for small moves: go back toward 4")
    reader.figure.get_by_role("radio", name="50").click()
    reader.says("^Right[.]")
    assert value.get_attribute("aria-valuenow") == "4"
    reader.button("Back").click()
    assert reader.figure.get_by_role("radio", checked=True).count() == 0


def test_on_a_phone_its_labels_are_legible_and_lie_apart_at_every_step(visit):
    phone = {"width": 390, "height": 844}
    reader = visit("ann-backpropagation", viewport=phone, reduced_motion="reduce")
    reader.play()
    for told in TOLD:
        crowded, smallest = reader.figure.evaluate(CROWDED)
        assert crowded == []
        assert smallest >= 12
        reader.figure.locator("button", has_text=re.compile("Next|Show")).click()
        reader.says(told)
    reader.slider("Value of w₂").press("End")
    assert reader.figure.evaluate(CROWDED)[0] == []
    assert reader.figure.evaluate("e => e.offsetHeight") < 800
