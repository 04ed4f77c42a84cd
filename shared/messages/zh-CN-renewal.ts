import type { RenewableKind, RenewalText } from './remedy-texts.ts';

const noSync = '失效后，ERP 无法拉取订单，也无法回传运单号：发货确认和轨迹都会中断。';
const nothingRead = '失效后，无法读取店铺的任何数据，所有时效都无法监控。';

const authorizeAgain = [
  '请 Tidewatch 的维护人员用 “npx tidewatch shop connect” 生成链接，用店铺主账号登录后打开并同意授权。',
  '无需手工复制：新令牌会自动保存，并立即重新读取店铺数据。',
];

function issued(id: string): string {
  return `在店铺配置中登记签发日期：“credentials” 里 “${id}” 的 “issuedAt”。`;
}

function steps(kind: RenewableKind, id: string): readonly string[] {
  switch (kind) {
    case 'api-key':
      return [
        '在原签发处生成新密钥，并替换所有用到旧密钥的地方。',
        '确认有订单通过新密钥同步成功，再停用旧密钥。',
        issued(id),
      ];
    case 'erp-link':
      return [
        '在 ERP 的店铺授权列表中，用主账号重新授权该店铺。',
        '让 ERP 补拉中断期间的订单，并补传缺少的运单号。',
        issued(id),
      ];
    case 'forwarder-key':
      return [
        '在货代后台的 API 设置中获取新密钥，或向其客户经理索取。',
        '在下单和抓取轨迹的系统（通常是 ERP）中更新密钥。',
        issued(id),
      ];
    case 'authorization':
      return authorizeAgain;
    case 'access-token':
      return [
        '访问令牌会自动续期，但被 TikTok 拒绝：请在 Partner Center 确认应用处于启用状态，且密钥与所存的一致。',
        ...authorizeAgain,
      ];
    case 'second-source-key':
      return [
        '在该来源的后台确认密钥有效、且允许本服务使用；否则生成新密钥。',
        '存到原来的位置：店铺配置文件的 “secondOpinion”，或 Parameter Store 的 “/tidewatch/second-opinions/<shop>”。',
      ];
  }
}

export const zhRenewal: RenewalText = {
  subject: (name) => `请续期：${name}`,
  title: (name) => `${name} 需要续期`,
  left: (left) => `${left}后到期`,
  expired: (late) => `已过期 ${late}`,
  refused: (age) => `已被拒绝 ${age}`,
  dark: {
    'api-key': noSync,
    'erp-link': noSync,
    'forwarder-key': '失效后，货代的轨迹不再回传：包裹看起来停滞，TikTok 也会按停滞统计。',
    authorization: nothingRead,
    'access-token': nothingRead,
    'second-source-key': '失效后，无法判断包裹停滞的原因；停滞本身仍会通知。',
  },
  darkNow: (n) => `失效后已有 ${n} 个订单停滞。`,
  forOwner: (owner) => `负责人是 ${owner}，请转给对方处理。`,
  noOwner: '没有登记负责人，请安排人员续期。',
  stepsHeading: '处理步骤',
  steps,
  closes: '无需手动标记完成：系统在下一次检查看到续期后，会自动关闭。',
  rows: '详情',
  kind: '类型',
  kinds: {
    'api-key': 'API 密钥',
    'erp-link': '店铺与 ERP 的授权',
    'forwarder-key': '货代密钥',
    authorization: '店铺授权',
    'access-token': '访问令牌',
    'second-source-key': '第二轨迹来源的密钥',
  },
  owner: '负责人',
  expires: '有效期至',
  orders: '停滞订单',
};
