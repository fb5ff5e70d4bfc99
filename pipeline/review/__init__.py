"""Reviewing in the browser: `kreislese review` serves the page of a brochure with editing.

What a reviewer does becomes an act (`acts`), a desk has the brochure and applies it (`desk`), the
server (`server`) only listens, and only to who may speak to it (`guard`).
"""
