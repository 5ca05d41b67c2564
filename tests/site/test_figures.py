"""What holds for every interactive figure on its page, opened once for most tests."""

import re

import axe
from reader import COUNT_CHANGES, SEEN

UNNAMED = """element => [...element.shadowRoot.querySelectorAll(
    "button, input, select, summary, [tabindex], textarea")].filter(control =>
    !(control.textContent.trim() || control.getAttribute("aria-label")
      || control.closest("label")?.textContent.trim()))
    .map(control => control.outerHTML)"""
UNEXPLAINED = """element => [...element.shadowRoot.querySelectorAll(
    "button, input, select, [role=slider]")].filter(control => {
      const id = control.getAttribute("aria-describedby");
      return !id || !element.shadowRoot.getElementById(id)?.textContent;
    }).map(control => control.outerHTML)"""
# What another figure of the kind, with these attributes, complains about.
COMPLAINT = """([tag, attributes]) => new Promise(done => {
  const other = document.createElement(tag);
  for (const [name, text] of Object.entries(attributes)) other.setAttribute(name, text);
  other.data = document.querySelector(tag).data; // what it carries
  document.querySelector(tag).before(other);
  other.construct();
  const complaint = other.shadowRoot.querySelector(".complaint");
  setTimeout(() => {
    other.remove();
    done(complaint.textContent.trim());
  });
})"""
# What figures carry is all that they have.
NOT_HELD = {
    "ann-digits": [({"digit": "99"}, 'No digit="99" here; using "19".')],
    "ann-regularization": [
        (
            {"l2": "0.5", "dropout": "0.25"},
            'No l2="0.5" here; using "0.3". No dropout="0.25" here; using "0.2".',
        ),
        ({"remedy": "stop", "stop": "250"}, ""),
    ],
}
# Another figure of the same kind on the page, with the same data.
TWIN = """async element => {
      const twin = document.createElement(element.tagName);
      for (const { name, value } of element.attributes)
        if (name !== "id") twin.setAttribute(name, value);
      twin.data = element.data;
      element.after(twin);
      if (!twin.built) twin.construct();
      await new Promise(done => setTimeout(done, 200));
    }"""
# Every choice, slider and button is used once; a point is moved.
USE = """async element => {
      const event = name => new Event(name, { bubbles: true });
      const key = { key: "ArrowLeft", bubbles: true };
      const controls = "select, input, button:enabled, [role=slider]";
      for (const control of element.shadowRoot.querySelectorAll(controls)) {
        if (!control.isConnected) continue; // another one has replaced it
        if (control.tagName === "SELECT") control.selectedIndex = 1;
        if (control.type === "range") control.value = control.max;
        if (control.role) control.dispatchEvent(new KeyboardEvent("keydown", key));
        if (["button", "checkbox"].includes(control.type)) control.click();
        else for (const name of ["input", "change"]) control.dispatchEvent(event(name));
        await new Promise(done => setTimeout(done, 10));
      }
    }"""
FOCUSED = """element => {
      const control = element.shadowRoot.activeElement;
      const ring = control?.querySelector(".ring");
      return [[...element.shadowRoot.querySelectorAll("*")].indexOf(control),
        ring ? getComputedStyle(ring).stroke
             : control && getComputedStyle(control).outlineStyle];
    }"""
# Of a group of radio buttons, the keyboard stops at the one that is chosen.
CONTROLS = ", ".join(
    f"{control}:visible"
    for control in (
        *("input:not([type=radio])", "input[type=radio]:checked"),
        *("select", "[role=slider]", "button:enabled"),
    )
)
# Handles of less than 44 pixels: a finger beside the middle must find one.
NARROW = """element => [...element.shadowRoot.querySelectorAll(".handle")].filter(
    handle => {
      handle.scrollIntoView({ block: "center" });
      const { left, right, top, bottom } = handle.querySelector(".ring")
        .getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const sheet = handle.ownerSVGElement.getBoundingClientRect();
      return [[-21, 0], [21, 0], [0, -21], [0, 21]].some(([dx, dy]) => {
        const outside = x + dx < sheet.left || x + dx > sheet.right
          || y + dy < sheet.top || y + dy > sheet.bottom;
        const hit = element.shadowRoot.elementFromPoint(x + dx, y + dy);
        return !outside && y + dy > 0 && y + dy < innerHeight
          && !hit?.closest(".handle");
      });
    }).map(handle => handle.getAttribute("aria-label"))"""
