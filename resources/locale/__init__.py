"""The catalogues, one .po file per language and room, and the script that derives zh_TW."""
