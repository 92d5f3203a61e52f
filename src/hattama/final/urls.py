"""Where the pages of final attestation are; the names are those of the views."""

from django.urls import path

from hattama.final.views import results as after

# After the vote
results = [
    path(
        "sittings/<int:pk>/protocols/",
        after.sitting_protocols,
        name="sitting_protocols",
    ),
    path(
        "sittings/<int:pk>/protocols/draw-up/",
        after.draw_up_protocols,
        name="draw_up_protocols",
    ),
    path(
        "sittings/<int:pk>/protocols/of-sitting/",
        after.draw_up_protocol_of_sitting,
        name="draw_up_protocol_of_sitting",
    ),
    path("sittings/<int:pk>/publish/", after.publish_results, name="publish_results"),
    path("sittings/<int:pk>/apply/", after.lodge_application, name="lodge_application"),
    path("applications/<int:pk>/", after.application, name="application"),
    path("applications/<int:pk>/grant/", after.grant_absence, name="grant_absence"),
    path(
        "applications/<int:pk>/refuse/",
        after.refuse_application,
        name="refuse_application",
    ),
    path("candidates/<int:pk>/readmit/", after.readmit, name="readmit"),
    path(
        "commissions/<int:pk>/register/<int:attestation>/",
        after.draw_up_register,
        name="draw_up_register",
    ),
]

urlpatterns = [*results]
