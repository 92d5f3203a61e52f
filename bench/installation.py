"""An installation of its own: a folder, a server that can be killed, clients."""

import http.client
import os
import re
import secrets
import socket
import subprocess
import sys
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
HOST = "127.0.0.1"
STARTS_WITHIN = 60  # seconds


def settle(folder: Path) -> None:
    """Set this process up on a fresh database in a folder, with all tables."""
    os.environ.update(
        HATTAMA_DATA=str(folder),
        HATTAMA_DEMO="yes",
        DJANGO_SETTINGS_MODULE="hattama.site.settings",
    )
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    import django

    from hattama.cli.messages import compile_catalogues

    compile_catalogues()
    django.setup()
    from django.core.management import call_command

    (folder / "static").mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)


def free_port():
    with socket.create_server((HOST, 0)) as door:
        return door.getsockname()[1]


@dataclass
class Server:
    """The server's process over the database that this process is set up on."""

    folder: Path
    database: str = ""
    key: str = ""
    port: int = field(default_factory=free_port)
    process: subprocess.Popen | None = None

    def start(self):
        settings = {
            "HATTAMA_DATA": str(self.folder),
            "HATTAMA_DATABASE": self.database,
            "HATTAMA_DEMO": "yes",
            "HATTAMA_SECRET_KEY": self.key,
            "HATTAMA_URL": f"http://{HOST}:{self.port}",
            "PYTHONPATH": str(ROOT / "src"),
        }
        command = [sys.executable, "-m", "uvicorn", "hattama.site.asgi:application"]
        options = ["--port", str(self.port), "--timeout-keep-alive", "120"]
        self.process = subprocess.Popen(
            [*command, *options, "--lifespan", "off", "--log-level", "error"],
            env=os.environ | settings,
            stderr=subprocess.DEVNULL,
        )
        self.wait()
        return self

    def wait(self):
        until = time.monotonic() + STARTS_WITHIN
        while True:
            try:
                socket.create_connection((HOST, self.port), 1).close()
                return
            except OSError:
                assert self.process.poll() is None, "the server ended"
                assert time.monotonic() < until, "the server does not answer"
                time.sleep(0.05)

    def processor_seconds(self):
        """How long the server has worked, where the system tells it (Linux)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")")[-1]
        user, system = fields.split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def kill(self):
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_why):
        self.kill()


class Client:
    """A signed-in person's browser, as far as pages and forms go."""

    def __init__(self, port, person):
        from hattama.portal.queries.demo import sign_in_path

        self.port, self.person, self.cookies = port, person, {}
        self.line = None
        assert self.ask("GET", sign_in_path(person))[0] == 302

    def get(self, path, **headers):
        """Give a page's status and text."""
        return self.ask("GET", path, headers=headers)

    def post(self, path, token=None, **fields):
        """Post a form; the same `token` again is the same deed."""
        if "csrftoken" not in self.cookies:
            self.cookies["csrftoken"] = secrets.token_hex(16)
        form = {
            "once": str(token or uuid.uuid4()),
            "csrfmiddlewaretoken": self.cookies["csrftoken"],
        } | fields
        return self.ask("POST", path, urlencode(form))

    def ask(self, method, path, body=None, headers=()):
        """Send a request on the line that is open; a broken line is given up."""
        self.line = self.line or http.client.HTTPConnection(HOST, self.port, timeout=30)
        try:
            self.line.request(method, path, body, self.headers(body) | dict(headers))
            answer = self.line.getresponse()
            text = answer.read().decode(errors="replace")
        except BaseException:
            self.close()
            raise
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self.keep(value)
        return answer.status, text

    def headers(self, body):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body is None:
            return {"Cookie": cookies}
        return {
            "Cookie": cookies,
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"http://{HOST}:{self.port}",
        }

    def close(self):
        if self.line:
            self.line.close()
        self.line = None

    def keep(self, cookie):
        name, value = re.match(r"([^=]+)=([^;]*)", cookie).groups()
        self.cookies[name] = value.strip('"')
