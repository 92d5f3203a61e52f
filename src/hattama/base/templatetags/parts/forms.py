"""Forms: a field with its words, the errors, the token that is taken once."""

import uuid

from django.forms import BaseForm, BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from hattama.base.templatetags.parts.library import register


@register.simple_tag
def once() -> SafeString:
    """`{% once %}` in a posted form: the same click twice makes one deed."""
    return format_html('<input type="hidden" name="once" value="{}">', uuid.uuid4())


@register.inclusion_tag("base/field/_field.html")
def field(bound: BoundField, label: str = "", help_text: str = "") -> dict[str, object]:
    """`{% field form.topic %}`: label, help, input and errors, tied together."""
    return {
        "field": bound,
        "label": label or bound.label,
        "help_text": help_text or bound.help_text,
        "kind": _kind(bound),
    }


def _kind(bound: BoundField) -> str:
    if bound.use_fieldset:
        return "group"
    return "checkbox" if bound.widget_type == "checkbox" else "line"


@register.inclusion_tag("base/field/_fields.html")
def fields(form: BaseForm) -> dict[str, object]:
    """`{% fields form %}`: every field of a form, one under the other."""
    return {"form": form}


@register.inclusion_tag("base/field/_errors.html")
def errors(form: BaseForm) -> dict[str, object]:
    """`{% errors form %}` above a form: what is wrong, each a link to its field."""
    return {
        "form": form,
        "wrong": [bound for bound in form if bound.errors],
        "general": form.non_field_errors(),
    }
