"""A static site of many accounts: a page each, an index, and how they spread.

`sources` finds the accounts, `authors` splits tables of many, `making` makes the pages of
one, `working` does so in several processes, `proof` tries the templates, `building` keeps
the folder in order, `manifest` remembers what was made of what. `rows`, `standing`,
`cohort` and `doubts` see reports only, and give the plain data of `data`.
"""
