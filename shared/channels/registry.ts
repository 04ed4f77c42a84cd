import type { ChannelKind } from './channel.ts';
import { dingtalkSender, DingTalkSecret, renderDingTalk } from './dingtalk.ts';
import { emailSender, renderMail } from './email.ts';
import { feishuSender, FeishuSecret, renderFeishu } from './feishu.ts';
import { renderSlack, SlackSecret, slackSender } from './slack.ts';
import { SlackAppSecret, slackAppSender } from './slack-app.ts';
import { renderWebhook, webhookSender } from './webhook.ts';
import { WebhookSecret } from './webhook-secret.ts';
import { renderWeCom, WeComSecret, wecomSender } from './wecom.ts';

/** Every kind of channel. A shop can have those of its own list that name a secret. */
export const channels = {
  email: { render: renderMail, sender: emailSender },
  slack: { secret: SlackSecret, render: renderSlack, sender: slackSender },
  'slack-app': { secret: SlackAppSecret, render: renderSlack, sender: slackAppSender },
  webhook: { secret: WebhookSecret, render: renderWebhook, sender: webhookSender },
  wecom: { secret: WeComSecret, render: renderWeCom, sender: wecomSender },
  dingtalk: { secret: DingTalkSecret, render: renderDingTalk, sender: dingtalkSender },
  feishu: { secret: FeishuSecret, render: renderFeishu, sender: feishuSender },
} as const satisfies Readonly<Record<string, ChannelKind>>;
