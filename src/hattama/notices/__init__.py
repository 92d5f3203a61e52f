"""What we tell whom: sending, delivery, opening, acknowledgement."""
