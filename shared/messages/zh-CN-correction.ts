import type { NumberFormat, Slip } from '../domain/number-proposal.ts';
import type { CorrectionText } from './remedy-texts.ts';

const formats: Readonly<Record<NumberFormat, string>> = {
  yunexpress: '符合云途运单号格式（YT 加 16 位数字）',
  'upu-s10': '符合邮政运单号格式，校验位正确',
  'usps-impb': '符合 USPS 运单号格式，校验位正确',
};

const slips: Readonly<Record<Slip, string>> = {
  'full-width': '含全角字符',
  spaces: '含空格',
  dashes: '含连字符',
  'lower-case': '含小写字母',
  'letter-for-digit': '把 0 或 1 写成了字母',
};

export const zhCorrection: CorrectionText = {
  subject: (n) => `请核对 ${n} 个运单号`,
  title: (n) => `${n} 个运单号有误`,
  why: 'TikTok 可能将这些订单标记为无有效物流，拉低有效追踪率。',
  rule: {
    'within-72-hours': 'TikTok 规定：仅限卖家自发货订单，发货后 72 小时内可修改一次运单号和物流商。',
    once: 'TikTok 规定：仅限卖家自发货订单，运单号和物流商可修改一次。',
  },
  byHand: '系统没有做任何修改：请把建议的运单号与面单核对后，自行填写。',
  byItself: '店铺配置了 “correctNumbers”：在 TikTok 允许的范围内，系统已填写建议的运单号，结果见各行，其余请人工处理。',
  stepsHeading: '处理步骤',
  steps: [
    '将运单号与打印的面单核对；没有建议的，请向打包人员索取面单。',
    '在卖家中心打开该订单，编辑物流信息，按面单填写运单号和物流商。',
    '保存前再核对一次：只能修改一次。',
  ],
  rows: '订单',
  notShown: (n) => `另有 ${n} 个订单，见附件表格。`,
  given: '当前运单号',
  proposed: '建议改为',
  because: '依据',
  mended: (all, format) => `${all.map((slip) => slips[slip]).join('、')}；修正后${formats[format]}`,
  askPacker: '无法推断正确的运单号：请向打包人员索取面单',
  notOurs: '该运单号由 TikTok Shipping 提供，卖家无法修改：请联系 TikTok 客服核查',
  done: '系统已做',
  outcome: {
    changed: '已在 TikTok 填写',
    already: '已是该运单号',
    'window-over': '未修改：TikTok 已不允许修改',
    'used-up': '未修改：唯一一次修改机会已用',
    'platform-label': '未修改：建议的运单号是 TikTok 的平台面单',
    refused: '未修改：TikTok 拒绝，请在卖家中心手动填写',
  },
  window: '可修改至',
  windowLeft: (left) => `还可修改 ${left}`,
  windowOver: '已不能修改',
  windowUnknown: '可修改一次',
};
