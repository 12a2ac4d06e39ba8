import type { Route } from './call.js';

export interface Matched {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of a path; the first that fits, so fixed words stand before names. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): Matched | undefined {
  const parts = path.split('/');
  for (const route of routes) {
    if (route.method !== method) continue;
    const pattern = route.path.split('/');
    if (pattern.length !== parts.length) continue;
    const params: Record<string, string> = {};
    const fits = pattern.every((word, index) => {
      const part = decodeURIComponent(parts[index] ?? '');
      if (!word.startsWith('{')) return word === part;
      params[word.slice(1, -1)] = part;
      return true;
    });
    if (fits) return { route, params };
  }
  return undefined;
}
