"""Sentences of allauth that people here meet; it has no Kazakh catalogue of its own."""

from django.utils.translation import gettext_noop as _

BORROWED = (
    _("Login"),
    _("Forgot your password?"),
    _("Username"),
    _("Username or email"),
    _("Password"),
    _("Email"),
    _("Email address"),
    _("Remember Me"),
    _("Current Password"),
    _("New Password"),
    _("New Password (again)"),
    _("You must type the same password each time."),
    _("Please type your current password."),
    _("Incorrect password."),
    _("This account is currently inactive."),
    _("The username and/or password you specified are not correct."),
    _("The email address and/or password you specified are not correct."),
    _("Too many failed login attempts. Try again later."),
    _("Be patient, you are sending too many requests."),
    _("You have signed out."),
    _("Successfully signed in as %(name)s."),
    _("Password successfully changed."),
    _("Password successfully set."),
)
