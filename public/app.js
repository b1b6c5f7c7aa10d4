// Everything works without this. It only makes the work quicker: single keys, drafts that survive, a place that is kept,
// words chosen by selecting them.
import { keepDrafts } from './js/drafts.js'
import { listenForKeys } from './js/keys.js'
import { keepPlace } from './js/place.js'
import { keepRichPaste } from './js/paste.js'
import { offerSelection } from './js/selection.js'
import { offerSources } from './js/sources.js'

keepDrafts()
keepPlace()
listenForKeys()
offerSelection()
offerSources()
keepRichPaste()
