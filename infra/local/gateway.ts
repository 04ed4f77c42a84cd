import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { AwsError, answerJson, answerJsonError, answerXml, answerXmlError } from './aws-answer.ts';
import { throttled } from './function-pool.ts';
import type { Lambda } from './lambda.ts';
import { pathOf, readBody, startLoopbackServer, stepsOf, type LoopbackServer } from './loopback-server.ts';
import type { MailSink } from './mail-sink.ts';
import type { ParameterStore } from './parameter-store.ts';
import type { Queues } from './queues.ts';

/** What stands behind the gateway. */
export interface Services {
  readonly engine: { readonly host: string; readonly port: number };
  readonly queues: Queues;
  readonly parameters: ParameterStore;
  readonly mails: MailSink;
  readonly lambda: Lambda;
}

type Respond = (request: IncomingMessage, response: ServerResponse, services: Services) => Promise<void> | void;

const engineAgent = new Agent({ keepAlive: true });
const invocationPath = /^\/2015-03-31\/functions\/([^/]+)\/invocations\/?$/;

/**
 * The one address that functions get as AWS_ENDPOINT_URL. `services` are asked for at every request: the gateway's
 * address must be known before the services can be made.
 */
export function startGateway(services: () => Services | undefined): Promise<LoopbackServer> {
  return startLoopbackServer(async (request, response) => {
    if (pathOf(request) === '/_tidewatch') return answerJson(response, { pid: process.pid });
    const ready = services();
    if (ready === undefined) return answerJsonError(response, new AwsError('ServiceUnavailable', 'Starting', 503));
    return route(request)(request, response, ready);
  });
}

function route(request: IncomingMessage): Respond {
  const [service = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
  if (service.startsWith('DynamoDB_')) return forwardToEngine;
  if (service === 'AmazonSQS') return (incoming, response, { queues }) => queues.handle(incoming, response);
  if (service === 'AmazonSSM') return answerParameterStore;
  if (invocationPath.test(pathOf(request))) return answerLambda;
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return answerMail;
  return refuse;
}

function forwardToEngine(incoming: IncomingMessage, response: ServerResponse, { engine }: Services): Promise<void> {
  return new Promise((resolve) => {
    const { method, url, headers } = incoming;
    const target = { host: engine.host, port: engine.port, method, path: url, headers, agent: engineAgent };
    const forward = httpRequest(target, (answer) => {
      // Whoever asked was killed meanwhile, and nobody is left to answer.
      if (response.destroyed) {
        answer.resume();
        return resolve();
      }
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      pipeline(answer, response, () => resolve());
    });
    forward.on('error', ({ message }) => {
      // The engine is gone: the caller gets what AWS answers in its bad minutes, and may retry.
      if (response.headersSent) response.destroy();
      else answerJsonError(response, new AwsError('InternalServerError', message, 500));
      resolve();
    });
    incoming.on('error', () => forward.destroy());
    incoming.pipe(forward);
  });
}

async function answerParameterStore(
  request: IncomingMessage,
  response: ServerResponse,
  { parameters }: Services,
): Promise<void> {
  const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
  const input: unknown = JSON.parse(await readBody(request));
  await answering(response, answerJsonError, () => answerJson(response, parameters.handle(operation, input)));
}

async function answerMail(request: IncomingMessage, response: ServerResponse, { mails }: Services): Promise<void> {
  const form = new URLSearchParams(await readBody(request));
  await answering(response, answerXmlError, async () => {
    answerXml(response, form.get('Action') ?? '', await mails.handle(form));
  });
}

async function answerLambda(request: IncomingMessage, response: ServerResponse, { lambda }: Services): Promise<void> {
  const name = stepsOf(request)?.[2] ?? '';
  const body = await readBody(request);
  const event = body === '' ? '{}' : body;
  await answering(response, answerJsonError, async () => {
    if (!isJson(event)) throw new AwsError('InvalidRequestContentException', 'The payload is not JSON');
    if (request.headers['x-amz-invocation-type'] === 'Event') {
      void lambda.invokeAsync(name, event);
      response.writeHead(202).end();
      return;
    }
    const outcome = await lambda.invoke(name, event);
    if (outcome === throttled) throw new AwsError('TooManyRequestsException', 'Rate Exceeded.', 429);
    if (!outcome.ok) response.setHeader('x-amz-function-error', 'Unhandled');
    response
      .writeHead(200, { 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST' })
      .end(outcome.ok ? outcome.payload : JSON.stringify(outcome.error));
  });
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  const wanted = String(request.headers['x-amz-target'] ?? `${request.method} ${pathOf(request)}`);
  answerJsonError(response, new AwsError('UnknownOperationException', `${wanted} is not known on this machine`));
}

async function answering(
  response: ServerResponse,
  answerError: (response: ServerResponse, error: AwsError) => void,
  work: () => Promise<void> | void,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    answerError(response, error);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
