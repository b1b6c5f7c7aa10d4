CREATE TABLE `source_merges` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`into_id` integer NOT NULL,
	`reason` text NOT NULL,
	`merged_by` integer NOT NULL,
	`merged_at` text NOT NULL,
	`parted_reason` text,
	`parted_by` integer,
	`parted_at` text,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "source_merges_two" CHECK("source_merges"."source_id" <> "source_merges"."into_id"),
	CONSTRAINT "source_merges_parted" CHECK(("source_merges"."parted_at" is null) = ("source_merges"."parted_by" is null and "source_merges"."parted_reason" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `source_merges_standing` ON `source_merges` (`source_id`) WHERE "source_merges"."parted_at" is null;--> statement-breakpoint
CREATE INDEX `source_merges_into` ON `source_merges` (`into_id`);