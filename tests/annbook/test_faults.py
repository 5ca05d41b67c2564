"""Whatever breaks a run or a build, nothing is lost and one message says what."""

import os
import shutil
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import nbformat
import pytest
from whole_book import BUILD, EXECUTE, MAKE_BOOK, WholeBook

READING, RENDERING = "_build/.doctrees/book/*.doctree", "_build/html/book/*.html"
# Other ways to be damaged are told apart in results/test_committed.py.
DAMAGES = {"one": '{"cells": [', "two": "<<<<<<< HEAD\n{}\n"}
# Of one fault in several forms, the gate takes one. What tells the forms apart is
# tested without a build: test_annbook_files.py, test_signals.py.
weekly = partial(pytest.param, marks=pytest.mark.weekly)


@pytest.fixture
def book(tmp_path):
    """Return a book with its results that was never built."""
    return WholeBook(tmp_path)


@pytest.fixture
def built(undisturbed, tmp_path):
    """Return a copy of the built book, to break."""
    return undisturbed.copy(tmp_path)


def kill_when_exists(book, pattern, command=BUILD):
    """Start a build and kill all of it as soon as such a file exists."""
    process = book.start(*command)
    while not any(book.root.glob(pattern)):
        assert process.poll() is None, "the build ended before the moment came"
        time.sleep(0.001)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


@pytest.mark.parametrize("moment", [weekly(READING), RENDERING])
def test_after_a_kill_the_next_build_gives_the_undisturbed_site(
    book, undisturbed, moment
):
    kill_when_exists(book, moment)
    status, output = book.build()
    assert status == 0, output
    assert book.site() == undisturbed.site()


def test_after_a_kill_the_next_run_gives_the_undisturbed_results(tmp_path, undisturbed):
    book = WholeBook(tmp_path)
    shutil.rmtree(book.executed().parent)
    kill_when_exists(book, "book/_executed/*.ipynb", EXECUTE)
    status, output = book.execute()
    assert status == 0, output
    assert [cell.outputs for cell in read(book)] == [
        cell.outputs for cell in read(undisturbed)
    ]


def read(book):
    """Return the cells of the results: all but what the run records of itself."""
    return nbformat.read(book.executed(), as_version=4).cells


def test_damaged_results_are_named_and_a_run_of_any_chapter_goes_on(built, undisturbed):
    for name, damage in DAMAGES.items():
        built.executed(name).write_text(damage)
    status, output = built.build()
    assert status != 0
    for name in DAMAGES:
        assert output.count(f"{built.executed(name)} is damaged") == 1
        assert f"make execute CHAPTER={name}" in output
    assert "Traceback" not in output
    assert built.site().keys() == undisturbed.site().keys()
    assert built.execute("--chapter", "two")[0] == 0
    assert built.execute()[0] == 0
    assert built.build()[0] == 0
    assert built.site() == undisturbed.site()


def test_two_builds_at_once_do_not_disturb_each_other(book, undisturbed):
    with ThreadPoolExecutor() as pool:
        builds = [pool.submit(book.build) for _ in range(2)]
    outcomes = [build.result() for build in builds]
    outputs = [output for _, output in outcomes]
    assert [status for status, _ in outcomes] == [0, 0], "\n".join(outputs)
    assert sum("waiting for its end" in output for output in outputs) == 1
    assert book.site() == undisturbed.site()


def test_a_folder_may_have_spaces_and_letters_of_any_language(tmp_path, undisturbed):
    folder = tmp_path / "Bücher – ein Projekt"
    folder.mkdir()
    book = WholeBook(folder)
    status, output = book.build()
    assert status == 0, output
    assert book.site() == undisturbed.site()


def test_a_site_without_what_is_searched_is_made_whole(built, undisturbed):
    shutil.rmtree(built.root / "_build" / ".doctrees" / "search")
    (built.root / "_build" / ".doctrees" / "book" / "one.doctree").unlink()
    status, output = built.build()
    assert status == 0, output
    assert built.site() == undisturbed.site()


