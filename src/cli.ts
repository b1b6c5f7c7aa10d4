#!/usr/bin/env node
import { Command } from 'commander'
import { extractCommand } from './extraction/command.ts'

const program = new Command('linecheck')
  .description('The checking desk of a newsroom: claims, who said them through whom, and whether they are so.')
  .addCommand(extractCommand())

await program.parseAsync()
