import type { APIGatewayProxyEventV2, Context, SQSEvent, SQSRecord } from 'aws-lambda';

/** As Lambda hands it over; only what the functions read is meaningful. */
export function aContext(remainingMillis = 60_000): Context {
  return {
    awsRequestId: 'request-1',
    functionName: 'tidewatch-test',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:tidewatch-test',
    memoryLimitInMB: '256',
    logGroupName: 'logs',
    logStreamName: 'stream',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => remainingMillis,
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}

export function aBatch(bodies: Readonly<Record<string, string>>): SQSEvent {
  return { Records: Object.entries(bodies).map(([messageId, body]) => aRecord(messageId, body)) };
}

function aRecord(messageId: string, body: string): SQSRecord {
  return {
    messageId,
    body,
    receiptHandle: `handle-${messageId}`,
    attributes: {
      ApproximateReceiveCount: '2',
      SentTimestamp: '0',
      SenderId: 'sender',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-west-1:123456789012:tidewatch-notify',
    awsRegion: 'eu-west-1',
  };
}

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** As the URL of a function hands it over. */
export function aRequest({ method = 'GET', path = '/', query = '', headers = {}, ...more }: Asked = {}) {
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: query,
    headers: { ...headers },
    requestContext: {
      accountId: 'anonymous',
      apiId: 'door',
      domainName: 'door.lambda-url.eu-west-1.on.aws',
      domainPrefix: 'door',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'a browser' },
      requestId: 'request-1',
      routeKey: '$default',
      stage: '$default',
      time: '22/Nov/2026:09:30:00 +0000',
      timeEpoch: 0,
    },
    isBase64Encoded: false,
    ...more,
  };
  return event;
}
