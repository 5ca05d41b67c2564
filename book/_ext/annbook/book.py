"""``make book``: builds the site, unless it is what its sources ask for."""

import gc
import sys

from annbook.files import refusal
from annbook.paths import ROOT
from annbook.site import up_to_date
from annbook.stopping import heed_signals

PAGE = up_to_date.SITE / "index.html"


def main():
    """Build in order, whoever stops it and whatever the machine refuses."""
    heed_signals()
    # Sphinx keeps nearly all that it makes until it ends: looking for what could be
    # forgotten takes a fifth of a build, and finds little.
    gc.disable()
    try:
        return book()
    except KeyboardInterrupt:
        print("Stopped; the next build goes on from here", file=sys.stderr)
        return 130
    except Exception as error:
        if not (refused := refusal(error, up_to_date.SITE.parent)):
            raise
        print(refused, file=sys.stderr)
        return 1


def book():
    """Build the site where something changed; return the exit status."""
    now = up_to_date.sources(ROOT)
    if up_to_date.is_fresh(ROOT, now):
        print(f"The site is up to date: {PAGE}")
        if stale := up_to_date.stale(ROOT):
            print(up_to_date.named(stale))
        return 0
    status = build()
    if status == 0:
        up_to_date.write(ROOT, now)
        print(f"The site: {PAGE}")
    else:
        print("The build found the problems above", file=sys.stderr)
    return status


def build():
    """Build the site as ``jupyter-book build . -W -n --keep-going`` does."""
    from jupyter_book import sphinx  # takes its time

    sphinx.handle_exception = explain
    from yaml import YAMLError

    # Jupyter Book's own command sets these; others would make all pages anew.
    settings = {
        "external_toc_path": (ROOT / "_toc.yml").as_posix(),
        "latex_individualpages": False,
        "nitpicky": True,
    }
    try:
        result = sphinx.build_sphinx(
            ROOT,
            ROOT / up_to_date.SITE,
            noconfig=True,
            path_config=ROOT / "_config.yml",
            confoverrides=settings,
            warningiserror=True,
            keep_going=True,
        )
    except YAMLError as error:
        print(f"_config.yml: {error}", file=sys.stderr)
        return 1
    return result if isinstance(result, int) else 1  # Sphinx has said why


def explain(app, arguments, error, stream):
    """Say why a build failed: Sphinx does, unless the book has no part in it."""
    from sphinx.cmd.build import handle_exception

    if isinstance(error, KeyboardInterrupt) or refusal(error):
        raise error
    handle_exception(app, arguments, error, stream)


if __name__ == "__main__":
    sys.exit(main())
