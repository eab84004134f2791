"""Exchange: files of other programs come in, stored values go out in plain forms."""
