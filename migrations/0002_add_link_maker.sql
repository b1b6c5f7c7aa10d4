ALTER TABLE `links` ADD `made_by` integer REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `reviews` ADD `chain` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
-- Nobody knows who made the open links of before, so nobody can say whether they still may: they end here.
DELETE FROM `links` WHERE `purpose` <> 'setup' AND `used_at` IS NULL;
