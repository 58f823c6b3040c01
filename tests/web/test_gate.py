"""An attack list: who is not let in, what is not heard, and what every answer forbids."""

import pytest

FORM = {"Content_Type": "application/x-www-form-urlencoded", "Content_Length": "3"}


def test_without_the_token_nothing_is_shown(browser):
    browser.cookie = ""
    for path in ("/", "/everything?q=form", "/action/young-carers/seen-02", "/nothing", "/enter", "/enter?token="):
        found = browser.ask("GET", path)
        assert found.status == 403, path
        assert "Carers" not in found.text
        assert "set-cookie" not in found.headers


@pytest.mark.parametrize("token", ["x", "é", "%00", "A" * 32])
def test_another_token_lets_nobody_in(browser, token):
    browser.cookie = ""
    assert browser.ask("GET", f"/enter?token={token.encode().hex() if token == 'é' else token}").status == 403


def test_the_token_does_not_stay_in_the_address_and_its_cookie_is_out_of_reach_of_scripts(browser):
    browser.cookie = ""
    found = browser.ask("GET", f"/enter?token={browser.token}")
    assert (found.status, found.headers["location"]) == (303, "/")
    told = found.headers["set-cookie"].lower()
    assert "httponly" in told
    assert "samesite=lax" in told
    assert browser.token not in told
    assert browser.get("/").status == 200


@pytest.mark.parametrize(
    "cookie", ["", "strategy-1=x", "strategy-{port}=", "strategy-{port}=guessed", "=;,\x7f", "a" * 4000]
)
def test_another_cookie_lets_nobody_in(browser, cookie):
    browser.cookie = cookie.format(port=browser.port)
    assert browser.ask("GET", "/").status == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1.evil.example:{port}", "", None]
)
def test_another_name_for_this_machine_is_refused(browser, host):
    """DNS rebinding: the page of another site whose name leads here sends its own name."""
    found = browser.ask("GET", "/", Host=host and host.format(port=browser.port))
    assert found.status in (400, 421)
    assert "waits" not in found.text


def test_two_names_are_none(browser):
    assert browser.ask("GET", "/", Host=[browser.name, "evil.example"]).status in (400, 421)


@pytest.mark.parametrize(
    "origin",
    [None, "null", "", "http://evil.example", "https://{name}", "http://{name}.evil.example", "http://localhost"],
)
def test_a_form_from_another_page_is_not_heard(browser, origin):
    found = browser.ask("POST", "/", b"a=b", Origin=origin and origin.format(name=browser.name), **FORM)
    assert found.status == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_another_method_is_not_heard(browser, method):
    assert browser.ask(method, "/").status == 405


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": "multipart/form-data; boundary=x"}, 415),
        ({"Content_Type": "application/json"}, 415),
        ({"Content_Length": None}, 411),
        ({"Content_Length": str(256 * 1024 + 1)}, 413),
        ({"Content_Length": "9" * 30}, 413),
    ],
)
def test_what_is_no_form_or_too_long_is_not_read(browser, headers, status):
    sent = {"Origin": f"http://{browser.name}", **FORM} | headers
    assert browser.ask("POST", "/", b"a=b", **sent).status in (status, 400)


@pytest.mark.parametrize(
    "path",
    [
        "/../strategy-tracker.yaml",
        "/..%2fstrategy-tracker.yaml",
        "/strategies/young-carers.yaml",
        "/action/..%2f..%2fetc%2fpasswd",
        "/measure/..%5c..%5cx",
        "/action/young-carers/seen-02%00",
        "/.git/config",
        "//evil.example/",
        "/strategy/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    ],
)
def test_no_path_leads_to_a_file_or_elsewhere(browser, path):
    found = browser.ask("GET", path)
    assert found.status == 404
    assert "<script>alert" not in found.text
    assert "location" not in found.headers
    assert "organisation" not in found.text


def test_every_answer_forbids_what_no_page_needs(browser):
    for path in ("/", "/everything", "/nothing"):
        headers = browser.ask("GET", path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-frame-options"] == "DENY"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "server" not in headers
    policy = browser.ask("GET", "/").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "form-action 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy


PROXY = {"names": ["plan.example.gov.uk"], "signed_in_by": "X-Signed-In"}


@pytest.fixture
def proxied(serve, small):
    """A browser whose requests a proxy hands on."""
    found = serve(small, **PROXY)
    found.name = "plan.example.gov.uk"
    return found


def test_behind_a_proxy_whoever_it_signed_in_is_let_in(proxied):
    found = proxied.get("/everything", X_Signed_In="J. Doe")
    assert found.status == 200
    assert "Young Carers Strategy" in found.words


@pytest.mark.parametrize(
    "name", [None, "", "   ", "a\x00b", "a<b@c>", "x" * 201, ["J. Doe", "A. N. Other"], "J.\x1b[31mDoe", "\xff\xfe"]
)
def test_behind_a_proxy_nobody_else_is(proxied, name):
    try:
        status = proxied.ask("GET", "/", X_Signed_In=name).status
    except ValueError:  # such a header cannot even be sent
        return
    assert status in (400, 403)


def test_behind_a_proxy_the_token_opens_nothing(proxied):
    assert proxied.ask("GET", f"/enter?token={proxied.token}").status == 403


def test_behind_a_proxy_a_visit_is_of_one_person(proxied):
    proxied.get("/", X_Signed_In="J. Doe")
    first = proxied.cookie
    assert proxied.ask("GET", "/", X_Signed_In="J. Doe").status == 200
    found = proxied.ask("GET", "/", X_Signed_In="A. N. Other")
    assert found.status == 303
    assert proxied.cookie != first
    assert "secure" in found.headers["set-cookie"].lower()


def test_a_visit_is_led_on_to_this_server_only(proxied):
    found = proxied.ask("GET", "//evil.example/x", X_Signed_In="J. Doe")
    assert found.headers["location"] == "/evil.example/x"


def test_as_many_visits_as_may_be_are_remembered(browser, monkeypatch):
    from strategy_tracker.web import gate

    monkeypatch.setattr(gate, "MOST_VISITS", 2)
    first = browser.cookie
    for _ in range(2):
        browser.cookie = ""
        browser.enter()
    assert browser.ask("GET", "/").status == 200
    browser.cookie = first
    assert browser.ask("GET", "/").status == 403
