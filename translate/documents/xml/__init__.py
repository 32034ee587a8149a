"""Articles as XML: feeds, exports of WordPress and NewsML-G2, with all that is not text kept byte for byte."""
