import { afterEach, describe, expect, it } from 'vitest';
import { createStatusPage } from '../../../src/adapters/http-status/status-page.js';
import { createPrometheusMetrics } from '../../../src/adapters/prometheus/prometheus-metrics.js';
import type { StatusPage } from '../../../src/ports/status-page.js';

const open: StatusPage[] = [];
afterEach(async () => {
  for (const page of open.splice(0)) await page.close();
});

const host = '127.0.0.1';

async function start(readiness: Parameters<StatusPage['open']>[0]) {
  const metrics = createPrometheusMetrics();
  const page = createStatusPage({ host, port: 0, metrics });
  open.push(page);
  const port = await page.open(readiness);
  return { metrics, port, get: (path: string) => fetch(`http://${host}:${port}${path}`) };
}

describe('the status page', () => {
  it('tells that the process runs, and whether it can answer or why not', async () => {
    let reasons: readonly string[] = ['not connected to Discord', 'no corpus was read yet'];
    const { get } = await start(async () => ({ ready: reasons.length === 0, reasons }));
    expect((await get('/healthz')).status).toBe(200);
    const unready = await get('/readyz');
    expect(unready.status).toBe(503);
    expect(await unready.text()).toBe('not connected to Discord\nno corpus was read yet\n');
    reasons = [];
    expect((await get('/readyz?verbose')).status).toBe(200);
    expect((await get('/')).status).toBe(404);
  });

  it('outlives a check that fails', async () => {
    const { get } = await start(() => Promise.reject(new Error('state')));
    expect((await get('/readyz')).status).toBe(500);
    expect((await get('/healthz')).status).toBe(200);
  });

  it('shows figures as Prometheus reads them', async () => {
    const { metrics, get } = await start(async () => ({ ready: true, reasons: [] }));
    metrics.question('register', 0.02);
    metrics.question('unanswered', 0.3);
    metrics.stage('acknowledge', 0.01);
    metrics.interaction('ApplicationCommand', 'ask');
    metrics.error('discord');
    metrics.gateway(0, true);
    metrics.queue(3, 4);
    metrics.snapshot('former', '2026-01-01T00:00:00.000Z');
    metrics.snapshot('current', '2026-01-02T00:00:00.000Z');
    metrics.limited('user');
    const response = await get('/metrics');
    expect(response.headers.get('content-type')).toContain('version=0.0.4');
    const lines = (await response.text()).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'accord_question_seconds_count{kind="register"} 1',
        'accord_question_seconds_bucket{le="0.025",kind="register"} 1',
        'accord_question_seconds_count{kind="unanswered"} 1',
        'accord_stage_seconds_count{stage="acknowledge"} 1',
        'accord_interactions_total{type="ApplicationCommand",name="ask"} 1',
        'accord_errors_total{kind="discord"} 1',
        'accord_gateway_ready{shard="0"} 1',
        'accord_queue{state="waiting"} 3',
        'accord_snapshot_created_seconds{id="current"} 1767312000',
        'accord_limited_total{whose="user"} 1',
      ]),
    );
    expect(lines.some((line) => line.includes('former'))).toBe(false);
    expect(lines.some((line) => line.startsWith('process_resident_memory_bytes'))).toBe(true);
  });

  it('says what to change when the port is taken', async () => {
    const { port, metrics } = await start(async () => ({ ready: true, reasons: [] }));
    const second = createStatusPage({ host, port, metrics });
    open.push(second);
    await expect(second.open(async () => ({ ready: true, reasons: [] }))).rejects.toMatchObject({
      code: 'bad-config',
      message: expect.stringContaining('ACCORD_STATUS_PORT'),
    });
  });
});
