"""What a reader may set, and the one script inside a page, which a policy may allow."""

import base64
import hashlib
import re

from annbook.site.reading import HASH, SETTINGS, with_choices

PAGE = '<html lang="en" data-theme="auto">\n<head>\n<title>A</title></head></html>'


def test_the_hash_is_that_of_the_script_in_the_page():
    script = re.search("<script>(.*?)</script>", with_choices(PAGE))[1]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"sha256-{digest}" == HASH


def test_a_page_says_no_theme_and_has_its_script_before_all_else():
    page = with_choices(PAGE)
    assert page.startswith('<html lang="en">\n<head>\n    <script>')
    assert page.endswith("</script>\n<title>A</title></head></html>")


def test_what_the_book_has_is_a_choice_of_each_setting_and_has_no_attribute():
    assert all("" in choices for _, choices in SETTINGS.values())
