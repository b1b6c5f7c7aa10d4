ALTER TABLE `sources` ADD `affiliated_since` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sources` ADD `affiliated_until` text DEFAULT '' NOT NULL;