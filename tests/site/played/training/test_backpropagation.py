"""The gradient of the weights of a batch, played by mouse and by keyboard."""

import numpy as np

A = np.array([[2, 1, 0], [1, 0, 3], [0, 2, 1], [1, 1, 0]])
DELTA = np.array([[0.5, -0.1], [-0.2, 0.3], [0.1, 0.2], [-0.3, -0.4]])
MINUS = "\N{MINUS SIGN}"


def written(number):
    """Return a number as the figure writes it."""
    return f"{number:.2g}".replace("-", MINUS)


def entries(reader):
    """Return dW as it is drawn, a question mark for what is not known."""
    return reader.figure.locator(".entry text").all_text_contents()


def test_its_columns_are_found_by_keyboard_or_shown(visit):
    reader = visit("ann-gradient").play()
    columns = reader.figure.locator(".pile")
    reader.says(r"thick weight, W\[1, 0\]")
    columns.nth(0).press("Enter")
    reader.says(r"^✗ Not a₀: .*Where does W\[1, 0\] start")
    columns.nth(4).press("Space")
    reader.says(r"^✗ Not δ₁: .*Where does W\[1, 0\] end")
    columns.nth(3).press("Enter")
    reader.says("^✓ δ₀: there the weight ends")
    picture = reader.figure.locator("svg")
    assert picture.get_by_text("? · 0.5", exact=True).is_visible()
    columns.nth(1).press("Enter")
    reader.says("^Sample 0: a₁ = 1, where the weight starts, times δ₀ = 0.5")
    assert not columns.first.is_visible()
    after = reader.button("Next sample")
    assert after.evaluate("button => button.matches(':focus')")
    reader.figure.get_by_text("Each sample adds one product").wait_for()
    # Or nobody looks for them.
    reader.figure.locator(".entry").nth(5).click(force=True)
    reader.says(r"thick weight, W\[2, 1\]")
    assert columns.first.is_visible()
    reader.button("Show it").click()
    reader.says("^Sample 0: a₂ = 0")


def test_an_entry_is_added_up_until_its_sum_is_asked_for(visit):
    reader = visit("ann-gradient").play()
    reader.says("^The marked entry of dW belongs to the thick weight")
    assert entries(reader) == ["?"] * 6
    reader.figure.locator(".entry").nth(3).click(force=True)  # dW[1, 1]
    columns = reader.figure.locator(".pile")
    columns.nth(1).click()
    columns.nth(4).click()
    reader.says("^Sample 0: a₁ = 1, .* δ₁ = −0.1")
    after = reader.button("Next sample")
    after.focus()
    reader.page.keyboard.press("Space")
    reader.says("^Sample 1: .*The sum so far: −0.1")
    reader.page.keyboard.press("Space")
    reader.says("^Sample 2: .*The sum so far: 0.3")
    # The last is asked for, and nobody who uses the keyboard is left behind.
    group = reader.figure.get_by_role("group", name="Sample 3 is left.")
    assert not after.is_visible()
    assert group.evaluate("group => group.matches(':focus')")
    assert entries(reader) == ["?"] * 6
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Space")  # the least
    reader.says(r"^Right\. dW\[1, 1\] = .*All four samples use the same weight")
    other = reader.button("Another entry")
    assert other.evaluate("button => button.matches(':focus')")
    assert entries(reader)[3] == written(A[:, 1] @ DELTA[:, 1])
    # Other entries show no sum, and one of them is chosen by the reader or the figure.
    other.click()
    asked = reader.figure.get_by_role("group", name="What is dW[2, 0]?", exact=True)
    asked.wait_for()
    sums = reader.figure.locator("svg").get_by_text("sum").locator("~ text")
    assert sums.text_content() == "?"
    reader.figure.locator(".entry").nth(5).click(force=True)
    asked.wait_for(state="hidden")
    wrong = written(A[:, 2] @ DELTA[:, 0])
    reader.button(wrong).click()
    reader.says(rf"^Not quite: {wrong} takes δ₀, the error of the other unit.* another")
    assert reader.figure.get_by_text("try: 1 of 2").is_visible()
    assert entries(reader)[5] == "?"
    # Whoever needs help adds the samples, and has other answers then.
    reader.button("Next sample").click()
    reader.says("^Sample 0: a₂")
    assert not asked.is_visible()
    for _ in range(2):
        reader.button("Next sample").click()
    right = written(A[:, 2] @ DELTA[:, 1])
    reader.button(right).click()
    reader.says(r"^Right\. dW\[2, 1\] = ")
    assert reader.figure.get_by_text("try: 2 of 3").is_visible()
    reader.figure.locator(".entry").get_by_text(right).wait_for()
    assert sums.text_content() == right
    assert not other.is_visible()
    # What is known stays, and the address says what that is.
    known = visit("ann-gradient", hash=reader.address("known=000101", "j=2")).play()
    known.says(r"^dW\[2, 1\] = ")
    dW = [written(number) for number in (A.T @ DELTA).ravel()]
    assert entries(known) == ["?", "?", "?", dW[3], "?", right]
    known.button("All at once").click()
    known.says("In a product, a row meets a column")
    asked = known.figure.get_by_role("group", name="Which product gives all six")
    assert asked.evaluate("group => group.matches(':focus')")
    known.button("Back").click()
    known.says(r"^dW\[2, 1\] = ")
    known.button("All at once").click()
    known.button("Δᵀ · A").click()
    known.says(r"^Not quite, .*\(2, 3\), but W is \(3, 2\)\. Try another")
    assert entries(known) == ["?", "?", "?", dW[3], "?", right]
    known.button("Aᵀ · Δ").click()
    known.says(r"^Right\. .*Aᵀ · Δ does all six")
    assert known.figure.get_by_text("try: 0 of 1").is_visible()
    assert entries(known) == dW
    picture = known.figure.locator("svg")
    assert picture.get_by_text("(3, 4) · (4, 2) = (3, 2)").is_visible()
    known.button("Start over").click()
    known.says("^The marked entry of dW belongs")
    assert entries(known) == ["?"] * 6


