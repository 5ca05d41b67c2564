"""Solutions and the like are folded without a script."""

import pytest
from annbook.site.folds import folded

SOLUTION = """<div class="solution dropdown admonition" id="a">

<p class="admonition-title">Solution to <a href="#b">Exercise 1</a></p>
<section><div class="cell"><div>1</div></div></section>
</div>
<p>after</p>"""


def test_a_solution_becomes_details_that_are_closed():
    page = folded(SOLUTION)
    assert page.startswith('<details class="solution dropdown admonition" id="a">')
    title = "Solution to Exercise 1"  # no link: all of it is pressed
    assert f'<summary class="admonition-title">{title}</summary>' in page
    assert page.endswith("</section>\n</details>\n<p>after</p>")
    assert page.count("<div") == page.count("</div>") == 2


def test_one_inside_another_is_folded_too():
    inner = SOLUTION.replace("<p>after</p>", "")
    page = folded(SOLUTION.replace("<div>1</div>", f"<div>{inner}</div>"))
    assert page.count("<details") == page.count("</details>") == 2
    assert page.count("<summary") == page.count("</summary>") == 2


@pytest.mark.parametrize("kind", ["note admonition", "dropdown menu"])
def test_others_stay(kind):
    page = SOLUTION.replace("solution dropdown admonition", kind)
    assert folded(page) == page


def test_one_may_stand_open_at_first():
    page = folded(SOLUTION.replace("dropdown", "dropdown toggle-shown"))
    assert ' id="a" open>' in page
