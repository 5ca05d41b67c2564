"""The graph of backpropagation, played by mouse, by keyboard, and on a phone."""

import re

TOLD = (
    "1 · 12 = 12 is the slope at v₁",
    "1 · [(]−16[)] = −16 is the slope at v₂",
    "12 · 1.5 = 18 comes back to a",
    "[(]−16[)] · [(]−2[)] = 32 comes back to a",
    "When a moves, v₁ and v₂ both move, and each moves ℓ: 18 [+] 32 = 50",
    "From a to u: 50 · 5 = 250",
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
    reader.page.keyboard.press("Enter")  # once more, at the answers
    reader.says(TOLD[3])
    assert "50" not in numbers(reader)
    assert {"?", "18", "32", "×1.5", "×-2"} <= {*numbers(reader)}
    pressed(reader, "Show it")
    reader.says(TOLD[4])
    assert {"?", "50"} <= {*numbers(reader)}
    for told in TOLD[5:]:
        pressed(reader, "Next edge")
        reader.says(told)
    assert "?" not in numbers(reader)
    assert {"48", "-64"} <= {*numbers(reader)}
    reader.button("Back").press("Space")
    reader.says(TOLD[6])
    pressed(reader, "Next edge")
    pressed(reader, "Start again")
    reader.says("ℓ itself has the slope 1")


def test_a_second_try_leads_to_the_sum_and_a_move_shows_it_path_by_path(visit):
    reader = visit("ann-backpropagation").play()
    value = reader.slider("Value of u")
    assert not value.is_visible()
    for _ in range(4):
        reader.button("Next edge").click()
    answers = reader.figure.get_by_role("radio")
    answers.nth(4).click()
    reader.says("Not 2880[.] That is 18 · 32 · 5[.] Slopes multiply")
    assert "50" not in numbers(reader)
    struck = reader.figure.locator("label span[style*=line-through]")
    assert struck.all_text_contents() == ["2880"]
    reader.button("Back").click()
    reader.button("Next edge").click()
    assert struck.count() == reader.figure.get_by_role("radio", checked=True).count()
    assert struck.count() == 0
    answers.nth(3).click()
    reader.says("Right[.].* 18 [+] 32 = 50.*50 · 5 = 250")
    assert answers.count() == 3
    assert reader.figure.get_by_text("u goes to 0.81.").is_visible()
    reader.page.keyboard.press("Space")  # the first of them has the focus
    reader.says("Not 0.5[.] That is 50 · 0.01[.]")
    reader.page.keyboard.press("ArrowRight")
    reader.says(
        "✓ Promised: 250 · 0.01 = 2.5[.] .*together 2.52[.]\\s+The promise holds"
    )
    assert answers.count() == 0
    for _ in range(4):
        reader.page.keyboard.press("ArrowLeft")  # the value has the focus
    reader.says("^Promised: 250 · 0.002 = 0.5[.]")
    shown = numbers(reader)
    assert [shown.count(by) for by in ("+0.18", "+0.32", "+0.5")] == [2, 2, 1]
    assert "promised: 250 · 0.002 = 0.5" in shown
    reader.drag("Value of u", 80, 0)
    assert 0.82 < float(value.get_attribute("aria-valuenow")) < 0.95
    reader.says("The slope holds at u = 0.8 itself: the smaller the move")
    reader.button("Put u back").click()
    assert value.get_attribute("aria-valuenow") == "0.8"
    reader.says("Right")


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
    for value, key in [("u", "Home"), ("u", "End"), ("w₁", "Home"), ("w₂", "End")]:
        reader.slider(f"Value of {value}").press(key)
        assert reader.figure.evaluate(CROWDED)[0] == []
    assert reader.figure.evaluate("e => e.offsetHeight") < 800