def test_a_link_shows_one_sum_and_keeps_what_the_reader_has_found(visit):
    reader = visit("ann-gradient", hash="#fig-backprop-batch:known=000100").play()
    reader.says("^Find the four products of dW")
    link = reader.page.locator("a", has_text="dW[0, 1]").first
    link.click()
    reader.says(r"^dW\[0, 1\] = 2 · \(−0\.1\)".replace(" · ", "\u00a0·\u00a0"))
    dW = [written(number) for number in (A.T @ DELTA).ravel()]
    assert entries(reader) == ["?", dW[1], "?", dW[3], "?", "?"]


def test_who_fills_all_by_hand_is_asked_for_the_product_too(visit):
    reader = visit(
        "ann-gradient", hash="#fig-backprop-batch:j=2&k=1&known=111110"
    ).play()
    reader.says("^Find the four products")
    reader.button(written(A[:, 2] @ DELTA[:, 1])).click()
    reader.says(r"^Right\. dW")
    assert not reader.figure.locator("svg").get_by_text("Aᵀ (3, 4)").count()
    reader.button("All at once").click()
    reader.button("Aᵀ · Δ").click()
    reader.says(r"^Right\. Rows of the left matrix")
    reader.figure.locator("svg").get_by_text("Aᵀ (3, 4)").wait_for()
    reader.figure.locator(".entry").nth(0).click(force=True)
    reader.says(r"^dW\[0, 0\] = .*\.$")


def test_what_is_asked_is_seen_on_a_phone_at_once(visit):
    phone = {"width": 390, "height": 844}
    reader = visit(
        "ann-gradient",
        viewport=phone,
        has_touch=True,
        hash="#fig-backprop-batch:samples=3",
    ).play()
    group = reader.figure.get_by_role("group", name="Sample 3 is left.")
    group.get_by_role("button").last.tap()
    reader.says("^Not quite: 1 forgets the minus sign")
    assert reader.figure.bounding_box()["height"] <= 800
    picture = reader.figure.locator(".plot").bounding_box()
    answers = group.bounding_box()
    assert answers["y"] + answers["height"] - picture["y"] < 500
