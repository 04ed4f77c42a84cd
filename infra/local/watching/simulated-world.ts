import { hours } from '../../../shared/domain/time.ts';
import type { Shop } from '../../../shared/domain/shop.ts';
import { startSimulator, type SimulatorOptions } from '../simulator/simulator.ts';
import type { World } from './world.ts';

/** How a simulated shop is configured, beside what the simulator itself knows of it. */
export type Configured = Pick<
  Shop,
  | 'recipients'
  | 'operations'
  | 'credentials'
  | 'zone'
  | 'slack'
  | 'channels'
  | 'secondOpinion'
  | 'attests'
  | 'digest'
  | 'weekly'
>;

export interface SimulatedWorldOptions extends SimulatorOptions {
  /** One for each shop of `shops`, in the same order. */
  readonly configured: readonly Configured[];
  readonly callsPerSecond: number;
}

/** TikTok simulated on loopback, and a shop file that fits it. */
export async function simulatedWorld({
  configured,
  callsPerSecond,
  ...options
}: SimulatedWorldOptions): Promise<World> {
  const simulator = await startSimulator(options);
  const { appKey, appSecret, openId, accessToken, refreshToken, accessExpiresAt, refreshExpiresAt } = simulator;
  const seller = { appKey, openId };
  const shops = simulator.shops.flatMap((listed, place): Shop[] => {
    const own = configured[place];
    if (!own) return [];
    const { id, name, region, sellerType, cipher } = listed;
    return [
      {
        id,
        name,
        market: region,
        sellerType,
        cipher,
        seller,
        packs: ['article'],
        remindAfter: {},
        lookEvery: hours(24),
        ...own,
      },
    ];
  });
  return {
    file: {
      shops,
      apps: [{ appKey, appSecret }],
      sellers: [{ seller, tokens: { accessToken, refreshToken }, credentials: { accessExpiresAt, refreshExpiresAt } }],
      channelSecrets: [],
      secondKeys: shops.flatMap(({ id, secondOpinion }) =>
        secondOpinion ? [{ shop: id, key: simulator.seventeenTrack.key }] : [],
      ),
    },
    apiUrl: simulator.url,
    authUrl: simulator.authUrl,
    callsPerSecond,
    seventeenTrackUrl: simulator.seventeenTrackUrl,
    simulator,
    close: () => simulator.close(),
  };
}
