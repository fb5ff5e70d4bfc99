"""Whoever is not the page of this server gets nothing from it, and can change nothing."""

import http.client
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.review.brochures import ROOT, serving, written

# the first test starts the server, which loads spaCy
pytestmark = pytest.mark.timeout(60)

CHECK = {"act": "check", "path": "/landkreise/0"}


class Target(NamedTuple):
    host: str
    token: str
    raw: Path
    version: str

    def ask(
        self,
        method: str = "GET",
        path: str | None = None,
        body: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> tuple[int, str, Mapping[str, str]]:
        """Return status, text and headers of the answer to what is sent exactly so."""
        connection = http.client.HTTPConnection(self.host, timeout=20)
        connection.putrequest(
            method, self.page if path is None else path, skip_host=True, skip_accept_encoding=True
        )
        data = body.encode() if isinstance(body, str) else body
        every = {"Host": self.host, **({"Content-Length": str(len(data))} if data else {})}
        for name, value in {**every, **(headers or {})}.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders(data)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, text, dict(answer.getheaders())

    @property
    def page(self) -> str:
        return f"/{self.token}/1/"

    @property
    def own(self) -> dict[str, str]:
        """The headers that the page itself sends."""
        return {
            "Origin": f"http://{self.host}",
            "Content-Type": "application/json",
            "Sec-Fetch-Site": "same-origin",
        }

    def request(self, *acts: object) -> str:
        return json.dumps({"version": self.version, "acts": acts or [CHECK]})

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.raw.parent.rglob("*.*")}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    raw = tmp_path_factory.mktemp("break-in") / "raw"
    written(raw)
    with serving(raw) as address:
        parts = urlsplit(address)
        target = Target(parts.netloc, parts.path.strip("/"), raw, "")
        html = target.ask()[1]
        yield target._replace(version=html.partition('data-version="')[2].partition('"')[0])


@pytest.fixture
def target(server: Target) -> Iterator[Target]:
    before = server.files()
    yield server
    assert server.files() == before  # whatever was tried


def test_page_itself_may(server: Target) -> None:
    status, text, _ = server.ask("POST", f"{server.page}acts", server.request(), server.own)
    assert (status, json.loads(text)["problem"]) == (200, None)
    (corrections,) = server.raw.glob("*.toml")
    corrections.unlink()


def test_every_answer_has_the_headers(target: Target) -> None:
    for path in (target.page, f"/{target.token}/", "/", f"/{target.token}/9/"):
        _, _, headers = target.ask(path=path)
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert not any(name.lower().startswith("access-control") for name in headers)


def test_it_listens_on_this_machine_only(target: Target) -> None:
    assert target.host.startswith("127.0.0.1:")
    port = int(target.host.partition(":")[2])
    with socket.socket() as other, pytest.raises(OSError, match="refused"):
        other.connect(("127.0.0.2", port))


@pytest.mark.parametrize(
    "host",
    [
        pytest.param("kreis-altmuehlau.de", id="a name that was bound anew"),
        pytest.param("kreis-altmuehlau.de:{port}", id="with the right port"),
        pytest.param("localhost:{port}", id="another name of this machine"),
        pytest.param("127.0.0.1", id="without the port"),
        pytest.param("127.0.0.1:1", id="another port"),
        pytest.param("127.0.0.1:{port}.kreis-altmuehlau.de", id="more behind it"),
        pytest.param("127.0.0.1:{port}, kreis-altmuehlau.de", id="two"),
    ],
)
def test_other_host_is_refused(target: Target, host: str) -> None:
    given = host.format(port=target.host.partition(":")[2])
    for method, path in (("GET", target.page), ("POST", f"{target.page}acts")):
        body = target.request() if method == "POST" else None
        status, text, _ = target.ask(method, path, body, {**target.own, "Host": given})
        assert (status, text) == (421, "This server has another name.")


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/", id="none"),
        pytest.param("/1/", id="left out"),
        pytest.param("/{short}/1/", id="one letter less"),
        pytest.param("/{token}x/1/", id="one letter more"),
        pytest.param("/{upper}/1/", id="other case"),
        pytest.param("//{token}/1/", id="two slashes"),
        pytest.param("/x/../{token}/1/", id="behind dots"),
        pytest.param("/?{token}/1/", id="as a query"),
        pytest.param("/%00{token}/1/", id="behind a null"),
        pytest.param("/\u00e4/1/", id="no ASCII"),
        pytest.param("http://127.0.0.1/{token}x/1/", id="absolute"),
    ],
)
def test_wrong_token_is_refused(target: Target, path: str) -> None:
    token = target.token
    given = path.format(token=token, short=token[:-1], upper=token.swapcase())
    with socket.create_connection(("127.0.0.1", int(target.host.partition(":")[2]))) as raw:
        raw.sendall(
            f"GET {given} HTTP/1.1\r\nHost: {target.host}\r\nConnection: close\r\n\r\n".encode()
        )
        answer = b"".join(iter(lambda: raw.recv(65536), b"")).decode()
    assert answer.split()[1] in {"404", "400"}
    assert "Kern" not in answer


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"Origin": ""}, 403, id="no origin"),
        pytest.param({"Origin": "null"}, 403, id="origin of a sandbox or a file"),
        pytest.param({"Origin": "https://kreis-altmuehlau.de"}, 403, id="foreign origin"),
        pytest.param({"Origin": "http://127.0.0.1"}, 403, id="origin without port"),
        pytest.param({"Origin": "http://localhost"}, 403, id="origin by another name"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, 403, id="sent by another site"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, 403, id="sent by another port"),
        pytest.param({"Content-Type": "text/plain"}, 415, id="a form's type"),
        pytest.param({"Content-Type": ""}, 415, id="no type"),
        pytest.param({"Content-Length": "", "Transfer-Encoding": "chunked"}, 411, id="no length"),
    ],
)
def test_act_from_elsewhere_is_refused(
    target: Target, headers: Mapping[str, str], status: int
) -> None:
    body = target.request()
    if "Transfer-Encoding" in headers:
        body = f"{len(body):x}\r\n{body}\r\n0\r\n\r\n"
    asked = target.ask("POST", f"{target.page}acts", body, {**target.own, **headers})
    assert asked[0] == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "X"])
