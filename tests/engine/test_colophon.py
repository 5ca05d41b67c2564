"""The colophon tells what the committed results were computed with."""

from types import SimpleNamespace

from annbook import colophon
from nbformat import NotebookNode


def table_rows(table):
    rows = table.findall(colophon.nodes.row)
    return [[entry.astext() for entry in row.children] for row in rows]


def directive():
    options = [None] * 9
    made = colophon.Results(*options)
    made.state = SimpleNamespace(
        document=SimpleNamespace(
            settings=SimpleNamespace(env=SimpleNamespace(docname="c"))
        )
    )
    return made


RECORDS = {
    "a": NotebookNode(device="CPU", seconds=1.25, versions={"numpy": "2.4"}),
    "b": NotebookNode(device="H200", seconds=2.0, versions={"numpy": "2.5"}),
}


def test_times_are_listed_and_added_up():
    rows = table_rows(directive()._times(RECORDS))
    assert rows[0] == ["Chapter", "Device", "Seconds"]
    assert [row[1:] for row in rows[1:]] == [
        ["CPU", "1.2"],
        ["H200", "2.0"],
        ["", "3.2"],
    ]


def test_versions_that_differ_between_chapters_are_all_named():
    assert table_rows(directive()._versions(RECORDS))[1:] == [["numpy", "2.4, 2.5"]]
