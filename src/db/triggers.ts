export interface Trigger {
  name: string
  sql: string
}

const refuse = (name: string, when: string, table: string, sentence: string): Trigger => ({
  name,
  sql: `CREATE TRIGGER ${name} ${when} ON ${table} BEGIN SELECT RAISE(ABORT, '${sentence}'); END;`,
})

/** What SQLite itself refuses, whoever asks: the past is not rewritten, the exact text is not changed, no opinion is lost. */
const finals: Trigger[] = [
  refuse('events_are_final', 'BEFORE UPDATE', 'events', 'history is append-only'),
  refuse('events_are_kept', 'BEFORE DELETE', 'events', 'history is append-only'),
  refuse('event_subjects_are_final', 'BEFORE UPDATE', 'event_subjects', 'history is append-only'),
  refuse('event_subjects_are_kept', 'BEFORE DELETE', 'event_subjects', 'history is append-only'),
  refuse('payloads_are_kept', 'BEFORE DELETE', 'payloads', 'a payload goes only by a purge'),
  refuse('reviews_are_final', 'BEFORE UPDATE', 'reviews', 'every opinion is kept as it was filed'),
  refuse('reviews_are_kept', 'BEFORE DELETE', 'reviews', 'every opinion is kept as it was filed'),
  refuse('versions_are_kept', 'BEFORE DELETE', 'versions', 'a version is never deleted'),
  refuse('claims_are_kept', 'BEFORE DELETE', 'claims', 'a claim is withdrawn, never deleted'),
  refuse('evidence_is_kept', 'BEFORE DELETE', 'evidence', 'evidence is withdrawn, never deleted'),
  refuse('sign_offs_are_kept', 'BEFORE DELETE', 'sign_offs', 'a sign-off is reopened, never deleted'),
  refuse('queries_are_kept', 'BEFORE DELETE', 'queries', 'a query is answered, never deleted'),
  refuse('pillar_answers_are_final', 'BEFORE UPDATE', 'pillar_answers', 'an answer is followed by another, never changed'),
  refuse('pillar_answers_are_kept', 'BEFORE DELETE', 'pillar_answers', 'an answer is followed by another, never deleted'),
  refuse('source_merges_are_kept', 'BEFORE DELETE', 'source_merges', 'sources are parted again, and the merge stays on record'),
  {
    name: 'source_merges_are_final',
    sql: `CREATE TRIGGER source_merges_are_final BEFORE UPDATE ON source_merges
      WHEN NOT (NEW.id IS OLD.id AND NEW.source_id IS OLD.source_id AND NEW.into_id IS OLD.into_id AND NEW.reason IS OLD.reason
        AND NEW.merged_by IS OLD.merged_by AND NEW.merged_at IS OLD.merged_at AND OLD.parted_at IS NULL AND NEW.parted_at IS NOT NULL)
      BEGIN SELECT RAISE(ABORT, 'a merge is ended, never rewritten'); END;`,
  },
  refuse('source_ratings_are_final', 'BEFORE UPDATE', 'source_ratings', 'a rating is followed by another, never changed'),
  refuse('source_ratings_are_kept', 'BEFORE DELETE', 'source_ratings', 'a rating is followed by another, never deleted'),
  refuse('vault_entries_are_kept', 'BEFORE DELETE', 'vault_entries', 'what is sealed is destroyed, and that it was there stays'),
  {
    name: 'vault_entries_are_final',
    sql: `CREATE TRIGGER vault_entries_are_final BEFORE UPDATE ON vault_entries
      WHEN NOT (NEW.id IS OLD.id AND NEW.source_id IS OLD.source_id AND NEW.key_id IS OLD.key_id AND NEW.sealed_by IS OLD.sealed_by
        AND NEW.sealed_at IS OLD.sealed_at AND OLD.sealed IS NOT NULL AND NEW.sealed IS NULL AND NEW.destroyed_at IS NOT NULL)
      BEGIN SELECT RAISE(ABORT, 'what is sealed is destroyed, never rewritten'); END;`,
  },
  refuse('vault_readers_are_kept', 'BEFORE DELETE', 'vault_readers', 'who could look stays on record'),
  refuse('challenges_are_kept', 'BEFORE DELETE', 'challenges', 'a challenge is answered, never deleted'),
  {
    name: 'challenges_are_final',
    sql: `CREATE TRIGGER challenges_are_final BEFORE UPDATE ON challenges
      WHEN NOT (NEW.id IS OLD.id AND NEW.article_id IS OLD.article_id AND NEW.claim_id IS OLD.claim_id AND NEW.challenged_by IS OLD.challenged_by
        AND NEW.what IS OLD.what AND NEW.received_on IS OLD.received_on AND NEW.recorded_by IS OLD.recorded_by
        AND NEW.recorded_at IS OLD.recorded_at AND OLD.answer IS NULL AND NEW.answer IS NOT NULL)
      BEGIN SELECT RAISE(ABORT, 'a challenge is answered, never rewritten'); END;`,
  },
  refuse('corrections_are_kept', 'BEFORE DELETE', 'corrections', 'a correction is withdrawn, never deleted'),
  {
    name: 'corrections_are_final',
    sql: `CREATE TRIGGER corrections_are_final BEFORE UPDATE ON corrections
      WHEN NOT (NEW.id IS OLD.id AND NEW.article_id IS OLD.article_id AND NEW.claim_id IS OLD.claim_id AND NEW.challenge_id IS OLD.challenge_id
        AND NEW.text IS OLD.text AND NEW.place IS OLD.place AND NEW.published_on IS OLD.published_on AND NEW.recorded_by IS OLD.recorded_by
        AND NEW.recorded_at IS OLD.recorded_at AND OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL)
      BEGIN SELECT RAISE(ABORT, 'a correction is withdrawn, never rewritten'); END;`,
  },
  refuse('rechecks_are_kept', 'BEFORE DELETE', 'rechecks', 'that a claim was to be checked again stays on record'),
  {
    name: 'rechecks_done_are_final',
    sql: `CREATE TRIGGER rechecks_done_are_final BEFORE UPDATE ON rechecks WHEN OLD.done_at IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'what was checked again stays as it was recorded'); END;`,
  },
  refuse('auditor_rights_are_kept', 'BEFORE DELETE', 'auditor_rights', 'a right is withdrawn, and that it stood stays on record'),
  refuse('coding_claims_are_final', 'BEFORE UPDATE', 'coding_claims', 'a sample stays as it was drawn'),
  refuse('coding_claims_are_kept', 'BEFORE DELETE', 'coding_claims', 'a sample stays as it was drawn'),
  refuse('codings_are_kept', 'BEFORE DELETE', 'codings', 'what somebody coded is kept'),
  refuse('rule_waivers_are_kept', 'BEFORE DELETE', 'rule_waivers', 'a waiver is lifted, never deleted'),
  {
    name: 'rule_waivers_are_final',
    sql: `CREATE TRIGGER rule_waivers_are_final BEFORE UPDATE ON rule_waivers
      WHEN NOT (NEW.id IS OLD.id AND NEW.article_id IS OLD.article_id AND NEW.version_id IS OLD.version_id AND NEW.rule IS OLD.rule
        AND NEW.start IS OLD.start AND NEW."end" IS OLD."end" AND NEW.reason IS OLD.reason AND NEW.waived_by IS OLD.waived_by
        AND NEW.waived_at IS OLD.waived_at AND OLD.lifted_at IS NULL AND NEW.lifted_at IS NOT NULL)
      BEGIN SELECT RAISE(ABORT, 'a waiver is lifted, never rewritten'); END;`,
  },
  refuse('files_are_kept', 'BEFORE DELETE', 'files', 'a file goes only by a purge'),
  {
    name: 'payloads_are_final',
    sql: `CREATE TRIGGER payloads_are_final BEFORE UPDATE ON payloads
      WHEN NOT (NEW.digest IS OLD.digest AND OLD.body IS NOT NULL AND NEW.body IS NULL AND OLD.purged_by IS NULL AND NEW.purged_by IS NOT NULL
        AND EXISTS (SELECT 1 FROM events WHERE id = NEW.purged_by AND act = 'payload.purged'))
      BEGIN SELECT RAISE(ABORT, 'a payload goes only by a purge'); END;`,
  },
  {
    name: 'versions_are_final',
    sql: `CREATE TRIGGER versions_are_final BEFORE UPDATE ON versions
      WHEN NOT (NEW.id IS OLD.id AND NEW.article_id IS OLD.article_id AND NEW.number IS OLD.number AND NEW.sha256 IS OLD.sha256
        AND OLD.text IS NOT NULL AND NEW.text IS NULL AND OLD.purged_by IS NULL AND NEW.purged_by IS NOT NULL
        AND EXISTS (SELECT 1 FROM events WHERE id = NEW.purged_by AND act = 'version.purged'))
      BEGIN SELECT RAISE(ABORT, 'the exact text of a version is never changed'); END;`,
  },
]

