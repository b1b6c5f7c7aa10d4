/**
 * Loaded first in a thread that runs from the TypeScript sources. On Node 20, tsx's own `--import tsx` reaches the main thread only;
 * asked for by name it reaches this one too. Plain JavaScript, because nothing can read TypeScript yet; the build leaves it out.
 */
import { register } from 'tsx/esm/api'

register()
