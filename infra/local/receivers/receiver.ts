import type { IncomingHttpHeaders } from 'node:http';
import type { Html } from '../html.ts';

/** A request as it reached this machine. `name` is whose robot it is for. */
export interface Incoming {
  readonly name: string;
  /** What stands behind the robot's own address. */
  readonly rest: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: Date;
}

/** What the service answers: JSON, or a text where it answers texts. */
export interface Reply {
  readonly status: number;
  readonly body: string | object;
}

/** A message that was taken, as people see it. */
export interface Taken {
  readonly title: string;
  readonly text: string;
  readonly html: Html;
  readonly payload: unknown;
  /** As the service names it, where it does. */
  readonly reference?: string;
  /** The message that it takes the place of, or that it answers. */
  readonly edits?: string;
  readonly answers?: string;
}

/** A chat service or system on this machine: as strict as the real one is documented, and written from its documents. */
export interface Receiver {
  readonly kind: string;
  /** As people call the service. */
  readonly label: string;
  /** The secret of a channel that ends here; `at` is the address for this name. */
  secret(at: string): string;
  take(request: Incoming): { readonly reply: Reply; readonly taken?: Taken };
}
