"""Read a page as a strict reader does: what is wrong with its HTML?"""

from html.parser import HTMLParser

UNLABELLED = {"hidden", "submit", "button", "image", "reset"}
SILENT = {"script", "style", "template"}


class Page(HTMLParser):
    """What a page is made of, as far as the house rules ask."""

    def __init__(self, html):
        super().__init__()
        self.lang, self.texts, self.inline = "", [], []
        self.counts = dict.fromkeys(("title", "h1", "main"), 0)
        self.fields, self.labels, self.open, self.forms = [], set(), [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.open.append(tag)
        if tag == "html":
            self.lang = given.get("lang", "")
        if tag in self.counts and "svg" not in self.open:
            self.counts[tag] += 1
        self.inline += [f"{tag} {name}" for name in given if is_inline(name)]
        if tag == "style" or (tag == "script" and "src" not in given):
            self.inline.append(tag)
        if tag == "label" and "for" in given:
            self.labels.add(given["for"])
        if tag in ("input", "select", "textarea"):
            self.fields.append((tag, given, "label" in self.open))
        if tag == "form":
            self.forms.append(given)
        self.texts += [given[name] for name in SAID if given.get(name)]
        if tag in VOID:
            self.open.pop()

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if data.strip() and not SILENT & set(self.open):
            self.texts.append(" ".join(data.split()))


SAID = ("title", "aria-label", "placeholder", "alt")
VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"),
    *("source", "track", "wbr"),
}


def is_inline(name):
    return name == "style" or name.startswith("on")


def complaints(html):
    """Say what a whole page lacks."""
    page = Page(html)
    found = [f"inline {what}" for what in page.inline]
    if not page.lang:
        found.append("no lang")
    found += [f"{count} {tag}" for tag, count in page.counts.items() if count != 1]
    found += [
        f"no label: {field.get('name')}"
        for _tag, field, wrapped in page.fields
        if not (wrapped or is_labelled(field, page.labels))
    ]
    return found


def is_labelled(field, labels):
    return (
        field.get("type") in UNLABELLED
        or field.get("id") in labels
        or "aria-label" in field
        or "aria-labelledby" in field
    )
