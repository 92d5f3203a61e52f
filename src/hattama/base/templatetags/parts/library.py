"""The one library that all parts are registered in."""

from django.template import Library

register = Library()
