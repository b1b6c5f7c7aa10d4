CREATE TABLE `rule_switches` (
	`desk_id` integer NOT NULL,
	`rule` text NOT NULL,
	`on` integer NOT NULL,
	PRIMARY KEY(`desk_id`, `rule`),
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rule_waivers` (
	`id` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`version_id` integer NOT NULL,
	`rule` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`reason` text NOT NULL,
	`waived_by` integer NOT NULL,
	`waived_at` text NOT NULL,
	`lifted_by` integer,
	`lifted_at` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`waived_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lifted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rule_waivers_reason" CHECK("rule_waivers"."reason" <> ''),
	CONSTRAINT "rule_waivers_lifted" CHECK(("rule_waivers"."lifted_by" is null) = ("rule_waivers"."lifted_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rule_waivers_standing` ON `rule_waivers` (`version_id`,`rule`,`start`) WHERE "rule_waivers"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX `rule_waivers_article` ON `rule_waivers` (`article_id`);