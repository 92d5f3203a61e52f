from django.urls import path

from hattama.documents import views

urlpatterns = [
    path("", views.document_register, name="document_register"),
    path("to-sign/", views.documents_to_sign, name="documents_to_sign"),
    path("to-sign/together/", views.sign_together, name="sign_together"),
    path("check/", views.find_document, name="find_document"),
    path("check/<slug:code>/", views.check_document, name="check_document"),
    path(
        "check/<slug:code>/<str:language>.pdf",
        views.public_document_file,
        name="public_document_file",
    ),
    path("<int:pk>/", views.document, name="document"),
    path("<int:pk>/<str:language>.pdf", views.document_file, name="document_file"),
    path("<int:pk>/start-signing/", views.start_signing, name="start_signing"),
    path("<int:pk>/file/", views.mark_filed, name="mark_filed"),
    path("sign/<int:pk>/", views.sign_document, name="sign_document"),
    path("sign/<int:pk>/refuse/", views.refuse_to_sign, name="refuse_to_sign"),
]
