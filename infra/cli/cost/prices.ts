/** What so many of something cost in dollars, and how many a month are free for good. */
export interface Price {
  readonly per: number;
  readonly dollars: number;
  readonly free: number;
}

const million = 1_000_000;

/**
 * List prices in us-east-1, arm64, on demand, as of 2026-11; other regions differ by up to a third. Requests of
 * DynamoDB, Lambda and EventBridge Scheduler are by published tables; the others were written down from memory of the
 * vendor's pages, and whoever deploys for thousands of orders looks them up.
 */
export const prices = {
  region: 'us-east-1',
  asOf: '2026-11',
  dynamoReadUnits: { per: million, dollars: 0.125, free: 0 },
  dynamoWriteUnits: { per: million, dollars: 0.625, free: 0 },
  dynamoGigabytes: { per: 1, dollars: 0.25, free: 25 },
  recoveryGigabytes: { per: 1, dollars: 0.2, free: 0 },
  lambdaRequests: { per: million, dollars: 0.2, free: million },
  lambdaGigabyteSeconds: { per: 1, dollars: 0.000_013_333_4, free: 400_000 },
  /** Of FIFO queues; standard ones cost a fifth less. */
  sqsRequests: { per: million, dollars: 0.5, free: million },
  sesMails: { per: 1_000, dollars: 0.1, free: 0 },
  alarms: { per: 1, dollars: 0.1, free: 10 },
  metrics: { per: 1, dollars: 0.3, free: 10 },
  logGigabytes: { per: 1, dollars: 0.5, free: 5 },
  /** Standard parameters cost nothing; their decryption is asked of KMS. */
  decryptions: { per: 10_000, dollars: 0.03, free: 20_000 },
  schedules: { per: million, dollars: 1, free: 14 * million },
} as const satisfies Readonly<Record<string, Price | string>>;
