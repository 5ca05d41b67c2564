"""What a reader has done stays in the browser, and only for who wants it there."""

import json

import axe
from annbook.chapters import ROOT, all_chapters
from test_answers import ASKING, asked

SITE = ROOT / "_build" / "html"
PAGE = "book/progress.html"
# A chapter that another follows, with a question and two exercises.
CHAPTER = next(
    name
    for name in ASKING
    if (SITE / "book" / f"{name}.html").read_text().count('class="exercise') > 1
)
KEPT = "localStorage.getItem('progress /')"
# Wait until a section counts as read, in addition to what is done at once.
READ = """() => new Promise(done => {
  const look = setInterval(() => {
    const { read } = JSON.parse(localStorage.getItem("progress /"));
    if (!Object.keys(read).length) return;
    clearInterval(look);
    done();
  }, 50);
})"""
# What the check of an exercise does when it passes.
SOLVE = """exercise => {
  exercise.dataset.solved = "";
  exercise.dispatchEvent(new Event("solved", { bubbles: true }));
}"""
# Forget the answers.
FORGET = """() => {
  const all = JSON.parse(localStorage.getItem("progress /"));
  localStorage.setItem("progress /", JSON.stringify({ ...all, answered: {} }));
}"""
ALERT = '<img src="x" onerror="document.title = 1">'


def answer_rightly(page):
    """Answer the first question that is answered by choices; return its element."""
    one = next(one for one in asked(page) if one.kind in ("choice", "several"))
    one.choose(*(i for i, (_, right) in enumerate(one.answers) if right))
    return one.element


