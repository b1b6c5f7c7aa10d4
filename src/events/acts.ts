/** Everything that can be done and is recorded. `sentences.ts` must have words for each, or it does not compile. */
export const acts = [
  'setup.completed', 'samples.brought_in',
  'desk.made', 'desk.settings_changed',
  'person.invited', 'person.invitation_withdrawn', 'person.joined', 'person.role_changed', 'person.removed', 'person.deactivated', 'person.reactivated',
  'person.password_link_made', 'person.password_changed', 'person.signed_out_everywhere', 'person.settings_changed',
  'article.brought_in', 'article.recognition_changed', 'article.details_changed', 'article.split', 'article.assigned',
  'article.signed_off', 'article.reopened',
  'sentence.marked_none', 'sentence.confirmed',
  'claim.made', 'claim.split', 'claim.merged', 'claim.recut', 'claim.dropped', 'claim.taken_back', 'claim.cut', 'claim.confirmed',
  'claim.details_changed', 'claim.caveats_changed', 'claim.assigned', 'claim.waiting', 'claim.resumed',
  'chain.hop_added', 'chain.hop_changed', 'chain.hop_removed', 'chain.hop_moved',
  'source.made', 'source.changed', 'source.replaced',
  'evidence.added', 'evidence.withdrawn', 'pillar.answered',
  'finding.filed', 'second_check.taken', 'second_check.given_back', 'query.asked', 'query.answered',
  'act.undone',
  'payload.purged', 'version.purged', 'file.purged',
] as const
export type Act = (typeof acts)[number]
