"""``make book``: builds the site, unless it is what its sources ask for."""

import sys

from annbook import ROOT, stamp

PAGE = stamp.SITE / "index.html"


def book():
    """Build the site where something changed; return the exit status."""
    now = stamp.sources(ROOT)
    if stamp.is_fresh(ROOT, now):
        print(f"The site is up to date: {PAGE}")
        if stale := stamp.stale(ROOT):
            print(f"stale results: {', '.join(stale)} (make execute)")
        return 0
    status = build()
    if status == 0:
        stamp.write(ROOT, now)
        print(f"The site: {PAGE}")
    else:
        print("The build found the problems above", file=sys.stderr)
    return status


def build():
    """Build the site as ``jupyter-book build . -W -n --keep-going`` does."""
    from jupyter_book.sphinx import build_sphinx  # takes its time

    # Jupyter Book's own command sets these; others would make all pages anew.
    settings = {
        "external_toc_path": (ROOT / "_toc.yml").as_posix(),
        "latex_individualpages": False,
        "nitpicky": True,
    }
    result = build_sphinx(
        ROOT,
        ROOT / stamp.SITE,
        noconfig=True,
        path_config=ROOT / "_config.yml",
        confoverrides=settings,
        warningiserror=True,
        keep_going=True,
    )
    return result if isinstance(result, int) else 1  # Sphinx has said why


if __name__ == "__main__":
    sys.exit(book())
