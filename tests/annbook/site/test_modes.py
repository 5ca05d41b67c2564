"""Where a reader has chosen neither, the system says whether a page is dark."""

import pytest
from annbook.site.modes import UNSAID, WHERE, by_system

DARK, LIGHT = 'html[data-theme="dark"]', "html[data-theme=light]"


@pytest.mark.parametrize(("mode", "selector"), [("dark", DARK), ("light", LIGHT)])
def test_a_rule_for_a_mode_is_followed_by_its_twin_for_pages_that_say_nothing(
    mode, selector
):
    rule = f"{selector} a{{b:3}}"
    twin = f"@media {WHERE[mode]}{{html{UNSAID} a{{b:3}}}}"
    assert by_system(f"i{{c:1}}{rule}u{{c:2}}") == f"i{{c:1}}{rule}{twin}u{{c:2}}"


def test_a_twin_has_the_selectors_of_its_mode_alone():
    css = f"{DARK} a,i,{LIGHT} a{{b:3}}"
    assert by_system(css) == (
        f"{css}@media {WHERE['dark']}{{html{UNSAID} a{{b:3}}}}"
        f"@media {WHERE['light']}{{html{UNSAID} a{{b:3}}}}"
    )


def test_a_list_inside_a_selector_is_one_selector():
    css = f"{DARK} img:not(.a,.b),i{{c:1}}"
    assert f"{{html{UNSAID} img:not(.a,.b){{c:1}}}}" in by_system(css)


def test_neighbors_share_a_condition_and_the_order_stays():
    css = f"{DARK} a{{b:1}}{DARK} b{{b:2}}"
    twins = f"html{UNSAID} a{{b:1}}html{UNSAID} b{{b:2}}"
    assert by_system(css) == f"{css}@media {WHERE['dark']}{{{twins}}}"


def test_groups_stay_as_they_are():
    css = f"@media print{{{DARK}{{b:2}}}}"
    assert by_system(css) == css


def test_the_rules_by_which_the_theme_is_light_until_a_script_comes_go():
    assert by_system("html:not([data-theme]) a{b:1}i{c:1}") == "i{c:1}"
