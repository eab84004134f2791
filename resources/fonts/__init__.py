"""The bundled fonts, their checksums and the script that brings them again."""
