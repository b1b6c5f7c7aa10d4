CREATE TABLE `source_desks` (
	`source_id` integer NOT NULL,
	`desk_id` integer NOT NULL,
	PRIMARY KEY(`source_id`, `desk_id`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `source_desks_desk` ON `source_desks` (`desk_id`);