"""The page on which a brochure is reviewed: one HTML file that needs nothing else.

Left the text with every value highlighted, right the records, on top what is doubtful. The page is
a function of what it shows: equal input, equal bytes. No text of a brochure becomes markup (Jinja2
with autoescaping), and the page's own policy lets nothing run or load but its own two parts.

`composing.make_page` makes it. Nothing is imported here, for the process that draws pictures
(`pictures`) needs no models and no templates.
"""
