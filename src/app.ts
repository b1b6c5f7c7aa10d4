import path from 'node:path'
import express, { type Express } from 'express'
import { frameFor, viewerOf } from './accounts/access.ts'
import type { Context } from './context.ts'
import { answerOnDesk } from './desk/routes.ts'
import { NotFound } from './errors.ts'
import { routes } from './routes.ts'
import { answerErrors } from './web/answers.ts'
import { secureCookies } from './web/flash.ts'
import { frameForStrangers, setUpViews } from './web/render.ts'
import { mount } from './web/route.ts'
import { headers, notStored, sameOrigin } from './web/security.ts'

const root = path.resolve(import.meta.dirname, '..')
const fonts = ['source-serif-4', 'inter', 'vazirmatn'] as const

/** The whole app, in the order in which a request goes through it. */
export function createApp(context: Context): Express {
  const app = express()
    .disable('x-powered-by')
    .set('trust proxy', context.settings.trustProxy)
    .set('query parser', 'simple')
    // Pages are kept by no cache, so nobody ever asks whether one has changed.
    .set('etag', false)
    .set(secureCookies, context.settings.secure)
  setUpViews(app)
  app.use(headers(context.settings.secure))
  app.use(express.static(path.join(root, 'public'), { index: false, maxAge: '1h' }))
  for (const font of fonts) {
    app.use(
      `/fonts/${font}`,
      express.static(path.join(root, `node_modules/@fontsource-variable/${font}/files`), { index: false, maxAge: '30d' }),
    )
  }
  app.use(notStored, sameOrigin)
  mount(
    app,
    context,
    routes,
    frameForStrangers,
    express.urlencoded({ extended: false, limit: '8mb', parameterLimit: 20_000, inflate: false }),
  )
  app.use(() => {
    throw new NotFound('page')
  })
  app.use(answerOnDesk(context))
  app.use(
    answerErrors((req) => {
      const viewer = viewerOf({ ...context, req })
      return viewer ? frameFor(viewer) : frameForStrangers
    }),
  )
  return app
}
