CREATE TABLE `coding_claims` (
	`round_id` integer NOT NULL,
	`position` integer NOT NULL,
	`claim_id` integer NOT NULL,
	PRIMARY KEY(`round_id`, `position`),
	FOREIGN KEY (`round_id`) REFERENCES `coding_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `coding_rounds` (
	`id` integer PRIMARY KEY NOT NULL,
	`desk_id` integer NOT NULL,
	`name` text NOT NULL,
	`drawn_from` text NOT NULL,
	`population` integer NOT NULL,
	`coder_one` integer NOT NULL,
	`coder_two` integer NOT NULL,
	`begun_by` integer NOT NULL,
	`begun_at` text NOT NULL,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coder_one`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coder_two`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`begun_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "coding_rounds_two" CHECK("coding_rounds"."coder_one" <> "coding_rounds"."coder_two")
);
--> statement-breakpoint
CREATE INDEX `coding_rounds_desk` ON `coding_rounds` (`desk_id`);--> statement-breakpoint
CREATE TABLE `codings` (
	`round_id` integer NOT NULL,
	`position` integer NOT NULL,
	`coder_id` integer NOT NULL,
	`voice` text NOT NULL,
	`kind` text NOT NULL,
	`identified` text NOT NULL,
	`proximity` text NOT NULL,
	`stake` text NOT NULL,
	`coded_at` text NOT NULL,
	PRIMARY KEY(`round_id`, `position`, `coder_id`),
	FOREIGN KEY (`round_id`) REFERENCES `coding_rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coder_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "codings_voice" CHECK("codings"."voice" in ('own_voice', 'own_voice_with_caveat', 'attributed', 'attributed_with_caveat', 'denied', 'question')),
	CONSTRAINT "codings_kind" CHECK("codings"."kind" in ('none', 'person', 'organisation', 'official_body', 'news_agency', 'outlet', 'armed_group', 'party_media', 'ngo', 'document', 'dataset', 'court_record', 'social_post', 'media', 'collective', 'own_reporter', 'unknown')),
	CONSTRAINT "codings_identified" CHECK("codings"."identified" in ('none', 'named_with_role', 'named', 'role_only', 'organisation_only', 'collective', 'bare_anonymous', 'unattributed')),
	CONSTRAINT "codings_proximity" CHECK("codings"."proximity" in ('none', 'first_hand', 'second_hand', 'relayed', 'unknown')),
	CONSTRAINT "codings_stake" CHECK("codings"."stake" in ('none', 'party', 'aligned', 'independent', 'unknown'))
);
