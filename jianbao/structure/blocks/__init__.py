"""What each part of a text is: headings, lists, captions, turns of speech."""
