CREATE TABLE `source_ratings` (
	`id` integer PRIMARY KEY NOT NULL,
	`source_id` integer NOT NULL,
	`letter` text NOT NULL,
	`reason` text NOT NULL,
	`rated_by` integer NOT NULL,
	`rated_at` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rated_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "source_ratings_letter" CHECK("source_ratings"."letter" in ('a', 'b', 'c', 'd', 'e', 'f'))
);
--> statement-breakpoint
CREATE INDEX `source_ratings_source` ON `source_ratings` (`source_id`);