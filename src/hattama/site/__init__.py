"""Settings, URLs and the ASGI door: nothing else."""
