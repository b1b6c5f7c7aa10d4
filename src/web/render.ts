import { readFileSync } from 'node:fs'
import path from 'node:path'
import ejs from 'ejs'
import type { Express, Request, Response } from 'express'
import { takeFlash } from './flash.ts'
import type { Layout, Pages } from './pages.ts'

/** What stands around a page: it depends on who looks, not on the page. */
export interface Frame {
  nav: readonly { href: string; label: string; key?: string }[]
  /** `day`: on which the page was made, as it stands at the foot of what is printed. */
  viewer: { name: string; href: string; day: string } | null
  shortcuts: boolean
}
export const frameForStrangers: Frame = { nav: [], viewer: null, shortcuts: false }

/** What every page says of itself. */
export interface Page {
  title: string
  /** Styles the whole page; `plain-page` where it is not given. */
  bodyClass?: string
  /** The entry of the navigation it lies under. */
  section?: string
  /** What stands in the search box. */
  search?: string
}

const views = path.resolve(import.meta.dirname, '../../views')
const keepTemplates = process.env.NODE_ENV === 'production'
const templates = new Map<string, ejs.TemplateFunction>()

/** The template in a file; in production it is compiled once. */
function templateIn(file: string): ejs.TemplateFunction {
  const kept = templates.get(file)
  if (kept) return kept
  const template = compile(file)
  if (keepTemplates) templates.set(file, template)
  return template
}

/**
 * A partial gets what its include gives it and nothing else, through `this`: EJS's own `include` copies into each partial
 * whatever the views around it were given, which on a desk of many claims costs more than all the rest of the rendering.
 */
function compile(file: string): ejs.TemplateFunction {
  const text = readFileSync(file, 'utf8').replaceAll(/<%-\s*include\(/g, '<%- this.include(')
  return ejs.compile(text, { filename: file, strict: true, localsName: 'page', escape, context: { include } })
}

const include = (name: string, page: ejs.Data): string => templateIn(`${path.join(views, name)}.ejs`)(page)

function escape(value: unknown): string {
  if (value === undefined) throw new Error('a view printed something undefined')
  return ejs.escapeXML(value as string)
}

/** Express's own `view options` are ignored by EJS 7, so the engine is set up here. */
export function setUpViews(app: Express): void {
  app.set('views', views).set('view engine', 'ejs')
  app.engine('ejs', (file, locals, done) => {
    let html: string
    try {
      html = templateIn(file)(locals)
    } catch (error) {
      return done(error)
    }
    done(null, html)
  })
}

/** A view by itself, without the layout and without a request: for what the command line writes. */
export function renderAlone<P extends keyof Pages>(view: P, page: Pages[P]): Promise<string> {
  return Promise.resolve(templateIn(path.join(views, `${view}.ejs`))(page))
}

/** Answers with a view inside the layout. The compiler holds `page` against the view's line in `Pages`. */
export function render<P extends keyof Pages>(
  visit: { req: Request; res: Response; frame: Frame },
  view: P,
  page: Pages[P],
  status = 200,
): void {
  const { req, res, frame } = visit
  const about: Page = page
  res.render(view, page, (error: Error | null, body: string) => {
    if (error) {
      req.next?.(error)
      return
    }
    const layout: Layout = {
      title: about.title,
      body,
      nav: frame.nav.map(({ href, label, key = null }) => ({ href, label, key, current: href === about.section })),
      search: frame.viewer ? (about.search ?? '') : null,
      viewer: frame.viewer,
      flash: takeFlash(req, res),
      bodyClass: about.bodyClass ?? 'plain-page',
      shortcutsWord: frame.shortcuts ? 'on' : 'off',
    }
    res.status(status).render('layout', layout)
  })
}
