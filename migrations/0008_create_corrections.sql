CREATE TABLE `challenges` (
	`id` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`claim_id` integer,
	`challenged_by` text NOT NULL,
	`what` text NOT NULL,
	`received_on` text NOT NULL,
	`recorded_by` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`answer` text,
	`why` text DEFAULT '' NOT NULL,
	`answered_by` integer,
	`answered_at` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "challenges_answer" CHECK("challenges"."answer" is null or "challenges"."answer" in ('stands', 'corrected')),
	CONSTRAINT "challenges_answered" CHECK(("challenges"."answer" is null) = ("challenges"."answered_at" is null))
);
--> statement-breakpoint
CREATE INDEX `challenges_article` ON `challenges` (`article_id`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`claim_id` integer,
	`challenge_id` integer,
	`text` text NOT NULL,
	`place` text NOT NULL,
	`published_on` text NOT NULL,
	`recorded_by` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`withdrawn_by` integer,
	`withdrawn_at` text,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`challenge_id`) REFERENCES `challenges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "corrections_text" CHECK("corrections"."text" <> ''),
	CONSTRAINT "corrections_withdrawn" CHECK(("corrections"."withdrawn_by" is null) = ("corrections"."withdrawn_at" is null))
);
--> statement-breakpoint
CREATE INDEX `corrections_article` ON `corrections` (`article_id`);