CREATE TABLE `desks` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`outlet` text DEFAULT '' NOT NULL,
	`second_check` integer DEFAULT true NOT NULL,
	`independent_sources` integer DEFAULT 2 NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `desks_name_unique` ON `desks` (`name`);--> statement-breakpoint
CREATE TABLE `links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`desk_id` integer,
	`role` text,
	`email` text,
	`user_id` integer,
	`made_by` integer,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "links_purpose" CHECK("links"."purpose" in ('setup', 'invitation', 'password_reset')),
	CONSTRAINT "links_role" CHECK("links"."role" is null or "links"."role" in ('reader', 'checker', 'reviewer', 'editor', 'admin'))
);
--> statement-breakpoint
CREATE TABLE `memberships` (
	`user_id` integer NOT NULL,
	`desk_id` integer NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`user_id`, `desk_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "memberships_role" CHECK("memberships"."role" in ('reader', 'checker', 'reviewer', 'editor', 'admin'))
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text NOT NULL,
	`shortcuts` integer DEFAULT true NOT NULL,
	`created_at` text NOT NULL,
	`deactivated_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `articles` (
	`id` integer PRIMARY KEY NOT NULL,
	`desk_id` integer NOT NULL,
	`publication` text NOT NULL,
	`stage` text DEFAULT 'recognised' NOT NULL,
	`headline` text NOT NULL,
	`outlet` text DEFAULT '' NOT NULL,
	`byline` text DEFAULT '' NOT NULL,
	`url` text DEFAULT '' NOT NULL,
	`published_at` text DEFAULT '' NOT NULL,
	`due_at` text,
	`assignee_id` integer,
	`language` text DEFAULT 'und' NOT NULL,
	`direction` text DEFAULT 'ltr' NOT NULL,
	`created_at` text NOT NULL,
	`created_by` integer,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "articles_publication" CHECK("articles"."publication" in ('draft', 'published')),
	CONSTRAINT "articles_stage" CHECK("articles"."stage" in ('recognised', 'on_desk'))
);
--> statement-breakpoint
CREATE INDEX `articles_desk` ON `articles` (`desk_id`);--> statement-breakpoint
CREATE INDEX `articles_url` ON `articles` (`url`);--> statement-breakpoint
CREATE TABLE `sentences` (
	`id` integer PRIMARY KEY NOT NULL,
	`version_id` integer NOT NULL,
	`position` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`part` text,
	`furniture` text,
	`suggested_part` text,
	`suggested_furniture` text,
	`none` text,
	`none_by` integer,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`none_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sentences_span" CHECK("sentences"."start" >= 0 and "sentences"."end" > "sentences"."start"),
	CONSTRAINT "sentences_part" CHECK("sentences"."part" is null or "sentences"."part" in ('headline', 'byline', 'dateline', 'published', 'outlet')),
	CONSTRAINT "sentences_furniture" CHECK("sentences"."furniture" is null or "sentences"."furniture" in ('menu', 'tagline', 'date', 'share', 'advert', 'related', 'newsletter', 'caption', 'credit', 'biography', 'comment', 'legal', 'other')),
	CONSTRAINT "sentences_none" CHECK("sentences"."none" is null or "sentences"."none" in ('opinion', 'question', 'scene_setting', 'duplicate', 'caveat', 'heading'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sentences_position` ON `sentences` (`version_id`,`position`);--> statement-breakpoint
CREATE TABLE `sign_offs` (
	`id` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`version_id` integer NOT NULL,
	`sha256` text NOT NULL,
	`signed_by` integer NOT NULL,
	`signed_at` text NOT NULL,
	`reopened_by` integer,
	`reopened_at` text,
	`reopened_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reopened_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_offs_standing` ON `sign_offs` (`article_id`) WHERE reopened_at is null;--> statement-breakpoint
CREATE TABLE `versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`number` integer NOT NULL,
	`text` text,
	`sha256` text NOT NULL,
	`format` text NOT NULL,
	`encoding` text NOT NULL,
	`file_name` text DEFAULT '' NOT NULL,
	`blocks` text NOT NULL,
	`created_at` text NOT NULL,
	`purged_by` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `versions_number` ON `versions` (`article_id`,`number`);--> statement-breakpoint
CREATE INDEX `versions_sha256` ON `versions` (`sha256`);--> statement-breakpoint
CREATE TABLE `attributions` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`position` integer NOT NULL,
	`source_id` integer,
	`verb` text DEFAULT '' NOT NULL,
	`cue_start` integer,
	`cue_end` integer,
	`channel` text,
	`said_on` text DEFAULT '' NOT NULL,
	`seen_by_us` integer DEFAULT false NOT NULL,
	`identified` text DEFAULT 'unattributed' NOT NULL,
	`stake` text DEFAULT 'unknown' NOT NULL,
	`proximity` text DEFAULT 'unknown' NOT NULL,
	`ground_rule` text DEFAULT 'unknown_from_copy' NOT NULL,
	`standing` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attributions_channel" CHECK("attributions"."channel" is null or "attributions"."channel" in ('our_interview', 'briefing', 'statement', 'interview_by_another_outlet', 'broadcast', 'post', 'document', 'agency_copy', 'translation')),
	CONSTRAINT "attributions_identified" CHECK("attributions"."identified" in ('named_with_role', 'named', 'role_only', 'organisation_only', 'collective', 'bare_anonymous', 'unattributed')),
	CONSTRAINT "attributions_stake" CHECK("attributions"."stake" in ('party', 'aligned', 'independent', 'unknown')),
	CONSTRAINT "attributions_proximity" CHECK("attributions"."proximity" in ('first_hand', 'second_hand', 'relayed', 'unknown')),
	CONSTRAINT "attributions_ground_rule" CHECK("attributions"."ground_rule" in ('on_record', 'background', 'deep_background', 'off_record', 'unknown_from_copy')),
	CONSTRAINT "attributions_standing" CHECK("attributions"."standing" in ('suggested', 'corrected', 'confirmed'))
);
--> statement-breakpoint
CREATE INDEX `attributions_claim` ON `attributions` (`claim_id`);--> statement-breakpoint
CREATE INDEX `attributions_source` ON `attributions` (`source_id`);--> statement-breakpoint
CREATE TABLE `caveats` (
	`id` integer PRIMARY KEY NOT NULL,
	`version_id` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`quoted` text NOT NULL,
	`standing` text NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `caveats_version` ON `caveats` (`version_id`);--> statement-breakpoint
CREATE TABLE `claim_caveats` (
	`claim_id` integer NOT NULL,
	`caveat_id` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `caveat_id`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`caveat_id`) REFERENCES `caveats`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `claim_spans` (
	`claim_id` integer NOT NULL,
	`position` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`quoted` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	PRIMARY KEY(`claim_id`, `position`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "claim_spans_span" CHECK("claim_spans"."start" >= 0 and "claim_spans"."end" > "claim_spans"."start")
);
--> statement-breakpoint
CREATE TABLE `claims` (
	`id` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`version_id` integer NOT NULL,
	`number` integer NOT NULL,
	`wording` text NOT NULL,
	`kind` text DEFAULT 'fact' NOT NULL,
	`checkable` integer DEFAULT true NOT NULL,
	`voice` text NOT NULL,
	`quote` text DEFAULT 'none' NOT NULL,
	`rests_on_media` integer DEFAULT false NOT NULL,
	`standing` text NOT NULL,
	`suggestion` text,
	`state` text DEFAULT 'new' NOT NULL,
	`waiting_for` text,
	`waiting_since` text,
	`drop_reason` text,
	`duplicate_of` integer,
	`merged_into` integer,
	`withdrawn` integer DEFAULT false NOT NULL,
	`assignee_id` integer,
	`due_at` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`duplicate_of`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_into`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "claims_kind" CHECK("claims"."kind" in ('fact', 'number', 'opinion', 'prediction', 'promise', 'instruction')),
	CONSTRAINT "claims_voice" CHECK("claims"."voice" in ('own_voice', 'own_voice_with_caveat', 'attributed', 'attributed_with_caveat', 'denied', 'question')),
	CONSTRAINT "claims_quote" CHECK("claims"."quote" in ('direct', 'indirect', 'mixed', 'none')),
	CONSTRAINT "claims_standing" CHECK("claims"."standing" in ('suggested', 'corrected', 'confirmed')),
	CONSTRAINT "claims_state" CHECK("claims"."state" in ('new', 'assigned', 'in_progress', 'waiting', 'proposed', 'in_review', 'signed_off', 'reopened', 'cut', 'not_a_claim')),
	CONSTRAINT "claims_waiting_for" CHECK("claims"."waiting_for" is null or "claims"."waiting_for" in ('reporter', 'source', 'document', 'expert')),
	CONSTRAINT "claims_drop_reason" CHECK("claims"."drop_reason" is null or "claims"."drop_reason" in ('opinion', 'question', 'scene_setting', 'duplicate'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_number` ON `claims` (`article_id`,`number`);--> statement-breakpoint
CREATE INDEX `claims_version` ON `claims` (`version_id`);--> statement-breakpoint
CREATE INDEX `claims_merged_into` ON `claims` (`merged_into`);--> statement-breakpoint
CREATE TABLE `second_checks` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`taken_by` integer NOT NULL,
	`taken_at` text NOT NULL,
	`filed_at` text,
	`given_back_at` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `second_checks_open` ON `second_checks` (`claim_id`) WHERE filed_at is null and given_back_at is null;--> statement-breakpoint
CREATE INDEX `second_checks_person` ON `second_checks` (`taken_by`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`url` text DEFAULT '' NOT NULL,
	`file_sha256` text,
	`file_name` text DEFAULT '' NOT NULL,
	`file_purged_by` integer,
	`locator` text DEFAULT '' NOT NULL,
	`passage` text DEFAULT '' NOT NULL,
	`with_whom` text DEFAULT '' NOT NULL,
	`happened_on` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`stance` text NOT NULL,
	`basis` text NOT NULL,
	`source_id` integer,
	`added_by` integer,
	`added_at` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_sha256`) REFERENCES `files`(`sha256`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_kind" CHECK("evidence"."kind" in ('link', 'file', 'passage', 'interview', 'note')),
	CONSTRAINT "evidence_stance" CHECK("evidence"."stance" in ('supports', 'contradicts', 'context')),
	CONSTRAINT "evidence_basis" CHECK("evidence"."basis" in ('own_observation', 'primary_record', 'first_hand', 'relayed'))
);
--> statement-breakpoint
CREATE INDEX `evidence_claim` ON `evidence` (`claim_id`);--> statement-breakpoint
CREATE INDEX `evidence_source` ON `evidence` (`source_id`);--> statement-breakpoint
CREATE INDEX `evidence_file` ON `evidence` (`file_sha256`);--> statement-breakpoint
CREATE TABLE `files` (
	`sha256` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`media_type` text NOT NULL,
	`created_at` text NOT NULL,
	`purged_by` integer
);
--> statement-breakpoint
CREATE TABLE `pillar_answers` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`pillar` text NOT NULL,
	`answer` text NOT NULL,
	`confidence` text,
	`evidence_id` integer,
	`answered_by` integer,
	`answered_at` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pillar_answers_pillar" CHECK("pillar_answers"."pillar" in ('provenance', 'source', 'date', 'location', 'motivation')),
	CONSTRAINT "pillar_answers_confidence" CHECK("pillar_answers"."confidence" is null or "pillar_answers"."confidence" in ('high', 'medium', 'low'))
);
--> statement-breakpoint
CREATE INDEX `pillar_answers_claim` ON `pillar_answers` (`claim_id`);--> statement-breakpoint
CREATE TABLE `event_subjects` (
	`subject` text NOT NULL,
	`event_id` integer NOT NULL,
	PRIMARY KEY(`subject`, `event_id`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor_id` integer,
	`actor_name` text NOT NULL,
	`act` text NOT NULL,
	`subjects` text NOT NULL,
	`article_id` integer,
	`desk_id` integer,
	`before_digest` text,
	`after_digest` text,
	`undoes` integer,
	`previous` text NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_article` ON `events` (`article_id`);--> statement-breakpoint
CREATE INDEX `events_desk` ON `events` (`desk_id`);--> statement-breakpoint
CREATE INDEX `events_undoes` ON `events` (`undoes`);--> statement-breakpoint
CREATE TABLE `payloads` (
	`digest` text PRIMARY KEY NOT NULL,
	`body` text,
	`purged_by` integer,
	FOREIGN KEY (`purged_by`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `queries` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`question` text NOT NULL,
	`asked_by` integer,
	`asked_at` text NOT NULL,
	`answer` text,
	`answered_on` text,
	`answered_how` text,
	`recorded_by` integer,
	`recorded_at` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `queries_claim` ON `queries` (`claim_id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`opinion` text NOT NULL,
	`reviewer_id` integer,
	`said` text NOT NULL,
	`outcome` text NOT NULL,
	`confidence` text,
	`reason` text NOT NULL,
	`wording` text NOT NULL,
	`chain` text DEFAULT '[]' NOT NULL,
	`relied_on` text NOT NULL,
	`filed_at` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reviewer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_opinion" CHECK("reviews"."opinion" in ('first', 'second', 'final')),
	CONSTRAINT "reviews_said" CHECK("reviews"."said" in ('not_checked', 'confirmed_original', 'confirmed_relay', 'altered', 'not_found', 'misattributed', 'no_attribution')),
	CONSTRAINT "reviews_outcome" CHECK("reviews"."outcome" in ('not_checked', 'verified', 'partly_verified', 'unverified', 'disputed', 'contradicted', 'missing_context', 'outdated', 'not_checkable')),
	CONSTRAINT "reviews_confidence" CHECK("reviews"."confidence" is null or "reviews"."confidence" in ('high', 'medium', 'low'))
);
--> statement-breakpoint
CREATE INDEX `reviews_claim` ON `reviews` (`claim_id`);--> statement-breakpoint
CREATE TABLE `source_aliases` (
	`source_id` integer NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`source_id`, `name`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `source_places` (
	`source_id` integer NOT NULL,
	`article_id` integer NOT NULL,
	PRIMARY KEY(`source_id`, `article_id`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `source_places_article` ON `source_places` (`article_id`);--> statement-breakpoint
CREATE TABLE `sources` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text DEFAULT 'unknown' NOT NULL,
	`unnamed` integer DEFAULT false NOT NULL,
	`affiliated_to` integer,
	`note` text DEFAULT '' NOT NULL,
	`standing` text NOT NULL,
	`created_by` integer,
	`created_at` text NOT NULL,
	FOREIGN KEY (`affiliated_to`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sources_kind" CHECK("sources"."kind" in ('person', 'organisation', 'official_body', 'news_agency', 'outlet', 'armed_group', 'party_media', 'ngo', 'document', 'dataset', 'court_record', 'social_post', 'media', 'collective', 'own_reporter', 'unknown')),
	CONSTRAINT "sources_standing" CHECK("sources"."standing" in ('suggested', 'corrected', 'confirmed'))
);
