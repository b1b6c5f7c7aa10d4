import { readFile } from 'node:fs/promises'
import path from 'node:path'
import ejs from 'ejs'

const publicFolder = path.resolve(import.meta.dirname, '../../public')

/** The styles that such a file needs; without the web fonts, which would have to be fetched. */
const styles = ['tokens', 'frame', 'lists', 'desk', 'report'].map((name) => `css/${name}.css`)

/**
 * A rendered view as one HTML file that needs nothing else, with its styles and marks inside. Where `base` is given, links lead to the
 * newsroom's Linecheck at that address.
 */
export async function standaloneFile({
  title,
  bodyClass,
  body,
  base,
}: {
  title: string
  bodyClass: string
  body: string
  base?: string
}): Promise<string> {
  const [css, marks] = await Promise.all([readAll(styles), readAll(['marks.svg'])])
  const links = base === undefined ? body : body.replaceAll(/(?<=<a\b[^>]*?\bhref=")(?=\/)/g, ejs.escapeXML(base))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${ejs.escapeXML(title)}</title>
<style>
${css}
</style>
</head>
<body class="${bodyClass}">
<div hidden>
${marks.replaceAll(' id="', ' id="mark-')}
</div>
<main>
${links.replaceAll('href="/marks.svg#', 'href="#mark-')}
</main>
</body>
</html>
`
}

async function readAll(files: readonly string[]): Promise<string> {
  const texts = await Promise.all(files.map((file) => readFile(path.join(publicFolder, file), 'utf8')))
  return texts.join('\n')
}
