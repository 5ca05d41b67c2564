"""What the hosting site reads: forms, proposals of new versions, releases."""

import re
import shutil
import subprocess
import tomllib

import pytest
from annbook.chapters import ROOT
from repository import read, steps

GITHUB = ROOT / ".github"
FORMS = sorted(GITHUB.glob("ISSUE_TEMPLATE/[0-9]*.yml"))
BASH = shutil.which("bash")


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_with_fields_that_the_site_knows(path):
    form = read(path)
    assert form.keys() == {"name", "description", "labels", "body"}
    ids = [field["id"] for field in form["body"]]
    assert len(ids) == len(set(ids))
    for field in form["body"]:
        assert field["type"] in {"input", "textarea", "dropdown"}
        assert field["attributes"]["label"]
        assert ("options" in field["attributes"]) == (field["type"] == "dropdown")
    assert any(field.get("validations", {}).get("required") for field in form["body"])


def test_the_button_above_a_page_opens_an_issue_that_no_form_restricts():
    html = read(ROOT / "_config.yml")["html"]
    assert html["use_issues_button"]
    assert read(GITHUB / "ISSUE_TEMPLATE" / "config.yml")["blank_issues_enabled"]


def test_new_versions_are_proposed_of_all_that_is_pinned():
    """Of actions, of each file with versions of Python packages, of npm's if any."""
    found = [  # a pair that stands twice makes the file invalid
        (update["package-ecosystem"], directory)
        for update in read(GITHUB / "dependabot.yml")["updates"]
        for directory in update.get("directories") or [update["directory"]]
    ]
    listed = subprocess.run(  # noqa: S603
        [shutil.which("git"), "ls-files", "*requirements*.txt", "*package.json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    expected = {("github-actions", "/")}
    for name in listed:
        kind = "npm" if name.endswith("package.json") else "pip"
        expected.add((kind, f"/{name.rpartition('/')[0]}"))
    assert sorted(found) == sorted(expected)


def test_changelog_package_and_citation_name_one_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    citation = read(ROOT / "CITATION.cff")
    newest, date = re.findall(
        r"^## \[([\d.]+)\] - (\S+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M
    )[0]
    assert newest == project["version"] == citation["version"]
    assert date in (citation["date-released"], "Unreleased")


def step_of_release(name):
    """Return the script of a step of the release workflow."""
    release = steps(GITHUB / "workflows" / "release.yml")
    (script,) = (step["run"] for step in release if step.get("name") == name)
    return script


@pytest.fixture
def release(tmp_path):
    """Return a folder with the files of version 1.2.3, and a way to run a step."""
    (tmp_path / "pyproject.toml").write_text('version = "1.2.3"\n')
    (tmp_path / "CITATION.cff").write_text(
        'version: 1.2.3\ndate-released: "2001-02-03"\n'
    )
    new, old = "## [1.2.3] - 2001-02-03\n\nNew.", "## [1.2.2] - 2001-02-01\n\nOld."
    (tmp_path / "CHANGELOG.md").write_text(f"# Changelog\n\n{new}\n\n{old}\n")

    def run(name, tag="v1.2.3"):
        return subprocess.run(  # noqa: S603
            [BASH, "-e", "-c", step_of_release(name)],
            cwd=tmp_path,
            env={"PATH": "/usr/bin:/bin", "GITHUB_REF_NAME": tag},
            check=False,
        ).returncode

    return tmp_path, run


def test_a_release_whose_files_say_its_version_is_built(release):
    assert release[1]("Compare the tag with what the files say") == 0


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("pyproject.toml", 'version = "1.2.4"\n'),
        ("CITATION.cff", 'version: 1.2.3.1\ndate-released: "2001-02-03"\n'),
        ("CITATION.cff", 'version: 1.2.3\ndate-released: "2001-02-04"\n'),
        ("CHANGELOG.md", "## [1.2.3] - Unreleased\n"),
    ],
)
def test_a_tag_that_a_file_contradicts_is_refused(release, file, text):
    folder, run = release
    (folder / file).write_text(text)
    assert run("Compare the tag with what the files say") == 1


def test_notes_and_archive_are_those_of_the_version(release):
    folder, run = release
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / "_build" / "html").mkdir(parents=True)
    (folder / "_build" / "html" / "index.html").write_text("page")
    uv = folder / ".venv" / "bin" / "uv"  # makes the folder, as the real one does
    uv.write_text('#!/bin/sh\nmkdir "$3"\n')
    uv.chmod(0o755)
    assert run("Pack the site, the package and the notes") == 0
    made = folder / "_build" / "release"
    assert (made / "notes.md").read_text().strip() == "New."
    shutil.unpack_archive(made / "site-1.2.3.tar.gz", folder, filter="data")
    assert (folder / "site-1.2.3" / "index.html").read_text() == "page"
