import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from '../../ports/metrics.js';

/** Figures in the form that Prometheus reads. */
export interface PrometheusMetrics extends Metrics {
  readonly contentType: string;
  render(): Promise<string>;
}

/** Upper bounds in seconds: from a look-up to what Discord gives up on. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 120];

function figures(registry: Registry) {
  const registers = [registry];
  return {
    questions: new Histogram({
      name: 'accord_question_seconds',
      help: 'Time to answer a question, by kind of answer. The share of "unanswered" is in its count.',
      labelNames: ['kind'],
      buckets,
      registers,
    }),
    stages: new Histogram({
      name: 'accord_stage_seconds',
      help: 'Time of a stage: acknowledge, queue, answer, send.',
      labelNames: ['stage'],
      buckets,
      registers,
    }),
    interactions: new Counter({
      name: 'accord_interactions_total',
      help: 'Interactions and messages taken, by type and name.',
      labelNames: ['type', 'name'],
      registers,
    }),
    errors: new Counter({
      name: 'accord_errors_total',
      help: 'What went wrong, by kind.',
      labelNames: ['kind'],
      registers,
    }),
    gateway: new Gauge({
      name: 'accord_gateway_ready',
      help: 'Whether a shard is connected to the gateway: 1 or 0.',
      labelNames: ['shard'],
      registers,
    }),
    queue: new Gauge({
      name: 'accord_queue',
      help: 'Questions that wait and that run.',
      labelNames: ['state'],
      registers,
    }),
    snapshot: new Gauge({
      name: 'accord_snapshot_created_seconds',
      help: 'When the snapshot that answers was made, in seconds since 1970.',
      labelNames: ['id'],
      registers,
    }),
    limited: new Counter({
      name: 'accord_limited_total',
      help: 'Questions that were asked to wait, by whose limit.',
      labelNames: ['whose'],
      registers,
    }),
  };
}

/** Metrics in a registry of their own, with those of the process. */
export function createPrometheusMetrics(): PrometheusMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { questions, stages, interactions, errors, gateway, queue, snapshot, limited } =
    figures(registry);
  return {
    contentType: registry.contentType,
    render: () => registry.metrics(),
    question: (kind, seconds) => questions.observe({ kind }, seconds),
    stage: (stage, seconds) => stages.observe({ stage }, seconds),
    interaction: (type, name) => interactions.inc({ type, name }),
    error: (kind) => errors.inc({ kind }),
    gateway: (shard, ready) => gateway.set({ shard }, ready ? 1 : 0),
    queue: (waiting, running) => {
      queue.set({ state: 'waiting' }, waiting);
      queue.set({ state: 'running' }, running);
    },
    snapshot: (id, createdAt) => {
      // Only the current one stands: a label for each would grow for ever.
      snapshot.reset();
      snapshot.set({ id }, Date.parse(createdAt) / 1000);
    },
    limited: (whose) => limited.inc({ whose }),
  };
}