def test_a_mark_that_editors_of_windows_put_first_changes_nothing(built):
    source = built.root / "book" / "one.md"
    source.write_bytes(b"\xef\xbb\xbf" + source.read_bytes())
    status, output = built.build()
    assert status == 0, output
    assert "stale results" not in output


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("book/one.md", b"\xe9", "book/one.md: Expected UTF-8"),
        ("_config.yml", b"title: [", "_config.yml: "),
        ("_toc.yml", b"root: [", "_toc.yml"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(built, file, content, said):
    (built.root / file).write_bytes((built.root / file).read_bytes() + content)
    status, output = built.make()
    assert status != 0
    assert said in output
    assert "Traceback" not in output


def test_a_changed_style_sheet_reaches_the_site_and_no_chapter_runs(built):
    style = built.root / "book" / "_static" / "book.css"
    style.write_text("body { color: black; }")
    status, output = built.build()
    assert status == 0, output
    assert "stale results" not in output
    copy = built.root / "_build" / "html" / "_static" / "book.css"
    assert copy.read_text() == style.read_text()


def add_chapter(book, name):
    """Add a chapter with results at the end of the book."""
    with (book.root / "_toc.yml").open("a") as toc:
        toc.write(f"      - file: book/{name}\n")
    book.chapter(name, "print(3)")
    book.keep(name, "3\n")


def test_of_a_chapter_that_is_gone_the_site_keeps_nothing(built):
    toc = (built.root / "_toc.yml").read_text()
    add_chapter(built, "three")
    assert built.build()[0] == 0
    named = {"book/three.html", "_sources/book/three.md", "notebooks/three.ipynb"}
    assert named <= set(map(str, built.site()))
    (built.root / "_toc.yml").write_text(toc)
    (built.root / "book" / "three.md").unlink()
    status, output = built.build()
    assert status == 0, output
    assert not [path for path in built.site() if "three" in path.name]


def test_a_missing_kernel_is_named(built):
    before = built.executed().read_bytes()
    built.chapter("one", "print(1)", kernel="no-such-kernel")
    status, output = built.execute()
    assert status == 1
    assert "no-such-kernel" in output
    assert built.executed().read_bytes() == before


# In a mount namespace of its own, a process may have a small or read-only folder.
FULL = "mount -t tmpfs -o size=16k none {folder} && cp {saved}/* {folder}"
READ_ONLY = "mount --bind {folder} {folder} && mount -o remount,ro,bind {folder}"


def needs_mounts():
    """Skip the test where a process may not have folders of its own."""
    if subprocess.run(["unshare", "-rm", "true"]).returncode:  # noqa: S607
        pytest.skip("needs mount namespaces: run as root, or allow user namespaces")


@pytest.mark.parametrize(
    ("mount", "cause", "cure"),
    [
        ("mount -t tmpfs -o size=1m none _build", "No space left", "make room there"),
        weekly(
            READ_ONLY.format(folder="_build"),
            "Read-only file system",
            "copy the book to where files can be written",
        ),
    ],
)
def test_where_the_site_cannot_be_written_one_line_says_why_and_what_to_do(
    built, undisturbed, mount, cause, cure
):
    needs_mounts()
    page = built.root / "book" / "one.md"
    text = page.read_text()
    page.write_text(text.replace("Chapter one", "Chapter 1"))
    script = f"{mount} && {' '.join(MAKE_BOOK)}"
    status, output = built.run("unshare", "-rm", "sh", "-c", script)
    assert status == 1
    told = [line for line in output.splitlines() if cause in line]
    assert len(told) == 1, output
    assert "_build" in told[0]
    assert told[0].endswith(f"; {cure}.")
    assert "Traceback" not in output
    page.write_text(text)
    assert built.build()[0] == 0
    assert built.site() == undisturbed.site()


def test_a_file_in_the_place_of_the_folder_is_named(built):
    folder = built.root / "_build"
    shutil.rmtree(folder)
    folder.touch()
    status, output = built.make()
    assert status == 1
    assert output.splitlines()[-1] == (
        f"{folder}: File exists; remove it, since a folder must stand there."
    )
    assert "Traceback" not in output


@pytest.mark.parametrize("stop", [signal.SIGINT, weekly(signal.SIGTERM)])
def test_a_build_that_is_stopped_says_so_and_the_next_one_ends_it(
    book, undisturbed, stop
):
    with book.start(*MAKE_BOOK) as process:
        for line in process.stdout:
            if line.startswith("writing"):
                break
        os.killpg(process.pid, stop)
        rest = process.stdout.read()
    assert process.returncode == 130
    assert rest.splitlines()[-1] == "Stopped; the next build goes on from here"
    assert "Traceback" not in rest
    assert book.build()[0] == 0
    assert book.site() == undisturbed.site()


@pytest.mark.parametrize(
    ("mount", "cause"),
    [
        weekly(FULL, "No space left on device"),
        (READ_ONLY, "Read-only file system"),
    ],
)
def test_results_that_cannot_be_written_leave_the_old_ones(built, mount, cause):
    needs_mounts()
    built.chapter("one", "print('x' * 50_000)")
    folder, saved = built.executed().parent, built.root / "saved"
    shutil.copytree(folder, saved)
    script = mount.format(folder=folder, saved=saved)
    script += f" && {{ {' '.join(EXECUTE)}; diff -r {saved} {folder} && echo kept; }}"
    _, output = built.run("unshare", "-rm", "sh", "-c", script)
    assert f"{built.executed()} cannot be written: {cause}" in output
    assert "Traceback" not in output
    assert output.endswith("kept\n")
