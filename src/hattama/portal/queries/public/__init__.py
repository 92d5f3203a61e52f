"""The public site: only what is registered or published, and meant to be public."""

from hattama.portal.queries.public.naming import public_code, public_name
from hattama.portal.queries.public.overview import Overview, overview
from hattama.portal.queries.public.programme import Programme, programme
from hattama.portal.queries.public.publication import Item, checklist

__all__ = [
    "Item",
    "Overview",
    "Programme",
    "checklist",
    "overview",
    "programme",
    "public_code",
    "public_name",
]
