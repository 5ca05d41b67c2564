"""Without a script, the system says whether a page is light or dark."""

import pytest
from annbook.site.modes import by_system

CSS = """/* c */ a { b: 1 } @media print { html[data-theme="dark"] { b: 2 } }
html[data-theme=dark] a, i, html[data-theme="light"] a { b: 3 }"""


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_rules_for_a_mode_wait_for_the_system(mode):
    rule = '{ html[data-theme="auto"] a { b: 3 } }'
    found = " ".join(by_system(CSS).split())
    assert f"@media (prefers-color-scheme: {mode}) {rule}" in found


def test_a_list_inside_a_selector_is_one_selector():
    css = "html[data-theme=dark] img:not(.a,.b), i { c: 1 }"
    assert 'html[data-theme="auto"] img:not(.a,.b) { c: 1 }' in by_system(css)


def test_other_rules_are_left_out():
    assert "b: 1" not in by_system(CSS)
    assert "b: 2" not in by_system(CSS)
