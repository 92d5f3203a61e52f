"""The bell of a page in a sitting, which also shows that its person is there."""

from django.template import Library
from django.utils.html import format_html
from django.utils.safestring import SafeString

from hattama.final import live
from hattama.final.models import Sitting

register = Library()


@register.simple_tag
def room_bell(sitting: Sitting, person: str) -> SafeString:
    """`{% room_bell sitting board.person %}`: outside of what is swapped."""
    return format_html(
        '<div data-bell="{}" data-door="room" hidden></div>',
        live.token(sitting.pk, person),
    )
