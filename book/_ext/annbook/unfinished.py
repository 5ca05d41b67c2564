"""After a build that was killed, the next one starts from nothing.

Sphinx takes a page that is newer than its source for finished, also when only half of
it was written.
"""

import shutil
from pathlib import Path


def setup(app):
    """Drop what an unfinished build left; mark this one as unfinished until it ends."""
    mark = Path(app.outdir).parent / ".unfinished"
    if mark.exists():
        for folder in (app.outdir, app.doctreedir):
            shutil.rmtree(folder, ignore_errors=True)
    Path(app.outdir).mkdir(parents=True, exist_ok=True)
    mark.touch()
    app.connect("build-finished", lambda _, error: error or mark.unlink(), priority=999)
