"""Solutions and the like are folded without a script."""

import pytest
from annbook.site.folds import deeper_folded, folded

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


LINK = '<a class="headerlink" href="#b">#</a>'
CHAPTER = f"""<section id="a">
<h2><span class="section-number">3.1. </span>A machine{LINK}</h2>
<section id="a-1"><h3>Its wheels</h3><p>Round.</p></section>
</section>
<section id="deeper">
<h2><span class="section-number">3.2. </span>Deeper{LINK}</h2>
<section id="b">
<span id="old-name"></span><h3>Its cogs{LINK}</h3>
<p>Small.</p><details><summary>Show</summary></details>
</section>
<section id="c"><h3>Its <em>oil</em></h3><p>Thin.</p></section>
</section>
<p>after</p>"""


def test_what_is_deeper_is_folded_under_its_heading():
    page = deeper_folded(CHAPTER, "Deeper")
    assert page.count('<details class="deeper">') == 2
    assert (
        '<section id="b">\n<span id="old-name"></span><details class="deeper">'
        "<summary><h3>Its cogs</h3></summary>\n<p>Small.</p>"
    ) in page
    assert "<h3>Its <em>oil</em></h3></summary><p>Thin.</p></details></section>" in page
    assert page.endswith("</section>\n<p>after</p>")


def test_other_sections_stay():
    page = deeper_folded(CHAPTER, "Deeper")
    first = CHAPTER[: CHAPTER.index('<section id="b">')]
    assert page.startswith(first)
    assert deeper_folded(CHAPTER, "Plus loin") == CHAPTER
