"""A real Weblate on this machine, with a database of its own; NEWSDESK_WEBLATE names the environment it is in."""

import contextlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

SETTINGS = """\
from weblate.settings_example import *

DATABASES = {{"default": {{"ENGINE": "django.db.backends.postgresql", "NAME": "weblate", "USER": "weblate",
                           "HOST": "{here}/socket", "PORT": "5432"}}}}
DATA_DIR = "{here}/data"
CACHE_DIR = "{here}/cache"
MEDIA_ROOT = DATA_DIR + "/media"
STATIC_ROOT = CACHE_DIR + "/static"
SITE_DOMAIN = "127.0.0.1:{port}"
ALLOWED_HOSTS = ["127.0.0.1"]
SECRET_KEY = "{secret}"
CACHES = {{name: {{"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}} for name in ("default", "avatar")}}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
CELERY_TASK_ALWAYS_EAGER = True
CELERY_BROKER_URL = "memory://"
CELERY_RESULT_BACKEND = None
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
ENABLE_AVATARS = False
VCS_FILE_PROTOCOL = True
"""
"""Weblate's own example, without mail, and with the repository in a folder; its tasks run at once, in the server."""

ACCOUNT = """
from weblate.auth.models import Group, Role, User
user = User.objects.create(username="{name}", full_name="{name}", email="{name}@example.org", is_superuser={superuser})
if {team!r}:
    from weblate.trans.models import Project
    team = Project.objects.get(slug="desk").defined_groups.create(name="Night")
    team.roles.add(Role.objects.get(name={team!r}))
    team.projects.add(team.defining_project)
    user.groups.add(team)
from rest_framework.authtoken.models import Token
print("key", Token.objects.get_or_create(user=user)[0].key)
"""


class RealWeblate:
    """What a test asks of it, by its API."""

    def __init__(self, url: str, weblate: "list[str]", environment: Mapping[str, str]) -> None:
        self.url = url
        self._weblate = weblate
        self._environment = environment
        self.key = self.account("admin", superuser=True)
        self._accounts: list[str] = []

    def account(self, name: str, *, superuser: bool = False, team: str | None = None) -> str:
        """Make an account, and give its key."""
        script = ACCOUNT.format(name=name, superuser=superuser, team=team)
        told = _run([*self._weblate, "shell", "--command", script], self._environment)
        if not superuser:
            self._accounts.append(name)
        return told.rpartition("key ")[2].strip()

    def ask(self, path: str, method: str = "GET", **answer: object) -> dict[str, Any]:
        """Call the API; an HTTPError where it refuses."""
        headers = {"Authorization": f"Token {self.key}", "Content-Type": "application/json"}
        data = json.dumps(answer).encode() if answer else None
        request = urllib.request.Request(f"{self.url}{path}", data, headers, method=method)  # noqa: S310
        with urllib.request.urlopen(request) as reply:  # noqa: S310
            return json.loads(reply.read() or b"{}")

    def _unit(self, slug: str, locale: str, msgid: str) -> dict[str, Any]:
        units = self.ask(f"translations/desk/{slug}/{locale}/units/?page_size=1000")["results"]
        return next(unit for unit in units if unit["source"] == [msgid])

    def shows(self, slug: str, locale: str, msgid: str) -> tuple[str, bool]:
        """What a translator sees for an entry, and whether it needs editing."""
        unit = self._unit(slug, locale, msgid)
        return unit["target"][0], unit["fuzzy"]

    def translate(self, slug: str, locale: str, msgid: str, text: str) -> None:
        """Save a translation as a translator does."""
        self.ask(f"units/{self._unit(slug, locale, msgid)['id']}/", "PATCH", target=[text], state=20)

    def forget(self) -> None:
        """Delete the project and its accounts."""
        self.ask("projects/desk/", "DELETE")
        for name in self._accounts:
            self.ask(f"users/{name}/", "DELETE")
        self._accounts.clear()

    def locked(self) -> dict[str, bool]:
        """Which components are locked, but the glossary that Weblate makes by itself."""
        components = self.ask("projects/desk/components/")["results"]
        return {each["slug"]: each["locked"] for each in components if not each["is_glossary"]}


def _run(command: list[str], environment: Mapping[str, str]) -> str:
    # Not from our own folder: Weblate stands on translate-toolkit, which calls its package as we call ours.
    ran = subprocess.run(
        command, cwd=environment["HOME"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        check=False,
    )  # fmt: skip
    if ran.returncode:
        raise RuntimeError(f"{command[0]} failed: {ran.stdout}")
    return ran.stdout


def _postgres(program: str) -> str:
    """Debian has the database's own programs apart."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    return str(found[-1]) if found else program


@contextlib.contextmanager
def running(environment: Path) -> Iterator[RealWeblate]:
    """Start Weblate and its database, and stop both."""
    # PostgreSQL does not run as root, and whoever it runs as must come into the folder.
    as_who = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    here = Path(tempfile.mkdtemp(prefix="weblate-", dir="/tmp"))
    here.chmod(0o755)
    database = here / "database"
    for path in (database, here / "socket"):
        path.mkdir()
        if as_who:
            shutil.chown(path, "postgres", "postgres")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (here / "settings_of_the_test.py").write_text(SETTINGS.format(here=here, port=port, secret=secrets.token_hex(40)))
    weblate = [str(environment / "bin" / "weblate")]
    own = {
        "PATH": f"{environment / 'bin'}:{os.environ['PATH']}", "HOME": str(here), "LANG": "C.UTF-8",
        "PYTHONPATH": str(here), "DJANGO_SETTINGS_MODULE": "settings_of_the_test",
    }  # fmt: skip
    try:
        initdb = [*as_who, _postgres("initdb"), "--auth=trust", "--username=weblate", "--encoding=UTF8", "--no-sync"]
        _run([*initdb, "--locale=C", "--pgdata", str(database)], own)
        options = f"-c listen_addresses= -c unix_socket_directories={here}/socket -c fsync=off"
        server = [*as_who, _postgres("pg_ctl"), "--pgdata", str(database), "-w", "-l", f"{here}/socket/log"]
        _run([*server, "-o", options, "start"], own)
        try:
            _run(["createdb", "-h", f"{here}/socket", "-U", "weblate", "weblate"], own)
            _run([*weblate, "migrate", "--skip-checks"], own)
            serve = [*weblate, "runserver", "--skip-checks", "--noreload", "--insecure", f"127.0.0.1:{port}"]
            with (
                (here / "log").open("wb") as log,
                subprocess.Popen(serve, cwd=here, env=own, stdout=log, stderr=log) as serving,
            ):
                try:
                    _wait(f"http://127.0.0.1:{port}/healthz/", serving, here / "log")
                    yield RealWeblate(f"http://127.0.0.1:{port}/api/", weblate, own)
                finally:
                    serving.terminate()
        finally:
            _run([*server, "-m", "immediate", "stop"], own)
    finally:
        shutil.rmtree(here, ignore_errors=True)


def _wait(url: str, serving: "subprocess.Popen[bytes]", log: Path) -> None:
    """Until it answers; it has as long as it needs."""
    while True:
        with contextlib.suppress(urllib.error.URLError), urllib.request.urlopen(url):  # noqa: S310
            return
        if serving.poll() is not None:
            raise RuntimeError(log.read_text("utf-8", "replace"))
        time.sleep(0.2)
