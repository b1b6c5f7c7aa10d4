CREATE TABLE `import_items` (
	`id` integer PRIMARY KEY NOT NULL,
	`import_id` integer NOT NULL,
	`name` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`article_id` integer,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_items_outcome" CHECK("import_items"."outcome" in ('brought_in', 'here_already', 'refused'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_items_name` ON `import_items` (`import_id`,`name`);--> statement-breakpoint
CREATE INDEX `import_items_article` ON `import_items` (`article_id`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY NOT NULL,
	`desk_id` integer NOT NULL,
	`name` text NOT NULL,
	`path` text NOT NULL,
	`publication` text NOT NULL,
	`state` text NOT NULL,
	`problem` text DEFAULT '' NOT NULL,
	`total` integer,
	`created_by` integer NOT NULL,
	`created_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imports_state" CHECK("imports"."state" in ('running', 'stopped', 'done')),
	CONSTRAINT "imports_publication" CHECK("imports"."publication" in ('draft', 'published'))
);
--> statement-breakpoint
CREATE INDEX `imports_desk` ON `imports` (`desk_id`);