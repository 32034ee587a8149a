"""A fake of Weblate: the few calls of its API that a night makes, with its answers, and real git behind them."""

import contextlib
import http.server
import json
import re
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import polib

OWN_NAME = "http://weblate.internal"
"""What it takes its own address for, as Weblate does behind a proxy that does not tell it."""
KEY = "wlu_AKeyThatNobodyMaySee"
SOMEBODY = ("-c", "user.name=Mari", "-c", "user.email=mari@example.org")


def git(folder: Path, *arguments: str) -> str:
    """What git prints; an error where it cannot."""
    ran = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise RuntimeError(ran.stderr or ran.stdout)
    return ran.stdout


class FakeWeblate:
    """Has a clone of the repository, a component for each POT file in it, and what translators have not pushed yet."""

    def __init__(self, clone: Path) -> None:
        self.clone = clone
        self.main = self.slugs()[0]
        self.locked = {"elsewhere": False, "glossary": False}
        self.pending: list[tuple[Path, str, str]] = []
        self.asked: list[str] = []
        """The calls that changed something, in their order."""
        self.answers: list[tuple[int, dict[str, str], bytes]] = []
        """What it answers with first, instead of what it should."""
        self.before: dict[str, Callable[[], object]] = {}
        """What happens just before a call, such as “lock first”."""
        self.pushes = True

    # --- as a translator sees it

    def slugs(self) -> list[str]:
        return sorted(path.stem for path in (self.clone / "locales").glob("*.pot"))

    def translate(self, slug: str, locale: str, msgid: str, text: str) -> None:
        """What a translator saves lies in Weblate's database until it is committed."""
        if self.locked.get(slug):
            raise PermissionError("This translation is currently locked.")
        self.pending.append((self.clone / f"locales/{locale}/LC_MESSAGES/{slug}.po", msgid, text))

    # --- as git sees it

    def commit(self) -> dict[str, object]:
        for path, msgid, text in self.pending:
            catalog = polib.pofile(str(path), wrapwidth=78)
            entry = catalog.find(msgid)
            entry.msgstr = text
            entry.fuzzy = False
            catalog.save()
            git(self.clone, *SOMEBODY, "commit", "--quiet", "--message=Translated using Weblate", "--", str(path))
        self.pending.clear()
        return {"result": True}

    def push(self) -> dict[str, object]:
        if not self.pushes:
            return {"result": False, "detail": f"Push is turned off for Desk/{self.main}."}
        self.commit()
        if not (updated := self.pull())["result"]:
            return updated
        try:
            git(self.clone, "push", "--quiet", "origin", "HEAD:main")
        except RuntimeError as error:
            return {"result": False, "detail": f"Could not push Desk/{self.main}: {error}"}
        return {"result": True}

    def pull(self) -> dict[str, object]:
        git(self.clone, "fetch", "--quiet")
        if self.missing():
            self.commit()
            try:
                git(self.clone, *SOMEBODY, "rebase", "--quiet", "origin/main")
            except RuntimeError:
                git(self.clone, "rebase", "--abort")
                detail = f"Could not rebase local branch onto remote branch Desk/{self.main}."
                return {"result": False, "detail": detail}
        return {"result": True}

    def missing(self) -> bool:
        return git(self.clone, "rev-list", "--count", "HEAD..origin/main") != "0\n"

    def status(self) -> dict[str, object]:
        return {
            "needs_commit": bool(self.pending),
            "needs_merge": self.missing(),
            "needs_push": git(self.clone, "rev-list", "--count", "origin/main..HEAD") != "0\n",
            "weblate_commit": {"revision": git(self.clone, "rev-parse", "HEAD").strip()},
            "merge_failure": None,
        }

    # --- as the API shows it

    def component(self, slug: str) -> dict[str, object]:
        linked = None if slug in {self.main, "elsewhere", "glossary"} else self.url(self.main)
        return {"slug": slug, "url": self.url(slug), "linked_component": linked, "locked": self.locked.get(slug, False)}

    @staticmethod
    def url(slug: str) -> str:
        return f"{OWN_NAME}/api/components/desk/{slug}/"

    def reply(self, path: str, said: dict[str, object] | None) -> object:
        """The answer to a call; None where there is no such thing."""
        if page := re.fullmatch(r"/api/projects/desk/components/\?page_size=200(?:&page=(\d))?", path):
            every = ["elsewhere", "glossary", *self.slugs()]
            number = int(page[1] or 1)
            more = f"{OWN_NAME}/api/projects/desk/components/?page_size=200&page={number + 1}"
            return {"next": more if number < len(every) else None, "results": [self.component(every[number - 1])]}
        called = re.fullmatch(r"/api/components/desk/([^/]+)/(lock/|repository/|)", path)
        if not called or called[1] not in {*self.slugs(), "elsewhere", "glossary"}:
            return None
        slug, what = called.groups()
        if said is None:
            return self.component(slug) if not what else self.status()
        name = f"{('unlock', 'lock')[bool(said['lock'])]} {slug}" if what == "lock/" else str(said["operation"])
        self.before.pop(name, lambda: None)()
        self.asked.append(name)
        if what == "lock/":
            self.locked[slug] = bool(said["lock"])
            return {"locked": self.locked[slug]}
        return {"commit": self.commit, "push": self.push, "pull": self.pull}[name]()

    def answer(self, path: str, key: str | None, body: bytes) -> tuple[int, dict[str, str], bytes]:
        if self.answers:
            return self.answers.pop(0)
        if key != f"Token {KEY}":
            return error(401, "Invalid token.")
        try:
            told = self.reply(path, json.loads(body) if body else None)
        except LookupError:
            return error(400, "Not a valid operation.")
        return error(404, "Not found.") if told is None else (200, {}, json.dumps(told).encode())


def error(code: int, detail: str) -> tuple[int, dict[str, str], bytes]:
    """An error as Weblate tells it."""
    return code, {}, json.dumps({"type": "client_error", "errors": [{"code": "x", "detail": detail}]}).encode()


@contextlib.contextmanager
def serving(weblate: FakeWeblate) -> Iterator[str]:
    """Serve it on this machine; the address of its API."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            code, headers, answer = weblate.answer(self.path, self.headers.get("Authorization"), body)
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/api/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
