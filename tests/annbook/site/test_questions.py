"""A question shows what it asks, and folds away what its answers say back."""

import json
import re

import pytest
from annbook.notebooks.markdown import Markdown
from annbook.site.questions import folded, lettered, mixed_up, question
from docutils import nodes
from whole_book import WholeBook

GOOD = """

::::{question}
:label: q-one
How many?

:::{hint}
Count.
:::

- [x] one $a$

  It is alone.
- [ ] two

  One was counted twice.
::::

::::{question} Look back
:label: q-both
Which?

- [x] one

  It counts.
- [x] two

  It counts, too.
- [ ] three

  It does not.
::::

::::{question}
:label: q-number
:tolerance: 0.1
How much?

- [x] 2.5

  So much.
- [ ] 5

  That is twice as much.
::::

::::{question}
:label: q-order
In which order?

1. first
2. second

   It follows the first.
3. third

   It follows the second.

Since nothing comes before the first.
::::
"""
ANSWER = "\n- [{}] {}\n\n  Why.\n"
RIGHT, WRONG = ANSWER.format("x", "one"), ANSWER.format(" ", "two")
# What is wrong with a question, and what is said about it.
BAD = {
    "a question needs a :label:": f"\nWhat?\n{RIGHT}{WRONG}",
    "a question has one list of answers, got 0": ":label: a\n\nWhat?\n",
    "a question asks something before its list": f":label: b\n{RIGHT}{WRONG}",
    "what follows the list belongs to one of its answers": (
        f":label: c\n\nWhat?\n{RIGHT}{WRONG}\nMore.\n"
    ),
    "an answer begins with [x] or [ ], got 'one'": (
        ":label: d\n\nWhat?\n\n- one\n\n  Why.\n"
    ),
    "the answer '[ ] three' says nothing back": (
        f":label: e\n\nWhat?\n{RIGHT}- [ ] three\n"
    ),
    "some answers are right [x] and some are not [ ]": (
        f":label: f\n\nWhat?\n{RIGHT}{RIGHT}"
    ),
    "below a numbered list, a question says why it is so": (
        ":label: g\n\nWhat?\n\n1. one\n2. two\n3. three\n"
    ),
    "an order takes at least 3 items, got 2": (
        ":label: h\n\nWhat?\n\n1. one\n2. two\n\nWhy.\n"
    ),
    "'three' does not say why it comes no earlier": (
        ":label: i\n\nWhat?\n\n1. one\n2. two\n\n   Why.\n3. three\n\nWhy.\n"
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return the folder of a site whose second chapter has a question of each kind."""
    book = WholeBook(tmp_path_factory.mktemp("good"))
    path = book.root / "book" / "two.md"
    path.write_text(path.read_text() + GOOD, encoding="utf-8")
    status, output = book.build()
    assert status == 0, output
    return book.root / "_build" / "html"


@pytest.fixture(scope="module")
def page(site):
    """Return the page with the questions."""
    return (site / "book" / "two.html").read_text("utf-8")


def shown(page, label):
    """Return a question's element, up to the next one."""
    return page.split(f'id="{label}"')[1].split('class="question"')[0]


def test_the_list_says_how_a_question_is_answered(page):
    attributes = re.findall(r'<div [^>]*class="question"[^>]*>', page)
    kinds = [re.search(r'data-kind="(\w+)"', one)[1] for one in attributes]
    assert kinds == ["choice", "several", "number", "order"]
    titles = [re.search(r'aria-label="([^"]+)"', one)[1] for one in attributes]
    assert titles == ["Question", "Look back", "Question", "Question"]
    assert 'data-tolerance="0.1"' in attributes[2]
    assert 'data-order="0 2 1"' in attributes[3]


def test_what_answers_say_back_is_folded_and_marked(page):
    one = shown(page, "q-one")
    assert one.index("Hint") < one.index("Count.") < one.index("It is alone.")
    right, wrong = re.findall(r"<li( class=\"right\")?><p><strong>(\w)</strong>", one)
    assert [bool(right[0]), right[1]] == [True, "A"]
    assert [bool(wrong[0]), wrong[1]] == [False, "B"]
    assert "</strong>: Not right. One was counted twice." in one
    assert "[x]" not in page
    assert "[ ]" not in page


def test_a_number_is_not_given_away(page):
    number = shown(page, "q-number")
    assert number.index("2.5") > number.index("<summary>Answer</summary>")


def test_an_order_is_shown_as_another(page):
    order = shown(page, "q-order")
    assert order.index("first") < order.index("third") < order.index("second")
    assert "<strong>A, C, B</strong>" in order
    assert "<strong>C</strong>: It follows the first." in order


def test_orders_are_mixed_each_in_its_own_way_and_never_right():
    mixed = {tuple(mixed_up(4, f"q-{i}")) for i in range(200)}
    assert len(mixed) == 23
    assert (0, 1, 2, 3) not in mixed


def test_a_page_with_questions_has_the_script_that_answers(page):
    assert re.search(r'<script[^>]*data-check="Check"[^>]*questions\.js', page)


def test_an_incomplete_question_is_an_error_that_says_what_it_lacks(tmp_path):
    book = WholeBook(tmp_path)
    path = tmp_path / "book" / "one.md"
    for text in BAD.values():
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\n\n:::{{question}}\n{text}:::\n")
    status, output = book.build()
    assert status != 0
    assert [complaint for complaint in BAD if complaint not in output] == []


def test_in_a_notebook_its_answers_are_folded_too():
    items = [nodes.list_item("", nodes.paragraph("", text)) for text in ("one", "two")]
    fold = folded("", nodes.paragraph("", "It is A."), title="Answer")
    node = question("", nodes.paragraph("", "How many?"), lettered(items), fold)
    assert Markdown("https://book.example/").block(node).split("\n\n") == [
        "How many?",
        "- **A**: one\n- **B**: two",
        "<details>\n<summary><b>Answer</b></summary>",
        "It is A.",
        "</details>",
    ]


def test_a_card_asks_it_and_tells_what_is_right_and_why(site):
    script = (site / "_static" / "progress" / "book.js").read_text("utf-8")
    book = json.loads(script.partition(" = ")[2].rstrip(";\n"))
    assert list(book["chapters"]) == ["book/two.html"]
    cards = book["chapters"]["book/two.html"]["questions"]
    assert [card["id"] for card in cards] == ["q-one", "q-both", "q-number", "q-order"]
    one, both, number, order = ([card["front"], card["back"]] for card in cards)
    assert one == [
        r"How many?<br>A. one \(a\)<br>B. two",
        "<b>A</b>: Right. It is alone.",
    ]
    assert both[0] == "Which?<br>Choose all that apply.<br>A. one<br>B. two<br>C. three"
    assert both[1].split("<br>") == [
        "<b>A</b>: Right. It counts.",
        "<b>B</b>: Right. It counts, too.",
    ]
    assert number == ["How much?", "<b>2.5</b>: Right. So much."]
    assert order == [
        "In which order?<br>A. first<br>B. third<br>C. second",
        "<b>A, C, B</b><br>Since nothing comes before the first.",
    ]