@pytest.mark.parametrize("place", ["", "acts"])
def test_other_methods_are_refused(target: Target, method: str, place: str) -> None:
    status, text, headers = target.ask(method, target.page + place, headers=target.own)
    assert status == 405
    assert "Kern" not in text
    assert "access-control-allow-origin" not in headers


def test_methods_in_the_wrong_place_are_refused(target: Target) -> None:
    assert target.ask("GET", f"{target.page}acts")[0] == 405
    assert target.ask("POST", target.page, target.request(), target.own)[0] == 405


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/{token}/0/", id="before the first"),
        pytest.param("/{token}/2/", id="behind the last"),
        pytest.param("/{token}/-1/", id="negative"),
        pytest.param("/{token}/../raw/edition-1.txt", id="up"),
        pytest.param("/{token}/%2e%2e/%2e%2e/etc/passwd", id="up, encoded"),
        pytest.param("/{token}/..%2f..%2fetc%2fpasswd/", id="up, slashes encoded"),
        pytest.param("/{token}//etc/passwd", id="from the root"),
        pytest.param("/{token}/1/../../edition-1.txt", id="out of a brochure"),
        pytest.param("/{token}/1/edition-1.corrections.toml", id="the file itself"),
        pytest.param("/{token}/99999999999999999999999/", id="a large number"),
        pytest.param("/{token}/1", id="no slash at the end"),
    ],
)
def test_path_tricks_lead_nowhere(target: Target, path: str) -> None:
    status, text, _ = target.ask(path=path.format(token=target.token))
    assert status == 404
    assert "root:" not in text
    assert "Kern" not in text


def test_large_body_is_refused(target: Target) -> None:
    large = json.dumps({"version": "x" * 100_000, "acts": [CHECK]})
    assert target.ask("POST", f"{target.page}acts", large, target.own)[0] == 413
    lying = {**target.own, "Content-Length": "10"}
    assert target.ask("POST", f"{target.page}acts", large, lying)[0] == 400
    for length in ("-1", "1e3", "9" * 30, "+5"):
        status = target.ask(
            "POST", f"{target.page}acts", b"", {**target.own, "Content-Length": length}
        )[0]
        assert status in {400, 411, 413}


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("", id="nothing"),
        pytest.param("{", id="no JSON"),
        pytest.param("[]", id="a list"),
        pytest.param("[" * 5000, id="deep"),
        pytest.param('{"version": "VERSION", "acts": []}', id="no act"),
        pytest.param('{"version": "VERSION", "acts": [{"act": "run"}]}', id="unknown act"),
        pytest.param(
            '{"version": "VERSION", "acts": [{"act": "check", "path": "/landkreise/0", "x": 1}]}',
            id="unknown key",
        ),
        pytest.param('{"version": 1, "acts": [{"act": "check", "path": "/"}]}', id="wrong type"),
    ],
)
def test_what_the_page_never_sends_is_refused(target: Target, body: str) -> None:
    given = body.replace("VERSION", target.version).encode()
    headers = {**target.own, "Content-Length": str(len(given))}
    status, text, _ = target.ask("POST", f"{target.page}acts", given, headers)
    assert status == 400
    assert "Traceback" not in text


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("../../x", id="a path of files"),
        pytest.param("/landkreise/0/../../x", id="dots inside"),
        pytest.param("/landkreise/٣", id="other digits"),
        pytest.param("/landkreise/-1", id="from behind"),
        pytest.param("/landkreise/00", id="two zeros"),
        pytest.param("/landkreise/0\n", id="line feed"),
        pytest.param("/landkreise/0/contacts/0/__class__", id="an attribute of Python"),
        pytest.param("/landkreise/" + "9" * 300, id="a long number"),
        pytest.param("", id="empty"),
    ],
)
@pytest.mark.parametrize("deed", ["check", "remove", "accept", "undo"])
def test_pointer_that_is_none_is_refused(target: Target, deed: str, path: str) -> None:
    request = target.request({"act": deed, "path": path})
    assert target.ask("POST", f"{target.page}acts", request, target.own)[0] == 400


