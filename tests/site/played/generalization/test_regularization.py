"""How strong a remedy must be: guessed, uncovered, played by mouse and keyboard."""

import re

MARKER = "Strength of the remedy"
UNCOVER = "Uncover the error on new samples"


def test_a_guess_is_uncovered_and_judged(visit):
    reader = visit("ann-regularization").play()
    reader.says(r"No remedy, twelve sets: training 1\.0% wrong\. And new samples\?")
    for words in ("too little", "truth"):
        assert not reader.figure.get_by_text(words).is_visible()
    reader.drag(MARKER, 130, 0)
    reader.says("λ = 0.00[13]")
    reader.button(UNCOVER).click()
    assert reader.figure.get_by_text("your guess").is_visible()
    reader.says(r"^You stopped at 0.00[13]: .* the lowest, 14\.7%, is at 0\.01")
    for words in ("too little", "enough", "too much", "truth", "true boundary"):
        assert reader.figure.get_by_text(words, exact=True).is_visible()
    assert not reader.button(UNCOVER).is_visible()
    reader.slider(MARKER).press("Home")
    reader.says(
        r"^No remedy, twelve sets: training 1\.0%, new 17\.6% wrong\.\sToo little"
    )


def test_what_is_within_a_point_of_the_lowest_is_enough(visit):
    told = {
        "l2=0.001&remedy=l2": r"15\.9% .*\sToo little, .*: 1\.2 points .* \(may be",
        "l2=0.003&remedy=l2": "Enough",
        "dropout=0.1&remedy=dropout": "Too little.*: 1.1 points above the lowest\\.",
        "stop=125&remedy=stop": "Enough",
        "stop=60&remedy=stop": "Too much, .*: 2.2 points",
    }
    for settings, words in told.items():
        hash = f"#fig-regularization-play:{settings}&curve=shown"
        reader = visit("ann-regularization", hash=hash).play()
        reader.says(words)


def test_new_samples_are_read_best_between_no_remedy_and_too_much(visit):
    reader = visit("ann-regularization").play()
    for remedy in ("L2", "Dropout", "Early stopping"):
        reader.button(remedy).click()
        reader.button(UNCOVER).click()
        marker, errors = reader.slider(MARKER), []
        for _ in range(7):
            errors.append(new_error(reader))
            marker.press("ArrowRight")
        reader.says("Too much")
        assert min(errors[1:-1]) < min(errors[0], errors[-1]) - 1


def test_each_remedy_is_guessed_for_itself_and_the_address_keeps_it(visit):
    reader = visit("ann-regularization").play()
    reader.button(UNCOVER).click()
    reader.button("Dropout").click()
    assert reader.button("Dropout").get_attribute("aria-pressed") == "true"
    assert reader.button(UNCOVER).is_visible()
    marker = reader.slider(MARKER)
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"):
        marker.press(key)
    reader.says("p = 0.2")
    reader.button("L2").click()
    reader.says("Too little")
    reader.button("Dropout").click()
    address = reader.address("remedy=dropout", "dropout=0.2")
    assert "curve" not in address
    again = visit("ann-regularization", hash=f"{address}&curve=shown").play()
    again.says("p = 0.2, twelve sets: .* new 14.2% wrong")


def new_error(reader):
    """Return the error on new samples that the figure tells, in percent."""
    told = reader.says("new .* wrong")
    return float(re.search(r"new ([\d.]+)% wrong", told)[1])
