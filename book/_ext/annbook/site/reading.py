"""How a reader has pages shown: theme, size of the text, spacing, code in sight or not.

A panel in the page's header sets it (``templates/theme-switcher.html``), as attributes
of ``<html>`` such as ``data-theme="dark"``, and ``page.js`` keeps it in the reader's
browser. What is as the book has it, has no attribute.
"""

import base64
import hashlib

from annbook.site.translations import translator

# Of each setting, the values of its attribute, and what the panel calls them.
SETTINGS = {
    "theme": ("Theme", {"": "System", "light": "Light", "dark": "Dark"}),
    "size": (
        "Text, %",
        {"90": "90", "": "100", "115": "115", "130": "130", "150": "150"},
    ),
    "spacing": ("Text spacing", {"": "Normal", "wide": "Wide"}),
    "code": ("Code", {"": "Shown", "hidden": "Folded"}),
}
TITLE, RESET = "Theme, text and code", "Reset"
# How the reader came, "navigate" or "reload", for instance: a page that is opened anew
# may leave for later what is far down, and one that the reader comes back to may not,
# since the browser looks there for the place where it was left (book.css).
CAME = "data-came"
ATTRIBUTES = {f"data-{name}" for name in SETTINGS} | {CAME}

# The one script inside a page, so that a page is drawn once, as its reader has chosen,
# and waits for no file but its style sheet. Where a policy refuses it, a page is first
# drawn as the book and the system have it, until page.js comes; its hash may allow it.
SCRIPT = (
    "try{const{dataset:d}=document.documentElement;"
    "d.came=performance.getEntriesByType('navigation')[0]?.type;"
    "Object.assign(d,JSON.parse(localStorage.reading))}catch{}"
)
HASH = f"sha256-{base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()}"

# The theme's scripts would set it; without it, the system's theme is shown (modes.py).
UNSET = ' data-theme="auto"'


def setup(app):
    """Connect to Sphinx."""
    app.connect("html-page-context", add_panel)


def add_panel(app, page, template, context, doctree):
    """Give the template what the panel says, in the language of the book."""
    translate = translator(app.config)
    context["reading"] = {
        "title": translate(TITLE),
        "reset": translate(RESET),
        "show": app.config.nb_code_prompt_show,
        "hide": app.config.nb_code_prompt_hide,
        "settings": {
            name: {
                "title": translate(title),
                "choices": {
                    value: translate(words) for value, words in choices.items()
                },
            }
            for name, (title, choices) in SETTINGS.items()
        },
    }


def with_choices(page):
    """Return a page that is drawn as its reader has chosen, HTML."""
    page = page.replace(UNSET, "", 1)
    return page.replace("<head>", f"<head>\n    <script>{SCRIPT}</script>", 1)
