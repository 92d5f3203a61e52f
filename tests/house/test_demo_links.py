"""Links that sign in exist in the demo alone: they cannot exist otherwise."""

import ast
import os
import subprocess
import sys

import pytest

from hattama.cli.paths import PACKAGE, ROOT

ASK = """
import django
django.setup()
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
for name, given in (("act_as", ["x"]), ("style_guide", [])):
    try:
        resolve(reverse(name, args=given))
        print("there")
    except NoReverseMatch:
        print("gone")
for path in ("/demo/as/x/", "/style-guide/"):
    try:
        resolve(path)
        print("there")
    except Resolver404:
        print("gone")
"""


def routed(tmp_path, **environment):
    answer = subprocess.run(
        [sys.executable, "-c", ASK],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT / "src"),
            "DJANGO_SETTINGS_MODULE": "hattama.site.settings",
            "HATTAMA_DATA": str(tmp_path),
            **environment,
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return set(answer.stdout.split())


@pytest.mark.parametrize("environment", [{}, {"HATTAMA_DEMO": "no"}])
def test_outside_the_demo_they_have_no_address(tmp_path, environment):
    assert routed(tmp_path, **environment) == {"gone"}


def test_in_the_demo_they_have_one(tmp_path):
    assert routed(tmp_path, HATTAMA_DEMO="yes") == {"there"}


def test_a_client_finds_nothing(client, db):
    assert client.get("/demo/as/x/").status_code == 404
    assert client.get("/style-guide/").status_code == 404


def test_only_the_environment_makes_a_demo():
    settings = ast.parse((PACKAGE / "site/settings.py").read_text())
    given = [
        ast.unparse(node.value)
        for node in ast.walk(settings)
        if isinstance(node, ast.Assign)
        and any(getattr(one, "id", "") == "DEMO" for one in node.targets)
    ]
    assert given == ["env_flag('HATTAMA_DEMO')"]


def test_nothing_else_signs_anybody_in():
    """No other file of ours calls Django's login, or names the view."""
    callers = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if {"login", "act_as"} & called(path)
    }
    assert callers == {"portal/views/demo.py", "portal/urls.py"}


def called(path):
    tree = ast.parse(path.read_text())
    imported = {
        name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.contrib.auth"
        for name in node.names
    }
    named = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "act_as"
    }
    return imported | named
