"""Styles inside a page become classes and rules, which a strict policy allows."""

import re

import pytest
from annbook.site.styles import extract


@pytest.mark.parametrize(
    ("tag", "left"),
    [
        ('<td style="width: 33%">', '<td class="NAME">'),
        ("<td style='width: 33%'>", '<td class="NAME">'),
        ('<td class="a" style="width: 33%">', '<td class="NAME a">'),
        (
            """<td class="a" title="of class='b'" style="width: 33%">""",
            """<td class="NAME a" title="of class='b'">""",
        ),
        ('<img alt="a > b" style="width: 33%"/>', '<img class="NAME" alt="a > b"/>'),
    ],
)
def test_an_attribute_becomes_a_class(tag, left):
    page, rules = extract(tag)
    name = re.search(r"s-\w+", page)[0]
    assert page == left.replace("NAME", name)
    assert rules == f":is(#none, .{name}) {{ width: 33% }}\n"


def test_equal_styles_are_one_rule():
    page, rules = extract('<p style="color: red">a</p><p style="color: red">b</p>')
    assert rules.count("red") == 1
    assert len(set(re.findall(r'class="(\S+)"', page))) == 1


def test_the_style_elements_of_tables_and_drawings_become_rules():
    page, rules = extract(
        "<style scoped>\n  .dataframe { width: 1em }\n</style><p>a</p>"
    )
    assert page == "<p>a</p>"
    assert rules == ".dataframe { width: 1em }\n"


@pytest.mark.parametrize(
    "text", ["<p>style=&quot;a&quot;</p>", '<p>&lt;p style="a"&gt;</p>', "<p>a</p>"]
)
def test_what_is_no_style_stays(text):
    assert extract(text) == (text, "")
