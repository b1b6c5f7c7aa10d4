import type { FurnitureKind, PartKind } from '../../vocabulary.ts'

/** What a paragraph is to the reader of the article. */
export type Role =
  | { is: 'copy' }
  | { is: 'headline' }
  | { is: 'heading' }
  | { is: 'repeat' }
  | { is: 'part'; part: Exclude<PartKind, 'headline'>; iso?: string; dateAt?: number }
  | { is: 'furniture'; kind: FurnitureKind }

/** The role of furniture of a kind. */
export const furniture = (kind: FurnitureKind): Role => ({ is: 'furniture', kind })
