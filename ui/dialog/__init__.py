"""What the dialogs of algorithms show beyond what Processing shows: headings, model cards, choosers of names."""
