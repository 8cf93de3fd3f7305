"""`python -m aiscreen`."""

from aiscreen.cli import main

if __name__ == "__main__":
    main()
