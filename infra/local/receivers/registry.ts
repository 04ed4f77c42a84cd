import { dingtalkReceiver } from './dingtalk-receiver.ts';
import { feishuReceiver } from './feishu-receiver.ts';
import type { Receiver } from './receiver.ts';
import { slackAppReceiver } from './slack-app-receiver.ts';
import { slackReceiver } from './slack-receiver.ts';
import { webhookReceiver } from './webhook-receiver.ts';
import { wecomReceiver } from './wecom-receiver.ts';

/** One of each kind, with keys of its own. */
export function startReceivers(): readonly Receiver[] {
  return [
    slackReceiver(),
    slackAppReceiver(),
    webhookReceiver(),
    wecomReceiver(),
    dingtalkReceiver(),
    feishuReceiver(),
  ];
}
