"""Teachers find what a chapter's readers often believe at first."""

from annbook.chapters import Chapter
from annbook.site.misconceptions import listed, place

CHAPTER = """---
file_format: mystnb
kernelspec:
  name: python3
misconceptions:
  - belief: A gradient of zero means a minimum.
    truth: It may be a saddle.
    met: sec-saddle
---

# Descent

---
"""


def test_a_belief_stands_with_what_holds_and_a_link():
    assert listed(Chapter("descent").notebook(CHAPTER).metadata) == [
        "- *A gradient of zero means a minimum.* It may be a saddle. "
        "({ref}`sec-saddle`)"
    ]


def test_figures_and_equations_are_named_by_their_numbers():
    assert place("fig-valley") == "({numref}`fig-valley`)"
    assert place("eq-step") == "{eq}`eq-step`"


def test_a_chapter_without_any_lists_nothing():
    assert listed({}) == []
