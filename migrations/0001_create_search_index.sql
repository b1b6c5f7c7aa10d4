-- One row per claim, source, piece of evidence and article; its rowid says which (see src/db/triggers.ts, which also keeps it full).
-- The words are folded before they come here, so the tokenizer need not know diacritics or Arabic letter forms.
CREATE VIRTUAL TABLE search_index USING fts5(words, tokenize = 'unicode61 remove_diacritics 2');
