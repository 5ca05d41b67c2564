"""Light and dark as the system has it, where a reader has chosen neither.

The theme's rules for its two modes wait for a script to say which one it is. Here each
is followed by its twin for a page of which nothing is said, under the condition that
the browser knows; so no page waits for a script, or needs one. Paper is light.
"""

import re
from itertools import groupby

from annbook.site import sheet

MODE = re.compile(r"""\[data-theme=["']?(light|dark)["']?\]""")
UNSAID = (
    ":not([data-theme], [data-theme] *)"  # also for a selector that says no element
)
FALLBACK = "html:not([data-theme])"  # the theme's: light, whatever the system is
WHERE = {
    "light": "print, (prefers-color-scheme: light)",
    "dark": "screen and (prefers-color-scheme: dark)",
}


def by_system(css):
    """Return a style sheet in which a page without ``data-theme`` follows the system.

    Parameters
    ----------
    css : str
        Without comments, as `annbook.site.sheet.cut` gives it.
    """
    rules = [rule for rule in sheet.rules(css) if not rule[0].startswith(FALLBACK)]
    parts = []
    for modes, some in groupby(rules, _modes):
        some = list(some)
        parts += [f"{head}{{{body}}}" for head, body in some]
        for mode in sorted(modes):
            twins = "".join(_twin(*rule, mode) for rule in some)
            parts.append(f"@media {WHERE[mode]}{{{twins}}}")
    return "".join(parts)


def _modes(rule):
    """Return the modes that a rule is for."""
    head, _ = rule
    return frozenset() if head.startswith("@") else frozenset(MODE.findall(head))


def _twin(head, body, mode):
    """Return a rule's twin, for a page of which nothing is said."""
    selectors = [each for each in sheet.COMMA.split(head) if mode in MODE.findall(each)]
    return f"{','.join(MODE.sub(UNSAID, each) for each in selectors)}{{{body}}}"
