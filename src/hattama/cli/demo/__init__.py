"""./hattama demo: a college and a university, every role one click away."""

import argparse
import os
import sys
from pathlib import Path

from hattama.cli.demo.folder import Unfit, prepare
from hattama.cli.paths import ROOT

NOT_HERE = ("HATTAMA_DATABASE", "HATTAMA_MAIL", "HATTAMA_SECRET_KEY")


def run(arguments: list[str]) -> int:
    """Exit status: 0 served until Ctrl-C, 2 the port or the folder does not serve."""
    options = parser().parse_args(arguments)
    from hattama.cli.demo.serving import PortTaken, door_at, serve

    try:
        with door_at(options.port) as door:
            prepare(options.data)
            settle(options)
            serve(door, f"http://127.0.0.1:{options.port}")
    except (PortTaken, Unfit) as refusal:
        print(refusal, file=sys.stderr)
        return 2
    print(f"\nHattama has stopped. What you did stays in {options.data}")
    return 0


def parser() -> argparse.ArgumentParser:
    """The options."""
    options = argparse.ArgumentParser(prog="./hattama demo", description=__doc__)
    options.add_argument("--port", type=int, default=8000, help="of 127.0.0.1")
    options.add_argument(
        "--data", type=Path, default=ROOT / ".data" / "demo", help="folder of the data"
    )
    return options


def settle(options: argparse.Namespace) -> None:
    """Set the installation's settings: a demo, alone in its folder, without mail."""
    for name in NOT_HERE:
        os.environ.pop(name, None)
    os.environ.update(
        HATTAMA_DEMO="yes",
        HATTAMA_DATA=str(options.data.resolve()),
        HATTAMA_URL=f"http://127.0.0.1:{options.port}",
        HATTAMA_HOSTS="localhost,127.0.0.1",
        DJANGO_SETTINGS_MODULE="hattama.site.settings",
    )
