"""What files of the repository say: its commands, settings and workflows."""

import re

import yaml
from annbook.chapters import ROOT


def commands():
    """Return the targets of the Makefile."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z-]+):", makefile, flags=re.M))


def read(path):
    """Return what a file in YAML says."""
    return yaml.safe_load(path.read_text("utf-8"))


def steps(workflow):
    """Return the steps of a workflow's file, job after job."""
    jobs = read(workflow)["jobs"].values()
    return [step for job in jobs for step in job["steps"]]
