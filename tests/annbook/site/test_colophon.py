"""The colophon tells what the committed results were computed with."""

from annbook.site import colophon
from docutils import nodes

RECORDS = {
    "a": {"device": "CPU", "seconds": 1.26, "versions": {"numpy": "2.4"}},
    "b": {"device": "H200", "seconds": 2.0, "versions": {"numpy": "2.5"}},
}


def texts(table):
    rows = table.findall(nodes.row)
    return [[entry.astext() for entry in row.children] for row in rows]


def test_times_are_listed_and_added_up():
    assert texts(colophon.times(RECORDS, str)) == [
        ["Chapter", "Device", "Seconds"],
        ["a", "CPU", "1.3"],
        ["b", "H200", "2.0"],
        ["One after the other", "", "3.3"],
    ]


def test_versions_that_differ_between_chapters_are_all_named():
    assert texts(colophon.versions(RECORDS))[1:] == [["numpy", "2.4, 2.5"]]
