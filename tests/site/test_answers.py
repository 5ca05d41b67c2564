"""Every question in the text, answered in every way, and every blank filled in."""

import axe
import pytest
from annbook.chapters import ROOT, all_chapters

SITE = ROOT / "_build" / "html"
ASKING = [one.name for one in all_chapters() if "{question}" in one.text]
# The page with most questions that are answered by numbers.
NUMBERS = max(
    (one for one in all_chapters() if one.name in ASKING),
    key=lambda one: one.text.count("\n:tolerance:"),
).name
# A question's answers, and which of them are right.
ANSWERS = """question => [...question.querySelectorAll(".answers > li")].map(item =>
  [item.querySelector("strong").textContent, item.classList.contains("right")])"""
# What each answer hears, alone: at once, since a browser driven from outside takes its
# time over each of a thousand clicks.
TRIED = """question => {
  const verdict = question.querySelector(".verdict");
  const judged = () => {
    question.querySelector(":scope > button").click();
    return [verdict.dataset.right, verdict.textContent];
  };
  const inputs = [...question.querySelectorAll(":is(.choices, .number) input")];
  if (question.dataset.kind !== "number")
    return inputs.map(one => {
      for (const input of inputs) input.checked = input === one;
      return judged();
    });
  return [...question.querySelectorAll(".answers > li")].map(answer => {
    inputs[0].value = answer.querySelector("strong").textContent;
    return judged();
  });
}"""
RIGHT = {"true": True, "false": False, "": None}
OPEN = "folds => { for (const fold of folds) fold.open = true; }"


class Asked:
    """A question on an open page."""

    def __init__(self, element):
        self.element = element
        self.kind = element.get_attribute("data-kind")
        self.answers = element.evaluate(ANSWERS)

    def check(self, by_key=False):
        """Ask whether the answer is right; return that, and what is said."""
        button = self.element.get_by_role("button", name="Check")
        button.press("Enter") if by_key else button.click()
        verdict = self.element.locator(".verdict")
        return RIGHT[verdict.get_attribute("data-right")], verdict.inner_text()

    def choose(self, *numbers):
        """Choose some of the answers, and no others."""
        for number, box in enumerate(self.element.locator(".choices input").all()):
            if self.kind == "several" or number in numbers:
                box.set_checked(number in numbers)
        return self.check()

    def enter(self, number):
        """Enter a number, and press Enter."""
        field = self.element.locator("input")
        field.fill(number)
        field.press("Enter")
        return self.check()

    def tried(self):
        """Return of each answer whether it is right, and what it says back."""
        return [(RIGHT[right], text) for right, text in self.element.evaluate(TRIED)]


def asked(page):
    """Return the page's questions."""
    return [Asked(element) for element in page.locator(".question").all()]


@pytest.mark.parametrize("chapter", ASKING)
def test_each_answer_hears_what_it_needs(browser, site, chapter):
    page = browser.new_page()
    page.goto(f"{site}/book/{chapter}.html")
    page.locator("details.deeper").evaluate_all(OPEN)
    for one in asked(page):
        told = one.element.locator(".told")
        assert not told.is_visible()
        if one.kind == "order":
            arrange(one)
            continue
        assert one.check()[0] is None
        assert not told.is_visible()
        said = one.tried()
        assert told.is_visible()
        assert len({text for _, text in said}) == len(said) or one.kind == "several"
        right = [number for number, (_, right) in enumerate(one.answers) if right]
        for (verdict, text), (_, is_right) in zip(said, one.answers, strict=True):
            assert verdict is (is_right and len(right) == 1)
            assert len(text.split()) > 3
        if one.kind == "several":
            assert one.choose(*right)[0] is True
            assert one.choose(*range(len(one.answers)))[0] is False
    page.close()


