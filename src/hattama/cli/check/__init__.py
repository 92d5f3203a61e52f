"""./hattama check: everything that can be proven without running the tests."""

import time
from collections.abc import Callable

from hattama.cli.check import documentation, locks, tools, translations, words
from hattama.cli.messages import compile_catalogues

# Each answers with what it has to complain about; nothing means that all is well.
CHECKS: dict[str, Callable[[], str]] = {
    "format": tools.formatting,
    "lint": tools.lint,
    "types": tools.types,
    "contracts": tools.contracts,
    "templates": tools.templates,
    "translations": translations.complaints,
    "migrations": tools.migrations,
    "deployment": tools.deployment,
    "documentation": documentation.complaints,
    "locks": locks.complaints,
    "norms": tools.norms,
    "words": words.complaints,
}


def run(arguments: list[str]) -> int:
    """Run the checks that are named, else all; a failed one does not stop the rest."""
    unknown = set(arguments) - set(CHECKS)
    if unknown:
        print(f"Unknown: {', '.join(sorted(unknown))}. There are: {', '.join(CHECKS)}")
        return 2
    compile_catalogues()
    answers = [passed(name) for name in arguments or CHECKS]
    return 0 if all(answers) else 1


def passed(name: str) -> bool:
    start = time.monotonic()
    complaint = CHECKS[name]().strip()
    seconds = time.monotonic() - start
    print(f"{'FAIL' if complaint else 'ok  '}  {name:<14}{seconds:5.1f} s", flush=True)
    if complaint:
        print(complaint, flush=True)
    return not complaint
