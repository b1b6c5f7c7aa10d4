CREATE TABLE `vault_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`sealed` text,
	`key_id` text NOT NULL,
	`sealed_by` integer NOT NULL,
	`sealed_at` text NOT NULL,
	`destroyed_by` integer,
	`destroyed_at` text,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sealed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`destroyed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "vault_entries_destroyed" CHECK(("vault_entries"."sealed" is null) = ("vault_entries"."destroyed_at" is not null))
);
--> statement-breakpoint
CREATE INDEX `vault_entries_source` ON `vault_entries` (`source_id`);--> statement-breakpoint
CREATE TABLE `vault_readers` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`added_by` integer NOT NULL,
	`added_at` text NOT NULL,
	`removed_by` integer,
	`removed_at` text,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vault_readers_standing` ON `vault_readers` (`source_id`,`user_id`) WHERE "vault_readers"."removed_at" is null;