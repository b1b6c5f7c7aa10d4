/** Every feature's tables in one place, for drizzle-kit and the typed client: the only barrel. */
export * from '../accounts/schema.ts'
export * from '../articles/schema.ts'
export * from '../claims/schema.ts'
export * from '../evidence/schema.ts'
export * from '../events/schema.ts'
export * from '../reviews/schema.ts'
export * from '../sources/schema.ts'
