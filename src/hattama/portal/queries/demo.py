"""The demo's sign-in links. Nothing routes to them outside the demo."""

from django.core import signing

from hattama.people.models import Person

_SALT = "hattama.demo"


def sign_in_path(person: Person) -> str:
    """The path of the link that signs a person in with one click."""
    return f"/demo/as/{signing.dumps(person.pk, salt=_SALT)}/"


def person_meant(token: str) -> Person | None:
    """Whom a link names; None for a link that is not ours."""
    try:
        pk = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    return Person.objects.select_related("user").filter(pk=pk).first()
