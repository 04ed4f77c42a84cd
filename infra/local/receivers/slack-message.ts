import * as z from 'zod';
import { jsonBody } from './json-body.ts';

// Limits of Slack's Block Kit and message payloads (docs.slack.dev, 2026-11).
const PlainText = (max: number) => z.object({ type: z.literal('plain_text'), text: z.string().min(1).max(max) });
const Text = (max: number) =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('mrkdwn'), text: z.string().min(1).max(max) }),
    z.object({ type: z.literal('plain_text'), text: z.string().min(1).max(max) }),
  ]);
const Image = z.object({
  type: z.literal('image'),
  image_url: z.string().max(3000),
  alt_text: z.string().max(2000),
});
const Button = z.object({
  type: z.literal('button'),
  text: PlainText(75),
  url: z.string().max(3000).optional(),
  value: z.string().max(2000).optional(),
});

const Section = z
  .object({
    type: z.literal('section'),
    text: Text(3000).optional(),
    fields: z.array(Text(2000)).min(1).max(10).optional(),
    accessory: z.union([Image, Button]).optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'a section needs text or fields');

const Block = z.intersection(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('header'), text: PlainText(150) }),
    Section,
    z.object({
      type: z.literal('context'),
      elements: z
        .array(z.union([Text(3000), Image]))
        .min(1)
        .max(10),
    }),
    z.object({ type: z.literal('divider') }),
    z.object({ type: z.literal('actions'), elements: z.array(Button).min(1).max(25) }),
    Image,
  ]),
  z.object({ block_id: z.string().max(255).optional() }),
);
export type SlackBlock = z.infer<typeof Block>;
export type SlackText = z.infer<ReturnType<typeof Text>>;

const Blocks = z.array(Block).max(50);

export interface SlackPayload {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

/** Slack's answer to a payload it refuses: its error word, then where and why. */
export interface SlackRefusal {
  readonly refused: string;
}

/** Reads an incoming-webhook payload as strictly as Slack documents its limits. */
export function readSlackPayload(body: string): SlackPayload | SlackRefusal {
  const payload = jsonBody(z.record(z.string(), z.unknown()), body);
  if (payload === undefined) return { refused: 'invalid_payload' };
  const { text, blocks = [] } = payload;
  // Slack takes blocks without text, but then notifications on a phone are empty: here it is a fault.
  if (typeof text !== 'string' || text.trim() === '') return { refused: 'no_text' };
  if (text.length > 40_000) return { refused: 'msg_too_long' };
  const parsed = Blocks.safeParse(blocks);
  if (parsed.success) return { text, blocks: parsed.data };
  const [issue] = parsed.error.issues;
  return { refused: `invalid_blocks: ${['blocks', ...(issue?.path ?? [])].join('.')}: ${issue?.message}` };
}
