"""PDF brochures: pages with columns, frames and furniture become one text in reading order.

The pages are drawn in processes of their own (`pool`, `worker`, `canvas`), which yields stretches
of text with their places (`fragments`). From there on it is about the whole document (`document`):
what runs on every page is taken out (`running`), columns are put in order (`rivers`, `columns`),
lines become paragraphs (`paragraphs`), and these one text (`flow`). Nothing is imported here, for
the processes need only a part of it.
"""