@pytest.mark.parametrize(
    "act",
    [
        pytest.param({"act": "check", "path": "/landkreise/99"}, id="no such section"),
        pytest.param({"act": "accept", "path": "/landkreise/0/findings/99"}, id="no such finding"),
        pytest.param({"act": "undo", "path": "/landkreise/0/corrections/0"}, id="nothing to undo"),
        pytest.param({"act": "remove", "path": "/source/file"}, id="what is no value"),
        pytest.param(
            {"act": "change", "path": "/landkreise/0/contacts/0/model_fields", "given": "x"},
            id="an attribute of Python",
        ),
        pytest.param(
            {"act": "change", "path": "/landkreise/0/contacts/0/name", "given": {"x": "y"}},
            id="unknown part",
        ),
        pytest.param(
            {"act": "change", "path": "/landkreise/0/contacts/0/organisation", "given": "x\ny\x00"},
            id="a control",
        ),
        pytest.param(
            {"act": "add", "path": "/landkreise/0/contacts", "given": {"name": ["x"]}}, id="a list"
        ),
    ],
)
def test_act_that_is_not_possible_is_worded(target: Target, act: object) -> None:
    status, text, _ = target.ask("POST", f"{target.page}acts", target.request(act), target.own)
    assert status == 200
    answer = json.loads(text)
    assert answer["problem"].endswith(".")
    assert answer["parts"] == {}


def test_acts_are_done_together_or_not_at_all(target: Target) -> None:
    acts = [CHECK, {"act": "check", "path": "/landkreise/99"}]
    _, text, _ = target.ask("POST", f"{target.page}acts", target.request(*acts), target.own)
    assert json.loads(text)["problem"]


def test_form_of_another_page_does_nothing(
    target: Target, browser: Browser, tmp_path: Path
) -> None:
    attack = tmp_path / "attack.html"
    attack.write_text(
        f"""<form method=post enctype=text/plain action="http://{target.host}{target.page}acts">
        <input name='{target.request()[:-1]}, "x": "' value='"}}'></form>
        <script>
        fetch("http://{target.host}{target.page}acts", {{
          method: "POST", mode: "no-cors", body: '{target.request()}'
        }}).catch(() => 0).then(() => document.forms[0].submit());
        </script>""",
        encoding="utf-8",
    )
    page = browser.new_page()
    with page.expect_response("**/acts") as answered:
        page.goto(attack.as_uri())
    assert answered.value.status in {403, 415}
    page.wait_for_timeout(300)
    page.close()


def test_page_cannot_be_framed(target: Target, browser: Browser, tmp_path: Path) -> None:
    attack = tmp_path / "attack.html"
    attack.write_text(f'<iframe src="http://{target.host}{target.page}"></iframe>', "utf-8")
    page = browser.new_page()
    page.goto(attack.as_uri())
    page.wait_for_timeout(300)
    assert [frame.url for frame in page.frames[1:]] == ["chrome-error://chromewebdata/"]
    page.close()


def test_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    written(tmp_path)
    command = [sys.executable, "-m", "pipeline", "review", str(tmp_path), "--no-browser"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
    ) as process:
        assert process.stdout
        address = process.stdout.readline().split()[-1]
        parts = urlsplit(address)
        target = Target(parts.netloc, parts.path.strip("/"), tmp_path, "")
        assert target.ask()[0] == 200
        process.send_signal(signal.SIGINT)
        said, complained = process.communicate(timeout=20)
    assert (process.returncode, complained) == (0, "")
    assert said.endswith(
        "Ended. `make extract` writes what was corrected into the output folder.\n"
    )


def test_port_that_is_taken_is_said(tmp_path: Path) -> None:
    written(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "pipeline", "review", tmp_path, "--no-browser", "--port", port],
            check=False,
            capture_output=True,
            encoding="utf-8",
            cwd=ROOT,
        )
    assert done.returncode == 1
    assert f"port {port} cannot be used" in done.stderr
