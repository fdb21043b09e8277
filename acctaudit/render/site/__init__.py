"""The pages of a site: the index, the cohort, and the report of an account in it."""
