"""The workflows: pinned, with few rights, one at a time, and true to the repository."""

import re

import pytest
from annbook.chapters import ROOT
from repository import commands, read, steps

FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
WORKFLOWS = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def test_the_five_workflows_are_there():
    names = [path.stem for path in FILES]
    assert names == ["book", "compat", "execute", "links", "release"]


@WORKFLOWS
def test_actions_are_pinned_by_commit_and_name_their_version(path):
    used = re.findall(r"uses: (.*)", path.read_text())
    assert len(used) == sum("uses" in step for step in steps(path)) > 0
    for action in used:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


def test_one_action_has_one_version():
    text = "".join(path.read_text() for path in FILES)
    pins = set(re.findall(r"uses: ([\w/-]+)@(\w+)", text))
    assert len(pins) == len({name for name, _ in pins})


@WORKFLOWS
def test_rights_are_given_by_job_and_say_what_for(path):
    assert read(path)["permissions"] == {}
    for job in read(path)["jobs"].values():
        assert job["permissions"]
    for line in re.findall(r".*: (?:read|write)\b.*", path.read_text()):
        assert " # to " in line


@WORKFLOWS
def test_a_job_that_writes_runs_no_code_of_the_repository(path):
    for job in read(path)["jobs"].values():
        if "write" in job["permissions"].values():
            code = "".join(step.get("run", "") for step in job["steps"])
            assert not re.search(r"\bmake\b|python|\.ci/run", code)


@WORKFLOWS
def test_a_checkout_leaves_no_token_behind(path):
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@WORKFLOWS
def test_no_expression_stands_in_a_script(path):
    assert not any("${{" in step.get("run", "") for step in steps(path))


@WORKFLOWS
def test_runs_do_not_get_in_each_others_way(path):
    assert read(path)["concurrency"]["group"]
    assert all("timeout-minutes" in job for job in read(path)["jobs"].values())


@WORKFLOWS
def test_commands_exist(path):
    run = "\n".join(step.get("run", "") for step in steps(path))
    assert set(re.findall(r"\bmake ([a-z][a-z-]+)", run)) <= commands()


def test_a_cache_is_keyed_by_what_it_holds():
    caches = [step for path in FILES for step in steps(path) if "key" in str(step)]
    keys = {step["with"]["key"] for step in caches if "key" in step.get("with", {})}
    assert keys == {"data-${{ hashFiles('annutils/data/fetch.py') }}"}
    assert "DATASETS" in (ROOT / "annutils" / "data" / "fetch.py").read_text()


def uploads(path):
    """Return the steps that keep an artifact."""
    return [s for s in steps(path) if s.get("uses", "").startswith("actions/upload-")]


def script(path, job):
    """Return what the steps of a job run, in order."""
    return [step["run"] for step in read(path)["jobs"][job]["steps"] if "run" in step]


@WORKFLOWS
def test_an_artifact_is_kept_for_a_week(path):
    assert all(step["with"]["retention-days"] == 7 for step in uploads(path))


@WORKFLOWS
def test_every_workflow_can_be_started_by_hand(path):
    assert "workflow_dispatch" in read(path)[True]  # YAML reads "on" so


def test_stale_results_are_asked_for_before_anything_is_built():
    first = script(ROOT / ".github" / "workflows" / "book.yml", "build")[0]
    assert "annbook stale" in first
    gate = (ROOT / ".ci" / "run").read_text()
    assert "annbook stale" in gate
    assert gate.index("annbook stale") < gate.index("lint book")


def test_what_is_released_has_passed_the_gate():
    run = script(ROOT / ".github" / "workflows" / "release.yml", "build")
    assert run.index(".ci/run") < next(i for i, x in enumerate(run) if "uv build" in x)
    publish = read(ROOT / ".github" / "workflows" / "release.yml")["jobs"]["publish"]
    assert publish["if"] == "github.ref_type == 'tag'"
    assert publish["needs"] == "build"


def test_a_list_of_links_needs_no_issues():
    (run,) = script(ROOT / ".github" / "workflows" / "links.yml", "report")
    assert run.index("hasIssuesEnabled") < run.index("gh issue")


def test_only_whole_results_are_uploaded():
    """Those that were read without complaint, by a run that nobody cancelled."""
    (upload,) = uploads(ROOT / ".github" / "workflows" / "execute.yml")
    condition = "${{ !cancelled() && steps.list.outcome == 'success' }}"
    assert upload["if"] == condition
    assert upload["with"]["path"].split() == ["book/_executed/**/*.ipynb", "changes.md"]
