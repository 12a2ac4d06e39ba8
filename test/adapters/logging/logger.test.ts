import { describe, expect, it } from 'vitest';
import { createLogger, type LoggingOptions } from '../../../src/adapters/logging/logger.js';
import { AccordError } from '../../../src/domain/errors.js';

interface Capture {
  readonly isTTY?: boolean;
  readonly logLevel?: LoggingOptions['logLevel'];
}

function capture({ isTTY = false, logLevel = 'debug' }: Capture = {}) {
  const lines: string[] = [];
  const secrets = [{ reveal: () => 's3cr3t-"value"' }];
  const write = (line: string) => lines.push(line);
  const logger = createLogger({ logLevel, secrets }, { isTTY, write });
  const record = (index: number) => JSON.parse(lines[index] ?? 'null') as Record<string, unknown>;
  return { logger, lines, record };
}

describe('the log', () => {
  it('writes one JSON object a line, with level, time, message and facts', () => {
    const { logger, lines, record } = capture();
    logger.info('ingested', { passages: 12 });
    logger.with({ snapshot: 'a' }).warn('odd', { path: 'x\ny' });
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => line.endsWith('\n'))).toBe(true);
    expect(record(0)).toMatchObject({ level: 'info', msg: 'ingested', passages: 12 });
    expect(new Date(String(record(0)['time'])).getTime()).toBeGreaterThan(0);
    expect(record(1)).toMatchObject({ level: 'warn', snapshot: 'a', path: 'x\ny' });
  });

  it.each([
    ['debug', 4],
    ['info', 3],
    ['warn', 2],
    ['error', 1],
    ['silent', 0],
  ] as const)('at level %s writes %i of four messages', (logLevel, count) => {
    const { logger, lines } = capture({ logLevel });
    logger.debug('a');
    logger.info('b');
    logger.warn('c');
    logger.error('d');
    expect(lines).toHaveLength(count);
  });

  it.each([false, true])('keeps secrets out, for a person: %s', (isTTY) => {
    const { logger, lines } = capture({ isTTY });
    const cause = new Error('no answer from postgres://accord:hunter22@db/accord');
    logger.error('refused s3cr3t-"value"', {
      error: new AccordError('bad-config', 'used s3cr3t-"value"', {
        facts: { headers: { Authorization: 'Bearer abc' }, apiKey: 'abc-def' },
        cause,
      }),
      DATABASE_URL: 'postgres://accord:hunter22@db/accord',
      request: { url: 'https://x.test/?q=s3cr3t-%22value%22', options: [{ password: 'abc-def' }] },
      discordToken: 'abc-def',
    });
    const text = lines.join('');
    for (const secret of ['s3cr3t', 'hunter22', 'Bearer', 'abc-def']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('[redacted]');
    expect(text).toContain('bad-config');
  });

  it('survives facts that no JSON holds', () => {
    const { logger, record } = capture();
    const circle: Record<string, unknown> = { size: 12n };
    circle['self'] = circle;
    logger.info('odd facts', { circle, when: new Date(0), missing: undefined });
    expect(record(0)).toMatchObject({
      circle: { size: '12', self: '[circular]' },
      when: '1970-01-01T00:00:00.000Z',
    });
  });

  it('gives a person one line, without control characters from what was read', () => {
    const { logger, lines } = capture({ isTTY: true });
    logger.warn('left out \u001b[31mbad\u001b[0m\nfile', {
      path: 'a.md',
      error: new AccordError('bad-corpus', 'line 3'),
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^\d\d:\d\d:\d\d warn {2}left out bad file \(bad-corpus: line 3, path=a\.md\)\n$/,
    );
  });
});
