"""Quality, measured on real data: pinned floors and a digest of the data; floors only rise."""
