#!/usr/bin/env node
import { Command } from 'commander'
import { auditCommand } from './commands/audit.ts'
import { importCommand } from './commands/import.ts'
import { backupCommand } from './commands/backup.ts'
import { passwordLinkCommand } from './commands/password-link.ts'
import { reportCommand } from './commands/report.ts'
import { verifyCommand } from './commands/verify.ts'
import { extractCommand } from './extraction/command.ts'

const program = new Command('linecheck')
  .description('The checking desk of a newsroom: claims, who said them through whom, and whether they are so.')
  .addCommand(extractCommand())
  .addCommand(importCommand())
  .addCommand(auditCommand())
  .addCommand(reportCommand())
  .addCommand(verifyCommand())
  .addCommand(backupCommand())
  .addCommand(passwordLinkCommand())

await program.parseAsync()
