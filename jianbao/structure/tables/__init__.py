"""Tables: where they are among lines, and their cells."""
