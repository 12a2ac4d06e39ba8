import type { World } from './world.js';

/** What came last, for whoever waited in vain. */
export function describeWorld(world: World): string {
  const requests = world.requests
    .slice(-5)
    .map(
      ({ method, route, status, code }) =>
        `${method} ${route} → ${status}${code ? ` (${code})` : ''}`,
    );
  const violations = world.violations.slice(-3).map(({ rule, message }) => `${rule}: ${message}`);
  return [
    `last requests: ${requests.join(', ') || 'none'}`,
    `last violations: ${violations.join('; ') || 'none'}`,
  ].join('; ');
}
