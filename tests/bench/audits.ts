import Database from 'better-sqlite3'
import type { Viewer } from '../../src/accounts/viewer.ts'
import { createAuditor } from '../../src/audits/auditor.ts'
import { everything } from '../../src/audits/selection.ts'
import { openDatabase } from '../../src/db/open.ts'
import { listSources } from '../../src/sources/queries.ts'
import { type Figure, rounded } from './figures.ts'
import { fillNewsroom, newsrooms } from './newsroom.ts'
import { freshFolder } from './server.ts'

const viewer: Viewer = { id: 1, name: 'Ada', email: '', shortcuts: false, desks: [{ id: 1, name: 'World desk', role: 'admin' }] }

/** The bare aggregates that an audit needs, each once over the whole newsroom: voices, identification and stake of origins, relays, caveats, findings, sources heard. */
const BARE = [
  'select voice, standing, count(*) from claims where not withdrawn group by 1, 2',
  `select a.identified, a.stake, a.proximity, s.kind, count(*) from attributions a join claims c on c.id = a.claim_id left join sources s on s.id = a.source_id
   where a.position = 0 and not c.withdrawn group by 1, 2, 3, 4`,
  `select count(distinct a.claim_id) from attributions a join sources s on s.id = a.source_id where s.kind in ('news_agency', 'outlet', 'party_media')`,
  'select count(distinct claim_id) from claim_caveats',
  'select c.voice, r.outcome, r.said, count(*) from reviews r join claims c on c.id = r.claim_id group by 1, 2, 3',
  `select s.name, count(*) from attributions a join sources s on s.id = a.source_id where a.position = 0 group by 1 order by 2 desc limit 60`,
  `select r.outlet, substr(r.published_at, 1, 7), count(*) from claims c join articles r on r.id = c.article_id group by 1, 2`,
  `select c.article_id, count(distinct a.source_id) from attributions a join claims c on c.id = a.claim_id where a.position = 0 group by 1 having count(distinct a.source_id) = 1`,
]

/** The audit of everything in a generated newsroom, beside the bare aggregates; `--newsroom large` for a hundred thousand pieces. */
export async function audits(): Promise<Figure[]> {
  const size = (process.env.BENCH_NEWSROOM ?? 'small') as keyof typeof newsrooms
  const pieces = newsrooms[size]
  const began = performance.now()
  const file = fillNewsroom(freshFolder(), pieces)
  const filled = performance.now() - began
  const bare = new Database(file, { readonly: true })
  const sql = timed(() => {
    for (const query of BARE) bare.prepare(query).all()
  })
  bare.close()
  const db = openDatabase(file)
  const auditor = createAuditor(db)
  // The thread loads its code once; that is no matter of the newsroom.
  await auditor.audit(viewer, { ...everything, article: 1 }, Infinity)
  const asked = performance.now()
  await auditor.audit(viewer, everything, 1_200)
  const first = performance.now() - asked
  await auditor.audit(viewer, everything, Infinity)
  const whole = performance.now() - asked
  const open = performance.now()
  await auditor.claims(viewer, everything, { figure: 'unnamed', page: 1, perPage: 50 })
  const opened = performance.now() - open
  const listed = timed(() => listSources(db, viewer, { limit: 100 }))
  await auditor.close()
  db.$client.close()
  return [
    { what: `newsroom of ${pieces} pieces and ${pieces * 20} claims, filled in seconds`, value: rounded(filled / 1000) },
    {
      what: 'audit of all of it in seconds; baseline the bare aggregates',
      value: rounded(whole / 1000),
      baseline: rounded(sql / 1000),
      ratio: whole / sql,
    },
    { what: 'first figures in seconds', value: rounded(first / 1000) },
    { what: 'a figure opened, its first page, in seconds', value: rounded(opened / 1000) },
    { what: 'the first hundred of its sources, by name, in seconds', value: rounded(listed / 1000) },
  ]
}

function timed(work: () => void): number {
  const from = performance.now()
  work()
  return performance.now() - from
}
