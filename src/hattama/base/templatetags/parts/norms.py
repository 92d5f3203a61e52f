"""How a page cites the paragraph of a norm."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hattama.base import texts
from hattama.base.templatetags.parts.library import register
from hattama.core.norms.citation import Citation, cite, one_a_place

PLACES: dict[str, str | Promise] = {
    "paragraph": _("para. %(number)s"),
    "passage": _("passage %(number)s"),
    "table": _("table %(number)s"),
    "point": _("point %(number)s"),
    "letter": _("covering letter"),
    "approval": _("approval sheet"),
}
ITEMS: dict[str, str | Promise] = {
    "paragraph": _("para. %(number)s, item %(item)s"),
    "point": _("point %(number)s, item %(item)s"),
}


@register.filter
def places(norms: Iterable[str]) -> list[str]:
    """`{% for norm in norms|places %}`: each paragraph once."""
    return one_a_place(norms)


@register.simple_tag(takes_context=True)
def paragraph(
    context: Mapping[str, Any], *norm_ids: str, brief: bool = False
) -> SafeString:
    """`{% paragraph "he-attestation-2020/p33" %}`: a chip; its title names the act.

    Args:
        context: of the page; its house says which kind of institution it is about.
        norm_ids: as in the catalogue; of several the one that binds the institution,
            which is known by how it begins: he- or tve-.
        brief: leave the act's name to the title, where the page says it elsewhere.
    """
    norm_id = _binding(context, norm_ids)
    cited = cite(norm_id)
    full = citation_text(norm_id)
    return format_html(
        '<abbr class="paragraph" title="{} · {}" data-norm="{}">{}</abbr>',
        full,
        texts.pick(cited.act.title),
        norm_id,
        _place(cited) if brief else full,
    )


def _binding(context: Mapping[str, Any], norm_ids: tuple[str, ...]) -> str:
    if len(norm_ids) == 1:
        return norm_ids[0]
    institution = context["house"]["institution"]()
    own = f"{getattr(institution, 'kind', '')}-"
    return next((one for one in norm_ids if one.startswith(own)), norm_ids[0])


def citation_text(norm_id: str) -> str:
    """Say where a norm stands, in the language in force."""
    cited = cite(norm_id)
    words = {"act": texts.pick(cited.act.short), "place": _place(cited)}
    return gettext("%(act)s, %(place)s") % words


def _place(cited: Citation) -> str:
    words = ITEMS[cited.kind] if cited.item else PLACES[cited.kind]
    return str(words) % {"number": cited.number, "item": cited.item}
