"""What the code says of norms, refusals and addresses is true."""

import ast
import re
from functools import cache

import pytest
from django.template.loader import get_template
from django.urls import get_resolver

from hattama.base.messages import REFUSALS
from hattama.cli.paths import PACKAGE
from hattama.core.norms.catalogue import catalogue

CITED = re.compile(r"\b(?:he|tve|dot)-[a-z]+-2020/[a-z0-9.-]+(?<![.-])")
REVERSED = re.compile(r"""(?:reverse|redirect)\(\s*"([a-z_]+)"|{% url "([a-z_]+)\"""")


@cache
def sources(*endings):
    return {
        path: path.read_text()
        for path in PACKAGE.rglob("*")
        if path.suffix in endings and path.is_file()
    }


def test_every_norm_that_is_cited_exists():
    known = {norm.id for norm in catalogue()}
    cited = {
        norm: path.relative_to(PACKAGE)
        for path, text in sources(".py", ".html", ".typ").items()
        for norm in CITED.findall(text)
    }
    assert {norm: path for norm, path in cited.items() if norm not in known} == {}


def raised():
    """Codes given to RuleBroken as they stand, and those passed on as an argument."""
    for path, text in sources(".py").items():
        for node in ast.walk(ast.parse(text)):
            if (
                isinstance(node, ast.Call)
                and called(node) == "RuleBroken"
                and node.args
            ):
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield first.value, path


def called(node):
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def test_every_refusal_has_a_sentence():
    unsaid = {code: path.name for code, path in raised() if code not in REFUSALS}
    assert unsaid == {}


def test_every_sentence_is_some_refusals():
    """Each code stands somewhere outside of the sentences, in code or in its data."""
    elsewhere = "\n".join(
        text
        for path, text in sources(".py", ".toml").items()
        if path.parent.name != "messages"
    )
    assert [code for code in REFUSALS if f'"{code}"' not in elsewhere] == []


def test_every_address_that_is_named_exists():
    known = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    named = {
        one or other: path.relative_to(PACKAGE)
        for path, text in sources(".py", ".html", ".txt").items()
        for one, other in REVERSED.findall(text)
    }
    assert {name: path for name, path in named.items() if name not in known} == {}


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.glob("*/templates/**/*.html")), ids=lambda path: path.name
)
def test_every_template_compiles(path):
    get_template(str(path).split("/templates/")[1])
