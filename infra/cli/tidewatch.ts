#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander';
import { addActs } from './act.ts';
import { addApp } from './app.ts';
import { troubleText } from './aws-trouble.ts';
import { addBackfill } from './backfill.ts';
import { addChecklist } from './checklist.ts';
import { addCost } from './cost.ts';
import { addDeploy } from './deploy.ts';
import { addDestroy } from './destroy.ts';
import { addDoctor } from './doctor.ts';
import { addExtend } from './extend.ts';
import { commandLine } from './command-line.ts';
import { addFindings } from './findings.ts';
import { addImport } from './import.ts';
import { addLanes } from './lanes.ts';
import { addRemedies } from './remedies.ts';
import { addRecheck } from './recheck.ts';
import { addRedrive } from './redrive.ts';
import { addReplay } from './replay.ts';
import { addShop } from './shop.ts';
import { addSweep } from './sweep.ts';
import { addWebhooks } from './webhooks.ts';

/** Programs of their own: each reads the words behind its name itself. */
const programs = [
  ['start', 'sweeps on this machine, now and then every hour', () => import('./start.ts')],
  ['policy', 'the rules in force, and the deadlines that follow from them', () => import('./policy.ts')],
  ['classify', 'what the text of a scan states', () => import('./classify.ts')],
  ['simulator', 'the simulated TikTok Shop alone', () => import('./simulator.ts')],
  ['calendars', 'writes the public holidays that business days are counted by', () => import('./calendars.ts')],
] as const;

// What is typed wrong ends with status 2 and one line.
const program = new Command('tidewatch')
  .description('Watches TikTok Shop orders. Every command explains itself with --help.')
  .enablePositionalOptions();
addActs(program);
addApp(program);
addBackfill(program);
addFindings(program);
addImport(program);
addExtend(program);
addChecklist(program);
addCost(program);
addDeploy(program);
addDestroy(program);
addDoctor(program);
addLanes(program);
addRecheck(program);
addRedrive(program);
addRemedies(program);
addReplay(program);
addSweep(program);
addShop(program);
addWebhooks(program);
for (const [name, description, run] of programs) {
  const command = program.command(name).description(description).helpOption(false).allowUnknownOption();
  command
    .passThroughOptions()
    .argument('[words...]')
    .action(async () => {
      process.argv.splice(2, 1);
      await run();
    });
}
commandLine(program);

try {
  await program.parseAsync();
} catch (error) {
  console.error(`tidewatch: ${troubleText(error)}`);
  process.exitCode = error instanceof InvalidArgumentError ? 2 : 1;
}