def file(name, text):
    """Return a file to upload."""
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def test_what_was_done_is_kept_shown_moved_and_erased(site, page):
    chapter = f"book/{CHAPTER}.html"
    page.goto(f"{site}/{chapter}")
    assert page.evaluate(KEPT) is None
    offer = answer_rightly(page).locator(".progress-offer")
    offer.wait_for()
    assert page.evaluate(KEPT) == "off"
    page.reload()
    answer_rightly(page)
    page.wait_for_load_state("networkidle")
    assert offer.count() == 0  # nobody is asked twice

    page.evaluate("localStorage.removeItem('progress /')")
    page.reload()
    hasty = next(one for one in asked(page) if one.kind in ("choice", "several"))
    hasty.choose(next(i for i, (_, right) in enumerate(hasty.answers) if not right))
    checked = page.locator(".exercise").nth(1)
    checked.evaluate(SOLVE)
    offer = checked.locator(".progress-offer")
    offer.wait_for()
    label = answer_rightly(page).get_attribute("id")
    assert page.locator(".progress-offer").count() == 1
    offer.get_by_role("button", name="Yes, remember it").click()
    assert offer.locator("a").get_attribute("href") == f"{site}/{PAGE}"
    mark, other = page.locator(".exercise > * > .solved-mark").all()[:2]
    assert other.get_attribute("aria-pressed") == "true"  # as before the yes
    begin = page.locator("section > section").first.get_attribute("id")
    next_ = json.loads(page.evaluate(KEPT))["next"]
    assert next_["address"] == f"{chapter}#{begin}"  # also where nothing was read
    state = page.locator(f"[id='{label}'] .progress-state")
    assert state.inner_text() == "Answered"
    page.evaluate(FORGET)
    hasty.choose(next(i for i, (_, right) in enumerate(hasty.answers) if not right))
    assert state.count() == 0
    answer_rightly(page)
    assert state.inner_text() == "Answered"  # at once
    other.click()
    checked.evaluate(SOLVE)
    assert other.get_attribute("aria-pressed") == "true"
    mark.click()
    exercise = checked.get_attribute("id")
    end = page.locator("section > .stuck").last
    end.scroll_into_view_if_needed()
    page.evaluate(READ)
    kept = json.loads(page.evaluate(KEPT))
    section = end.evaluate("end => end.parentElement.id")
    assert f"{chapter}#{section}" in kept["read"]
    assert kept["next"]["address"] == f"{chapter}#{begin}"
    assert kept["answered"][label]["tries"] == 2
    assert exercise in kept["solved"]
    assert len(kept["solved"]) == 2

    page.goto(f"{site}/book/index.html")
    page.locator(".starts .go-on").click()
    assert page.url == f"{site}/{kept['next']['address']}"
    page.locator(":target > h2").wait_for()  # visible
    mark = page.locator(f"[id='{label}'] .progress-state")
    assert mark.inner_text() == "Answered"

    # Two days later, with a section read
    kept["read"][kept["next"]["address"]] = "2020-01-01"
    kept["answered"][label]["right"] = "2020-01-01"
    page.evaluate("text => localStorage.setItem('progress /', text)", json.dumps(kept))
    page.goto(f"{site}/{PAGE}")
    again = page.locator(f".progress-place a[href='{site}/{chapter}#{label}']")
    assert again.is_visible()
    entry = page.locator(f".can:has(a[href='{CHAPTER}.html'])")
    state = entry.locator(".progress-state").inner_text()
    assert state.startswith("Sections read: 1 of ")
    assert "questions answered: 1 of " in state
    assert "exercises solved: 2 of " in state
    with page.expect_download() as got:
        page.get_by_role("button", name="Export").click()
    exported = got.value.path().read_text()
    assert json.loads(exported) == kept
    for name, count in ("All questions", None), ("Those that I have answered", 1):
        with page.expect_download() as got:
            page.get_by_role("button", name=name).click()
        head, *cards = got.value.path().read_text().split("#tags column:4\n")
        lines = cards[0].splitlines()
        assert head.startswith("#separator:tab\n#html:true\n")
        assert {line.count("\t") for line in lines} == {3}
        assert label in {line.split("\t")[0] for line in lines}
        assert count in (None, len(lines))

    upload, status = page.locator("[type=file]"), page.locator(".progress-status")
    before = page.evaluate(KEPT)
    for text in "{", "[]", exported.replace("2020-01-01", "once"):
        upload.set_input_files(file("progress.json", text))
        status.filter(has_text="Nothing was changed").wait_for()
        assert page.evaluate(KEPT) == before
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Erase").click()
    assert page.evaluate(KEPT) == "off"
    assert page.locator(".progress-state, .go-on").count() == 0
    kept["next"]["title"] = ALERT
    upload.set_input_files(file("progress.json", json.dumps(kept)))
    link = page.locator(".progress-place .go-on")
    assert link.inner_text().endswith(ALERT)
    assert page.title() != "1"
    axe.load(page, "article")
    options = {"rules": {"region": {"enabled": False}}}
    assert axe.violations(page, "article", options) == []


def test_from_disk_it_is_kept_too(page):
    page.goto((SITE / PAGE).as_uri())
    page.get_by_role("button", name="Remember").click()
    page.get_by_text("this browser remembers your progress").wait_for()
    page.reload()
    page.get_by_role("button", name="Erase").wait_for()


def test_where_nothing_can_be_kept_the_page_says_so(site, browser, page):
    frame = f'<iframe sandbox="allow-scripts" src="{site}/{PAGE}"></iframe>'
    body = {"body": frame, "content_type": "text/html"}
    page.route(f"{site}/platform.html", lambda route: route.fulfill(**body))
    page.goto(f"{site}/platform.html")
    shown = page.frame_locator("iframe").locator("[data-part=now]")
    shown.filter(has_text="does not let this page keep anything").wait_for()

    context = browser.new_context(java_script_enabled=False)
    still = context.new_page()
    still.goto(f"{site}/{PAGE}")
    assert "Where scripts run" in still.locator("[data-part=now]").inner_text()
    aims = [one for one in all_chapters() if ":class: aims" in one.text]
    assert still.locator(".can li").count() >= 3 * len(aims) > 0
    context.close()
