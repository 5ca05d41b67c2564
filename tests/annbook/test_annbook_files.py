"""Of two that work in one place the second waits; what the system refuses is told."""

import errno
import os
import pkgutil
import subprocess
import sys
from threading import Thread

import annbook
import pytest
from annbook import files


def test_the_second_says_that_it_waits_and_goes_on_when_the_first_is_done(tmp_path):
    first, said = files.lock(tmp_path / "lock", print, "build"), []
    second = Thread(
        target=files.lock, args=[tmp_path / "lock", said.append, "build"], daemon=True
    )
    second.start()
    while not said:
        assert second.is_alive()
    os.close(first)
    second.join(timeout=120)
    assert not second.is_alive()
    assert said == ["another build is at work here: waiting for its end"]


def test_annbook_is_imported_where_the_system_has_no_such_locks(tmp_path):
    modules = {
        module.name for module in pkgutil.walk_packages(annbook.__path__, "annbook.")
    }
    modules.remove("annbook.results.cluster")  # needs Dask, installed on request
    modules.remove("annbook.site.live.backend")  # runs in the reader's browser alone
    posix = "fcntl", "grp", "pwd", "resource", "termios"
    code = (
        f"import psutil, sys; sys.modules |= dict.fromkeys({posix})\n"
        "import importlib, signal\n"
        "del signal.SIGHUP, signal.pthread_sigmask\n"
        f"for name in {modules}: importlib.import_module(name)\n"
        "lock = sys.modules['annbook.files'].lock\n"
        f"held = [lock({str(tmp_path / 'lock')!r}, print, '') for _ in 'ab']"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)  # noqa: S603


@pytest.mark.parametrize(
    ("number", "cure"),
    [
        (errno.ENOSPC, "make room there"),
        (errno.EDQUOT, "make room there"),
        (errno.EROFS, "copy the book to where files can be written"),
        (errno.EACCES, "get the right to write there"),
        (errno.EPERM, "get the right to write there"),
        (errno.EFBIG, "raise the limit on the size of a file (ulimit -f)"),
        (errno.EEXIST, "remove it, since a folder must stand there"),
        (errno.ENOTDIR, "remove it, since a folder must stand there"),
    ],
)
def test_what_the_system_refuses_is_told_in_a_line_with_its_cure(number, cure):
    cause = OSError(number, os.strerror(number), "_build/a.html")
    error = RuntimeError("the build ended")
    error.__cause__ = cause
    said = f"_build/a.html: {os.strerror(number)}; {cure}."
    assert files.refusal(cause) == files.refusal(error) == said


def test_of_a_copy_the_place_is_where_it_goes():
    error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "from", None, "to")
    assert files.refusal(error, "_build").startswith("to: No space left")


def test_a_digest_is_of_names_and_contents_but_of_nothing_compiled(tmp_path):
    folder, file = tmp_path / "folder", tmp_path / "file.py"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "a.py").write_text("1")
    file.write_text("1")
    seen = [files.digest(folder, file)]
    (folder / "a.pyc").write_text("compiled")
    assert files.digest(folder, file) == seen[0]
    (folder / "inner" / "a.py").write_text("2")
    seen.append(files.digest(folder, file))
    (folder / "inner" / "a.py").rename(folder / "inner" / "b.py")
    seen.append(files.digest(folder, file))
    file.write_text("2")
    seen += [files.digest(folder, file), files.digest(folder)]
    assert len(set(seen)) == len(seen)


def test_where_no_file_is_named_the_folder_is():
    error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert files.refusal(error, "_build").startswith("_build: No space left")


def test_other_errors_are_no_refusals():
    assert files.refusal(ValueError("x")) == files.refusal(OSError(2, "none")) == ""
