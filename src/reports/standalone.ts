import { readFile } from 'node:fs/promises'
import path from 'node:path'
import ejs from 'ejs'
import { renderAlone } from '../web/render.ts'
import { standalonePage } from './pages.ts'
import type { Report } from './schema.ts'

const publicFolder = path.resolve(import.meta.dirname, '../../public')

/** The styles that a report needs; without the web fonts, which would have to be fetched. */
const styles = ['tokens', 'frame', 'lists', 'desk', 'report'].map((name) => `css/${name}.css`)

/** The report as one HTML file that needs nothing else: the same page as in the app, with its styles and marks inside. */
export async function standaloneReport(report: Report): Promise<string> {
  const page = standalonePage(report)
  const [body, css, marks] = await Promise.all([renderAlone('reports/show', page), readAll(styles), readAll(['marks.svg'])])
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${ejs.escapeXML(page.title)}</title>
<style>
${css}
</style>
</head>
<body class="${page.bodyClass}">
<div hidden>
${marks.replaceAll(' id="', ' id="mark-')}
</div>
<main>
${body.replaceAll('href="/marks.svg#', 'href="#mark-')}
</main>
</body>
</html>
`
}

async function readAll(files: readonly string[]): Promise<string> {
  const texts = await Promise.all(files.map((file) => readFile(path.join(publicFolder, file), 'utf8')))
  return texts.join('\n')
}
