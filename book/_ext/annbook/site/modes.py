"""Light and dark where no script runs: as the system has it.

The theme's rules for its two modes wait for a script to say which one it is. A page
without scripts gets the same rules, under the conditions that the browser knows.
"""

import re

FILE = "unscripted.css"  # below the site's _static
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BLOCK = re.compile(r"@[^{};]*\{(?:[^{}]|\{[^{}]*\})*\}")  # @media and the like
COMMA = re.compile(r",(?![^()]*\))")  # between selectors, not inside ``:not(a, b)``
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
MODE = re.compile(r"""\[data-theme=["']?(light|dark)["']?\]""")


def by_system(css):
    """Return the rules for ``data-theme``, for pages that have the value "auto"."""
    found = {"light": [], "dark": []}
    for selectors, declarations in RULE.findall(BLOCK.sub("", COMMENT.sub("", css))):
        for mode, rules in found.items():
            fitting = [
                MODE.sub('[data-theme="auto"]', selector.strip())
                for selector in COMMA.split(selectors)
                if mode in MODE.findall(selector)
            ]
            if fitting:
                rules.append(f"{', '.join(fitting)} {{{declarations}}}")
    return "".join(
        "\n".join([f"@media (prefers-color-scheme: {mode}) {{", *rules, "}\n"])
        for mode, rules in found.items()
    )
