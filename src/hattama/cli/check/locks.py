"""Do both locks hold what pyproject.toml asks for, hashed and without addresses?"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from hattama.cli.paths import ROOT

PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?P<rest>(?:.*\\\n)*.*)", re.M
)


def complaints(root: Path = ROOT) -> str:
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"]
    tools = project["optional-dependencies"]["dev"]
    lock, dev_lock = root / "requirements.lock", root / "requirements-dev.lock"
    return "\n".join(
        [
            *of_lock(lock, wanted),
            *of_lock(dev_lock, [*wanted, *tools]),
            *differences(lock, dev_lock),
        ]
    )


def of_lock(lock: Path, wanted: list[str]) -> Iterator[str]:
    pins = pinned(lock)
    for requirement in map(Requirement, wanted):
        version = pins.get(canonicalize_name(requirement.name), "")
        if not version or not requirement.specifier.contains(version):
            yield f"{lock.name}: {requirement} is pinned to {version or 'nothing'}"
    text = lock.read_text()
    for pin in PIN.finditer(text):
        if "--hash=sha256:" not in pin["rest"]:
            yield f"{lock.name}: {pin['name']} has no hash"
    if "://" in text or "--index" in text:
        yield f"{lock.name}: it names an address"


def pinned(lock: Path) -> dict[str, str]:
    found = PIN.finditer(lock.read_text())
    return {canonicalize_name(pin["name"]): pin["version"] for pin in found}


def differences(lock: Path, dev_lock: Path) -> Iterator[str]:
    """The development lock must hold all of the other: it is installed in its place."""
    held = pinned(dev_lock)
    for name, version in pinned(lock).items():
        if held.get(name) != version:
            other = held.get(name, "nothing")
            yield f"{name}: {version} in {lock.name}, {other} in {dev_lock.name}"