def arrange(one):
    """Bring the items into order by keys, from the first on."""
    order = one.element.get_attribute("data-order").split()
    items = one.element.locator(".choices > li > p")
    shown = dict(zip(map(int, order), items.all_inner_texts(), strict=True))
    right = [shown[place] for place in sorted(shown)]
    while (now := items.all_inner_texts()) != right:
        assert one.check()[0] is False
        place = next(i for i, text in enumerate(right) if now[i] != text)
        item = one.element.locator(".choices > li").nth(now.index(right[place]))
        item.get_by_role("button", name="Earlier").press("Enter")
    verdict, text = one.check()
    assert verdict is True
    assert text.startswith("Right. ")
    assert len(text.split()) > 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_questions_are_for_all_who_read(browser, site, scheme):
    page = browser.new_page(color_scheme=scheme, viewport={"width": 390, "height": 800})
    page.goto(f"{site}/book/{ASKING[0]}.html")
    for one in asked(page):
        one.check(by_key=True)
        if one.kind == "number":
            assert one.enter(one.answers[0][0])[1]
        elif one.kind != "order":
            assert one.choose(0)[1]
    axe.load(page, ".question")
    options = {"rules": {"region": {"enabled": False}}}  # the page alone has some
    assert axe.violations(page, ".question", options) == []
    page.close()


def test_without_scripts_the_answers_stand_in_a_fold(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/book/{ASKING[0]}.html")
    fold = page.locator(".question .told").first
    fold.locator("summary").click()
    assert fold.locator("li").first.is_visible()
    context.close()


def test_from_disk_it_answers_too(browser):
    page = browser.new_page()
    page.goto((SITE / "book" / f"{ASKING[0]}.html").as_uri())
    assert asked(page)[0].tried()
    page.close()


def test_a_number_may_be_written_as_people_write_it(browser, site):
    page = browser.new_page()
    page.goto(f"{site}/book/{NUMBERS}.html")
    for one in asked(page):
        if one.kind != "number":
            continue
        (value,) = (value for value, right in one.answers if right)
        number = value.replace("\u2212", "-")
        for text in (value, number, f" {number} ", f"{number}/1"):
            assert one.enter(text)[0] is True
        assert one.enter("much")[0] is None
        assert one.enter("123456.5")[0] is False
    page.close()


FILLING = [one.name for one in all_chapters() if "{blank}" in one.text]
# What is said when all blanks of an exercise have been filled in, one after the other.
FILLED = """exercise => {
  for (const place of exercise.querySelectorAll(".blank")) {
    const field = place.querySelector("input");
    field.value = place.dataset.answer;
    field.dispatchEvent(new Event("change"));
  }
  const all = exercise.querySelectorAll(".blank").length;
  const isSaid = exercise.querySelector(".filled").textContent.startsWith(`${all} of`);
  return [isSaid, "solved" in exercise.dataset];
}"""


@pytest.mark.parametrize("chapter", FILLING)
def test_blanks_filled_in_leave_it_to_the_reader_what_is_solved(browser, site, chapter):
    page = browser.new_page()
    page.goto(f"{site}/book/{chapter}.html")
    exercises = page.locator(".exercise:has(.blank)").all()
    said = [exercise.evaluate(FILLED) for exercise in exercises]
    assert said
    assert {*map(tuple, said)} == {(True, False)}
    page.close()


def test_a_blank_says_what_is_wrong_with_it(browser, site):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{site}/book/fundamentals/classifiers.html")
    exercise = page.locator("#ex-classifiers-step")
    places, said = exercise.locator(".blank"), exercise.locator(".filled")
    answers = places.evaluate_all("all => all.map(one => one.dataset.answer)")
    loss = answers.index("0.693")
    field = places.nth(loss).locator("input")
    name = f"Blank {loss + 1}: "
    heard = {
        "much": f"{name}Enter a number",
        "0.7": f"{name}nearly",
        "-0.693": f"{name}the sign",
        "4": f"{name}not right",
        "0.6931": f"1 of {len(answers)}",
    }
    for entry, words in heard.items():
        field.fill(entry)
        assert said.inner_text() == ""
        field.press("Enter")
        assert said.inner_text().startswith(words), entry
        assert (
            places.nth(loss + 1)
            .locator("input")
            .evaluate("field => field === document.activeElement")
        )
    places.nth(0).locator("input").fill("1")  # whole numbers are meant exactly
    places.nth(1).locator("input").focus()
    assert said.inner_text().startswith("Blank 1: not right")
    places.nth(loss).locator("input").fill("4")
    places.nth(0).locator("input").fill(answers[0])
    assert said.inner_text().startswith(f"{name}not right")  # the other one
    axe.load(page, "#ex-classifiers-step")
    options = {"rules": {"region": {"enabled": False}}}  # the page alone has some
    assert axe.violations(page, "#ex-classifiers-step", options) == []
    page.close()
