"""`python -m hattama`: what ./hattama runs once the packages are there."""

import sys

from hattama.cli import main

sys.exit(main(sys.argv[1:]))
