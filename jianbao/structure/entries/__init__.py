"""Several articles in one file: where each begins, by what repeats."""
