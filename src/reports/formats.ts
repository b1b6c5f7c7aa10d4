import { type Report, reportSchema } from './schema.ts'

/** The report as JSON, held against its own schema before it leaves. */
export const reportJson = (report: Report): string => `${JSON.stringify(reportSchema.parse(report), null, 2)}\n`

/** A name that is safe in every file system and in a header: `linecheck-12-bridge-at-orme-report.json`. */
export function fileName(report: Report, what: 'report' | 'claims', extension: 'html' | 'json' | 'csv'): string {
  const words =
    report.article.headline
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  return ['linecheck', report.article.id, ...words.slice(0, 6).map((word) => word.slice(0, 20)), what].join('-').concat(`.${extension}`)
}