/** A thing's row in the search index is found without reading the index: its rowid is `id * 4 + its kind's number`. */
export const searchKinds = ['claim', 'source', 'evidence', 'article'] as const
export type SearchKind = (typeof searchKinds)[number]

function indexed(table: string, kind: SearchKind, words: (row: string) => string): Trigger[] {
  const rowid = (row: string): string => `${row}.id * 4 + ${searchKinds.indexOf(kind)}`
  const drop = `DELETE FROM search_index WHERE rowid = ${rowid('OLD')};`
  const put = `INSERT INTO search_index (rowid, words) VALUES (${rowid('NEW')}, fold(${words('NEW')}));`
  return [
    { name: `${table}_search_insert`, sql: `CREATE TRIGGER ${table}_search_insert AFTER INSERT ON ${table} BEGIN ${put} END;` },
    { name: `${table}_search_update`, sql: `CREATE TRIGGER ${table}_search_update AFTER UPDATE ON ${table} BEGIN ${drop} ${put} END;` },
  ]
}

const sourceWords = (row: string): string =>
  `${row}.name || ' ' || coalesce((SELECT group_concat(name, ' ') FROM source_aliases WHERE source_id = ${row}.id), '')`

/** An alias given or taken away is its source's affair: touching the source makes that one's words anew. */
const aliases: Trigger[] = (['INSERT', 'DELETE'] as const).map((act) => {
  const name = `source_aliases_search_${act.toLowerCase()}`
  const row = act === 'INSERT' ? 'NEW' : 'OLD'
  return {
    name,
    sql: `CREATE TRIGGER ${name} AFTER ${act} ON source_aliases BEGIN UPDATE sources SET name = name WHERE id = ${row}.source_id; END;`,
  }
})

export const triggers: readonly Trigger[] = [
  ...finals,
  ...indexed('claims', 'claim', (row) => `${row}.wording`),
  ...indexed('sources', 'source', sourceWords),
  ...indexed('evidence', 'evidence', (row) =>
    ['title', 'passage', 'with_whom', 'locator', 'note', 'url', 'file_name'].map((name) => `${row}.${name}`).join(" || ' ' || "),
  ),
  ...indexed('articles', 'article', (row) => `${row}.headline || ' ' || ${row}.outlet || ' ' || ${row}.byline`),
  ...aliases,
]
