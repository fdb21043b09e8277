"""One module, or one folder, for each export format; each holds a READER.

They are found by their being here: adding a format is adding one file.
"""
