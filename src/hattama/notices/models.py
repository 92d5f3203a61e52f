"""What was told to whom, and what came of it."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from hattama.base.fields import TextsField
from hattama.base.models import StoredFile
from hattama.people.models import Institution, Person


class Notice(models.Model):
    """One message to many people."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=40, help_text="acquaintance, defence-time …")
    about = models.CharField(max_length=60, help_text="what it is about: sitting:12")
    subject = TextsField()
    body = TextsField()
    link = models.CharField(max_length=300, blank=True, help_text="path of a page here")
    files = models.ManyToManyField(StoredFile, blank=True)
    confirm_by = models.DateTimeField(
        null=True, blank=True, help_text="set when the reader must confirm"
    )
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[Any] = ["-at"]
        indexes: ClassVar[Any] = [models.Index(fields=["about", "kind"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"

    @property
    def stream(self) -> str:
        """Where its confirmations stand in the ledger."""
        return f"notice:{self.pk}"


class Delivery(models.Model):
    """A notice on its way to one person."""

    class How(models.TextChoices):
        """By which way somebody confirmed."""

        LINK = "link", _("By the link in the letter")
        APP = "app", _("On the notice's page")
        CALL = "call", _("By telephone")

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="deliveries")
    person = models.ForeignKey(Person, models.CASCADE, related_name="deliveries")
    token = models.CharField(max_length=43, unique=True, help_text="of the mail's link")
    opened_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_how = models.CharField(max_length=6, blank=True, choices=How)
    confirmed_by = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+"
    )
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["notice", "person"], name="one_delivery_a_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice_id} to {self.person_id}"


class Letter(models.Model):
    """An e-mail of a delivery: due until sent, tried again when it fails."""

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="letters")
    address = models.EmailField()
    subject = models.CharField(max_length=300)
    body = models.TextField()
    made_at = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)
    sent_at = models.DateTimeField(null=True)
    kept_at = models.DateTimeField(
        null=True, help_text="kept in the outbox, for want of a mail server"
    )
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[Any] = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.subject
