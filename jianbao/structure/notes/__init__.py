"""Notes: their bodies at the foot of pages and the end of texts, their marks in the text."""
