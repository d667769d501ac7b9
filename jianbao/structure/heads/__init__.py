"""What stands around a text: title, writers, days, outlets, and the lines that state them."""
