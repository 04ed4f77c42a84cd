import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { DoorRequest } from '../../shared/jobs/door.ts';
import type { DoorAnswer } from '../../shared/pages/door-answer.ts';
import type { FunctionName } from '../environment.ts';
import { runMessage } from './run-message.ts';
import { stack } from './stack.ts';
import { beginWork, callOf, type Work } from './work.ts';

interface RequestWork<Name extends FunctionName, Services> extends Pick<
  Work<Name, DoorRequest, DoorRequest, Services, object>,
  'name' | 'build' | 'done'
> {
  readonly answer: (request: DoorRequest, services: Services) => Promise<DoorAnswer>;
  /** What is shown when nobody knows why it failed. */
  readonly failed: DoorAnswer;
  /** To requests that are longer than anything we ask for. */
  readonly tooLong: DoorAnswer;
}

/** Our longest form is a hundredth of it. */
const longestBody = 64 * 1024;

/**
 * On every answer. Pages fetch nothing, run nothing, are framed by nobody and tell no other host where they were; forms go
 * to the host that they came from.
 */
const always = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: browsers then send forms without saying which page they come from.
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
};

/**
 * A function behind a URL. What is logged is the answer's status alone, for paths are secrets. A failure is logged and
 * counted like any other, and whoever asked sees a plain page.
 */
export function onRequest<Name extends FunctionName, Services>(
  work: RequestWork<Name, Services>,
): (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2> {
  const { telemetry, services } = beginWork({ ...work, read: (raw: DoorRequest) => raw, run: async () => ({}) });
  return stack(telemetry, async (event: APIGatewayProxyEventV2, context: Context) => {
    const raw = requestIn(event);
    if (raw.body.length > longestBody) return asResult(work.tooLong, raw);
    let answer = work.failed;
    const run = async (request: DoorRequest, own: Services) => {
      answer = await work.answer(request, own);
      const { status, logged } = answer;
      return { method: request.method, status, ...(logged !== undefined && { outcome: logged }) };
    };
    try {
      const setting = { ...telemetry, services: await services(), call: callOf(context), raw };
      await runMessage({ ...work, read: () => raw, run }, setting);
    } catch {
      // Recovery: it is in the log and counted; an alarm watches the statuses of the URL.
      answer = work.failed;
    }
    return asResult(answer, raw);
  });
}

function requestIn(event: APIGatewayProxyEventV2): DoorRequest {
  const { rawPath, rawQueryString, headers, body = '', isBase64Encoded, requestContext } = event;
  const known = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), value] as const],
  );
  return {
    method: requestContext.http.method.toUpperCase(),
    path: rawPath,
    query: rawQueryString,
    headers: Object.fromEntries(known),
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
}

function asResult({ status, headers, body }: DoorAnswer, { method }: DoorRequest): APIGatewayProxyStructuredResultV2 {
  return { statusCode: status, headers: { ...headers, ...always }, body: method === 'HEAD' ? '' : body };
}