SMALL = """element => [...element.shadowRoot.querySelectorAll(
    "button, select, summary, input, .check")]
    .filter(control => control.type !== "checkbox")
    .map(control => [control, control.getBoundingClientRect()])
    .filter(([control, box]) => box.width && (box.height < 43.5 || box.width < 43.5))
    .map(([control]) => control.outerHTML)"""

# In sight before anything is opened; what is moved in a drawing is no control, and
# buttons that run, step and rewind are one.
CONTROLS_IN_SIGHT = """element => new Set([...element.shadowRoot.querySelectorAll(
    "button, select, input, textarea")].filter(control => control.checkVisibility()
      && !control.closest(".folds")).map(control =>
        control.type === "radio" ? control.name
          : control.closest("[role=group][aria-label]") ?? control)).size"""
# Scroll as little as it takes to reach a control: how much of the picture is in sight?
HELD = """element => [...element.shadowRoot.querySelectorAll(
    "button, select, input, textarea, [role=slider]")].filter(control =>
      control.checkVisibility() && !control.closest(".folds")).map(control => {
        control.scrollIntoView({ block: "nearest" });
        const held = element.shadowRoot.querySelector(".held");
        const { top, bottom, height } = held.getBoundingClientRect();
        const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
        return [control.ariaLabel ?? control.textContent, seen / height];
      }).filter(([, share]) => share < 0.6)"""
# Where the picture is held, is its upper edge hidden by the page's header?
HIDDEN = """element => {
    element.scrollIntoView({ block: "end", behavior: "instant" });
    const held = element.shadowRoot.querySelector(".held");
    const header = document.querySelector(".header-article__inner");
    return getComputedStyle(held).position === "sticky" &&
      held.getBoundingClientRect().top < header.getBoundingClientRect().bottom;
  }"""
# And what the figure says, beside the control that it answers?
UNSAID = """element => [...element.shadowRoot.querySelectorAll(
    "button, select, input, textarea, [role=slider]")].filter(control =>
      control.checkVisibility() && !control.closest(".folds")).filter(control => {
        const held = control.closest(".held");
        if (held) held.scrollIntoView({ block: "start" });
        else control.scrollIntoView({ block: "nearest" });
        const status = element.shadowRoot.querySelector(".status");
        const { top, bottom } = status.getBoundingClientRect();
        const at = control.getBoundingClientRect();
        const covered = !held && at.bottom > top && at.top < bottom;
        return top < 0 || bottom > innerHeight || covered;
      }).map(control => control.ariaLabel ?? control.textContent)"""
SMALL_LETTERS = """element => [...element.shadowRoot.querySelectorAll(
    "svg text")].filter(text => text.checkVisibility() && text.textContent.trim())
    .map(text => {
      const { a, b } = text.getScreenCTM();
      return [text.textContent, parseFloat(getComputedStyle(text).fontSize)
        * Math.hypot(a, b)];
    }).filter(([, size]) => size < 12)"""


def test_a_figure_asks_a_question_and_says_what_to_do_first(reader):
    for words in (".question", ".hint"):
        assert reader.figure.locator(words).is_visible()
        assert reader.figure.locator(words).text_content().strip()
    assert reader.figure.locator(".question").text_content().endswith("?")
    assert reader.figure.evaluate(CONTROLS_IN_SIGHT) <= 5


def test_a_figure_is_seen_as_a_whole(visit, tag):
    reader = visit(tag, viewport={"width": 1440, "height": 900}).play()
    reader.figure.evaluate("element => new Promise(done => setTimeout(done, 100))")
    box = reader.figure.bounding_box()
    assert box["height"] <= 640
    if not reader.figure.evaluate("element => element.closest('figure')"):
        return  # the first page's, beside its text
    assert 656 < box["width"] <= 980
    assert reader.page.evaluate("document.documentElement.scrollWidth") == 1440
    contents = reader.page.locator(".bd-sidebar-secondary")
    contents.wait_for(state="hidden")
    # The end of a page: its first figure may stand in the first screen.
    reader.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    contents.wait_for(state="visible")


def test_on_a_phone_the_picture_is_in_sight_while_it_is_changed(visit, tag):
    phone = {"width": 390, "height": 844}
    reader = visit(tag, viewport=phone, has_touch=True).play()
    reader.figure.evaluate("element => new Promise(done => setTimeout(done, 100))")
    assert reader.figure.evaluate(HELD) == []
    assert reader.figure.evaluate(UNSAID) == []
    assert not reader.figure.evaluate(HIDDEN)
    assert reader.figure.evaluate(SMALL_LETTERS) == []


