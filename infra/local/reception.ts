import { randomUUID } from 'node:crypto';
import type { StoredMessage } from './inbox-page.ts';
import type { Outbox } from './outbox.ts';
import type { Incoming, Reply } from './receivers/receiver.ts';
import { startReceivers } from './receivers/registry.ts';

/** The robots and webhooks of this machine, and what they took. */
export interface Reception {
  /** The secret of a channel that ends at this address. Throws where nobody receives for its kind. */
  secret(kind: string, address: string): string;
  /** Undefined where nobody receives for this kind. */
  take(kind: string, request: Omit<Incoming, 'at'>): Reply | undefined;
  /** Oldest first. */
  messages(): readonly StoredMessage[];
}

export function openReception(outbox: Outbox): Reception {
  const receivers = new Map(startReceivers().map((receiver) => [receiver.kind, receiver]));
  const messages: StoredMessage[] = [];
  return {
    secret(kind, address) {
      const receiver = receivers.get(kind);
      if (!receiver) throw new Error(`nothing on this machine receives for channels of kind ${kind}`);
      return receiver.secret(address);
    },
    take(kind, request) {
      const receiver = receivers.get(kind);
      const at = new Date();
      const outcome = receiver?.take({ ...request, at });
      if (receiver && outcome?.taken) {
        const { label } = receiver;
        const { title, payload } = outcome.taken;
        const message = { id: randomUUID(), at, kind, label, name: request.name };
        keep(messages, { ...message, ...outcome.taken });
        const written = JSON.stringify({ ...message, title, payload }, null, 2);
        outbox.write(`${kind} ${request.name} ${title}`, { json: `${written}\n` });
      }
      return outcome?.reply;
    },
    messages: () => messages,
  };
}

/** An edited message stays where it was, with its new content. */
function keep(messages: StoredMessage[], message: StoredMessage): void {
  const { kind, edits } = message;
  const place = messages.findIndex((known) => edits !== undefined && known.kind === kind && known.reference === edits);
  const known = messages[place];
  if (!known) messages.push(message);
  else messages[place] = { ...known, ...contentOf(message), editedAt: message.at };
}

function contentOf({
  title,
  text,
  html,
  payload,
}: StoredMessage): Pick<StoredMessage, 'title' | 'text' | 'html' | 'payload'> {
  return { title, text, html, payload };
}
