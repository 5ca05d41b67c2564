"""Broadcasting, played by mouse and by keyboard."""


def shape(reader, name, form):
    """Press a shape of the predictions or the targets."""
    group = reader.figure.get_by_role("group", name=f"Shape of the {name}")
    group.get_by_role("button", name=form, exact=True).click()


def test_the_loss_is_mended_by_either_shape(visit):
    reader = visit("ann-broadcasting").play()
    reader.says(r"All four predictions are right: .* NumPy computes 0\.5\.$")
    shape(reader, "targets", "(4, 1)")
    reader.says(r"Nothing is repeated: .* own target only\. .* was meant: 0\.$")
    code = reader.figure.locator("code").last.text_content()
    loss = "loss = np.mean((predictions - targets) ** 2)"
    assert code == f"{loss}\n# (4, 1) - (4, 1) -> (4, 1)"
    shape(reader, "predictions", "(4,)")
    reader.says("a loss of 0 was meant")
    shape(reader, "targets", "(4,)")
    reader.says("own target only")
    assert reader.figure.locator("pre").text_content().endswith("differences       4")
    again = visit("ann-broadcasting", hash=reader.address("predictions=4")).play()
    again.says("own target only")


def test_predictions_are_dragged_to_the_mean_and_win(visit):
    reader = visit("ann-broadcasting").play()
    reader.drag("Prediction of sample 1", -62, 0)
    reader.says(r"^0\.438 is below 0\.5, though .* to 0\.063: .* mean, 0\.5, is better")
    assert reader.figure.get_by_role("radio").first.is_hidden()  # it is answered
    for sample, key in ((0, "ArrowUp"), (2, "ArrowDown"), (3, "ArrowUp")):
        for _ in range(4 if sample == 3 else 5):
            reader.slider(f"Prediction of sample {sample}").press(key)
    reader.slider("Prediction of sample 3").press("ArrowUp")
    reader.says(r"^Found: 0\.25 is the smallest, half .* meant rose to 0\.25\.$")
    assert reader.figure.get_by_text("The smallest blue loss of a column").is_visible()
    assert reader.figure.get_by_text("0.25", exact=True).count() == 2  # both losses
    shape(reader, "predictions", "(4,)")
    reader.says(r"own target only\. .* was meant: 0\.25\.$")
    reader.address("p=0.5-0.5-0.5-0.5")


def test_a_guess_is_answered_when_a_prediction_is_dragged(visit):
    reader = visit("ann-broadcasting").play()
    reader.figure.get_by_label("no, right is best").click()
    reader.says("Now drag a purple number to the middle")
    reader.slider("Prediction of sample 1").press("ArrowDown")
    reader.says(r"^Your guess is wrong: 0\.478 is below 0\.5\. Right is best against")
    goal = "Now make the blue loss as small as you can. Smallest so far: 0.478."
    assert reader.figure.get_by_text(goal).is_visible()
    assert reader.figure.get_by_role("radio").first.is_hidden()


def test_a_guess_with_equal_shapes_is_answered(visit):
    reader = visit("ann-broadcasting").play()
    shape(reader, "targets", "(4, 1)")
    reader.figure.get_by_label("yes", exact=True).click()
    reader.says(r"Here, no wrong one has less\. And with \(4, 1\) and \(4,\)\?$")
    shape(reader, "targets", "(4,)")
    reader.slider("Prediction of sample 1").press("ArrowDown")
    reader.says(r"^Yes, as you guessed: 0\.478 is below 0\.5, as each .* is better\.$")
    shape(reader, "targets", "(4, 1)")
    reader.says(r"own target only\. .* was meant: 0\.003\.$")


COPIES = """figure => [...figure.shadowRoot.querySelectorAll(".copy")]
    .map(copy => copy.textContent).join("")"""


def test_a_column_and_a_row_are_repeated_where_shapes_differ(visit):
    reader = visit("ann-broadcasting").play()
    row = "0110"
    pairs = "".join(p + y for p in row for y in row)
    assert reader.figure.evaluate(COPIES) == pairs
    shape(reader, "targets", "(4, 1)")
    assert reader.figure.evaluate(COPIES) == ""
    shape(reader, "predictions", "(4,)")
    assert reader.figure.evaluate(COPIES) == pairs


def test_a_prediction_at_the_other_end_leaves_the_wrong_loss(visit):
    reader = visit("ann-broadcasting").play()
    reader.slider("Prediction of sample 2").press("Home")
    reader.says(r"^Still 0\.5: .* Try a value between them")


def test_a_difference_is_pointed_at_and_names_its_sources(visit):
    reader = visit("ann-broadcasting").play()
    seen = reader.slider("Difference that is looked at")
    expected = "differences[1, 0] = predictions[1, 0] − targets[0] = 1 − 0 = 1"
    assert seen.get_attribute("aria-valuetext") == expected
    seen.focus()
    for key in ("ArrowUp", "ArrowRight", "ArrowUp"):
        reader.page.keyboard.press(key)
    expected = "differences[0, 1] = predictions[0, 0] − targets[1] = 0 − 1 = −1"
    assert seen.get_attribute("aria-valuetext") == expected
    reader.figure.locator(".tile").nth(13).hover(force=True)
    expected = "differences[3, 1] = predictions[3, 0] − targets[1]"
    assert seen.get_attribute("aria-valuetext").startswith(expected)
    reader.page.mouse.move(0, 0)
    shape(reader, "targets", "(4, 1)")
    expected = "differences[3, 0] = predictions[3, 0] − targets[3, 0] = 0 − 0 = 0"
    assert seen.get_attribute("aria-valuetext") == expected
