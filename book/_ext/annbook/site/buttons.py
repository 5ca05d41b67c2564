"""The buttons of a chapter: run it here or elsewhere, download it as a notebook."""

from annbook.chapters import Chapter
from annbook.notebooks import lite
from annbook.notebooks.addresses import Addresses, repository
from annbook.paths import ROOT
from annbook.site.translations import translator

AFTER_THE_THEME = 502  # which adds its own buttons at 501
BROWSER = "Run in your browser, without an account"


def setup(app):
    """Connect to Sphinx."""
    app.connect("config-inited", use_forks_address)
    app.connect("html-page-context", add_launch_buttons, priority=AFTER_THE_THEME)


def use_forks_address(app, config):
    """Point the theme's buttons to the repository that CI builds, if it says which."""
    options = config.html_theme_options
    options["repository_url"] = repository(options["repository_url"])


def add_launch_buttons(app, page, template, context, doctree):
    """Add the buttons to a chapter's page."""
    if "kernelspec" not in app.env.metadata.get(page, ()):
        return  # it holds no code
    name = page.removeprefix("book/")
    addresses, translate = Addresses.of(app.config), translator(app.config)
    colab, binder = addresses.colab(name), addresses.binder(name)
    launch = [
        _button("Colab", translate("Open in Colab"), colab, "logo_colab.png"),
        _button("Binder", translate("Open in Binder"), binder, "logo_binder.svg"),
    ]
    if app.config.annbook_lite and lite.fits(Chapter(name, ROOT)):
        here = f"{context['pathto']('lite/lab/index.html', 1)}?path={name}.ipynb"
        launch.insert(
            0, _button("Browser", translate(BROWSER), here, "logo_jupyterlite.svg")
        )
    buttons = context["header_buttons"]
    buttons.insert(
        0,
        {
            "type": "group",
            "tooltip": translate("Run this chapter"),
            "icon": "fas fa-rocket",
            "buttons": launch,
            "label": "launch-buttons",
        },
    )
    notebook = {
        "type": "link",
        "url": context["pathto"](f"notebooks/{name}.ipynb", 1),
        "text": ".ipynb",
        "icon": "fas fa-code",
        "tooltip": translate("Download as a notebook"),
        "label": "download-notebook-button",
    }
    for group in buttons:
        if group.get("label") == "download-buttons":
            group["buttons"].insert(0, notebook)


def _button(text, tooltip, url, icon):
    """Return one entry of the menu."""
    return {
        "type": "link",
        "text": text,
        "tooltip": tooltip,
        "icon": f"_static/images/{icon}",
        "url": url,
    }
