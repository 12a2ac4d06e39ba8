import type { Outcome } from './call.js';

/** Which requests a fault meets: by the description's path, or all; a method, or any. */
export interface FaultTarget {
  /** `/channels/{channel_id}/messages`. @default every route */
  readonly route?: string;
  readonly method?: string;
  /** How many requests; Infinity until `clear`. @default 1 */
  readonly times?: number;
}

/** What goes wrong with REST, switched on by tests. */
export interface RestFaults {
  /** 429 of the route's own bucket: `retryAfter` in seconds. */
  rateLimit(target: FaultTarget, retryAfter: number): void;
  /** 429 over everything but interactions, which are exempt, for `retryAfter` seconds. */
  rateLimitGlobally(retryAfter: number): void;
  /** The token is refused from now on, as after a reset; null ends it. */
  refuseToken(refused: boolean): void;
  /** An error of the server's, or of what stands before it, without a body in JSON. */
  fail(target: FaultTarget, status?: number): void;
  /** Answered after so many ms more; the request itself is taken when it arrives. */
  delay(target: FaultTarget, milliseconds: number): void;
  /** Taken and never answered; the state of the world does not change. */
  ignore(target: FaultTarget): void;
  /** Done, but the connection is cut before the answer. */
  loseAnswer(target: FaultTarget): void;
  clear(): void;
}

interface Fault {
  readonly target: FaultTarget;
  left: number;
  readonly effect:
    | { readonly kind: 'answer'; readonly answer: Answer }
    | { readonly kind: 'delay'; readonly milliseconds: number }
    | { readonly kind: 'ignore' | 'lose' };
}

export interface Answer extends Outcome {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, as text. */
  readonly text?: string;
}

export interface FaultBoard extends RestFaults {
  /** What meets one request; `needs` says whether the bot's token was needed. */
  meet(
    method: string,
    route: string,
    needs: 'bot' | 'token',
  ): {
    readonly answer?: Answer;
    readonly delay: number;
    readonly outcome: 'answered' | 'ignored' | 'lost';
  };
}

function limited(retryAfter: number, global: boolean, bucket: string): Answer {
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
    headers: {
      'retry-after': String(Math.ceil(retryAfter)),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global
        ? { 'x-ratelimit-global': 'true' }
        : {
            'x-ratelimit-limit': '5',
            'x-ratelimit-remaining': '0',
            'x-ratelimit-reset': String(Date.now() / 1000 + retryAfter),
            'x-ratelimit-reset-after': String(retryAfter),
            'x-ratelimit-bucket': bucket,
          }),
    },
  };
}

export function createFaultBoard(now: () => number, requestsPerSecond: number): FaultBoard {
  const faults: Fault[] = [];
  let globalUntil = 0;
  let tokenRefused = false;
  let second = 0;
  let inSecond = 0;

  const add = (target: FaultTarget, effect: Fault['effect']) => {
    faults.push({ target, left: target.times ?? 1, effect });
  };
  const take = (method: string, route: string, kind: Fault['effect']['kind']) => {
    const fault = faults.find(
      ({ target, left, effect }) =>
        left > 0 &&
        effect.kind === kind &&
        (target.route ?? route) === route &&
        (target.method ?? method) === method,
    );
    if (fault) fault.left -= 1;
    return fault?.effect;
  };
  const overLimit = () => {
    const current = Math.floor(now() / 1000);
    inSecond = current === second ? inSecond + 1 : 1;
    second = current;
    return inSecond > requestsPerSecond;
  };

  const answerTo = (method: string, route: string, needs: 'bot' | 'token') => {
    if (needs === 'bot') {
      if (tokenRefused) return { status: 401, body: { message: '401: Unauthorized', code: 0 } };
      const left = (globalUntil - now()) / 1000;
      if (left > 0) return limited(left, true, '');
      if (overLimit()) return limited(1, true, '');
    }
    const answered = take(method, route, 'answer');
    return answered?.kind === 'answer' ? answered.answer : undefined;
  };

  return {
    rateLimit: (target, retryAfter) =>
      add(target, { kind: 'answer', answer: limited(retryAfter, false, target.route ?? 'fault') }),
    rateLimitGlobally(retryAfter) {
      globalUntil = now() + retryAfter * 1000;
    },
    refuseToken(refused) {
      tokenRefused = refused;
    },
    fail: (target, status = 502) =>
      add(target, { kind: 'answer', answer: { status, text: `<html>${status}</html>` } }),
    delay: (target, milliseconds) => add(target, { kind: 'delay', milliseconds }),
    ignore: (target) => add(target, { kind: 'ignore' }),
    loseAnswer: (target) => add(target, { kind: 'lose' }),
    clear() {
      faults.length = 0;
      globalUntil = 0;
      tokenRefused = false;
    },
    meet(method, route, needs) {
      const delayed = take(method, route, 'delay');
      const delay = delayed?.kind === 'delay' ? delayed.milliseconds : 0;
      if (take(method, route, 'ignore')) return { delay, outcome: 'ignored' };
      const answer = answerTo(method, route, needs);
      if (answer) return { answer, delay, outcome: 'answered' };
      return { delay, outcome: take(method, route, 'lose') ? 'lost' : 'answered' };
    },
  };
}
