"""The book's own Sphinx extension and the engine that executes its chapters.

chapters      which chapters there are, and the notebook that each one is
fingerprint   what a chapter's results depend on
results       the committed results: read, compared, written
execution     runs stale chapters through jupyter-cache's executors
cluster       one of these executors, for a Dask cluster
kernels       the environment of every kernel
circumstances device and versions that they ran with
build         what happens before Sphinx reads
cache         hands the committed results to MyST-NB
unfinished    clears what a killed build left
mathml        formulas as MathML, made at build time
page          what stands around a page: scripts, buttons, addresses
colophon      the table of versions, device and seconds
"""


def setup(app):
    """Connect the parts to Sphinx."""
    from annbook import build, colophon, mathml, page, unfinished

    for part in (unfinished, build, colophon, mathml, page):
        part.setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
