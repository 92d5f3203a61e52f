"""The top storey: what a person types after ./hattama."""

import os
from importlib import import_module

COMMANDS = {
    "demo": "serve the demo college and university, with a sign-in link per role",
    "deadline": "count a deadline of the regulations, day by day",
    "norms": "say which norms are enforced, watched, offered or planned",
    "roster": "read a list of students as the import would, changing nothing",
    "due": "send letters, remind, note what is overdue: once, or --every SECONDS",
    "verify": "prove that the ledger was not altered",
    "test": "run every test, on SQLite and on PostgreSQL",
    "check": "prove format, lint, types, contracts, translations and documentation",
    "messages": "bring the Kazakh and Russian catalogues up to date",
    "lock": "choose package versions anew and write both lock files",
}


def main(argv: list[str]) -> int:
    if not argv or argv[0] in ("-h", "--help"):
        print(overview())
        return 0
    name, *arguments = argv
    try:
        return run(name, arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of our output has gone: head, less
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 141


def run(name: str, arguments: list[str]) -> int:
    if name not in COMMANDS:
        return manage(name, arguments)
    module = import_module(f"hattama.cli.{name}")
    status: int = module.run(arguments)
    return status


def manage(name: str, arguments: list[str]) -> int:
    """Anything that is not ours is one of Django's commands (migrate, shell, ...)."""
    from django.core.management import execute_from_command_line

    from hattama.cli.messages import compile_catalogues

    compile_catalogues()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hattama.site.settings")
    execute_from_command_line(["hattama", name, *arguments])
    return 0


def overview() -> str:
    own = "\n".join(f"  {name:<10}{what}" for name, what in COMMANDS.items())
    return (
        f"./hattama <command> [options]\n\n{own}\n\n"
        "Any other command goes to Django: ./hattama migrate; all: ./hattama help"
    )
