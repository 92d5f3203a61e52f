"""Documents: the facts they are made from, their numbers, signatures and files."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hattama.base.fields import TextsField
from hattama.base.models import StoredFile
from hattama.core.sorting import search_key
from hattama.people.models import Institution, Person


class Register(models.Model):
    """Where a kind of document is numbered: per year, without gaps."""

    institution = models.ForeignKey(Institution, models.CASCADE)
    kind = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["institution", "kind", "year"], name="one_register_a_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.year}: {self.last}"


class Document(models.Model):
    """An official paper. Once registered, only a new one can correct it."""

    class Kind(models.TextChoices):
        """Which register numbers it."""

        ORDER = "order", _("Order")
        PROTOCOL = "protocol", _("Protocol")
        ACT = "act", _("Act")
        APPLICATION = "application", _("Application")
        DECISION = "decision", _("Decision")
        NOTICE = "notice", _("Notice")
        REPORT = "report", _("Report")

    class State(models.TextChoices):
        """From draft to registered."""

        DRAFT = "draft", _("Draft")
        SIGNING = "signing", _("Being signed")
        REFUSED = "refused", _("Signature refused")
        REGISTERED = "registered", _("Registered")

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="documents"
    )
    kind = models.CharField(max_length=12, choices=Kind)
    template = models.CharField(max_length=40, help_text="commission-order …")
    title = TextsField()
    about = models.CharField(max_length=60, help_text="what it is about: commission:3")
    facts = models.JSONField(help_text="all that the text is made from")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    number = models.PositiveIntegerField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    registered_at = models.DateTimeField(null=True)
    search_key = models.CharField(max_length=600, editable=False)
    check_code = models.CharField(max_length=20, unique=True, help_text="in the QR")
    supersedes = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="superseded_by"
    )
    readers = models.ManyToManyField(
        Person, blank=True, related_name="+", help_text="who received a copy"
    )
    copies = models.BooleanField(
        default=True, help_text="each reader is sent it as soon as it is registered"
    )
    public = models.BooleanField(default=False, help_text="shown on the public site")
    pdf_kk = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    pdf_ru = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    filed_at = models.DateTimeField(
        null=True, help_text="printed and put into the file"
    )
    filed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering: ClassVar[Any] = ["-made_at", "-pk"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["institution", "kind", "year", "number"],
                name="document_number_once",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=False) | ~Q(state="registered"),
                name="registered_has_a_number",
            ),
        ]
        indexes: ClassVar[Any] = [models.Index(fields=["about"])]

    def __str__(self) -> str:
        return f"{self.template} {self.number or ''}".strip()

    def save(self, **kwargs: Any) -> None:
        """Keep the key by which both databases search alike."""
        titles = " ".join(str(self.title.get(code, "")) for code in ("kk", "ru"))
        self.search_key = search_key(titles)[:600]
        super().save(**kwargs)

    @property
    def stream(self) -> str:
        """Where its acts stand in the ledger."""
        return f"document:{self.pk}"

    @property
    def registered(self) -> bool:
        """Whether it has its number and can no longer change."""
        return self.state == self.State.REGISTERED


class Signature(models.Model):
    """A signature that a document waits for, or has."""

    class Role(models.TextChoices):
        """As what somebody signs."""

        HEAD = "head", _("Head of the institution")
        VICE_HEAD = "vice_head", _("Deputy head for studies")
        DEAN = "dean", _("Dean")
        CHAIR = "chair", _("Chair")
        MEMBER = "member", _("Member of the commission")
        SECRETARY = "secretary", _("Technical secretary")
        REGISTRAR = "registrar", _("Registrar")
        APPLICANT = "applicant", _("Applicant")

    document = models.ForeignKey(Document, models.CASCADE, related_name="signatures")
    person = models.ForeignKey(Person, models.PROTECT, related_name="signatures")
    role = models.CharField(max_length=20, choices=Role)
    position = models.PositiveSmallIntegerField(help_text="who signs first")
    digest = models.CharField(
        max_length=64, blank=True, help_text="SHA-256 of what was signed"
    )
    signed_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[Any] = ["position"]
        constraints: ClassVar[Any] = [
            models.UniqueConstraint(
                fields=["document", "person", "role"], name="one_signature_a_role"
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True) | Q(refused_at__isnull=True),
                name="signed_or_refused",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} of {self.document_id}"
