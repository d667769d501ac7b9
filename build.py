"""Build the site: ``python build.py``. All verbs: ``python build.py --help``."""

from jianbao.cli import main

if __name__ == "__main__":
    main()
