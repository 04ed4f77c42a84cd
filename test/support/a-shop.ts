import type { Credential } from '../../shared/domain/credential.ts';
import type { Seller, Shop } from '../../shared/domain/shop.ts';
import { hours } from '../../shared/domain/time.ts';
import type { SellerCredentials } from '../../shared/ports/credentials.ts';
import { daysFromNow } from './moments.ts';
import type { Spoil } from './spoil.ts';
import { spoil } from './spoil.ts';

export const aSeller: Seller = { appKey: '6a7b8c9d0e', openId: 'open-id-7010736057180325637' };

/** Baseline: a British cross-border shop with one English and one Chinese reader and no Slack. */
export function aShop(changes: Spoil<Shop> = {}): Shop {
  return spoil<Shop>(
    {
      id: '7495510238846614801',
      name: 'Harbour Lane UK',
      market: 'GB',
      sellerType: 'CROSS_BORDER',
      zone: 'Europe/London',
      seller: aSeller,
      cipher: 'GCP_XF90igAAAABh00qsWgtvOiGFNqyubMt3',
      recipients: [
        { address: 'owner@shop.example', locale: 'en' },
        { address: 'shenzhen@shop.example', locale: 'zh-CN' },
      ],
      operations: { address: 'operations@shop.example', locale: 'en' },
      packs: ['article'],
      credentials: [],
      remindAfter: {},
      lookEvery: hours(24),
    },
    changes,
  );
}

/** Baseline: an access token that is good for six days and an authorization for 300. */
export function someCredentials(changes: Spoil<SellerCredentials> = {}): SellerCredentials {
  return spoil<SellerCredentials>({ accessExpiresAt: daysFromNow(6), refreshExpiresAt: daysFromNow(300) }, changes);
}

/** Baseline: a key with 60 days left. */
export function aCredential(changes: Spoil<Credential> = {}): Credential {
  return spoil<Credential>(
    { id: 'api-key:erp', kind: 'api-key', name: 'ERP key', expiresAt: daysFromNow(60), renewsItself: false },
    changes,
  );
}