def test_a_projector_shows_the_figure_alone_and_large(visit, tag):
    reader = visit(tag, reduced_motion="reduce").play()
    if not (link := reader.figure.get_by_text("This figure alone")).count():
        assert not reader.figure.evaluate("element => element.name")
        return
    reader.page.goto(link.evaluate("link => link.href"))
    reader.play()
    box = reader.figure.bounding_box()
    assert (box["x"], box["y"], box["width"]) == (0, 0, 1200)
    size = "element => getComputedStyle(element).fontSize"
    assert reader.figure.locator(".question").evaluate(size) == "30px"
    back = reader.figure.get_by_text("Back to the page")
    reader.page.goto(back.evaluate("link => link.href"))
    assert reader.play().figure.bounding_box()["width"] < 1000


def test_every_control_has_a_name_and_a_help_text(reader):
    assert reader.figure.evaluate(UNNAMED) == []
    assert reader.figure.evaluate(UNEXPLAINED) == []


def test_a_figure_fits_a_small_phone_and_a_finger(visit, tag):
    phone = {"width": 360, "height": 740}
    reader = visit(tag, viewport=phone, color_scheme="dark", has_touch=True).play()
    assert reader.page.evaluate("document.documentElement.scrollWidth") == 360
    assert reader.figure.evaluate(SMALL) == []
    assert reader.figure.evaluate(NARROW) == []


def test_the_keyboard_reaches_every_control_and_shows_where_it_is(reader):
    controls = reader.figure.locator(f"{CONTROLS}, summary:visible")
    controls.first.focus()
    reader.page.keyboard.press("Shift+Tab")
    reached = {}
    for _ in range(controls.count()):
        reader.page.keyboard.press("Tab")
        reached.update([reader.figure.evaluate(FOCUSED)])
    assert len(reached) == controls.count()
    assert -1 not in reached
    assert "none" not in reached.values()


def test_screen_readers_hear_what_a_figure_says(reader):
    heard = reader.figure.get_by_role("status").filter(has_text=re.compile(r"\w"))
    heard.wait_for()
    assert heard.text_content() == reader.figure.locator(".status").text_content()


def test_print_shows_the_picture(reader):
    assert not reader.figure.locator(".only-light").is_visible()
    reader.page.emulate_media(media="print")
    assert reader.figure.locator(".only-light").is_visible()
    assert not reader.figure.locator(".figure").is_visible()
    reader.page.emulate_media(media="screen")


def test_what_a_figure_does_not_know_is_answered_in_the_figure(reader, tag):
    names = reader.page.evaluate(
        "tag => Object.keys(customElements.get(tag).options)", tag
    )
    nonsense = dict.fromkeys(names, "<nonsense>")
    message = reader.page.evaluate(COMPLAINT, [tag, nonsense])
    assert message.count("is not") == message.count("using") >= 1
    for attributes, expected in NOT_HELD.get(tag, []):
        assert reader.page.evaluate(COMPLAINT, [tag, attributes]) == expected


def test_a_figure_follows_the_theme(reader):
    for theme in ("dark", "light"):
        reader.page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
        kind = ".dark" if theme == "dark" else ":not(.dark)"
        reader.figure.locator(f".figure{kind}").wait_for()
    reader.page.evaluate("delete document.documentElement.dataset.theme")


def test_axe_finds_nothing_in_the_light_and_in_the_dark(reader, tag):
    reader.figure.locator("summary").evaluate_all(
        "all => all.forEach(summary => { summary.parentElement.open = true; })"
    )
    axe.load(reader.page, tag)
    assert axe.violations(reader.page, tag, {}, at_least=11) == []
    reader.page.emulate_media(color_scheme="dark")
    reader.figure.locator(".figure.dark").wait_for()
    assert axe.violations(reader.page, tag, axe.LOOKS) == []


# The last: what it does to the page is not taken back.
def test_two_figures_on_a_page_do_not_disturb_each_other(reader, tag):
    reader.figure.evaluate(TWIN)
    twin = reader.page.locator(tag).nth(1)
    before = [each.evaluate(SEEN) for each in (reader.figure, twin)]
    twin.evaluate(COUNT_CHANGES)
    reader.figure.evaluate(USE)
    now = [each.evaluate(SEEN) for each in (reader.figure, twin)]
    assert now[0] != before[0]
    assert now[1] == before[1]
    assert reader.page.evaluate("changes") == 0
