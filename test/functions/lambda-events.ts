import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';

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
