"""The style sheet of the site holds what its pages use, and nothing else."""

import pytest
from annbook.site.sheet import cut, joined, names, without_idle_variables

PAGE = '<div class="a b" id="c" data-x="1"><p>text</p></div>'
KNOWN = names([PAGE], ['button.className = "later"'])


@pytest.mark.parametrize(
    "selector",
    [
        *(".a", ".a.b", "#c", "[data-x]", 'div[data-x="2"]', "html", ":root"),
        *("p:hover", ".a>p", "p::before", ".later", "p:not(.unknown)", "P"),
        ":is(.unknown,.a) p",
    ],
)
def test_a_rule_that_may_match_is_kept(selector):
    assert cut(f"{selector} {{ color: red; }}", KNOWN) == f"{selector}{{color: red;}}"


@pytest.mark.parametrize(
    "selector",
    [".unknown", ".a.unknown", "#a-b", "[data-y]", "ul", ".a > ul", "ul:not(.a)"],
)
def test_a_rule_that_matches_nothing_is_dropped(selector):
    assert cut(f"{selector} {{ color: red }}", KNOWN) == ""


def test_of_a_list_of_selectors_those_that_may_match_stay():
    css = ".x, .a:not(.y, .z), .b { margin: 0 }"
    assert cut(css, KNOWN) == ".a:not(.y,.z),.b{margin: 0}"


def test_of_a_group_what_may_match_stays_and_an_empty_one_goes():
    css = (
        "@media print { .a { b: 1 } .x { b: 2 } } @media (width > 1px) { .x { b: 3 } }"
    )
    assert cut(css, KNOWN) == "@media print{.a{b: 1}}"


def test_what_is_no_rule_of_selectors_stays_but_imports():
    css = '@font-face { font-family: "A B" } @keyframes k { to { a: b } }'
    kept = '@font-face{font-family: "A B"}@keyframes k{to{a: b}}'
    assert cut(f'@import "a.css"; {css}', KNOWN) == kept


def test_texts_are_left_as_they_are():
    css = '.a::before { content: "{;  /* } */" } /* "a */ .b { color: red }'
    assert cut(css, KNOWN) == '.a::before{content: "{;  /* } */"}.b{color: red}'


def test_addresses_are_those_seen_from_the_common_folder():
    css = "a { b: url(../i/x.png) } c { d: url('data:y') }"
    found = joined({"styles/s.css": css, "t.css": 'e { f: url("z.svg") }'})
    assert 'url("i/x.png")' in found
    assert "url('data:y')" in found
    assert 'url("z.svg")' in found


def test_custom_properties_that_nothing_asks_for_are_dropped():
    css = "a{--x:1;--y:var(--x);--z:2}b{c:var(--y)}d{--w:3}e{--v:url('a;b')}"
    assert without_idle_variables(css) == "a{--x:1;--y:var(--x);}b{c:var(--y)}"
    assert "--w:3" in without_idle_variables(css, "style: var(--w)")


def test_a_page_names_elements_attributes_classes_and_ids():
    assert {"div", "p", "class", "data-x", "a", "b", "c", "className"} <= KNOWN
    assert "text" not in KNOWN
