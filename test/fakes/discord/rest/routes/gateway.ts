import type { Gateway } from '../../gateway/gateway.js';
import { ok, type Route } from '../call.js';

/** Where the gateway is, and how many session starts are left. */
export function gatewayRoutes(gateway: Gateway, shards: number): readonly Route[] {
  const url = (origin: string) => origin.replace('http', 'ws');
  return [
    {
      method: 'GET',
      path: '/gateway',
      needs: 'token',
      handle: ({ world }) => ok({ url: url(world.origin) }),
    },
    {
      method: 'GET',
      path: '/gateway/bot',
      needs: 'bot',
      handle: ({ world }) =>
        ok({
          url: url(world.origin),
          shards,
          session_start_limit: {
            total: 1000,
            remaining: Math.max(0, gateway.control.sessionStartsLeft),
            reset_after: 86_400_000,
            max_concurrency: gateway.maxConcurrency,
          },
        }),
    },
  ];
}
