"""The tables of a record and the steps from each released schema to the next.

What people and coders gave is only ever added to: `document`, `edition`, `version` and
`decision` refuse to be updated or deleted. The other tables say what follows from it now, so
that it can be listed; they change.
"""

APPLICATION = 0x4B484C44  # "KHLD", which tells a record from other SQLite files

APPENDED_ONLY = ("document_text", "edition", "version", "decision")


def _refusals(table: str) -> str:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END;"
    return "\n".join(
        f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} {refuse}"
        for verb in ("update", "delete")
    )


_FIRST = """
CREATE TABLE document_text (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT,
  text TEXT NOT NULL
);
CREATE TABLE edition (
  location TEXT NOT NULL,
  number INTEGER NOT NULL,
  document TEXT NOT NULL REFERENCES document_text (id),
  source TEXT NOT NULL,
  PRIMARY KEY (location, number)
) WITHOUT ROWID;
CREATE INDEX edition_document ON edition (document);
CREATE TABLE version (
  sequence INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  version INTEGER NOT NULL,
  body BLOB,
  checksum INTEGER NOT NULL,
  UNIQUE (kind, record, version)
);
CREATE TABLE decision (
  sequence INTEGER PRIMARY KEY,
  record TEXT NOT NULL,
  body BLOB NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX decision_record ON decision (record);

CREATE TABLE document (
  key INTEGER PRIMARY KEY REFERENCES document_text (key),
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  current INTEGER NOT NULL,
  coder TEXT NOT NULL,
  published BLOB,
  lineage TEXT NOT NULL
);
CREATE TABLE item (
  key INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  place_in_list TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  version INTEGER NOT NULL,
  type TEXT,
  certainty TEXT,
  low TEXT NOT NULL,
  high TEXT NOT NULL,
  document TEXT,
  block TEXT,
  parent TEXT,
  UNIQUE (kind, id)
);
CREATE INDEX item_list ON item (kind, place_in_list, id, type, certainty, low, high);
CREATE INDEX item_block ON item (kind, block) WHERE block IS NOT NULL;
CREATE INDEX item_document ON item (document) WHERE document IS NOT NULL;
CREATE INDEX item_parent ON item (parent) WHERE parent IS NOT NULL;
CREATE TABLE facet (
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  kind TEXT NOT NULL,
  place_in_list TEXT NOT NULL,
  id TEXT NOT NULL,
  item INTEGER NOT NULL,
  PRIMARY KEY (facet, value, kind, place_in_list, id)
) WITHOUT ROWID;
CREATE INDEX facet_item ON facet (item);
CREATE TABLE name (
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (name, kind, id)
) WITHOUT ROWID;
CREATE INDEX name_id ON name (kind, id);

CREATE TABLE member (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  body BLOB NOT NULL,
  entity TEXT,
  score REAL,
  reason TEXT
);
CREATE INDEX member_entity ON member (entity);
CREATE TABLE actor (
  document TEXT NOT NULL,
  actor TEXT NOT NULL,
  member TEXT NOT NULL,
  PRIMARY KEY (document, actor)
) WITHOUT ROWID;
CREATE INDEX actor_member ON actor (member);
CREATE TABLE shared_key (
  kind TEXT NOT NULL,
  hash INTEGER NOT NULL,
  item INTEGER NOT NULL,
  PRIMARY KEY (kind, hash, item)
) WITHOUT ROWID;
CREATE INDEX shared_key_item ON shared_key (kind, item);
CREATE TABLE ground (
  record TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  digest TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX ground_document ON ground (document);
CREATE TABLE unsettled (
  kind TEXT NOT NULL,
  item INTEGER NOT NULL,
  PRIMARY KEY (kind, item)
) WITHOUT ROWID;
CREATE TABLE unsettled_block (
  kind TEXT NOT NULL,
  block TEXT NOT NULL,
  PRIMARY KEY (kind, block)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE text_index USING fts5 (
  title, text, content = 'document_text', content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE quote_index USING fts5 (
  quote, tokenize = 'unicode61 remove_diacritics 2'
);
"""

# Each item holds its facets: to find them by an index took a quarter of the time of adding.
_SECOND = """
ALTER TABLE item ADD COLUMN facets BLOB;
UPDATE item SET facets = (
  SELECT CAST(json_group_array(json_array(facet, value)) AS BLOB)
  FROM facet WHERE facet.item = item.key
) WHERE key IN (SELECT item FROM facet);
DROP INDEX facet_item;
"""

# Forecasts stand in the order in which they were made, events in that of the days that are shown,
# so that the ledger and the timeline are read a page at a time.
_THIRD = """
UPDATE item SET place_in_list = coalesce(
  (SELECT json_extract(CAST(published AS TEXT), '$.latest') FROM document
   WHERE document.id = item.document), '~'
) WHERE kind = 'forecast';
UPDATE item SET place_in_list = (
  SELECT coalesce(json_extract(CAST(body AS TEXT), '$.earliest'),
                  json_extract(CAST(body AS TEXT), '$.latest'), item.place_in_list)
  FROM version WHERE version.sequence = item.sequence
) WHERE kind = 'event';
UPDATE facet SET place_in_list = (SELECT place_in_list FROM item WHERE item.key = facet.item)
WHERE kind IN ('forecast', 'event');
"""

# Number n takes schema n to schema n + 1; a released step is never changed.
MIGRATIONS: tuple[str, ...] = (
    "\n".join((_FIRST, *(_refusals(table) for table in APPENDED_ONLY))),
    _SECOND,
    _THIRD,
)
NEWEST = len(MIGRATIONS)
