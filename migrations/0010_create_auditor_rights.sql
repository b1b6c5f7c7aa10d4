CREATE TABLE `auditor_rights` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`desk_id` integer NOT NULL,
	`given_by` integer NOT NULL,
	`given_at` text NOT NULL,
	`withdrawn_by` integer,
	`withdrawn_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `auditor_rights_standing` ON `auditor_rights` (`user_id`,`desk_id`) WHERE "auditor_rights"."withdrawn_at" is null;