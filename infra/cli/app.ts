import CliTable from 'cli-table3';
import { InvalidArgumentError, type Command } from 'commander';
import { text as textOf } from 'node:stream/consumers';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { listApps, putApp } from '../../shared/adapters/dynamo/apps.ts';
import { addressOf } from '../local/local-file.ts';
import { runningStack } from './running-stack.ts';
import { onStack } from './stack-option.ts';

/** `tidewatch app …`: the apps of Partner Center whose sellers can be connected. */
export function addApp(program: Command): void {
  const app = program.command('app').description('The apps of Partner Center whose sellers can be connected.');
  onStack(app.command('add'))
    .description(
      'Registers an app, or changes it. Its secret is asked for, or read from TIKTOK_APP_SECRET or from what is piped in.',
    )
    .argument('<key>', 'the app key', parseKey)
    .requiredOption('--link <url>', 'its authorization link, as Partner Center shows it', parseLink)
    .option('--json', 'print the app and its addresses as one JSON document', false)
    .action((key: string, { link, json }: { link: string; json: boolean }) => add(key, link, json));
  onStack(app.command('list'))
    .description('Every app, its authorization link, and the addresses to enter in Partner Center.')
    .option('--json', 'print one JSON document', false)
    .action(({ json }: { json: boolean }) => list(json));
}

async function add(key: string, link: string, json: boolean): Promise<void> {
  const stack = await runningStack();
  const secret = (await readSecret()).trim();
  if (!/^\S{8,200}$/.test(secret))
    throw new InvalidArgumentError('the app secret is missing: pipe it in, or put it into TIKTOK_APP_SECRET');
  // An app whose secret is missing would refuse whoever consents; a secret without its app does nothing.
  await stack.vault.storeAppSecret(key, secret);
  await putApp(stack.table, { key, link });
  const added = { key, link, ...addressesOf(key, stack) };
  console.log(json ? JSON.stringify(added) : addedText(added));
}

function addedText({ key, redirect, webhooks }: ReturnType<typeof addressesOf> & { readonly key: string }): string {
  return [
    `App ${key} is registered. Enter in Partner Center, under the app:`,
    `  Redirect URL:  ${redirect}`,
    `  Webhook URL:   ${webhooks}`,
    'Then connect a seller: tidewatch shop connect --recipient owner@example.com',
  ].join('\n');
}

async function list(json: boolean): Promise<void> {
  const stack = await runningStack();
  const apps = (await listApps(stack.table)).map((app) => ({ ...app, ...addressesOf(app.key, stack) }));
  if (json) {
    console.log(JSON.stringify({ apps }));
    return;
  }
  const table = new CliTable({ style: { head: [], border: [] } });
  for (const { key, link, redirect, webhooks } of apps) {
    table.push(
      [{ content: `App ${key}`, colSpan: 2 }],
      ['Authorization link', link],
      ['Redirect URL', redirect],
      ['Webhook URL', webhooks],
    );
  }
  console.log(apps.length === 0 ? 'No app is registered: tidewatch app add.' : table.toString());
}

function addressesOf(key: string, stack: Parameters<typeof addressOf>[0]) {
  const below = (construct: string): string => addressOf(stack, construct).replace(/\/$/, '');
  return { redirect: `${below('Connect')}/connect/${key}`, webhooks: `${below('Webhooks')}/webhooks/${key}` };
}

/** What is typed is not shown. */
async function readSecret(): Promise<string> {
  const given = process.env['TIKTOK_APP_SECRET'];
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) return textOf(process.stdin);
  process.stderr.write('App secret (not shown): ');
  const nowhere = new Writable({ write: (_, __, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

function parseKey(text: string): string {
  if (!/^[\w.-]{1,60}$/.test(text))
    throw new InvalidArgumentError('Give the app key of Partner Center, e.g. 6a7b8c9d0e.');
  return text;
}

/** TikTok's own (Open API documents, 2025-12: rest of the world, United States twice, older form). */
const consentHosts = /(^|\.)(tiktokshop\.com|tiktokshops\.us|tiktok-shops\.com|tiktokglobalshop\.com)$/;

/** A seller types a password where it leads, so it leads to TikTok or nowhere. */
function parseLink(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOurs = url?.hostname === '127.0.0.1' && url.protocol === 'http:';
  const isTikTok = url?.protocol === 'https:' && consentHosts.test(url.hostname);
  if (!url || !(isOurs || isTikTok) || !(url.searchParams.has('service_id') || url.searchParams.has('app_key')))
    throw new InvalidArgumentError(
      'Give the link of Partner Center, e.g. "https://services.tiktokshop.com/open/authorize?service_id=7…".',
    );
  url.searchParams.delete('state');
  return url.href;
}
