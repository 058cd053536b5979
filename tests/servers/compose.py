"""docker-compose.yml for tests: parsed by Compose's own parser, and its services run natively on loopback.

No Docker engine is needed: a service's command, environment and health check are taken from the file as Compose reads
it, and only host names, ports and paths are rewritten.
"""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.cli.init import fill_secrets
from tests.patience import Patience
from tests.require import missing

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docker-compose.yml"
TLS = ROOT / "docker-compose.tls.yml"
PARSER = "github.com/compose-spec/compose-go/v2/cmd@v2.16.2"
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "veille" / "compose-go-2.16.2"
VARIABLE = re.compile(r"(?<!\$)\$\{(?P<name>[A-Z_]+)(?::(?P<how>[-?])(?P<rest>[^}]*))?\}")
BIN = Path(sys.executable).parent


def parser() -> Path:
    """Compose's parser, installed with Go once."""
    binary = CACHE / "cmd"
    if not binary.exists():
        go = shutil.which("go")
        if not go:
            missing("compose-go", "there is no Go to install Compose's parser with")
        env = {**os.environ, "GOBIN": str(CACHE), "GOFLAGS": "-mod=mod"}
        done = subprocess.run([go, "install", PARSER], env=env, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    return binary


def variables() -> dict[str, str]:
    """A .env as ``veille init --compose`` writes it."""
    lines = fill_secrets((ROOT / ".env.example").read_text()).splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def parsed(values: Mapping[str, str], folder: Path, *over: Path) -> dict[str, Any]:
    """The file as Compose reads it, with these variables, and with what other files lay over it."""

    def value(found: re.Match[str]) -> str:
        name, how, rest = found["name"], found["how"], found["rest"]
        if how == "?":
            assert values.get(name), f"{name} is required and not in .env.example"
        return values.get(name) or (rest if how == "-" else "")

    files = [folder / source.name for source in (FILE, *over)]
    for source, file in zip((FILE, *over), files, strict=True):
        file.write_text(VARIABLE.sub(value, source.read_text()))
    # its -format json cannot see the environment (2.16.2), so the variables are put in beforehand
    command = [parser(), "-no-interpolation", "-format", "json", *map(str, files)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "warning" not in done.stderr
    return dict(json.loads(done.stdout))


@dataclass
class Native:
    """Services of the file, run here."""

    model: dict[str, Any]
    folder: Path
    rewrites: Mapping[str, str]
    """What stands for what: ``elasticsearch:9200`` → ``127.0.0.1:24000``."""
    more: Mapping[str, str] = field(default_factory=dict)
    """Environment that the image or Docker would give."""
    path: str = ""
    running: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    def text(self, value: Any) -> str:
        """A value of the file, unescaped and rewritten."""
        text = str(value).replace("$$", "$")
        for old, new in self.rewrites.items():
            text = text.replace(old, new)
        return text

    def environment(self, service: str) -> dict[str, str]:
        """What the container would see, and nothing of ours but PATH and HOME."""
        given = self.model["services"][service].get("environment") or {}
        told = {name: self.text(value) for name, value in given.items() if value is not None}
        base = {"PATH": f"{BIN}:{self.path}:{os.environ['PATH']}", "HOME": str(self.folder), "LANG": "C.UTF-8"}
        return {**base, "HOSTNAME": socket.gethostname(), **told, **self.more}

    def run(self, service: str, **more: str) -> "subprocess.CompletedProcess[str]":
        """A one-shot service, to its end."""
        command = [self.text(word) for word in self.model["services"][service]["command"]]
        env = self.environment(service) | more
        return subprocess.run(command, env=env, cwd=self.folder, capture_output=True, text=True)

    def start(self, service: str, *more: str) -> None:
        """A lasting service, in a process group of its own."""
        command = [self.text(word) for word in self.model["services"][service]["command"]]
        with self._log(service).open("ab") as log:
            self.running[service] = subprocess.Popen(
                [*command, *more], env=self.environment(service), cwd=self.folder, stdin=subprocess.DEVNULL,
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    def health(self, service: str, **more: str) -> "subprocess.CompletedProcess[str]":
        """One health check, as Docker would run it."""
        how, *words = self.model["services"][service]["healthcheck"]["test"]
        command = ["/bin/sh", "-c", self.text(words[0])] if how == "CMD-SHELL" else [self.text(w) for w in words]
        env = self.environment(service) | more
        return subprocess.run(command, env=env, cwd=self.folder, capture_output=True, text=True)

    def wait_healthy(self, service: str, seconds: float = 240, **more: str) -> None:
        """Until its health check passes; fails with what it wrote if it ends or takes too long."""
        patience = Patience(seconds)
        while True:
            if (done := self.health(service, **more)).returncode == 0:
                return
            process = self.running.get(service)
            over = patience.is_over() or (process is not None and process.poll() is not None)
            assert not over, (
                f"{service} is not healthy: {done.stdout[-500:]}{done.stderr[-1500:]}\n{self.said(service)}"
            )
            time.sleep(1)

    def said(self, service: str) -> str:
        """The end of its log."""
        log = self._log(service)
        return log.read_text(errors="replace")[-3000:] if log.exists() else ""

    def stop(self) -> None:
        """End all, newest first."""
        for kind, patience in ((signal.SIGTERM, 20.0), (signal.SIGKILL, 5.0)):
            for process in reversed(self.running.values()):
                if process.poll() is None:
                    with contextlib.suppress(ProcessLookupError):
                        os.killpg(process.pid, kind)
            left = Patience(patience)
            while any(p.poll() is None for p in self.running.values()) and not left.is_over():
                time.sleep(0.1)

    def _log(self, service: str) -> Path:
        return self.folder / f"{service}.log"


def left_behind(mark: str, seconds: float = 15) -> list[str]:
    """Command lines of processes that still have this text in their environment after a while (Linux only)."""
    patience = Patience(seconds)
    while (found := list(_marked(mark))) and not patience.is_over():
        time.sleep(0.5)
    return found


def _marked(mark: str) -> Iterator[str]:
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if mark.encode() in (entry / "environ").read_bytes().split(b"\0") and int(entry.name) != os.getpid():
                yield (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])
