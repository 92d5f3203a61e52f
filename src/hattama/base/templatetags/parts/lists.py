"""Lists: headings that sort, pages."""

from typing import Any

from django.core.paginator import Page
from django.template import Context

from hattama.base.templatetags.parts.library import register


@register.inclusion_tag("base/_sortable.html", takes_context=True)
def sortable(context: Context, key: str, label: str, kind: str = "") -> dict[str, Any]:
    """`{% sortable "name" _("Name") %}`: a heading that sorts by `?sort=name|-name`.

    Args:
        context: the page's.
        key: what the view sorts by.
        label: the column's heading.
        kind: "number" sets it to the right.
    """
    query = context["request"].GET.copy()
    now = query.get("sort", "")
    order = {key: "ascending", f"-{key}": "descending"}.get(now, "")
    query["sort"] = f"-{key}" if now == key else key
    query.pop("page", None)
    return {"label": label, "kind": kind, "order": order, "query": query.urlencode()}


@register.inclusion_tag("base/_pages.html", takes_context=True)
def pages(context: Context, page: Page[Any]) -> dict[str, Any]:
    """`{% pages page_obj %}`: the way to the other pages, if there are any."""
    return {"request": context["request"], "page": page}
