import type { Role } from '../vocabulary.ts'

/** The person through whose eyes everything is read: who they are, and their role on each desk of theirs. */
export interface Viewer {
  id: number
  name: string
  email: string
  shortcuts: boolean
  desks: readonly { id: number; name: string; role: Role }[]
  /** Desks that they are not on and whose audits they may read; absent for none. */
  audits?: readonly { id: number; name: string }[]
  /** Of these of their desks they see published pieces only: as an audit looks at desks that its reader is not on. Absent everywhere else. */
  publishedOnly?: readonly number[]
}

/** The desks whose articles exist for this viewer. */
export const deskIds = (viewer: Viewer): number[] => viewer.desks.map((desk) => desk.id)

export const roleOn = (viewer: Pick<Viewer, 'desks'>, deskId: number): Role | null =>
  viewer.desks.find((desk) => desk.id === deskId)?.role ?? null
