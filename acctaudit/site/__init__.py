"""A static site of many accounts: a page each, an index, and how they spread.

`sources` finds the accounts, `authors` splits tables of many, `making` makes the pages of
one, `building` keeps the folder in order, `manifest` remembers what was made of what.
`rows`, `standing` and `cohort` see reports only, and give the plain data of `data`.
"""
