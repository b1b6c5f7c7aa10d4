import path from 'node:path'
import ejs from 'ejs'
import type { Express, Request, Response } from 'express'
import { takeFlash } from './flash.ts'
import type { Layout, Pages } from './pages.ts'

/** What stands around a page: it depends on who looks, not on the page. */
export interface Frame {
  nav: readonly { href: string; label: string; key?: string }[]
  viewer: { name: string; href: string } | null
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
const settings = {
  strict: true,
  localsName: 'page',
  root: views,
  cache: process.env.NODE_ENV === 'production',
  escape: (value: unknown) => {
    if (value === undefined) throw new Error('a view printed something undefined')
    return ejs.escapeXML(value as string)
  },
} as ejs.Options

/** Express's own `view options` are ignored by EJS 7, so the engine is set up here. */
export function setUpViews(app: Express): void {
  app.set('views', views).set('view engine', 'ejs')
  app.engine('ejs', (file, locals, done) => {
    ejs.renderFile(file, locals, settings, (error, html) => done(error, html))
  })
}

/** A view by itself, without the layout and without a request: for what the command line writes. */
export function renderAlone<P extends keyof Pages>(view: P, page: Pages[P]): Promise<string> {
  return ejs.renderFile(path.join(views, `${view}.ejs`), page, settings)
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
