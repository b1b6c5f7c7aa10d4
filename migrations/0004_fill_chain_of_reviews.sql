-- Findings of before are about the chain that stands now: nobody has kept another. The trigger is made anew after every migration.
DROP TRIGGER IF EXISTS reviews_are_final;--> statement-breakpoint
UPDATE `reviews` SET `chain` = (SELECT json_group_array(`source_id`) FROM (SELECT `source_id` FROM `attributions` WHERE `claim_id` = `reviews`.`claim_id` ORDER BY `position`));
