"""The commands of ./hattama."""
