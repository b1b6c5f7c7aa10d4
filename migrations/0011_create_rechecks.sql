CREATE TABLE `rechecks` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim_id` integer NOT NULL,
	`due_on` text NOT NULL,
	`why` text NOT NULL,
	`asked_by` integer NOT NULL,
	`asked_at` text NOT NULL,
	`came` text DEFAULT '' NOT NULL,
	`done_by` integer,
	`done_at` text,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rechecks_done" CHECK(("rechecks"."done_at" is null) = ("rechecks"."done_by" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rechecks_standing` ON `rechecks` (`claim_id`) WHERE "rechecks"."done_at" is null;--> statement-breakpoint
CREATE INDEX `rechecks_due` ON `rechecks` (`due_on`) WHERE "rechecks"."done_at" is null;